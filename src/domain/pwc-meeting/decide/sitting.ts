import { civilDateOf, type CivilDate } from '../../calendar/civil-date';
import { fixedDay } from '../../calendar/deadline';
import { judgeRole } from '../../procedure/actions';
import { doneOn, meetDuty, setDuty, voidDuties } from '../../procedure/deadline';
import type { Context, Decision } from '../../procedure/model';
import { promptly } from '../../procedure/prompt-duty';
import { refuse, type Refusal } from '../../refusal';
import { MEETING_ACTIONS } from '../actions';
import { evolve } from '../evolve';
import { officesOf } from '../judge';
import {
  isDecided,
  isPresent,
  isRecused,
  itemOf,
  meetingQuorum,
  noticeOf,
  participantsOf,
  secretaryOf,
  sittingOf,
  toInform,
  uninformed,
  itemQuorum,
} from '../reading';
import type { Informed, MeetingEvent, MeetingItem, MeetingState } from '../state';
import { decidedAlready, unknownItem } from './agenda';
import { checkMembers, checkRecorder, membersOf } from './begin';
import { sameMembers } from './attendance';
import { withClosing } from './owed';

type Outcome = Decision<MeetingEvent> | Refusal;

/** PWR-3.1.2, PWR-3.1.4a: opens the meeting with the roster of the day (reading 2): half or more are there, and so is who chairs. */
export function openSitting(state: MeetingState, _: object, context: Context): Outcome {
  const members = membersOf(context.roster);
  const listed: MeetingEvent[] = sameMembers(state.members, members)
    ? []
    : [{ type: 'members-listed', data: { members } }];
  const now = listed.reduce<MeetingState>(evolve, state);
  const wrong =
    checkMembers(members) ??
    checkRecorder(members, state.recorder) ??
    judgeRole(MEETING_ACTIONS, 'open-sitting', officesOf(now, context.actor.personId)) ??
    judgeChair(now, null, context);
  if (wrong) return wrong;
  const quorum = meetingQuorum(now);
  const { quorate, due, present, needed } = quorum;
  if (!quorate) return refuse('pwc.no-quorum', 'PWR-3.1.4a', { due, present, needed });
  const { round, meetingAt } = noticeOf(state);
  const close = fixedDay(civilDateOf(meetingAt), 'PWR-3.1.6a', context.calendar);
  return {
    events: [
      ...listed,
      { type: 'sitting-opened', data: { at: context.now, quorum, chair: context.actor.personId } },
      ...meetDuty(state.duties, `hold-meeting:${round}`, context.now),
      setDuty(`close-sitting:${round}`, 'close-sitting', close, 0, context.now),
    ],
    answer: { quorum },
  };
}

/** PWR-3.1.2, PWR-3.1.12: who chairs is there and not recused; a deputy by delegation only in the secretary's place. */
export function judgeChair(state: MeetingState, item: MeetingItem | null, { actor }: Context): Refusal | null {
  const { personId } = actor;
  if (!isPresent(state, personId)) return refuse('pwc.chair-absent', 'PWR-3.1.2');
  if (item && isRecused(item, personId)) return refuse('pwc.chair-recused', 'PWR-3.1.12');
  const secretary = secretaryOf(state);
  if (secretary === null || secretary === personId) return null;
  const isThere = isPresent(state, secretary) && !(item && isRecused(item, secretary));
  return isThere ? refuse('pwc.secretary-chairs', 'PWR-3.1.2') : null;
}

