import type { CivilDate } from '../../calendar/civil-date';
import type { Context, Decision } from '../../procedure/model';
import { refuse, type Refusal } from '../../refusal';
import { checkedIn, deputiesOf, hasCounted, isPresent, isRecused, itemOf, memberOf, openVote } from '../reading';
import type { MeetingEvent, MeetingState } from '../state';
import { decidedAlready, unknownItem } from './agenda';
import { checkMembers, checkRecorder, membersOf } from './begin';

type Outcome = Decision<MeetingEvent> | Refusal;

/** PWR-3.1.2: the secretary, unable to attend, lets a deputy convene and chair; on record, and nobody else. */
export function delegateChair(
  state: MeetingState,
  { personId, reason }: { personId: string; reason: string },
  context: Context,
): Outcome {
  if (!deputiesOf(state).includes(personId)) return refuse('pwc.delegate-not-deputy', 'PWR-3.1.2', { personId });
  const delegation = { personId, reason: context.keep(reason), at: context.now };
  return {
    events: [{ type: 'chair-delegated', data: { delegation } }],
    notices: [{ kind: 'pwc-chair-delegated', clause: 'PWR-3.1.2', persons: [personId], params: {} }],
  };
}

/** Reading 2: the roster has changed. Before the meeting those due change with it, afterwards who signs and carries out. */
export function updateRoster(state: MeetingState, _: object, context: Context): Outcome {
  const holders = membersOf(context.roster);
  const wrong = checkMembers(holders) ?? checkRecorder(holders, state.recorder);
  if (wrong) return wrong;
  if (sameMembers(state.holders, holders)) return refuse('pwc.roster-unchanged', 'PWR-3.1.3');
  const isBefore = state.stage === 'noticed';
  const before = state.holders.map(({ personId }) => personId);
  const persons = holders.map(({ personId }) => personId).filter((personId) => !before.includes(personId));
  const event: MeetingEvent = isBefore
    ? { type: 'members-listed', data: { members: holders } }
    : { type: 'seats-changed', data: { holders } };
  return {
    events: [event],
    notices: [{ kind: 'pwc-seat-taken', clause: 'PWR-3.1.3', persons, params: {} }],
    answer: { members: holders.length },
  };
}

/** Whether it is still the same people in the same seats. */
export function sameMembers(one: MeetingState['members'], other: MeetingState['members']): boolean {
  const seats = (some: MeetingState['members']) =>
    some.map(({ personId, position }) => `${personId}/${position}`).sort();
  return seats(one).join() === seats(other).join();
}

/** PWR-3.1.14: somebody else keeps the record from now on. */
export function changeRecorder(
  state: MeetingState,
  { recorder, reason }: { recorder: string; reason: string },
  context: Context,
): Outcome {
  const wrong = checkRecorder(state.holders, recorder);
  if (wrong) return wrong;
  if (openVote(state)) return refuse('pwc.vote-open', 'PWR-3.1.11e');
  return {
    events: [{ type: 'recorder-changed', data: { recorder, reason: context.keep(reason) } }],
    notices: [{ kind: 'pwc-recorder-named', clause: 'PWR-3.1.14', persons: [recorder], params: {} }],
  };
}

/** PWR-3.1.4c: leave is asked, or recorded for a member, before the meeting. */
export function recordLeave(
  state: MeetingState,
  { personId, reason }: { personId: string; reason: string },
  context: Context,
): Outcome {
  const wrong = mustBeMember(state, personId);
  if (wrong) return wrong;
  if (isPresent(state, personId)) return refuse('pwc.checked-in-already', 'PWR-3.1.4c', { personId });
  return { events: [{ type: 'leave-recorded', data: { personId, reason: context.keep(reason) } }] };
}

/** PWR-3.1.4d: what a member who cannot come thinks of an item, in writing. It is shown, and never counted [PWR-3.1.11b]. */
export function giveOpinion(
  state: MeetingState,
  { itemId, text }: { itemId: string; text: string },
  context: Context,
): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  if (item.outcome) return decidedAlready(item);
  const { personId } = context.actor;
  if (isRecused(item, personId)) return refuse('pwc.recused', 'PWR-3.1.12');
  const opinion = { personId, text: context.keep(text), at: context.now };
  return { events: [{ type: 'opinion-given', data: { itemId, opinion } }] };
}

/** PWR-3.1.3: somebody is invited for some of the items; guests have no vote and are never counted. */
export function inviteGuest(
  state: MeetingState,
  input: { name: string; capacity: string; itemIds: readonly string[]; toldOn?: CivilDate | undefined },
  context: Context,
): Outcome {
  const other = input.itemIds.find((itemId) => !itemOf(state, itemId));
  if (other) return unknownItem(other);
  const { capacity, itemIds, toldOn = null } = input;
  if (toldOn !== null && toldOn > context.today)
    return refuse('pwc.told-in-the-future', 'PWR-3.1.6a', { on: toldOn, today: context.today });
  const guest = { name: context.keep(input.name), capacity, itemIds: [...new Set(itemIds)], toldOn };
  return { events: [{ type: 'guest-invited', data: { guest } }] };
}

/** PWR-3.1.12: a member whom the item concerns, or a relative of whom, stands aside: neither speaks nor votes on it (reading 3). */
export function recuse(
  state: MeetingState,
  { itemId, personId, reason }: { itemId: string; personId: string; reason: string },
  context: Context,
): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  const wrong = mustBeMember(state, personId);
  if (wrong) return wrong;
  if (item.outcome) return decidedAlready(item);
  if (openVote(state)?.item.id === itemId) return refuse('pwc.vote-open', 'PWR-3.1.12');
  if (isRecused(item, personId)) return refuse('pwc.recused-already', 'PWR-3.1.12');
  const recusal = { personId, reason: context.keep(reason) };
  return { events: [{ type: 'recused', data: { itemId, recusal } }] };
}

/** Reading 2: present are those checked in. Whoever left and comes back checks in again. */
export function checkIn(state: MeetingState, { personId }: { personId: string }, context: Context): Outcome {
  const wrong = mustBeMember(state, personId);
  if (wrong) return wrong;
  if (isPresent(state, personId)) return refuse('pwc.checked-in-already', 'PWR-3.1.3', { personId });
  return { events: [{ type: 'checked-in', data: { personId, at: context.now } }] };
}

export function leaveEarly(state: MeetingState, { personId }: { personId: string }, context: Context): Outcome {
  if (!isPresent(state, personId)) return refuse('pwc.not-present', 'PWR-3.1.3', { personId });
  return { events: [{ type: 'left-early', data: { personId, at: context.now } }] };
}

/**
 * Who was checked in by mistake was not there: their entry is taken back, and both stay on record. Not any more once they have counted for anything:
 * what was announced is not changed afterwards [PWR-3.1.11g].
 */
export function correctAttendance(
  state: MeetingState,
  { personId, reason }: { personId: string; reason: string },
  { now: at, actor, keep }: Context,
): Outcome {
  if (!checkedIn(state).includes(personId)) return refuse('pwc.not-present', 'PWR-3.1.3', { personId });
  if (hasCounted(state, personId)) return refuse('pwc.took-part', 'PWR-3.1.11g', { personId });
  return {
    events: [{ type: 'attendance-corrected', data: { personId, reason: keep(reason), by: actor.personId, at } }],
  };
}

function mustBeMember(state: MeetingState, personId: string): Refusal | null {
  return memberOf(state, personId) ? null : refuse('pwc.not-a-member', 'PWR-3.1.3', { personId });
}
