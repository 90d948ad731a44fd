import type { Commands } from '../../commands/engine';
import { definitionOf, isBallot } from '../../commands/registry';
import { workflowIdOf, type CourseAnswer } from '../../contract/messages/course';
import type { ProcedureState } from '../../domain/procedure/model';
import { isRefusal, refuse } from '../../domain/refusal';
import type { Changes } from '../../ports/changes';
import type { Courses } from '../../ports/courses';
import type { Ledger } from '../../ports/ledger';
import type { Seen } from './access';
import { castBallot } from './ballot';
import { tellOf } from './tell';
import type { Wish } from './wish';

export interface Doing {
  readonly ledger: Ledger;
  readonly commands: Commands;
  readonly courses: Courses;
  readonly changes: Pick<Changes, 'tell'>;
}

/**
 * Does an action: in one transaction, of which the procedure's workflow is told, or a ballot in one statement. What the rules already forbid as
 * things stand is refused before anything is locked; the same predicate decides again under the lock.
 */
export async function perform(
  doing: Doing,
  { procedure, standing }: Pick<Seen, 'procedure' | 'standing'>,
  wish: Wish,
): Promise<CourseAnswer> {
  const { id: procedureId, kind, organisationId } = procedure;
  const definition = definitionOf(kind);
  const state = procedure.state as ProcedureState;
  if (!Object.hasOwn(definition.actions, wish.action)) return refuse('action.unknown', null, { action: wish.action });
  if (isBallot(wish.action)) return castBallot(doing, { procedure, standing }, wish);
  const refused = definition.judge(wish.action, state, standing, wish.now);
  const workflowId = workflowIdOf(kind, procedureId);
  // An attempt that goes on record is refused under the lock. The same wish again, whose first answer was lost on the way, is not refused for what
  // it has itself brought about.
  const isOnRecord = refused && definition.attempted(wish.action, refused, { actor: standing, now: wish.now }) !== null;
  if (refused && !isOnRecord && !(await doing.ledger.answered({ workflowId, step: wish.step }))) return refused;
  const actor = { accountId: standing.accountId, personId: standing.personId };
  const { step, action, input, now } = wish;
  const answer = await doing.commands.execute({ step, action, actor, input, workflowId, procedureId, now });
  if (!isRefusal(answer)) await tellOf(doing.courses, { procedureId, workflowId, kind, organisationId }, answer);
  return answer;
}
