import { civilDateOf, type CivilDate } from '../calendar/civil-date';
import { isOwed } from '../procedure/deadline';
import type { Standing } from '../procedure/model';
import { quorumOf, type ItemAttendance, type Quorum } from '../procedure/quorum';
import { signatories, type SignedDocument } from '../pwc/documents';
import type {
  Candidate,
  MeetingItem,
  MeetingNotice,
  MeetingState,
  Member,
  Sitting,
  Task,
  VoteMethod,
  VoteRecord,
} from './state';

/** Questions that the rules ask of a meeting's state. */

export function itemOf({ items }: MeetingState, itemId: string): MeetingItem | undefined {
  return items.find(({ id }) => id === itemId);
}

/** Somebody who is due at the meeting. */
export function memberOf({ members }: MeetingState, personId: string): Member | undefined {
  return members.find((member) => member.personId === personId);
}

/** Somebody who holds a seat by the roster as it was last read. */
export function holderOf({ holders }: MeetingState, personId: string): Member | undefined {
  return holders.find((holder) => holder.personId === personId);
}

/** The secretary on the roster; null while the seat is empty. */
export function secretaryOf({ holders }: MeetingState): string | null {
  return holders.find(({ position }) => position === 'secretary')?.personId ?? null;
}

export function deputiesOf({ holders }: MeetingState): string[] {
  return holders.filter(({ position }) => position === 'deputy').map(({ personId }) => personId);
}

/** The notice in force. Throws before one was issued. */
export function noticeOf({ notice }: MeetingState): MeetingNotice {
  if (!notice) throw new Error('no notice was issued');
  return notice;
}

/** The sitting announced or open. Throws before a notice was issued. */
export function sittingOf({ sitting }: MeetingState): Sitting {
  if (!sitting) throw new Error('no sitting was told of');
  return sitting;
}

export function isPersonnel({ category }: Pick<MeetingItem, 'category'>): boolean {
  return category === 'personnel';
}

/** PWR-3.1.11d: major matters and appointments are decided by ballot only; of what else the chair chooses. */
export function methodsFor(item: Pick<MeetingItem, 'category' | 'major'>): readonly VoteMethod[] {
  return item.major || isPersonnel(item) ? ['paper-ballot'] : ['oral', 'show-of-hands', 'paper-ballot'];
}

/** Items on the agenda without an outcome. */
export function openItems({ items }: MeetingState): MeetingItem[] {
  return items.filter(({ outcome }) => outcome === null);
}

/** Items that were put to the vote and have a result, or were heard. */
export function isDecided({ outcome }: MeetingItem): boolean {
  return outcome !== null && !['deferred', 'withdrawn', 'referred'].includes(outcome);
}

/** A vote on it was announced already: it is neither put off nor taken off any more [PWR-3.1.11g]. */
export function isCounted({ votes }: MeetingItem): boolean {
  return votes.some(({ verdict }) => verdict !== null);
}

/** Reading 3: even if everybody else came, those who are not recused could not make the quorum. */
export function isBeyondQuorum(state: MeetingState, item: MeetingItem): boolean {
  const { due, recused, needed } = itemQuorum(state, item);
  return recused > 0 && needed !== null && due - recused < needed;
}

/** Items that recusals keep from a vote: they, or the persons left of them, go to the district committee. */
export function referableItems(state: MeetingState): MeetingItem[] {
  return openItems(state).filter((item) => isBeyondQuorum(state, item));
}

/** Items on which the district committee has not decided yet. */
export function referredItems({ items }: MeetingState): MeetingItem[] {
  return items.filter(({ outcome, replaced }) => outcome === 'referred' && replaced === null);
}

/** PWR-4.3: what was resolved stands: adopted, in whole or for some persons, or not adopted. */
export function isResolved({ outcome }: MeetingItem): boolean {
  return outcome === 'adopted' || outcome === 'partly-adopted' || outcome === 'not-adopted';
}

/** The day of the decision that is told and carried out: of what was referred, the district committee's (reading 3). */
export function effectiveOn({ outcome, decidedOn, replaced }: MeetingItem): CivilDate | null {
  return outcome === 'referred' ? (replaced?.on ?? null) : decidedOn;
}

