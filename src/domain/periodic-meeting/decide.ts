import { civilDateOf } from '../calendar/civil-date';
import { fixedDay } from '../calendar/deadline';
import { count } from '../procedure/counting';
import { meetDuty, replaceDuties, setDuty, voidDuties } from '../procedure/deadline';
import type { Beginning, Context, Decision, VoteCounts } from '../procedure/model';
import { promptly } from '../procedure/prompt-duty';
import { isRefusal, refuse, type Refusal } from '../refusal';
import { checkChair, dueBy, relist } from './due';
import { isDue, isPresent, judgeQuorum, participantsOf, passedDecisions, presentMembers, quorumNow } from './reading';
import { scopeOf, type Subject } from './scope';
import type { Dissent, DueMember, PeriodicEvent, PeriodicState } from './state';
import { clauseFor, dissentClause, typeOf, type MeetingTypeName } from './types';

type Outcome = Decision<PeriodicEvent> | Refusal;

export interface BeginInput {
  readonly type: MeetingTypeName;
  readonly title: string;
  readonly chair: string;
  /** Why a member chairs in the secretary's place. */
  readonly delegation?: string | undefined;
  readonly recorder: string;
  readonly others?: readonly DueMember[] | undefined;
}

/** A simpler meeting is prepared: due are those on the roster of its body, and whoever else it names. */
export function begin(
  input: BeginInput,
  { organisationId, lineage, rulebook, roster }: Beginning,
  context: Context,
): Decision<PeriodicEvent> | Refusal {
  const { type, chair, recorder, others = [] } = input;
  const { clause, level, others: takesOthers } = typeOf(type);
  if (lineage.at(-1)?.kind !== level) return refuse('periodic.wrong-level', clause, { level });
  if (roster.length === 0) return refuse('periodic.empty-roster', clause);
  if (others.length > 0 && takesOthers === 'none') return refuse('periodic.no-others', clause);
  if (others.length === 0 && takesOthers === 'needed') return refuse('periodic.others-missing', clause);
  const due = dueBy(roster, others);
  const wrong = checkChair({ ...input, isDelegated: Boolean(input.delegation) }, roster, due);
  if (wrong) return wrong;
  if (recorder === chair) return refuse('periodic.recorder-chairs', clause);
  const delegation = input.delegation ? context.keep(input.delegation) : null;
  const title = context.keep(input.title);
  return {
    events: [
      {
        type: 'periodic-meeting-started',
        data: { organisationId, title, type, chair, delegation, recorder, due, others, rulebook },
      },
    ],
  };
}

export interface IssueNoticeInput {
  readonly meetingAt: string;
  readonly place: string;
  readonly subjects?: readonly string[] | undefined;
  readonly topics: string;
}

/** Those due are told when, where and about what; where the regulation says what the meeting is for, about nothing else. */
export function issueNotice(state: PeriodicState, input: IssueNoticeInput, context: Context): Outcome {
  const { clause } = typeOf(state.type);
  const meetingAt = Date.parse(input.meetingAt);
  if (meetingAt <= context.now) return refuse('periodic.meeting-in-the-past', clause);
  const subjects = subjectsOf(state.type, input.subjects ?? []);
  if (isRefusal(subjects)) return subjects;
  const listed = relist(state, context);
  if (isRefusal(listed)) return listed;
  const { place } = input;
  const dueOn = fixedDay(civilDateOf(meetingAt), clause, context.calendar);
  const remind = state.rulebook['deadline.remindDaysAhead'];
  return {
    events: [
      ...listed.events,
      ...replaceDuties(state.duties, () => true, context.now),
      { type: 'periodic-meeting-noticed', data: { meetingAt, place, subjects, topics: context.keep(input.topics) } },
      setDuty(`hold-periodic-meeting:${meetingAt}`, 'hold-periodic-meeting', dueOn, remind, context.now),
    ],
    notices: [
      {
        kind: 'periodic-invitation',
        clause,
        persons: participantsOf(listed.state),
        params: { meetingAt, place, type: state.type },
      },
    ],
  };
}

/** PWW-2.2b, CPO-2.3.1 to CPO-2.3.3: at least one of what this meeting is for, and nothing that it is not for. */
function subjectsOf(type: MeetingTypeName, named: readonly string[]): readonly Subject[] | Refusal {
  const scope = scopeOf(type);
  const clause = scope?.clause ?? typeOf(type).clause;
  const foreign = named.find((one) => !scope?.subjects.some((subject) => subject === one));
  if (foreign !== undefined) return refuse('periodic.not-in-scope', clause, { subject: foreign });
  if (scope && named.length === 0) return refuse('periodic.no-subject', clause);
  return scope?.subjects.filter((subject) => named.includes(subject)) ?? [];
}

/** Leave is asked, or recorded, before the meeting. */
export function recordLeave(
  state: PeriodicState,
  { personId, reason }: { personId: string; reason: string },
  context: Context,
): Outcome {
  if (!isDue(state, personId)) return notDue(state, personId);
  return { events: [{ type: 'leave-recorded', data: { personId, reason: context.keep(reason) } }] };
}

/** Reading 2: present are those checked in. */
export function checkIn(before: PeriodicState, { personId }: { personId: string }, context: Context): Outcome {
  const listed = before.stage === 'noticed' ? relist(before, context) : { state: before, events: [] };
  if (isRefusal(listed)) return listed;
  const { state } = listed;
  if (!isDue(state, personId)) return notDue(state, personId);
  if (isPresent(state, personId)) return refuse('periodic.checked-in-already', null, { personId });
  return { events: [...listed.events, { type: 'checked-in', data: { personId, at: context.now } }] };
}