/** Without a quorum, or for a reason, the rest of the agenda waits for a new notice; what was decided stands and is told. */
export function adjourn(state: MeetingState, input: { reason: string }, context: Context): Outcome {
  const wrong = state.stage === 'sitting' ? judgeChair(state, null, context) : null;
  if (wrong) return wrong;
  const { round } = noticeOf(state);
  const renew = { kind: 'renew-notice', within: 'pwc.renewNoticeWithinDays', clause: 'PWR-3.1.6a' } as const;
  const owed = promptly(state, { ...renew, subject: String(round) }, context);
  const quorum = meetingQuorum(state);
  return {
    events: [
      { type: 'sitting-adjourned', data: { at: context.now, reason: context.keep(input.reason), quorum } },
      ...['hold-meeting', 'close-sitting'].flatMap((kind) => meetDuty(state.duties, `${kind}:${round}`, context.now)),
      ...voidDuties(state.duties, (key) => key === `circulate-papers:${round}`),
      owed,
    ],
    notices: [{ kind: 'pwc-adjourned', clause: 'PWR-3.1.6a', persons: participantsOf(state), params: {} }],
    answer: { quorum, newNoticeDueOn: owed.data.deadline.dueOn },
  };
}

/** PWR-3.1.7a: what came of the prior consultation is reported at the meeting; it never replaces the decision. */
export function reportConsultation(
  state: MeetingState,
  { itemId, text }: { itemId: string; text: string },
  context: Context,
): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  if (item.outcome) return decidedAlready(item);
  // Reported late it is still reported; what was reported is not written anew once the discussion is over.
  if (item.summary && item.consultation) return refuse('pwc.summed-up', 'PWR-3.1.10a');
  const wrong = judgeReporting(state, item, context);
  if (wrong) return wrong;
  return { events: [{ type: 'consultation-reported', data: { itemId, text: context.keep(text) } }] };
}

/** PWR-3.1.4a, PWR-3.1.4b, after recusal (reading 3): the arithmetic goes with the refusal. */
export function judgeQuorum(state: MeetingState, item: MeetingItem): Refusal | null {
  const { quorate, due, present, recused, needed, quorateWithoutRecused } = itemQuorum(state, item);
  if (quorate) return null;
  const clause = item.category === 'personnel' ? 'PWR-3.1.4b' : 'PWR-3.1.4a';
  return refuse('pwc.no-quorum-for-item', clause, { due, present, recused, needed, quorateWithoutRecused });
}

/** PWR-3.1.4b: personnel is not even discussed by fewer than two thirds of the members. */
function judgeDiscussion(state: MeetingState, item: MeetingItem): Refusal | null {
  return item.category === 'personnel' ? judgeQuorum(state, item) : null;
}

/** PWR-3.1.10a, PWR-3.1.14: what a member said, by the recorder; nobody recused speaks [PWR-3.1.12], and nobody after the summing-up. */
export function recordStatement(
  state: MeetingState,
  { itemId, personId, text }: { itemId: string; personId: string; text: string },
  context: Context,
): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  if (item.outcome) return decidedAlready(item);
  if (item.summary) return refuse('pwc.summed-up', 'PWR-3.1.10a');
  const tooFew = judgeDiscussion(state, item);
  if (tooFew) return tooFew;
  if (!isPresent(state, personId)) return refuse('pwc.not-present', 'PWR-3.1.3', { personId });
  if (isRecused(item, personId)) return refuse('pwc.recused', 'PWR-3.1.12');
  const statement = { personId, text: context.keep(text), at: context.now };
  return { events: [{ type: 'statement-recorded', data: { itemId, statement } }] };
}

/** PWR-3.1.10a: when everybody has spoken, the secretary sums up and says what is to be decided. */
export function sumUp(
  state: MeetingState,
  { itemId, text }: { itemId: string; text: string },
  context: Context,
): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  if (item.outcome) return decidedAlready(item);
  if (item.summary) return refuse('pwc.summed-up', 'PWR-3.1.10a');
  const wrong = judgeReporting(state, item, context) ?? judgeDiscussion(state, item);
  if (wrong) return wrong;
  const by = context.actor.personId;
  return { events: [{ type: 'discussion-summed-up', data: { itemId, text: context.keep(text), by } }] };
}

