import { civilDateOf } from '../../calendar/civil-date';
import { fixedDay } from '../../calendar/deadline';
import { meetDuty, setDuty } from '../../procedure/deadline';
import type { Context, Decision } from '../../procedure/model';
import { refuse, type Refusal } from '../../refusal';
import { evolve } from '../evolve';
import { noticeOf, sittingOf } from '../parts';
import { isPresent, itemOf, itemQuorum, participantsOf, referableItems, sittingQuorum } from '../reading';
import type { CouncilEvent, CouncilState } from '../state';
import { unknownItem } from './attendance';
import { promptly } from '../../procedure/prompt-duty';
import { settledOrigins } from './escalation';
import { goingUp, telling } from './owed';

type Outcome = Decision<CouncilEvent> | Refusal;

/** Opens the sitting: the time and the quorum were judged. It was announced for this day and ends on it, or is adjourned. */
export function openSitting(state: CouncilState, _: object, context: Context): Outcome {
  const { round, meetingAt } = noticeOf(state);
  const quorum = sittingQuorum(state);
  const dueOn = civilDateOf(meetingAt);
  const close = fixedDay(dueOn, 'HDA-11.1.2', context.calendar);
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
  const renew = { kind: 'renew-notice', within: 'council.renewNoticeWithinDays', clause: 'HDA-11.1.2' } as const;
  const owed = promptly(state, { ...renew, subject: String(round) }, context);
  const persons = participantsOf(state);
  return {
    events: [
      { type: 'sitting-adjourned', data: { at: context.now, reason: context.keep(input.reason), quorum } },
      ...meetDuty(state.duties, `hold-sitting:${round}`, context.now),
      ...meetDuty(state.duties, `close-sitting:${round}`, context.now),
      owed,
      ...telling(state, context),
    ],
    notices: [{ kind: 'council-adjourned', clause: 'HDA-11.1.2', persons, params: { round } }],
    answer: { quorum, newNoticeDueOn: owed.data.deadline.dueOn },
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

/**
 * Closes the sitting. Owed from then on: the result on the board, and what passed told to those concerned [HDA-11.3.3]; passed items
 * filed by a grid council [HDA-11.2.2] or put to the assembly by the community's [HDA-11.3.1]; what was not agreed on put before the body
 * above [HDA-11.2.2, HDA-11.2.3a].
 */
export function closeSitting(state: CouncilState, _: object, context: Context): Outcome {
  const { round } = noticeOf(state);
  const heldOn = civilDateOf(sittingOf(state).openedAt ?? context.now);
  const closed: CouncilEvent = { type: 'sitting-closed', data: { at: context.now, on: heldOn } };
  const after = evolve(state, closed);
  const publish = { kind: 'publish-result', within: 'council.publishWithinDays', clause: 'HDA-11.3.3' } as const;
  return {
    events: [
      closed,
      ...meetDuty(state.duties, `close-sitting:${round}`, context.now),
      promptly(state, publish, context),
      ...telling(state, context),
      ...goingUp(after, context),
    ],
    agenda: settledOrigins(after),
  };
}
