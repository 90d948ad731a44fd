import { dueWithin } from '../../calendar/deadline';
import { meetDuty, setDuty } from '../../procedure/deadline';
import type { Context, Decision } from '../../procedure/model';
import { refuse, type Refusal } from '../../refusal';
import { noticeOf, sittingOf } from '../evolve';
import { isPassed, itemOf, openVote, sittingQuorum } from '../reading';
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

/** Reading 3: bars a member from discussing and voting on one item. Not once a vote on it has begun. */
export function recuse(
  state: CouncilState,
  input: { itemId: string; personId: string; reason: string },
  context: Context,
): Outcome {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  const wrong = mustBeDue(state, input.personId);
  if (wrong) return wrong;
  if (item.outcome) return refuse('council.item-decided', 'HDA-11.2.1', { outcome: item.outcome });
  if (openVote(state)?.item.id === item.id) return refuse('council.vote-open', 'HDA-11.2.1');
  if (item.recusals.some(({ personId }) => personId === input.personId)) return refuse('council.recused-already', null);
  const recusal = { personId: input.personId, reason: context.keep(input.reason) };
  return { events: [{ type: 'recused', data: { itemId: item.id, recusal } }] };
}

/** Opens the sitting: the time and the quorum were judged. The announced sitting is thereby held. */
export function openSitting(state: CouncilState, _: object, context: Context): Outcome {
  const quorum = sittingQuorum(state);
  const opened: CouncilEvent = {
    type: 'sitting-opened',
    data: { at: context.now, quorum, chair: context.actor.personId },
  };
  return {
    events: [opened, ...meetDuty(state.duties, `hold-sitting:${noticeOf(state).round}`, context.now)],
    answer: { quorum },
  };
}

/** Without a quorum, or for a reason, the sitting is adjourned: what is decided stays, the rest waits for a new notice [HDA-11.1.2]. */
export function adjourn(state: CouncilState, input: { reason: string }, context: Context): Outcome {
  const { round } = noticeOf(state);
  const quorum = sittingQuorum(state);
  const deadline = dueWithin(
    {
      eventOn: context.today,
      days: state.rulebook['council.renewNoticeWithinDays'],
      unit: 'natural',
      clause: 'HDA-11.1.2',
    },
    context.calendar,
  );
  const remind = state.rulebook['deadline.remindDaysAhead'];
  return {
    events: [
      { type: 'sitting-adjourned', data: { at: context.now, reason: context.keep(input.reason), quorum } },
      ...meetDuty(state.duties, `hold-sitting:${round}`, context.now),
      setDuty(`renew-notice:${round}`, 'renew-notice', deadline, remind, context.now),
    ],
    notices: [
      {
        kind: 'council-adjourned',
        clause: 'HDA-11.1.2',
        persons: state.due.map(({ personId }) => personId),
        params: { round },
      },
    ],
    answer: { quorum, newNoticeDueOn: deadline.dueOn },
  };
}

/** A note of the discussion of one item, by the recorder [HDA-11.2.3b]. A recused member does not discuss (reading 3). */
export function recordStatement(
  state: CouncilState,
  input: { itemId: string; personId?: string | undefined; text: string },
  context: Context,
): Outcome {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  const personId = input.personId ?? null;
  if (personId && !isPresent(state, personId)) return refuse('council.not-present', null, { personId });
  if (item.recusals.some((recusal) => recusal.personId === personId)) return refuse('council.recused', null);
  const statement = { personId, text: context.keep(input.text), at: context.now };
  return { events: [{ type: 'statement-recorded', data: { itemId: item.id, statement } }] };
}

/** Closes the sitting. What passed is owed to those concerned, in words and on the board, from this day on [HDA-11.3.3]. */
export function closeSitting(state: CouncilState, _: object, context: Context): Outcome {
  const remind = state.rulebook['deadline.remindDaysAhead'];
  const owed = (kind: 'tell-concerned' | 'publish-result', days: number): CouncilEvent => {
    const deadline = dueWithin(
      { eventOn: context.today, days, unit: 'natural', clause: 'HDA-11.3.3' },
      context.calendar,
    );
    return setDuty(kind, kind, deadline, remind, context.now);
  };
  const events: CouncilEvent[] = [
    { type: 'sitting-closed', data: { at: context.now, on: context.today } },
    owed('publish-result', state.rulebook['council.publishWithinDays']),
  ];
  if (state.items.some(isPassed)) events.push(owed('tell-concerned', state.rulebook['council.tellWithinDays']));
  return { events };
}

/** Refuses a person who is not on the list of those due (reading 2). */
function mustBeDue(state: CouncilState, personId: string): Refusal | null {
  return state.due.some((member) => member.personId === personId)
    ? null
    : refuse('council.not-due', 'HDA-9', { personId });
}

export function isPresent(state: CouncilState, personId: string): boolean {
  const attendance = sittingOf(state).attendance[personId];
  return attendance !== undefined && attendance.checkedInAt !== null && attendance.leftAt === null;
}

export function unknownItem(itemId: string): Refusal {
  return refuse('council.unknown-item', null, { itemId });
}
