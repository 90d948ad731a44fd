import { storedPayloadsSchema } from '../../contract/schemas/stored-payloads';
import { isRefusal } from '../../domain/refusal';
import type { Organisations } from '../../ports/organisations';
import type { StoredPayloads } from '../../ports/stored-payloads';
import { permit } from '../permit';
import { route, type Route } from '../route';

/** The one address that Temporal's web page may use from its own origin. */
export const DECODE_PATH = '/api/temporal-codec/decode';

/** A value that Temporal takes is at most 2 MB; in base64 it is a third longer. */
const LIMIT = 4 * 1024 * 1024;

export interface TemporalCodecDeps {
  readonly organisations: Organisations;
  readonly storedPayloads: StoredPayloads;
}

/**
 * Makes readable what Temporal stores, for Temporal's own web page. Nothing is encrypted here for that page: what it would send to a workflow
 * would pass by every rule.
 */
export function temporalCodecRoutes({ organisations, storedPayloads }: TemporalCodecDeps): Route[] {
  return [
    route({
      method: 'post',
      path: DECODE_PATH,
      tag: '运行 / Operations',
      summary: {
        zh: '解密 Temporal 所存的内容，供 Temporal 网页使用（仅限最上级组织的系统管理员）',
        en: 'Decrypt what Temporal stores, for its web page (administrators of the topmost organisation only)',
      },
      access: 'signed-in',
      unkeyed: true,
      jsonLimit: LIMIT,
      body: storedPayloadsSchema,
      success: { status: 200, schema: storedPayloadsSchema },
      async handler({ body, log, ...asker }) {
        const roots = (await organisations.all()).filter(({ parentId }) => parentId === null);
        const refused = roots.map((root) => permit(asker, 'workflows.decrypt', root)).find(isRefusal);
        if (refused) return refused;
        const payloads = await storedPayloads.decode(body.payloads);
        if (isRefusal(payloads)) return payloads;
        // Titles, reasons and names become readable: who looked is on record.
        log.info({ accountId: asker.actor.accountId, payloads: payloads.length }, 'payloads decrypted');
        return { body: { payloads: payloads.map((payload) => ({ ...payload })) } };
      },
    }),
  ];
}
