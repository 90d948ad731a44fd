import { sittingOf } from './parts';
import { quorumOf, type ItemAttendance, type Quorum } from '../procedure/quorum';
import { isDecidedAbove } from '../agenda';
import type { Instant } from '../calendar/civil-date';
import { isRunning, type DutyState } from '../procedure/deadline';
import type { Standing } from '../procedure/model';
import {
  MOVABLE,
  type AgendaItem,
  type CouncilState,
  type PublicationState,
  type Task,
  type VoteRecord,
} from './state';
import { questionsLeft, type Question } from './vote';

/** Questions that the rules ask of a council's state. */

export function itemOf(state: CouncilState, itemId: string): AgendaItem | undefined {
  return state.items.find((item) => item.id === itemId);
}

/** Items on which the council has neither agreed nor settled what else becomes of them. */
export function undecidedItems(state: CouncilState): AgendaItem[] {
  return state.items.filter((item) => item.outcome === null);
}

/** Questions that may still be put on an item (reading 7). A vote that turned out to have had no quorum was none: its question may be put again (reading 2). */
export function openQuestions({ votes }: AgendaItem): Question[] {
  const put = votes.filter(({ verdict, quorum }) => verdict === null || quorum.quorate);
  return questionsLeft(put.map(({ question }) => question));
}

/** Items on which a question is still to be put (reading 7): a sitting is not closed over them, it is adjourned. */
export function unputItems(state: CouncilState): AgendaItem[] {
  return undecidedItems(state).filter((item) => openQuestions(item).length > 0);
}

/**
 * Items that recusals alone keep from a vote, by its quorum or by leaving nobody named to chair it: such an item goes to the body above
 * (reading 3). One that was voted on to the end does not: that is no agreement (reading 7).
 */
export function referableItems(state: CouncilState): AgendaItem[] {
  if (!sittingQuorum(state).quorate) return [];
  return unputItems(state).filter((item) => !itemQuorum(state, item).quorate || nobodyChairs(state, item));
}

function nobodyChairs({ officers }: CouncilState, { recusals }: AgendaItem): boolean {
  const isRecused = (person: string) => recusals.some(({ personId }) => personId === person);
  return isRecused(officers.chair) && (officers.deputy === null || isRecused(officers.deputy));
}

/** Adopted by the council's two thirds, or by the body above in their place (reading 7). */
export function isPassed({ outcome, escalation }: AgendaItem): boolean {
  return outcome === 'adopted' || escalation?.settlement?.outcome === 'adopted';
}

/** Items without agreement, or which recusals kept from a vote: the body above decides on them [HDA-11.2.2, HDA-11.2.3a]. */
export function isForAbove({ outcome }: AgendaItem): boolean {
  return outcome === 'no-agreement' || outcome === 'referred';
}

/** An item for the body above, or one on which every question was voted on in vain: at the closing it is without agreement. */
export function isBoundToGoUp(item: AgendaItem): boolean {
  const isExhausted = openQuestions(item).length === 0;
  return (
    isForAbove(item) || (item.outcome === null && isExhausted && item.votes.every(({ verdict }) => verdict !== null))
  );
}

/** Items that are still to be put before the body above, once the sitting is closed. */
export function itemsToEscalate({ items }: CouncilState): AgendaItem[] {
  return items.filter((item) => isForAbove(item) && item.escalation === null);
}

/** Items of which the council still expects something: what the body above decides, or the day to which they were postponed. */
export function awaitedItems({ items }: CouncilState): AgendaItem[] {
  return items.filter(({ escalation, postponed }) => {
    const isWithAbove = escalation !== null && !isDecidedAbove({ escalation });
    return isWithAbove || (postponed !== null && postponed.returnedOn === null);
  });
}

/** Items with an outcome, or a decision from above, that no paper on the board has shown yet. */
export function unpublishedItems({ items }: CouncilState): AgendaItem[] {
  return items.filter(
    ({ outcome, escalation, published }) =>
      (outcome !== null && published.outcome === null) ||
      (isDecidedAbove({ escalation }) && published.settlement === null),
  );
}

/** HDA-11.2.2: passed items of a grid council that the community council has not on file yet. */
export function itemsToFile({ level, items }: CouncilState): AgendaItem[] {
  return level === 'grid' ? items.filter(({ outcome, filedOn }) => outcome === 'adopted' && filedOn === null) : [];
}

/** HDA-11.3.1: passed items of a community council that were not handed over to the assembly yet. */
export function itemsToHandOver({ level, items }: CouncilState): AgendaItem[] {
  return level === 'community' ? items.filter((item) => isPassed(item) && item.handedOverOn === null) : [];
}

