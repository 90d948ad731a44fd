import type { Context, Decision } from '../../procedure/model';
import { refuse, type Refusal } from '../../refusal';
import { isPresent, itemOf, openVote, participantsOf } from '../reading';
import type { CouncilEvent, CouncilState } from '../state';

type Outcome = Decision<CouncilEvent> | Refusal;

/** Leave of absence, asked by the member or recorded for them before the sitting opens. */
export function recordLeave(
  state: CouncilState,
  input: { personId: string; reason: string },
  context: Context,
): Outcome {
  const wrong = mustBeDue(state, input.personId);
  if (wrong) return wrong;
  return {
    events: [{ type: 'leave-recorded', data: { personId: input.personId, reason: context.keep(input.reason) } }],
  };
}

/** Reading 2: present are those checked in. Whoever left and comes back checks in again. */
export function checkIn(state: CouncilState, { personId }: { personId: string }, context: Context): Outcome {
  const wrong = mustBeDue(state, personId);
  if (wrong) return wrong;
  if (isPresent(state, personId)) return refuse('council.checked-in-already', null, { personId });
  return { events: [{ type: 'checked-in', data: { personId, at: context.now } }] };
}

export function leaveEarly(state: CouncilState, { personId }: { personId: string }, context: Context): Outcome {
  if (!isPresent(state, personId)) return refuse('council.not-present', null, { personId });
  return { events: [{ type: 'left-early', data: { personId, at: context.now } }] };
}

/** Guests sit in without a vote: they are never counted. */
export function admitGuest(_: CouncilState, input: { name: string; capacity: string }, context: Context): Outcome {
  return {
    events: [{ type: 'guest-admitted', data: { guest: { name: context.keep(input.name), capacity: input.capacity } } }],
  };
}

/**
 * Reading 3: bars a member from discussing and voting on one item, and whoever chairs or records from doing so for it. Not while a vote
 * on it is open: its electorate is fixed.
 */
export function recuse(
  state: CouncilState,
  input: { itemId: string; personId: string; reason: string },
  context: Context,
): Outcome {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  if (!participantsOf(state).includes(input.personId)) return notDue(input.personId);
  if (item.outcome) return refuse('council.item-decided', 'HDA-11.2.1', { outcome: item.outcome });
  if (openVote(state)?.item.id === item.id) return refuse('council.vote-open', 'HDA-11.2.1');
  if (item.recusals.some(({ personId }) => personId === input.personId)) return refuse('council.recused-already', null);
  const recusal = { personId: input.personId, reason: context.keep(input.reason) };
  return { events: [{ type: 'recused', data: { itemId: item.id, recusal } }] };
}

/** Refuses a person who is not on the list of those due (reading 2). */
function mustBeDue(state: CouncilState, personId: string): Refusal | null {
  return state.due.some((member) => member.personId === personId) ? null : notDue(personId);
}

function notDue(personId: string): Refusal {
  return refuse('council.not-due', 'HDA-9', { personId });
}

/** The refusal of an item that the council does not have. */
export function unknownItem(itemId: string): Refusal {
  return refuse('council.unknown-item', null, { itemId });
}