/** What is to be carried out. */
export function isAdopted({ outcome, replaced }: MeetingItem): boolean {
  if (replaced) return replaced.outcome === 'adopted';
  return outcome === 'adopted' || outcome === 'partly-adopted';
}

/** Persons of an item on whom no vote was taken yet [PWR-3.1.11f]. */
export function candidatesLeft({ candidates, votes }: MeetingItem): Candidate[] {
  return candidates.filter(({ id }) => !votes.some(({ candidateId }) => candidateId === id));
}

export function openVote(state: MeetingState): { item: MeetingItem; vote: VoteRecord } | null {
  for (const item of openItems(state)) {
    const vote = item.votes.find(({ verdict }) => verdict === null);
    if (vote) return { item, vote };
  }
  return null;
}

/** Who is there for an item; without an item, for the meeting as a whole. */
export function attendanceFor(state: MeetingState, item: MeetingItem | null): ItemAttendance {
  const entries = Object.entries(sittingOf(state).attendance);
  return {
    due: state.members.map(({ personId }) => personId),
    checkedIn: entries.filter(([, { checkedInAt }]) => checkedInAt !== null).map(([person]) => person),
    left: entries.filter(([, { leftAt }]) => leftAt !== null).map(([person]) => person),
    recused: item ? item.recusals.map(({ personId }) => personId) : [],
  };
}

/** PWR-3.1.4a: half or more of the members. */
export function meetingQuorum(state: MeetingState): Quorum {
  return quorumOf(attendanceFor(state, null), state.rulebook['pwc.quorum']);
}

/** PWR-3.1.4a, PWR-3.1.4b: the same for one item after recusal; two thirds or more for personnel. */
export function itemQuorum(state: MeetingState, item: MeetingItem): Quorum {
  const { rulebook } = state;
  return quorumOf(attendanceFor(state, item), rulebook[isPersonnel(item) ? 'pwc.personnelQuorum' : 'pwc.quorum']);
}

/** Checked in, and not gone again. */
export function isPresent(state: MeetingState, personId: string): boolean {
  const one = state.sitting?.attendance[personId];
  return one !== undefined && one.checkedInAt !== null && one.leftAt === null;
}

/** Who was checked in to the sitting, also when they have left. */
export function checkedIn({ sitting, members }: MeetingState): string[] {
  const due = members.map(({ personId }) => personId);
  return due.filter((personId) => sitting?.attendance[personId]?.checkedInAt != null);
}

/** Whether somebody has opened the sitting, spoken in it, or counted in it for a vote or for the hearing of an item. */
export function hasCounted(state: MeetingState, personId: string): boolean {
  const { round, openedBy, attendance } = sittingOf(state);
  const since = attendance[personId]?.checkedInAt ?? Infinity;
  const day = civilDateOf(noticeOf(state).meetingAt);
  return (
    openedBy === personId ||
    state.items.some(
      ({ statements, votes, outcome, decidedOn, absent }) =>
        statements.some((one) => one.personId === personId && one.at >= since) ||
        votes.some((vote) => vote.round === round && vote.electors.includes(personId)) ||
        (outcome === 'noted' && decidedOn === day && !absent.includes(personId)),
    )
  );
}

export function isRecused({ recusals }: MeetingItem, personId: string): boolean {
  return recusals.some((one) => one.personId === personId);
}

/** Members who are not there now. */
export function absentMembers(state: MeetingState): string[] {
  return state.members.map(({ personId }) => personId).filter((person) => !isPresent(state, person));
}

/** PWR-3.1.10b: absent members who were neither asked beforehand nor told of a major matter yet. */
export function uninformed(item: MeetingItem): string[] {
  if (!item.major || !isDecided(item)) return [];
  return item.absent.filter((person) => !item.informed.some(({ personId }) => personId === person));
}

/** Whom somebody can ask beforehand or tell afterwards of an item now. */
export function toInform(state: MeetingState, item: MeetingItem): string[] {
  if (!item.major) return [];
  if (item.outcome !== null) return uninformed(item);
  return absentMembers(state).filter((person) => !item.informed.some(({ personId }) => personId === person));
}

/** PWR-3.1.9: items whose papers are still to be sent round. In the sitting only what was added late. */
export function uncirculatedItems(state: MeetingState): MeetingItem[] {
  const open = openItems(state).filter(({ circulatedOn }) => circulatedOn === null);
  return state.stage === 'sitting' ? open.filter(({ lateReason }) => lateReason !== null) : open;
}

