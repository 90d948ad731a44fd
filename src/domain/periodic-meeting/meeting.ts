import { civilDateOf, type Instant } from '../calendar/civil-date';
import { actionsIn, judgeRole, judgeStage } from '../procedure/actions';
import { dutyTimers, elapseDuty } from '../procedure/duty-timers';
import type { Context, Decision, ProcedureDefinition, Standing, Unattended } from '../procedure/model';
import { recountDuties } from '../procedure/moved-duties';
import { refuse, type Refusal } from '../refusal';
import { PERIODIC_ACTIONS, type PeriodicAction, type PeriodicOffice } from './actions';
import {
  begin,
  cancel,
  checkIn,
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
import { isDue, isPresent, participantsOf, passedDecisions, quorumNow } from './reading';
import type { PeriodicEvent, PeriodicState } from './state';
import { clauseFor, dissentClause, typeOf, type MeetingTypeName } from './types';

const DECIDE: Readonly<
  Record<PeriodicAction, (state: PeriodicState, input: never, context: Context) => Decision<PeriodicEvent> | Refusal>
> = {
  'issue-notice': issueNotice,
  'ask-leave': (state, input: { reason: string }, context) =>
    recordLeave(state, { ...input, personId: context.actor.personId }, context),
  'record-leave': recordLeave,
  'check-in': checkIn,
  'leave-early': leaveEarly,
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
  evolve,
  timers: ({ duties }) => dutyTimers(duties),
  status: ({ stage }) => (stage === 'closed' || stage === 'cancelled' ? stage : 'open'),
  participants: participantsOf,
  paper: () => null,
  announcement: () => null,
  announcing: [],
  openBox: () => null,
  seals: [],
  readsTexts: [],
  readsRoster: [],
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
    case 'open-sitting':
      return judgeOpening(state, now);
    case 'record-dissent':
      return passedDecisions(state).length ? null : refuse('periodic.nothing-decided', dissentClause(state.type));
    default:
      return null;
  }
}

/** CPO-3.1: where the secretary convenes, nobody else calls those due together, but whoever chairs in the secretary's place. */
function judgeConvening({ type, chair }: PeriodicState, { roles, personId }: Standing): Refusal | null {
  const { convening } = typeOf(type);
  const isTheirs = convening === undefined || roles.includes('secretary') || personId === chair;
  return isTheirs ? null : refuse('periodic.secretary-convenes', convening);
}

/** From the announced hour on, on that day, with the quorum of its type and whoever chairs. */
function judgeOpening(state: PeriodicState, now: Instant): Refusal | null {
  const { clause, quorum: rule } = typeOf(state.type);
  const { meetingAt } = state.notice ?? { meetingAt: now };
  if (now < meetingAt) return refuse('periodic.before-announced-time', clause, { earliest: meetingAt });
  const announcedOn = civilDateOf(meetingAt);
  if (civilDateOf(now) > announcedOn) return refuse('periodic.announced-day-passed', clause, { announcedOn });
  if (!isPresent(state, state.chair)) return refuse('periodic.chair-absent', clause);
  const { quorate, due, present, needed } = quorumNow(state);
  return quorate ? null : refuse('periodic.no-quorum', clauseFor(state.type, rule.source), { due, present, needed });
}

function elapse(timerKey: string, state: PeriodicState, { now }: Unattended): Decision<PeriodicEvent> {
  const persons = [state.chair, state.recorder];
  return elapseDuty(state.duties, timerKey, { now, persons, roles: [], supervisors: SUPERVISORS });
}

const SUPERVISORS = ['subdistrict-supervisor'] as const;
