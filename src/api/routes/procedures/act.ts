import { isBallot } from '../../../commands/registry';
import { workflowIdOf, type CourseAnswer } from '../../../contract/messages/course';
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
import { seen } from '../../procedures/access';
import { formOf } from '../../procedures/kinds';
import { perform } from '../../procedures/perform';
import { offers } from '../../procedures/show';
import { route, type Route } from '../../route';
import { tag, type ProcedureRoutesDeps } from './deps';

/** Starts a procedure and waits until its row is written. */
export function startRoute({ courses, organisations }: ProcedureRoutesDeps): Route {
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
    problems: [403, 404, 409, 429, 503],
    // Half of a ballot's work would be the keeping of its answer, and a hall full of people votes at once.
    isRepeatable: ({ name }) => isBallot(String(name)),
    async handler({ params, body, newId, log, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      const form = formOf(found.procedure.kind, params.name);
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

function progressOf({ procedureId, stage, status, version, answer }: Exclude<CourseAnswer, Refusal>) {
  return { id: procedureId, stage, status, version, answer: withIsoMoments(answer) as Record<string, unknown> };
}

/** A refusal for the wrong stage says what is possible instead. */
function withPossible(refusal: Refusal) {
  const { possible } = refusal.params;
  return typeof possible === 'string' ? { ...refusal, possible: possible.split(', ').filter(Boolean) } : refusal;
}
