import { idParams } from '../../contract/schemas/common';
import { isRefusal } from '../../domain/refusal';
import type { Live } from '../live/live';
import { reachOf, seen } from '../procedures/access';
import { route, type Reply, type Route, type RouteRequest } from '../route';
import type { EventStream } from '../live/event-stream';
import type { Problem } from '../problem';
import { tag, type ProcedureRoutesDeps } from './procedures/deps';

export type LiveRoutesDeps = Pick<ProcedureRoutesDeps, 'ledger' | 'reads'> & { readonly live: Live };

const ABOUT = {
  zh: '以 text/event-stream 持续答复，EventSource 可直接使用。moved：{procedureId, version, cast}，程序有新的版本，或开着的票箱中多了票；内容另行读取。refresh：可能有遗漏，请重新读取。beat：每 15 秒一次，heard 为 false 时本服务暂时听不到变化，所显示的可能已过时。ended：reason 为 signed-out 或 not-permitted 时不必再连，come-again 时请再连。断线后以 Last-Event-ID 续接。同一账号最多 20 条连接，每个浏览器一条即可。',
  en: 'Answers as text/event-stream and goes on; EventSource reads it as it is. moved: {procedureId, version, cast}, a procedure has a new version, or more ballots lie in its open box; what is new is asked for as usual. refresh: something may have been missed, ask anew. beat: every 15 seconds; while heard is false the service does not hear of changes, and what is shown may be old. ended: with the reason signed-out or not-permitted there is no use in coming back, with come-again there is. A line that broke goes on from Last-Event-ID. At most 20 streams for one account; one for each browser is enough.',
};

/** Streams of what moves, for whoever may read it. */
export function liveRoutes(deps: LiveRoutesDeps): Route[] {
  const success = { status: 200, mediaTypes: ['text/event-stream'] } as const;
  return [
    route({
      method: 'get',
      path: '/api/events',
      tag,
      summary: { zh: '实时：本人可见的程序有变化', en: 'Live: whatever you may see moves' },
      about: ABOUT,
      access: 'signed-in',
      success,
      problems: [429],
      handler: async (asker) => answer(watch(deps.live, asker, null)),
    }),
    route({
      method: 'get',
      path: '/api/procedures/{id}/events',
      tag,
      summary: { zh: '实时：一个程序有变化', en: 'Live: one procedure moves' },
      about: ABOUT,
      access: 'signed-in',
      params: idParams,
      success,
      problems: [403, 404, 429],
      async handler({ params, ...asker }) {
        const found = await seen(deps, asker, params.id);
        return isRefusal(found) ? found : answer(watch(deps.live, asker, params.id));
      },
    }),
  ];
}

type Asking = Pick<
  RouteRequest<unknown, unknown, unknown, 'signed-in'>,
  'actor' | 'today' | 'sessionTokenHash' | 'lastEventId'
>;

function watch(live: Live, asker: Asking, procedureId: string | null): EventStream | Problem {
  const { actor, sessionTokenHash, lastEventId } = asker;
  if (sessionTokenHash === null) throw new Error('signed in without a token');
  return live.watch({ tokenHash: sessionTokenHash, actor, reach: reachOf(asker), procedureId, lastEventId });
}

/** A stream is answered as it is; the schema speaks of answers that end. */
function answer(stream: EventStream | Problem): Reply<never> | Problem {
  return isRefusal(stream) ? stream : { body: stream as never };
}