/** Two thirds decided something: adopted, dropped or postponed. It is not undone at will [ACC-6.3]. */
export function isResolved(item: AgendaItem): boolean {
  return item.outcome === 'adopted' || item.outcome === 'dropped' || item.outcome === 'postponed';
}

/** The sitting in which an item passed; null when it did not. */
export function passedInRound(item: AgendaItem): number | null {
  return item.votes.find(({ question, verdict }) => question === 'adopt' && verdict?.passed)?.round ?? null;
}

/** HDA-11.3.3: passed items of which those concerned have not been told yet. */
export function untoldItems(state: CouncilState): AgendaItem[] {
  const isTold = ({ id, tellingsBefore = 0 }: AgendaItem) =>
    state.tellings.slice(tellingsBefore).some(({ itemIds }) => itemIds.includes(id));
  return state.items.filter((item) => isPassed(item) && !isTold(item));
}

/** The vote that is open, with its item: one at a time. */
export function openVote(state: CouncilState): { item: AgendaItem; vote: VoteRecord } | null {
  for (const item of state.items) {
    const vote = item.votes.find((one) => one.verdict === null);
    if (vote) return { item, vote };
  }
  return null;
}

/** Who is there for an item; without an item, for the sitting as a whole. */
export function attendanceFor(state: CouncilState, item: AgendaItem | null): ItemAttendance {
  const entries = Object.entries(sittingOf(state).attendance);
  return {
    due: state.due.map((member) => member.personId),
    checkedIn: entries.filter(([, one]) => one.checkedInAt !== null).map(([personId]) => personId),
    left: entries.filter(([, one]) => one.leftAt !== null).map(([personId]) => personId),
    recused: item ? item.recusals.map((recusal) => recusal.personId) : [],
  };
}

/** The quorum at the opening (reading 2). */
export function sittingQuorum(state: CouncilState): Quorum {
  return quorumOf(attendanceFor(state, null), state.rulebook['council.quorum']);
}

/** The quorum for one item, after recusals (readings 2 and 3). */
export function itemQuorum(state: CouncilState, item: AgendaItem): Quorum {
  return quorumOf(attendanceFor(state, item), state.rulebook['council.quorum']);
}

/** Everybody named in the council: they may read it and are told of it. */
export function participantsOf(state: CouncilState): string[] {
  const { chair, deputy, recorder } = state.officers;
  const responsible = state.tasks.map((task) => task.responsibleId);
  const due = state.due.map((member) => member.personId);
  const named = [chair, recorder, ...(deputy ? [deputy] : []), ...due, ...responsible];
  return [...new Set(named)];
}

/** Checked in, and not gone again. */
export function isPresent(state: CouncilState, personId: string): boolean {
  const attendance = sittingOf(state).attendance[personId];
  return attendance !== undefined && attendance.checkedInAt !== null && attendance.leftAt === null;
}

/** Papers whose days on the board are not over, also where they have not been taken down yet. */
export function hangingPapers({ publications }: CouncilState, now: Instant): PublicationState[] {
  return publications.filter(({ takenDownAt, takeDownAt }) => takenDownAt === null && now < takeDownAt);
}

/** A duty that may be extended, and that stands still with the council. */
export function isMovable({ kind }: DutyState): boolean {
  return MOVABLE.includes(kind);
}

/** Duties that may be extended now: each before its day has ended. */
export function extendableDuties({ duties }: CouncilState, now: Instant): DutyState[] {
  return Object.values(duties).filter((duty) => isMovable(duty) && isRunning(duty, now));
}

/** Tasks that are neither done nor withdrawn, of decisions that stand. */
export function openTasks({ tasks, items }: CouncilState): Task[] {
  const standing = items.filter(isPassed).map(({ id }) => id);
  return tasks.filter(
    ({ itemId, doneOn, withdrawnOn }) => doneOn === null && withdrawnOn === null && standing.includes(itemId),
  );
}

/** Those of them that this person may report on: their own, or every one for whoever acts for the office. */
export function openTasksOf(state: CouncilState, { personId, roles }: Standing): Task[] {
  return openTasks(state).filter((task) => roles.includes('staff') || task.responsibleId === personId);
}

/** The clause under which items go to the body above: of a grid council to the community's, of that one to the PWC. */
export function clauseOfEscalation({ level }: Pick<CouncilState, 'level'>): 'HDA-11.2.2' | 'HDA-11.2.3a' {
  return level === 'grid' ? 'HDA-11.2.2' : 'HDA-11.2.3a';
}
