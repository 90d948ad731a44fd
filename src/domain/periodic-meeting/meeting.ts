import { civilDateOf, type Instant } from '../calendar/civil-date';
import type { ClauseId } from '../clause';
import { actionsIn, judgeRole, judgeStage } from '../procedure/actions';
import { CHECK_IN_OPENS_MS } from '../procedure/door';
import { dutyTimers, elapseDuty } from '../procedure/duty-timers';
import type { Context, Decision, ProcedureDefinition, Standing, Unattended } from '../procedure/model';
import { recountDuties } from '../procedure/moved-duties';
import { POSITIONS } from '../pwc/positions';
import { refuse, type Refusal } from '../refusal';
import { PERIODIC_ACTIONS, type PeriodicAction, type PeriodicOffice } from './actions';
import {
  begin,
  cancel,
  checkIn,
  correctAttendance,
  closeSitting,
  fileRecord,
  issueNotice,
  leaveEarly,
  openSitting,
  recordDecision,
  recordDissent,
  recordLeave,
  recordPoint,
} from './decide';
import { evolve } from './evolve';
import { isDue, isPresent, participantsOf, passedDecisions } from './reading';
import type { PeriodicEvent, PeriodicState } from './state';
import { dissentClause, typeOf, type MeetingTypeName } from './types';

const DECIDE: Readonly<
  Record<PeriodicAction, (state: PeriodicState, input: never, context: Context) => Decision<PeriodicEvent> | Refusal>
> = {
  'issue-notice': issueNotice,
  'ask-leave': (state, input: { reason: string }, context) =>
    recordLeave(state, { ...input, personId: context.actor.personId }, context),
  'record-leave': recordLeave,
  'check-in': checkIn,
  'leave-early': leaveEarly,
  'correct-attendance': correctAttendance,
  'open-sitting': openSitting,
  'record-point': recordPoint,
  'record-decision': recordDecision,
  'record-dissent': recordDissent,
  'close-sitting': closeSitting,
  'file-record': fileRecord,
  cancel,
};

/** Party-building, democratic life, study, committee, organisational life and joint meetings: one course, with the numbers of each type. */
export const periodicMeeting: ProcedureDefinition<PeriodicState, PeriodicEvent, PeriodicAction> = {
  kind: 'periodic-meeting',
  actions: PERIODIC_ACTIONS,
  startedBy: ['staff', 'secretary', 'party-affairs-office'],
  body: ({ type }: { type: MeetingTypeName }) => typeOf(type).body,
  begin,
  rulesOn: (_, today) => today,
  judge,
  decide: (action, state, input, context) => DECIDE[action](state, input, context),
  attempted: () => null,
  agendaFor: () => ({ ids: [], returningTo: null }),
  elapse,
  receive({ kind }, state, context) {
    if (kind !== 'calendar-changed') throw new Error(`a meeting knows no message ${kind}`);
    const remindDaysAhead = state.rulebook['deadline.remindDaysAhead'];
    return { events: recountDuties(state.duties, { ...context, remindDaysAhead }) };
  },
  hearsAfterwards: () => false,
  evolve,
  timers: ({ duties }) => dutyTimers(duties),
  status: ({ stage }) => (stage === 'closed' || stage === 'cancelled' ? stage : 'open'),
  participants: participantsOf,
  alsoNamed: () => [],
  paper: () => null,
  announcement: () => null,
  announcing: [],
  openBox: () => null,
  seals: [],
  readsTexts: [],
  readsRoster: ['issue-notice', 'check-in', 'open-sitting'],
};

/** The offices a person holds in this meeting. */
function officesOf(state: PeriodicState, personId: string): PeriodicOffice[] {
  const offices: PeriodicOffice[] = [];
  if (state.chair === personId) offices.push('meeting-chair');
  if (state.recorder === personId) offices.push('meeting-recorder');
  if (isDue(state, personId)) offices.push('meeting-member');
  return offices;
}

function judge(action: PeriodicAction, state: PeriodicState, actor: Standing, now: Instant): Refusal | null {
  const held = [...actor.roles, ...officesOf(state, actor.personId)];
  const instead = () => actionsIn(PERIODIC_ACTIONS, state.stage).filter((one) => !judge(one, state, actor, now));
  return (
    judgeRole(PERIODIC_ACTIONS, action, held) ??
    judgeStage(PERIODIC_ACTIONS, action, state.stage, instead) ??
    judgeFacts(action, state, actor, now)
  );
}

function judgeFacts(action: PeriodicAction, state: PeriodicState, actor: Standing, now: Instant): Refusal | null {
  switch (action) {
    case 'issue-notice':
      return judgeConvening(state, actor);
    case 'ask-leave':
    case 'record-leave':
      return judgeLeave(state, now);
    case 'check-in':
      return judgeDoor(state, now);
    case 'open-sitting':
      return judgeOpening(state, now);
    case 'record-dissent':
      return passedDecisions(state).length ? null : refuse('periodic.nothing-decided', dissentClause(state.type));
    default:
      return null;
  }
}

/** CPO-3.1: where the secretary of the body convenes, nobody else calls those due together, but whoever chairs in the secretary's place. */
function judgeConvening({ type, chair, due }: PeriodicState, { personId }: Standing): Refusal | null {
  const { convening } = typeOf(type);
  const isSecretary = due.some((one) => one.personId === personId && one.capacity === POSITIONS.secretary);
  return convening === undefined || isSecretary || personId === chair
    ? null
    : refuse('periodic.secretary-convenes', convening);
}

/** People sign in at the door from an hour before the announced time, on that day. */
function judgeDoor({ type, stage, notice }: PeriodicState, now: Instant): Refusal | null {
  if (stage !== 'noticed' || !notice) return null;
  const { clause } = typeOf(type);
  const earliest = notice.meetingAt - CHECK_IN_OPENS_MS;
  if (now < earliest) return refuse('periodic.before-announced-time', clause, { earliest });
  return dayPassed(notice.meetingAt, clause, now);
}

/** Leave is asked before the meeting. */
function judgeLeave({ type, notice }: PeriodicState, now: Instant): Refusal | null {
  const isLate = notice !== null && now >= notice.meetingAt;
  return isLate ? refuse('periodic.leave-too-late', typeOf(type).clause) : null;
}

function dayPassed(meetingAt: Instant, clause: ClauseId, now: Instant): Refusal | null {
  const announcedOn = civilDateOf(meetingAt);
  return civilDateOf(now) > announcedOn ? refuse('periodic.announced-day-passed', clause, { announcedOn }) : null;
}

/** From the announced hour on, on that day, by whoever chairs. The quorum goes by the roster of the moment, which `openSitting` reads. */
function judgeOpening(state: PeriodicState, now: Instant): Refusal | null {
  const { clause } = typeOf(state.type);
  const { meetingAt } = state.notice ?? { meetingAt: now };
  if (now < meetingAt) return refuse('periodic.before-announced-time', clause, { earliest: meetingAt });
  const passed = dayPassed(meetingAt, clause, now);
  if (passed) return passed;
  return isPresent(state, state.chair) ? null : refuse('periodic.chair-absent', clause);
}

function elapse(timerKey: string, state: PeriodicState, { now }: Unattended): Decision<PeriodicEvent> {
  const persons = [state.chair, state.recorder];
  return elapseDuty(state.duties, timerKey, { now, persons, roles: [], supervisors: SUPERVISORS });
}

const SUPERVISORS = ['subdistrict-supervisor'] as const;
