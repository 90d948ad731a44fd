import { isBallot } from '../../../commands/registry';
import { workflowIdOf, type CourseReport } from '../../../contract/messages/course';
import { idParams } from '../../../contract/schemas/common';
import {
  actionBody,
  actionParams,
  actionsSchema,
  newProcedureSchema,
  progressSchema,
} from '../../../contract/schemas/procedures';
import { withIsoMoments } from '../../../contract/views/moments';
import { isRefusal, refuse, type Refusal } from '../../../domain/refusal';
import { invalid, inWords } from '../../invalid';
import { permittedOrganisation } from '../../permit';
import type { Problem } from '../../problem';
import { seen } from '../../procedures/access';
import { castFromMemory } from '../../procedures/ballot';
import { formOf } from '../../procedures/kinds';
import { perform } from '../../procedures/perform';
import { offers } from '../../procedures/show';
import { tellOf } from '../../procedures/tell';
import type { Wish } from '../../procedures/wish';
import { route, type Route } from '../../route';
import { tag, type ProcedureRoutesDeps } from './deps';

/** Starts a procedure and waits until its row is written. */
export function startRoute({ clock, commands, courses, organisations }: ProcedureRoutesDeps): Route {
  return route({
    method: 'post',
    path: '/api/procedures',
    tag,
    summary: { zh: '启动程序', en: 'Start a procedure' },
    access: 'signed-in',
    body: newProcedureSchema,
    success: { status: 201, schema: progressSchema },
    problems: [403, 404, 503],
    async handler({ body, newId, log, ...asker }) {
      const { kind, organisationId, ...input } = body;
      const place = await permittedOrganisation(organisations, asker, 'procedures.start', organisationId);
      if (isRefusal(place)) return place;
      const procedureId = newId('procedure');
      const { accountId, personId } = asker.actor;
      const workflowId = workflowIdOf(kind, procedureId);
      const course = { procedureId, workflowId, kind, organisationId };
      const actor = { accountId, personId };
      const answer = await commands.begin({ ...course, actor, input, now: await clock.now() });
      if (!isRefusal(answer)) await tellOf(courses, course, answer);
      log.info({ workflowId, refused: isRefusal(answer) ? answer.code : undefined }, 'procedure begun');
      return isRefusal(answer)
        ? answer
        : { body: progressOf(answer), headers: { Location: `/api/procedures/${procedureId}` } };
    },
  });
}

/** What the asker may do now, and from when the rest. */
export function actionsRoute(deps: ProcedureRoutesDeps): Route {
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
      return { body: await offers(deps, found, await deps.clock.now()) };
    },
  });
}

/** Does one action. */
export function actRoute(deps: ProcedureRoutesDeps): Route {
  return route({
    method: 'post',
    path: '/api/procedures/{id}/actions/{name}',
    tag,
    summary: { zh: '办理一项操作', en: 'Do an action' },
    access: 'signed-in',
    params: actionParams,
    body: actionBody,
    success: { status: 200, schema: progressSchema },
    problems: [403, 404, 409, 503],
    // Half of a ballot's work would be the keeping of its answer, and a hall full of people votes at once.
    isRepeatable: ({ name }) => isBallot(String(name)),
    async quick({ params, body, identity, sessionTokenHash, now, today, log }) {
      // By name and not by role: what roles somebody holds is not remembered.
      const asker = { actor: { ...identity, grants: [] }, today };
      const wanted = { name: params.name, body, step: '', now };
      const cast = await castFromMemory(deps, asker, { procedureId: params.id, sessionTokenHash }, (kind) =>
        wishOf(kind, wanted),
      );
      if (!cast) return null;
      log.info({ procedureId: params.id, action: params.name }, 'action');
      return { body: progressOf(cast) };
    },
    async handler({ params, body, newId, log, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      const wanted = { name: params.name, body, step: newId('step'), now: await deps.clock.now() };
      const wish = wishOf(found.procedure.kind, wanted);
      if (isRefusal(wish)) return wish;
      const answer = await perform(deps, found, wish);
      const refused = isRefusal(answer) ? answer.code : undefined;
      log.info({ procedureId: params.id, action: params.name, refused }, 'action');
      return isRefusal(answer) ? withPossible(answer) : { body: progressOf(answer) };
    },
  });
}

/** What somebody sent to an action, before anybody knows what kind of procedure it is. */
interface Wanted extends Pick<Wish, 'step' | 'now'> {
  readonly name: string;
  readonly body: unknown;
}

function wishOf(kind: string, { name, body, step, now }: Wanted): Wish | Problem {
  const form = formOf(kind, name);
  if (!form) return refuse('action.unknown', null, { action: name });
  const input = form.schema.safeParse(body, inWords);
  return input.success ? { action: name, input: input.data, step, now } : invalid(input.error, 'body');
}

function progressOf({ procedureId, stage, status, version, answer }: CourseReport) {
  return { id: procedureId, stage, status, version, answer: withIsoMoments(answer) as Record<string, unknown> };
}

/** A refusal for the wrong stage says what is possible instead. */
function withPossible(refusal: Refusal) {
  const { possible } = refusal.params;
  return typeof possible === 'string' ? { ...refusal, possible: possible.split(', ').filter(Boolean) } : refusal;
}
