import { z } from 'zod';
import { publicKeysOf, type LogKeys } from '../../commands/audit/log-keys';
import { idSchema, momentSchema } from '../../contract/schemas/common';
import type { Heads } from '../../ports/heads';
import { route, type Route } from '../route';

/** How many are given at once; the next request goes on where this one ended. */
const AT_ONCE = 1_000;

const headSchema = z
  .object({
    procedureId: idSchema,
    seq: z.int(),
    hash: z.string(),
    at: momentSchema,
    keyId: z.string(),
    signature: z.string(),
  })
  .meta({ id: 'SignedHead' });
const keySchema = z.object({ keyId: z.string(), publicKey: z.string() }).meta({ id: 'LogKey' });

/** The signed ends of logs, for everybody to keep: who has a copy can tell later whether a log was cut off or written anew. */
export function headRoutes({ heads, keys }: { heads: Pick<Heads, 'since'>; keys: LogKeys | undefined }): Route[] {
  return [
    route({
      method: 'get',
      path: '/board/heads.json',
      tag: '公开栏 / Notice board',
      summary: { zh: '已签名的日志末端与公钥', en: 'The signed ends of logs, with the public keys' },
      access: 'public',
      query: z.object({ since: momentSchema.optional() }),
      success: {
        status: 200,
        schema: z.object({ keys: z.array(keySchema), items: z.array(headSchema), next: momentSchema.nullable() }),
      },
      async handler({ query: { since } }) {
        const found = await heads.since(since ? Date.parse(since) : 0, AT_ONCE);
        const items = found.map(({ at, ...head }) => ({ ...head, at: new Date(at).toISOString() }));
        const next = items.length === AT_ONCE ? items.at(-1)!.at : null;
        return { body: { keys: keys ? publicKeysOf(keys) : [], items, next } };
      },
    }),
  ];
}
