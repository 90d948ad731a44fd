import { idParams } from '../../contract/schemas/common';
import { outboxMessageSchema, outboxPageSchema, outboxQuery } from '../../contract/schemas/outbox';
import { CHANNEL_WORDS, OUTBOX_REASON_WORDS, OUTBOX_STATE_WORDS } from '../../contract/words/outbox';
import { isInForce, may } from '../../domain/permissions';
import { isRefusal, refuse } from '../../domain/refusal';
import type { Organisations } from '../../ports/organisations';
import type { Outbox, OutboxDecision, OutboxMessage } from '../../ports/outbox';
import { PAGE_SIZE } from '../paging';
import { permittedOrganisation, type Asker } from '../permit';
import { route, type Route } from '../route';

const tag = '发出的通知 / Outbox';

export interface OutboxRoutesDeps {
  readonly outbox: Outbox;
  readonly organisations: Organisations;
  /** Told when something is to be sent again. */
  readonly written: () => void;
}

/** Notices that leave the service, and what people decide about those that did not go out, or may not have. */
export function outboxRoutes(deps: OutboxRoutesDeps): Route[] {
  return [
    listRoute(deps),
    decisionRoute(deps, 'resend', {
      zh: '重发未发出或不能确定的通知（短信可能重复）',
      en: 'Send a message again that did not go out or may not have; a text message may come twice',
    }),
    decisionRoute(deps, 'give-up', {
      zh: '放弃未发出或不能确定的通知',
      en: 'Give up a message that did not go out or may not have',
    }),
  ];
}

function listRoute({ outbox }: OutboxRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/outbox',
    tag,
    summary: {
      zh: '有权管理的组织的程序发往系统之外的通知，新的在前',
      en: 'What leaves the service for procedures of the organisations that one may see to, the newest first',
    },
    access: 'signed-in',
    query: outboxQuery,
    success: { status: 200, schema: outboxPageSchema },
    async handler({ query: { cursor, ...filter }, ...asker }) {
      const page = { after: cursor, limit: PAGE_SIZE };
      const { items, next } = await outbox.list({ ...filter, paths: pathsOf(asker) }, page);
      return { body: { items: items.map(shown), next } };
    },
  });
}

function decisionRoute(
  { outbox, organisations, written }: OutboxRoutesDeps,
  what: OutboxDecision['what'],
  summary: Route['summary'],
): Route {
  return route({
    method: 'post',
    path: `/api/outbox/{id}/${what}`,
    tag,
    summary,
    access: 'signed-in',
    params: idParams,
    success: { status: 200, schema: outboxMessageSchema },
    problems: [403, 404, 409],
    async handler({ params, newId, ...asker }) {
      const found = await outbox.find(params.id);
      if (!found) return refuse('outbox.unknown', null);
      const place = await permittedOrganisation(organisations, asker, 'outbox.manage', found.organisationId);
      if (isRefusal(place)) return place;
      const decision = { id: newId('decision'), what, accountId: asker.actor.accountId };
      if (!(await outbox.decide(found.id, decision))) return refuse('outbox.nothing-to-decide', null);
      if (what === 'resend') written();
      return { body: shown((await outbox.find(found.id)) ?? found) };
    },
  });
}

/** Where the asker sees to the outbox. */
function pathsOf({ actor, today }: Asker): string[] {
  const seen = actor.grants.filter((grant) => isInForce(grant, today) && may([grant.role], 'outbox.manage'));
  return [...new Set(seen.map(({ organisationPath }) => organisationPath))];
}

function shown(message: OutboxMessage) {
  const { id, channel, state, reason, status, attempts, procedureId, kind, person, to } = message;
  return {
    ...{ id, channel, state, reason, status, attempts, procedureId, kind, person, to },
    channelName: CHANNEL_WORDS[channel],
    stateName: OUTBOX_STATE_WORDS[state],
    reasonName: reason && OUTBOX_REASON_WORDS[reason],
    createdAt: message.createdAt.toISOString(),
    nextAttemptAt: message.dueAt?.toISOString() ?? null,
    sentAt: message.sentAt?.toISOString() ?? null,
  };
}