export function unreadItems(state: MeetingState, personId: string): MeetingItem[] {
  return openItems(state).filter(
    ({ circulatedOn, readBy }) => circulatedOn !== null && !readBy.some((one) => one.personId === personId),
  );
}

/** PWW-3.1b: decided items that were not told downward yet. */
export function untoldItems({ items }: MeetingState): MeetingItem[] {
  return items.filter((item) => (isDecided(item) || isSettledAbove(item)) && item.toldOn === null);
}

function isSettledAbove({ outcome, replaced }: MeetingItem): boolean {
  return outcome === 'referred' && replaced !== null;
}

/** PWR-4.4: adopted items for which neither a task was assigned nor said that none is needed. */
export function unassignedItems({ items, tasks }: MeetingState): MeetingItem[] {
  return items.filter(
    (item) => isAdopted(item) && item.noTask === null && !tasks.some((task) => task.itemId === item.id && isLive(task)),
  );
}

function isLive({ withdrawnOn }: Task): boolean {
  return withdrawnOn === null;
}

/** Tasks that are neither done nor withdrawn, of decisions that stand. */
export function openTasks({ tasks, items }: MeetingState): Task[] {
  const standing = items.filter(isAdopted).map(({ id }) => id);
  return tasks.filter(
    ({ itemId, doneOn, withdrawnOn }) => doneOn === null && withdrawnOn === null && standing.includes(itemId),
  );
}

/** Those of them on which this person may report: their own, or every one for the Party affairs office. */
export function openTasksOf(state: MeetingState, { personId, roles }: Standing): Task[] {
  return openTasks(state).filter((one) => roles.includes('party-affairs-office') || one.responsibleId === personId);
}

export function documentOf({ documents }: MeetingState, documentId: string): SignedDocument | undefined {
  return documents.find(({ id }) => id === documentId);
}

/** Documents that this person may sign now. */
export function documentsToSign({ documents }: MeetingState, personId: string): SignedDocument[] {
  return documents.filter((document) => signatories(document).includes(personId));
}

/** Documents that may still be dropped: the minutes may not. */
export function droppableDocuments({ documents }: MeetingState): SignedDocument[] {
  return documents.filter(
    ({ kind, status }) => kind !== 'minutes' && (status === 'submitted' || status === 'returned'),
  );
}

export function returnedDocuments({ documents }: MeetingState): SignedDocument[] {
  return documents.filter(({ status }) => status === 'returned');
}

/** Resolved items that were not reopened yet. */
export function standingItems({ items }: MeetingState): MeetingItem[] {
  return items.filter((item) => isResolved(item) && item.reopenedOn === null && item.replaced === null);
}

/** Those who watched over a ballot on paper, and counted it. */
export function tellersOf({ items }: MeetingState): string[] {
  const votes = items.flatMap((item) => item.votes);
  return votes.flatMap(({ scrutineerId, tellerId }) => [scrutineerId, tellerId]).filter((one) => one !== null);
}

/** Everybody named in the meeting: they may read it and are told of it. */
export function participantsOf(state: MeetingState): string[] {
  const { members, holders, pastSittings, recorder, delegation, tasks, documents } = state;
  const seats = [...members, ...holders, ...pastSittings.flatMap((past) => past.members)];
  const named = [
    ...seats.map(({ personId }) => personId),
    recorder,
    ...(delegation ? [delegation.personId] : []),
    ...tasks.map(({ responsibleId }) => responsibleId),
    ...documents.flatMap(({ directorId, delegations }) => [
      ...(directorId === null ? [] : [directorId]),
      ...delegations.map(({ toId }) => toId),
    ]),
  ];
  return [...new Set(named)];
}

/** Whether the meeting has nothing left to do: its minutes are signed, nothing is owed and no document waits. */
export function isFinished(state: MeetingState): boolean {
  const { stage, duties, documents } = state;
  return (
    stage === 'carrying-out' &&
    !Object.values(duties).some(isOwed) &&
    referredItems(state).length === 0 &&
    documents.every(({ status }) => status === 'signed' || status === 'withdrawn')
  );
}