export function leaveEarly(state: PeriodicState, { personId }: { personId: string }, { now: at }: Context): Outcome {
  if (!isPresent(state, personId)) return refuse('periodic.not-present', null, { personId });
  return { events: [{ type: 'left-early', data: { personId, at } }] };
}

/** Who was checked in by mistake was not there. Once the meeting is open its quorum stands on who was. */
export function correctAttendance(
  state: PeriodicState,
  { personId, reason }: { personId: string; reason: string },
  { now: at, actor, keep }: Context,
): Outcome {
  if (state.attendance[personId]?.checkedInAt == null) return refuse('periodic.not-present', null, { personId });
  return {
    events: [{ type: 'attendance-corrected', data: { personId, reason: keep(reason), by: actor.personId, at } }],
  };
}

function notDue({ type }: PeriodicState, personId: string): Refusal {
  return refuse('periodic.not-due', typeOf(type).clause, { personId });
}

/** Opens it: the hour, who chairs and the quorum were judged; the quorum again by the roster of the day. It ends on its day. */
export function openSitting(before: PeriodicState, _: object, context: Context): Outcome {
  const { now, today, calendar } = context;
  const listed = relist(before, context);
  if (isRefusal(listed)) return listed;
  const { state } = listed;
  const tooFew = judgeQuorum(state);
  if (tooFew) return tooFew;
  const events: PeriodicEvent[] = [
    ...listed.events,
    { type: 'periodic-meeting-opened', data: { at: now, on: today, quorum: quorumNow(state) } },
  ];
  const held = Object.keys(state.duties).flatMap((key) => meetDuty(state.duties, key, now));
  const close = fixedDay(today, typeOf(state.type).clause, calendar);
  return {
    events: [...events, ...held, setDuty('close-sitting', 'close-sitting', close, 0, now)],
    answer: { quorum: quorumNow(state) },
  };
}

/** What was said, by the recorder. */
export function recordPoint(
  state: PeriodicState,
  { personId, text }: { personId: string; text: string },
  { keep, now: at }: Context,
): Outcome {
  if (!isPresent(state, personId)) return refuse('periodic.not-present', null, { personId });
  return { events: [{ type: 'point-recorded', data: { personId, text: keep(text), at } }] };
}

/** Something is put to those present, by the quorum and the majority of the meeting's type. */
export function recordDecision(
  state: PeriodicState,
  { text, counts }: { text: string; counts: VoteCounts },
  context: Context,
): Outcome {
  const { majority, clause } = typeOf(state.type);
  if (!isPresent(state, state.chair)) return refuse('periodic.chair-absent', clause);
  const tooFew = judgeQuorum(state);
  if (tooFew) return tooFew;
  const quorum = quorumNow(state);
  const electors = presentMembers(state).length;
  const verdict = count({
    electors,
    base: majority.of === 'due' ? state.due.length : electors,
    counts,
    threshold: majority.threshold,
    clause: clauseFor(state.type, majority.source),
  });
  if (isRefusal(verdict)) return verdict;
  const decision = { id: context.id('decision'), text: context.keep(text), quorum, verdict };
  return { events: [{ type: 'decision-taken', data: { decision } }], answer: { verdict } };
}

/** CPO-2.4.3, PWR-4.3: a member disagrees with what was decided: kept inside or sent upward, it suspends nothing. */
export function recordDissent(
  state: PeriodicState,
  { decisionId, text, route }: { decisionId: string; text: string; route: Dissent['route'] },
  { actor: { personId }, keep, now: at }: Context,
): Outcome {
  if (!passedDecisions(state).some(({ id }) => id === decisionId))
    return refuse('periodic.nothing-decided', dissentClause(state.type), { decisionId });
  return { events: [{ type: 'decision-disputed', data: { decisionId, personId, text: keep(text), route, at } }] };
}

/** It is over: the duty of its organisation is fulfilled by it, and its record is owed. */
export function closeSitting(state: PeriodicState, _: object, context: Context): Outcome {
  const { clause } = typeOf(state.type);
  const on = state.heldOn ?? context.today;
  const record = { kind: 'file-record', within: 'pwc.minutesWithinDays', clause } as const;
  return {
    events: [
      { type: 'periodic-meeting-ended', data: { at: context.now } },
      ...meetDuty(state.duties, 'close-sitting', context.now),
      promptly(state, record, context),
    ],
    held: [{ meeting: state.type, on }],
  };
}

/** The written record, with which the meeting is closed. */
export function fileRecord(
  state: PeriodicState,
  { text, fileId }: { text: string; fileId?: string | undefined },
  { keep, now: at }: Context,
): Outcome {
  return {
    events: [
      ...meetDuty(state.duties, 'file-record', at),
      { type: 'record-filed', data: { text: keep(text), fileId: fileId ?? null, at } },
    ],
  };
}

export function cancel(state: PeriodicState, { reason }: { reason: string }, { keep, now: at }: Context): Outcome {
  const { clause } = typeOf(state.type);
  return {
    events: [
      { type: 'periodic-meeting-cancelled', data: { at, reason: keep(reason) } },
      ...voidDuties(state.duties, () => true),
    ],
    notices: state.notice
      ? [{ kind: 'periodic-cancelled', clause, persons: participantsOf(state), params: { type: state.type } }]
      : [],
  };
}
