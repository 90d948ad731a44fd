import { definitionOf } from '../../commands/registry';
import type { CourseAnswer, CourseReport } from '../../contract/messages/course';
import type { ClauseId } from '../../domain/clause';
import type { Box, ProcedureState } from '../../domain/procedure/model';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import type { Changes } from '../../ports/changes';
import type { BallotRow, Ledger } from '../../ports/ledger';
import type { Asker } from '../permit';
import { standingOf, type Seen } from './access';
import type { Wish } from './wish';

interface Casting {
  readonly ledger: Ledger;
  readonly changes: Pick<Changes, 'tell'>;
}

/**
 * A ballot goes into the box it names, for oneself or for the person whom the recorder names. The same ballot again is cast, also when its
 * box has been sealed since.
 */
export async function castBallot(
  { ledger, changes }: Casting,
  { procedure, standing }: Pick<Seen, 'procedure' | 'standing'>,
  wish: Wish,
): Promise<CourseAnswer> {
  const { ballot, box, refused } = judged({ procedure, standing }, wish);
  if (refused) {
    if (!(await ledger.isCast(ballot))) return refused;
  } else {
    const outcome = await ledger.cast(ballot);
    if (outcome !== 'cast') return ballotRefused(outcome, box?.clause ?? null);
    changes.tell(procedure.id);
  }
  return castInto(procedure, ballot);
}

/**
 * The same in one statement, where this process lately read the procedure and knows whose the sign-in is: a hall votes while nothing else changes.
 * Judged by what is remembered, and cast only while all of it is still so. Null when it was not cast by this way, for whatever reason: the usual
 * way then says what is the matter.
 */
export async function castFromMemory(
  { ledger, changes }: Casting,
  asker: Asker,
  { procedureId, sessionTokenHash }: { procedureId: string; sessionTokenHash: string },
  wishIn: (kind: string) => Wish | Refusal,
): Promise<CourseReport | null> {
  const known = ledger.remembered(procedureId);
  if (!known) return null;
  const { procedure, mark } = known;
  const wish = wishIn(procedure.kind);
  if (isRefusal(wish)) return null;
  const { ballot, refused } = judged({ procedure, standing: standingOf(asker, procedure) }, wish);
  if (refused || !(await ledger.castIfStill(ballot, { mark, sessionTokenHash, signedInAt: new Date() }))) return null;
  changes.tell(procedureId);
  return castInto(procedure, ballot);
}

interface Judged {
  readonly ballot: BallotRow;
  readonly box: Box | null;
  readonly refused: Refusal | null;
}

function judged({ procedure, standing }: Pick<Seen, 'procedure' | 'standing'>, wish: Wish): Judged {
  const definition = definitionOf(procedure.kind);
  const state = procedure.state as ProcedureState;
  const box = definition.openBox(state);
  const { voteId, choice, personId = standing.personId } = wish.input as Ballot;
  const ballot = { voteId, personId, choice, enteredById: standing.accountId, castAt: wish.now };
  const another = box?.voteId === voteId ? null : refuse('vote.closed', box?.clause ?? null);
  return { ballot, box, refused: definition.judge(wish.action, state, standing, wish.now) ?? another };
}

function castInto({ id, version, status, state }: Seen['procedure'], { voteId }: BallotRow): CourseReport {
  const { stage } = state as ProcedureState;
  return { procedureId: id, version, stage, status, timers: [], moved: false, answer: { voteId } };
}

interface Ballot {
  readonly voteId: string;
  readonly choice: string;
  readonly personId?: string;
}

function ballotRefused(outcome: 'closed' | 'not-an-elector' | 'cast-already', clause: ClauseId | null): Refusal {
  switch (outcome) {
    case 'closed':
      return refuse('vote.closed', clause);
    case 'not-an-elector':
      return refuse('vote.not-an-elector', clause);
    case 'cast-already':
      return refuse('vote.cast-already', clause);
  }
}
