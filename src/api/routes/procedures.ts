import type { Commands } from '../../commands/engine';
import { workflowIdOf, type CourseAnswer } from '../../contract/messages/course';
import { idParams } from '../../contract/schemas/common';
import {
  actionBody,
  actionParams,
  actionsSchema,
  liveStateSchema,
  newProcedureSchema,
  procedurePageSchema,
  procedureSchema,
  proceduresQuery,
  progressSchema,
  readersSchema,
  timelineQuery,
  timelineSchema,
} from '../../contract/schemas/procedures';
import { withIsoMoments } from '../../contract/views/moments';
import { eventWords } from '../../contract/words/events';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import type { Clock } from '../../ports/clock';
import type { Courses } from '../../ports/courses';
import type { Ledger } from '../../ports/ledger';
import type { Organisations } from '../../ports/organisations';
import type { ProcedureReads, ProcedureSummary } from '../../ports/procedures';
import { invalid, inWords } from '../invalid';
import { PAGE_SIZE } from '../paging';
import { permittedOrganisation } from '../permit';
import { reachOf, seen } from '../procedures/access';
import { kindOf, stageName } from '../procedures/kinds';
import { perform } from '../procedures/perform';
import { idsIn, offers, readable, show } from '../procedures/show';
import { route, type Route } from '../route';

export interface ProcedureRoutesDeps {
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly reads: ProcedureReads;
  readonly courses: Courses;
  readonly commands: Commands;
  readonly organisations: Organisations;
}

const tag = '程序 / Procedures';
const EVENTS_PER_PAGE = 200;

/** Starting procedures, carrying them through and reading them. */
export function procedureRoutes(deps: ProcedureRoutesDeps): Route[] {
  return [
    startRoute(deps),
    listRoute(deps),
    oneRoute(deps),
    stateRoute(deps),
    actionsRoute(deps),
    actRoute(deps),
    timelineRoute(deps),
    readersRoute(deps),
  ];
}

function startRoute({ courses, organisations }: ProcedureRoutesDeps): Route {
  return route({
    method: 'post',
    path: '/api/procedures',
    tag,
    summary: { zh: '启动程序', en: 'Start a procedure' },
    access: 'signed-in',
    body: newProcedureSchema,
    success: { status: 201, schema: progressSchema },
    problems: [403, 404, 429, 503],
    async handler({ body, newId, log, ...asker }) {
      const { kind, organisationId, ...input } = body;
      const place = await permittedOrganisation(organisations, asker, 'procedures.start', organisationId);
      if (isRefusal(place)) return place;
      const procedureId = newId('procedure');
      const { accountId, personId } = asker.actor;
      const workflowId = workflowIdOf(kind, procedureId);
      const answer = await courses.begin({
        procedureId,
        workflowId,
        kind,
        organisationId,
        actor: { accountId, personId },
        input,
      });
      log.info({ workflowId, refused: isRefusal(answer) ? answer.code : undefined }, 'procedure begun');
      return isRefusal(answer)
        ? answer
        : { body: progressOf(answer), headers: { Location: `/api/procedures/${procedureId}` } };
    },
  });
}

function listRoute({ clock, reads, organisations }: ProcedureRoutesDeps): Route {
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

function oneRoute(deps: ProcedureRoutesDeps): Route {
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
      return isRefusal(found) ? found : { body: await show(deps, found.procedure) };
    },
  });
}

function stateRoute(deps: ProcedureRoutesDeps): Route {
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

function actionsRoute(deps: ProcedureRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/procedures/{id}/actions',
    tag,
    summary: { zh: '本人现在可办的事项', en: 'What you may do now' },
    access: 'signed-in',
    params: idParams,
    success: { status: 200, schema: actionsSchema },
    problems: [403, 404],
    async handler({ params, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      return { body: { items: offers(found.procedure, found.standing, await deps.clock.now()) } };
    },
  });
}

function actRoute(deps: ProcedureRoutesDeps): Route {
  return route({
    method: 'post',
    path: '/api/procedures/{id}/actions/{name}',
    tag,
    summary: { zh: '办理一项操作', en: 'Do an action' },
    access: 'signed-in',
    params: actionParams,
    body: actionBody,
    success: { status: 200, schema: progressSchema },
    problems: [403, 404, 409, 429, 503],
    async handler({ params, body, newId, log, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      const form = kindOf(found.procedure.kind).actions[params.name];
      if (!form) return refuse('action.unknown', null, { action: params.name });
      const input = form.schema.safeParse(body, inWords);
      if (!input.success) return invalid(input.error, 'body');
      const wish = { action: params.name, input: input.data, step: newId('step'), now: await deps.clock.now() };
      const answer = await perform(deps, found, wish);
      const workflowId = workflowIdOf(found.procedure.kind, params.id);
      log.info({ workflowId, action: params.name, refused: isRefusal(answer) ? answer.code : undefined }, 'action');
      return isRefusal(answer) ? withPossible(answer) : { body: progressOf(answer) };
    },
  });
}

function timelineRoute(deps: ProcedureRoutesDeps): Route {
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
      const events = await deps.reads.timeline(params.id, { after: query.after ?? 0, limit: EVENTS_PER_PAGE });
      const items = await Promise.all(
        events.map(async ({ data, at, ...event }) => {
          const readableData = await readable(deps.ledger, data as object);
          return { ...event, title: eventWords(event.type), at: new Date(at).toISOString(), data: readableData };
        }),
      );
      const names = await deps.reads.names(idsIn(items));
      const next = events.length === EVENTS_PER_PAGE ? (events.at(-1)?.seq ?? null) : null;
      return { body: { items, next, people: Object.fromEntries(names) } };
    },
  });
}

function readersRoute(deps: ProcedureRoutesDeps): Route {
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

function summaryOf(summary: ProcedureSummary) {
  const { id, kind, organisationId, title, stage, status, version, startedAt, closedAt, nextDueAt } = summary;
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  const moments = { startedAt: new Date(startedAt).toISOString(), closedAt: iso(closedAt), nextDueAt: iso(nextDueAt) };
  return { id, kind, organisationId, title, stage, stageName: stageName(kind, stage), status, version, ...moments };
}

function progressOf({ procedureId, stage, status, version, answer }: Exclude<CourseAnswer, Refusal>) {
  return { id: procedureId, stage, status, version, answer: withIsoMoments(answer) as Record<string, unknown> };
}

/** A refusal for the wrong stage says what is possible instead. */
function withPossible(refusal: Refusal) {
  const { possible } = refusal.params;
  return typeof possible === 'string' ? { ...refusal, possible: possible.split(', ').filter(Boolean) } : refusal;
}