/** The recorder writes down what was said; whoever says it as the chair has to chair the item. */
function judgeReporting(state: MeetingState, item: MeetingItem, context: Context): Refusal | null {
  return context.actor.personId === state.recorder ? null : judgeChair(state, item, context);
}

export interface InformInput {
  readonly itemId: string;
  readonly personId: string;
  readonly on: CivilDate;
  readonly text: string;
}

/** PWR-3.1.10b: on a major matter an absent member is asked beforehand, or told afterwards, on record. */
export function informAbsent(state: MeetingState, input: InformInput, context: Context): Outcome {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  const { personId, on } = input;
  if (!toInform(state, item).includes(personId)) return refuse('pwc.nobody-to-inform', 'PWR-3.1.10b', { personId });
  if (on > context.today) return refuse('pwc.informed-in-the-future', 'PWR-3.1.10b', { on, today: context.today });
  const isAfter = item.decidedOn !== null;
  if (item.decidedOn !== null && on < item.decidedOn)
    return refuse('pwc.informed-before-decision', 'PWR-3.1.10b', { on, decidedOn: item.decidedOn });
  const { personId: by } = context.actor;
  const informed: Informed = { personId, on, when: isAfter ? 'after' : 'before', text: context.keep(input.text), by };
  const told: MeetingEvent = { type: 'absent-informed', data: { itemId: item.id, informed } };
  const after = itemOf(evolve(state, told), item.id);
  const met =
    after && uninformed(after).length === 0
      ? meetDuty(state.duties, `inform-absent:${item.id}`, doneOn(on, context.now))
      : [];
  return { events: withClosing(state, [told, ...met], context.now) };
}

/** The day of its first earlier sitting; null when it never sat before. */
function firstEarlierSittingOn({ pastSittings }: MeetingState): CivilDate | null {
  const first = pastSittings.find(({ openedAt }) => openedAt !== null)?.openedAt ?? null;
  return first === null ? null : civilDateOf(first);
}

/** PWW-2.1.2b: reports of the subordinate organisations were heard, or decided on. */
const heardReport = (item: MeetingItem): boolean => item.category === 'subordinate-reports' && isDecided(item);

/**
 * Closes the meeting: every item has been decided, heard, referred, put off or taken off. One that was adjourned and whose other items were taken off
 * is closed without sitting again. The minutes are owed from then on [PWR-3.1.14].
 */
export function closeSitting(state: MeetingState, _: object, context: Context): Outcome {
  const isSitting = state.stage === 'sitting';
  const wrong = isSitting ? judgeChair(state, null, context) : null;
  if (wrong) return wrong;
  const { round } = noticeOf(state);
  const openedAt = isSitting ? sittingOf(state).openedAt : null;
  const heldOn = openedAt === null ? (state.heldOn ?? context.today) : civilDateOf(openedAt);
  const report = state.items.find(heardReport);
  const minutes = { kind: 'sign-minutes', within: 'pwc.minutesWithinDays', clause: 'PWR-3.1.14' } as const;
  const ofNotice = /^(renew-notice|hold-meeting|circulate-papers):/;
  return {
    events: [
      { type: 'sitting-closed', data: { at: context.now, on: heldOn } },
      ...meetDuty(state.duties, `close-sitting:${round}`, context.now),
      ...voidDuties(state.duties, (key) => ofNotice.test(key)),
      promptly(state, minutes, context),
    ],
    // It was held on the day on which it first sat, and a report heard on its own, also where the rest took another day.
    held: [
      { meeting: 'pwc-meeting', on: firstEarlierSittingOn(state) ?? heldOn },
      ...(report ? [{ meeting: 'subordinate-reports', on: report.decidedOn ?? heldOn } as const] : []),
    ],
    notices: [
      {
        kind: 'pwc-minutes-due',
        clause: 'PWR-3.1.14',
        persons: [state.recorder],
        roles: ['party-affairs-office'],
        params: {},
      },
    ],
  };
}
