import type { Commands } from '../../commands/engine';
import { definitionOf } from '../../commands/registry';
import { workflowIdOf, type CourseAnswer } from '../../contract/messages/course';
import type { ProcedureState } from '../../domain/procedure/model';
import type { ClauseId } from '../../domain/clause';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import type { Changes } from '../../ports/changes';
import type { Courses } from '../../ports/courses';
import type { Ledger } from '../../ports/ledger';
import { Unavailable } from '../../ports/unavailable';
import type { Seen } from './access';

/** One action that somebody wants to do; `input` has passed the action's schema. */
export interface Wish {
  readonly action: string;
  readonly input: unknown;
  readonly step: string;
  readonly now: number;
}

export interface Doing {
  readonly ledger: Ledger;
  readonly commands: Commands;
  readonly courses: Courses;
  readonly changes: Pick<Changes, 'tell'>;
}

/**
 * Does an action: a command by way of the procedure's workflow, a fact in one transaction, a ballot in one statement. What the rules
 * already forbid as things stand is refused here, so that it leaves no trace in the workflow's history; the same predicate decides
 * again under the lock.
 */
export async function perform(
  doing: Doing,
  { procedure, standing }: Pick<Seen, 'procedure' | 'standing'>,
  wish: Wish,
): Promise<CourseAnswer> {
  const definition = definitionOf(procedure.kind);
  const state = procedure.state as ProcedureState;
  const course = definition.actions[wish.action]?.course;
  if (!course) return refuse('action.unknown', null, { action: wish.action });
  const refused = definition.judge(wish.action, state, standing, wish.now);
  const workflowId = workflowIdOf(procedure.kind, procedure.id);
  if (course === 'ballot') return castBallot(doing, { procedure, standing }, wish, refused);
  const answered = () => doing.ledger.answered({ workflowId, step: wish.step }) as Promise<CourseAnswer | null>;
  // The same wish again, whose first answer was lost on the way, is not refused for what it has itself brought about. A command is
  // given again all the same: its workflow may not have heard that it was carried out.
  if (refused && !(await answered())) return refused;
  const actor = { accountId: standing.accountId, personId: standing.personId };
  const order = { step: wish.step, action: wish.action, actor, input: wish.input };
  if (course === 'command') {
    const answer = await doing.courses.command(workflowId, order);
    if (!isRefusal(answer)) return answer;
    return (await answered()) ?? (await unlessBehind(doing, procedure, workflowId, answer));
  }
  return doing.commands.execute({ ...order, workflowId, procedureId: procedure.id, now: wish.now });
}

/**
 * A refusal that no step decided comes from the workflow. Where the record stands as it did when it would have allowed the command, the
 * workflow has not heard of a step: it is told to look, and whoever asked is asked to repeat.
 */
async function unlessBehind(
  { ledger, courses }: Doing,
  judged: Pick<Seen, 'procedure'>['procedure'],
  workflowId: string,
  refusal: Refusal,
): Promise<Refusal> {
  const now = await ledger.find(judged.id);
  if (now?.status !== 'open' || now.version !== judged.version) return refusal;
  const { ended } = await courses.look([workflowId]);
  if (ended.length > 0) return refusal;
  throw new Unavailable('worker', 2);
}

/**
 * A ballot goes into the box it names, for oneself or for the person whom the recorder names. The same ballot again is cast, also when its
 * box has been sealed since.
 */
async function castBallot(
  { ledger, changes }: Doing,
  { procedure, standing }: Pick<Seen, 'procedure' | 'standing'>,
  wish: Wish,
  refused: Refusal | null,
): Promise<CourseAnswer> {
  const state = procedure.state as ProcedureState;
  const box = definitionOf(procedure.kind).openBox(state);
  const { voteId, choice, personId = standing.personId } = wish.input as Ballot;
  const ballot = { voteId, personId, choice, enteredById: standing.accountId, castAt: wish.now };
  if (refused || box?.voteId !== voteId) {
    if (!(await ledger.isCast(ballot))) return refused ?? refuse('vote.closed', box?.clause ?? null);
  } else {
    const outcome = await ledger.cast(ballot);
    if (outcome !== 'cast') return ballotRefused(outcome, box.clause);
    changes.tell(procedure.id);
  }
  const { id, version, status } = procedure;
  return { procedureId: id, version, stage: state.stage, status, timers: [], answer: { voteId } };
}

interface Ballot {
  readonly voteId: string;
  readonly choice: string;
  readonly personId?: string;
}

function ballotRefused(outcome: 'closed' | 'not-an-elector' | 'cast-already', clause: ClauseId): Refusal {
  switch (outcome) {
    case 'closed':
      return refuse('vote.closed', clause);
    case 'not-an-elector':
      return refuse('vote.not-an-elector', clause);
    case 'cast-already':
      return refuse('vote.cast-already', clause);
  }
}
