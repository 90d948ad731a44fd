import { civilDateOf, endOfDay } from '../../calendar/civil-date';
import { dueWithin, type Deadline } from '../../calendar/deadline';
import { meetDuty, setDuty } from '../../procedure/deadline';
import type { Context, Decision } from '../../procedure/model';
import { refuse, type Refusal } from '../../refusal';
import { noticeOf, sittingOf } from '../evolve';
import {
  isPassed,
  isPresent,
  itemOf,
  itemQuorum,
  participantsOf,
  passedInRound,
  referableItems,
  sittingQuorum,
  untoldItems,
} from '../reading';
import type { CouncilEvent, CouncilState } from '../state';
import { unknownItem } from './attendance';

type Outcome = Decision<CouncilEvent> | Refusal;

/** Opens the sitting: the time and the quorum were judged. It was announced for this day and ends on it, or is adjourned. */
export function openSitting(state: CouncilState, _: object, context: Context): Outcome {
  const { round, meetingAt } = noticeOf(state);
  const quorum = sittingQuorum(state);
  const dueOn = civilDateOf(meetingAt);
  const close: Deadline = {
    dueOn,
    dueAt: endOfDay(dueOn),
    clause: 'HDA-11.1.2',
    calendarVersion: context.calendar.version,
    provisional: false,
    explanation: [{ code: 'due', date: dueOn, clause: 'HDA-11.1.2', params: {} }],
  };
  return {
    events: [
      { type: 'sitting-opened', data: { at: context.now, quorum, chair: context.actor.personId } },
      ...meetDuty(state.duties, `hold-sitting:${round}`, context.now),
      setDuty(`close-sitting:${round}`, 'close-sitting', close, 0, context.now),
    ],
    answer: { quorum },
  };
}

/**
 * Without a quorum, or for a reason, the sitting is adjourned: what is decided stays and is told, the rest waits for a new notice
 * [HDA-11.1.2, HDA-11.3.3].
 */
export function adjourn(state: CouncilState, input: { reason: string }, context: Context): Outcome {
  const { round } = noticeOf(state);
  const quorum = sittingQuorum(state);
  const days = state.rulebook['council.renewNoticeWithinDays'];
  const period = { eventOn: context.today, days, unit: 'natural', clause: 'HDA-11.1.2' } as const;
  const deadline = dueWithin(period, context.calendar);
  const remind = state.rulebook['deadline.remindDaysAhead'];
  const persons = participantsOf(state);
  return {
    events: [
      { type: 'sitting-adjourned', data: { at: context.now, reason: context.keep(input.reason), quorum } },
      ...meetDuty(state.duties, `hold-sitting:${round}`, context.now),
      ...meetDuty(state.duties, `close-sitting:${round}`, context.now),
      setDuty(`renew-notice:${round}`, 'renew-notice', deadline, remind, context.now),
      ...telling(state, context),
    ],
    notices: [{ kind: 'council-adjourned', clause: 'HDA-11.1.2', persons, params: { round } }],
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
  if (item.outcome) return refuse('council.item-decided', 'HDA-11.2.1', { outcome: item.outcome });
  const personId = input.personId ?? null;
  if (personId && !isPresent(state, personId)) return refuse('council.not-present', null, { personId });
  const isRecused = (person: string | null) => item.recusals.some((recusal) => recusal.personId === person);
  if (isRecused(personId) || isRecused(context.actor.personId)) return refuse('council.recused', null);
  const statement = { personId, text: context.keep(input.text), at: context.now };
  return { events: [{ type: 'statement-recorded', data: { itemId: item.id, statement } }] };
}

/** Reading 3: an item on which recusals leave no quorum goes to the body above, with the arithmetic. */
export function referItem(state: CouncilState, { itemId }: { itemId: string }, context: Context): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  if (!referableItems(state).includes(item)) return refuse('council.nothing-to-refer', 'HDA-9');
  const quorum = itemQuorum(state, item);
  return { events: [{ type: 'item-referred', data: { itemId, quorum, on: context.today } }], answer: { quorum } };
}

/** Closes the sitting. What was decided is owed to residents on the board, and what passed to those concerned [HDA-11.3.3]. */
export function closeSitting(state: CouncilState, _: object, context: Context): Outcome {
  const { round } = noticeOf(state);
  const days = state.rulebook['council.publishWithinDays'];
  const publish = dueWithin({ eventOn: context.today, days, unit: 'natural', clause: 'HDA-11.3.3' }, context.calendar);
  const heldOn = civilDateOf(sittingOf(state).openedAt ?? context.now);
  return {
    events: [
      { type: 'sitting-closed', data: { at: context.now, on: heldOn } },
      ...meetDuty(state.duties, `close-sitting:${round}`, context.now),
      setDuty('publish-result', 'publish-result', publish, state.rulebook['deadline.remindDaysAhead'], context.now),
      ...telling(state, context),
    ],
  };
}

/** HDA-11.3.3: what passed in this sitting is told to those concerned promptly, also when the rest was adjourned. */
function telling(state: CouncilState, context: Context): CouncilEvent[] {
  const { round } = noticeOf(state);
  if (!untoldItems(state).some((item) => isPassed(item) && passedInRound(item) === round)) return [];
  const days = state.rulebook['council.tellWithinDays'];
  const deadline = dueWithin({ eventOn: context.today, days, unit: 'natural', clause: 'HDA-11.3.3' }, context.calendar);
  return [
    setDuty(
      `tell-concerned:${round}`,
      'tell-concerned',
      deadline,
      state.rulebook['deadline.remindDaysAhead'],
      context.now,
    ),
  ];
}
