import { idParams } from '../../../contract/schemas/common';
import { digestOf } from '../../../commands/chain';
import {
  ballotsSchema,
  readersSchema,
  timelineQuery,
  timelineSchema,
  voteParams,
} from '../../../contract/schemas/procedures';
import { CHOICE_WORDS } from '../../../contract/words/council';
import type { Choice } from '../../../domain/council/state';
import { eventWords } from '../../../contract/words/events';
import { isRefusal, refuse } from '../../../domain/refusal';
import { seen } from '../../procedures/access';
import { idsIn, readable } from '../../procedures/show';
import { route, type Route } from '../../route';
import { tag, type ProcedureRoutesDeps } from './deps';

const EVENTS_PER_PAGE = 200;

/** What happened, event by event. */
export function timelineRoute(deps: ProcedureRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/procedures/{id}/timeline',
    tag,
    summary: { zh: '经过', en: 'What happened' },
    access: 'signed-in',
    params: idParams,
    query: timelineQuery,
    success: { status: 200, schema: timelineSchema },
    problems: [403, 404],
    async handler({ params, query, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      if (!found.readsAll) return refuse('procedure.not-yours', null);
      const events = await deps.reads.timeline(params.id, { after: query.after ?? 0, limit: EVENTS_PER_PAGE });
      const data = (await readable(deps.ledger, { all: events.map((event) => event.data) })).all as Record<
        string,
        unknown
      >[];
      const items = events.map(({ at, ...event }, index) => {
        return { ...event, title: eventWords(event.type), at: new Date(at).toISOString(), data: data[index] ?? {} };
      });
      const names = await deps.reads.names(idsIn(items));
      const next = events.length === EVENTS_PER_PAGE ? (events.at(-1)?.seq ?? null) : null;
      return { body: { items, next, people: Object.fromEntries(names) } };
    },
  });
}

/** Who voted what in a vote by open ballot or by name [HDA-11.2.1]; once it is closed, the log holds the digest of it. */
export function ballotsRoute(deps: ProcedureRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/procedures/{id}/votes/{voteId}/ballots',
    tag,
    summary: { zh: '记名表决的个人意见', en: 'Who voted what in an open ballot' },
    access: 'signed-in',
    params: voteParams,
    success: { status: 200, schema: ballotsSchema },
    problems: [403, 404],
    async handler({ params, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      const state = found.procedure.state as { items: { votes: { id: string }[] }[] };
      const isOfIt = state.items.some(({ votes }) => votes.some(({ id }) => id === params.voteId));
      if (!isOfIt) return refuse('vote.unknown', null);
      const rows = await deps.reads.ballots(params.voteId);
      const names = await deps.reads.names(rows.map(({ personId }) => personId));
      const items = rows.map(({ personId, choice }) => {
        const choiceName = CHOICE_WORDS[choice as Choice];
        return { personId, name: names.get(personId) ?? '', choice, choiceName };
      });
      return { body: { items, digest: digestOf({ voteId: params.voteId, ballots: rows }) } };
    },
  });
}

/** Who was told of it, and who has read it. */
export function readersRoute(deps: ProcedureRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/procedures/{id}/notices',
    tag,
    summary: { zh: '通知了谁、谁已读', en: 'Who was told, and who has read it' },
    access: 'signed-in',
    params: idParams,
    success: { status: 200, schema: readersSchema },
    problems: [403, 404],
    async handler({ params, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      if (!found.readsAll) return refuse('procedure.not-yours', null);
      const rows = await deps.reads.readers(params.id);
      const names = await deps.reads.names([...new Set(rows.map(({ personId }) => personId))]);
      const items = rows.map((row) => ({
        personId: row.personId,
        name: names.get(row.personId) ?? '',
        kind: row.kind,
        createdAt: new Date(row.createdAt).toISOString(),
        readAt: row.readAt === null ? null : new Date(row.readAt).toISOString(),
      }));
      return { body: { items } };
    },
  });
}
