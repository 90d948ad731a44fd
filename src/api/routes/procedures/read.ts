import { workflowIdOf } from '../../../contract/messages/course';
import { idParams } from '../../../contract/schemas/common';
import {
  courseSchema,
  kindsSchema,
  liveStateSchema,
  procedurePageSchema,
  procedureSchema,
  proceduresQuery,
} from '../../../contract/schemas/procedures';
import { isRefusal, refuse } from '../../../domain/refusal';
import type { ProcedureSummary } from '../../../ports/procedures';
import { PAGE_SIZE } from '../../paging';
import { reachOf, seen } from '../../procedures/access';
import { courseOf } from '../../procedures/course';
import { kinds, stageName } from '../../procedures/kinds';
import { show } from '../../procedures/show';
import { route, type Route } from '../../route';
import { tag, type ProcedureRoutesDeps } from './deps';

/** The procedures that the asker may see, the newest first. */
export function listRoute({ clock, reads, organisations }: ProcedureRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/procedures',
    tag,
    summary: { zh: '程序列表', en: 'List procedures' },
    access: 'signed-in',
    query: proceduresQuery,
    success: { status: 200, schema: procedurePageSchema },
    problems: [404],
    async handler({ query, ...asker }) {
      const { organisation, overdue, cursor, ...filter } = query;
      const place = organisation === undefined ? null : await organisations.find(organisation);
      if (organisation !== undefined && !place) return refuse('organisation.unknown', null);
      const overdueAt = overdue ? await clock.now() : undefined;
      const page = { after: cursor, limit: PAGE_SIZE };
      const { items, next } = await reads.list(
        reachOf(asker),
        { ...filter, organisationPath: place?.path, overdueAt },
        page,
      );
      return { body: { items: items.map(summaryOf), next } };
    },
  });
}

/** One procedure with its texts and names. */
export function oneRoute(deps: ProcedureRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/procedures/{id}',
    tag,
    summary: { zh: '一个程序', en: 'One procedure' },
    access: 'signed-in',
    params: idParams,
    success: { status: 200, schema: procedureSchema },
    problems: [403, 404],
    async handler({ params, ...asker }) {
      const found = await seen(deps, asker, params.id);
      return isRefusal(found) ? found : { body: await show(deps, found.procedure, found.readsAll) };
    },
  });
}

/** The stages of a procedure as a line. */
export function courseRoute(deps: ProcedureRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/procedures/{id}/course',
    tag,
    summary: { zh: '经过的阶段和后续阶段', en: 'The stages it went through, and those ahead' },
    access: 'signed-in',
    params: idParams,
    success: { status: 200, schema: courseSchema },
    problems: [403, 404],
    async handler({ params, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      const { id, kind, status } = found.procedure;
      return { body: { items: await courseOf(deps.reads, { id, kind, isOpen: status === 'open' }) } };
    },
  });
}

/** What can be started, and with what. */
export function kindsRoute(): Route {
  return route({
    method: 'get',
    path: '/api/procedure-kinds',
    tag,
    summary: { zh: '程序的种类和启动表单', en: 'The kinds of procedure, and the forms to start them' },
    access: 'signed-in',
    success: { status: 200, schema: kindsSchema },
    async handler() {
      const items = kinds().map(([kind, { name, stages, beginning }]) => {
        return {
          kind,
          name,
          beginning,
          stages: Object.entries(stages).map(([stage, words]) => ({ stage, name: words })),
        };
      });
      return { body: { items } };
    },
  });
}

/** Where its workflow says it stands. */
export function stateRoute(deps: ProcedureRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/procedures/{id}/state',
    tag,
    summary: { zh: '流程的实时状态', en: 'The live state, asked of the workflow' },
    access: 'signed-in',
    params: idParams,
    success: { status: 200, schema: liveStateSchema },
    problems: [403, 404, 503],
    async handler({ params, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      const view = await deps.courses.state(workflowIdOf(found.procedure.kind, params.id));
      if (!view) return refuse('procedure.not-running', null);
      return { body: { ...view, timers: view.timers.map(({ key, at }) => ({ key, at: new Date(at).toISOString() })) } };
    },
  });
}

function summaryOf(summary: ProcedureSummary) {
  const { id, kind, organisationId, title, stage, status, version, startedAt, closedAt, nextDueAt } = summary;
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const moments = { startedAt: new Date(startedAt).toISOString(), closedAt: iso(closedAt), nextDueAt: iso(nextDueAt) };
  return { id, kind, organisationId, title, stage, stageName: stageName(kind, stage), status, version, ...moments };
}
