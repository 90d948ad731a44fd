import { dutyTimers, elapseDuty } from '../procedure/duty-timers';
import type { Context, Decision, ProcedureDefinition, Unattended } from '../procedure/model';
import { recountDuties } from '../procedure/moved-duties';
import { signatories } from '../pwc/documents';
import type { Refusal } from '../refusal';
import { MEETING_ACTIONS, type MeetingAction } from './actions';
import { addLateItem, fixAgenda, withdrawItem } from './decide/agenda';
import {
  correctAttendance,
  changeRecorder,
  checkIn,
  delegateChair,
  giveOpinion,
  inviteGuest,
  leaveEarly,
  recordLeave,
  recuse,
  updateRoster,
} from './decide/attendance';
import { begin } from './decide/begin';
import {
  delegateSignature,
  draftDocument,
  returnDocument,
  reviseDocument,
  signDocument,
  withdrawDocument,
} from './decide/documents';
import {
  assignTask,
  cancel,
  completeTask,
  enterDistrictDecision,
  noteNoTask,
  receiveReconsideration,
  recordDissent,
  reopenItem,
  reportProgress,
  tellDownward,
  withdrawTask,
} from './decide/execution';
import { recordFinding } from './decide/finding';
import { circulatePapers, confirmReading, issueNotice } from './decide/notice';
import {
  adjourn,
  closeSitting,
  informAbsent,
  openSitting,
  recordStatement,
  reportConsultation,
  sumUp,
} from './decide/sitting';
import { closeVote, deferItem, noteItem, putToVote, referItem } from './decide/vote';
import { evolve } from './evolve';
import { judge } from './judge';
import { openVote, participantsOf, secretaryOf, tellersOf } from './reading';
import type { MeetingEvent, MeetingState } from './state';

/* What crosses into `decide` has passed the action's schema (src/contract/schemas/pwc-meeting.ts), which is typed by these inputs. */
type Decide = (state: MeetingState, input: never, context: Context) => Decision<MeetingEvent> | Refusal;

/** A member asks leave, or stands aside, for nobody but themselves. */
const forOneself =
  <I extends { personId: string }>(
    decide: (state: MeetingState, input: I, context: Context) => Decision<MeetingEvent> | Refusal,
  ) =>
  (state: MeetingState, input: Omit<I, 'personId'>, context: Context) =>
    decide(state, { ...input, personId: context.actor.personId } as I, context);

const DECIDE: Readonly<Record<Exclude<MeetingAction, 'enter-ballot'>, Decide>> = {
  'delegate-chair': delegateChair,
  'change-recorder': changeRecorder,
  'update-roster': updateRoster,
  'fix-agenda': fixAgenda,
  'issue-notice': issueNotice,
  'add-late-item': addLateItem,
  'withdraw-item': withdrawItem,
  'circulate-papers': circulatePapers,
  'confirm-reading': confirmReading,
  'ask-leave': forOneself(recordLeave),
  'record-leave': recordLeave,
  'give-opinion': giveOpinion,
  'invite-guest': inviteGuest,
  recuse: forOneself(recuse),
  'record-recusal': recuse,
  'check-in': checkIn,
  'leave-early': leaveEarly,
  'correct-attendance': correctAttendance,
  'open-sitting': openSitting,
  adjourn,
  'report-consultation': reportConsultation,
  'record-statement': recordStatement,
  'sum-up': sumUp,
  'inform-absent': informAbsent,
  'put-to-vote': putToVote,
  'close-vote': closeVote,
  'defer-item': deferItem,
  'note-item': noteItem,
  'refer-item': referItem,
  'close-sitting': closeSitting,
  'draft-document': draftDocument,
  'revise-document': reviseDocument,
  'withdraw-document': withdrawDocument,
  'delegate-signature': delegateSignature,
  'return-document': returnDocument,
  'sign-document': signDocument,
  'tell-downward': tellDownward,
  'enter-district-decision': enterDistrictDecision,
  'assign-task': assignTask,
  'note-no-task': noteNoTask,
  'report-progress': reportProgress,
  'complete-task': completeTask,
  'withdraw-task': withdrawTask,
  'record-dissent': recordDissent,
  'reopen-item': reopenItem,
  'record-finding': recordFinding,
  cancel,
};

/** Actions that look at what was prepared for the items, or at what is on the agenda besides them. */
const LOOKS_AT_AGENDA: readonly MeetingAction[] = ['fix-agenda', 'circulate-papers', 'put-to-vote', 'note-item'];

/** 党工委会议, the meeting of the Party Working Committee: PWW-2.1 and PWW-3.1a, PWR-3.1.1 to PWR-4.4. */
export const pwcMeeting: ProcedureDefinition<MeetingState, MeetingEvent, MeetingAction> = {
  kind: 'pwc-meeting',
  actions: MEETING_ACTIONS,
  startedBy: ['secretary', 'party-affairs-office'],
  body: () => 'pwc',
  begin,
  rulesOn: (_, today) => today,
  judge,
  decide(action, state, input, context) {
    if (action === 'enter-ballot') throw new Error(`${action} is a row in a box, not a decision`);
    return DECIDE[action](state, input, context);
  },
  attempted,
  agendaFor: (action, { items }) => ({
    ids: LOOKS_AT_AGENDA.includes(action) ? items.map(({ agendaItemId }) => agendaItemId) : [],
    returningTo: action === 'fix-agenda' || action === 'issue-notice' ? 'pwc' : null,
  }),
  elapse,
  receive(message, state, context) {
    const { kind } = message;
    if (kind === 'agenda-settled') return receiveReconsideration(state, message, context);
    if (kind !== 'calendar-changed') throw new Error(`a PWC meeting knows no message ${kind}`);
    const remindDaysAhead = state.rulebook['deadline.remindDaysAhead'];
    return { events: recountDuties(state.duties, { ...context, remindDaysAhead }) };
  },
  hearsAfterwards: ({ kind }) => kind === 'agenda-settled',
  evolve,
  timers: ({ duties }) => dutyTimers(duties),
  status: ({ stage }) => (stage === 'closed' || stage === 'cancelled' ? stage : 'open'),
  participants: participantsOf,
  alsoNamed: tellersOf,
  paper: () => null,
  announcement: () => null,
  announcing: [],
  openBox(state) {
    const open = openVote(state);
    return open && { voteId: open.vote.id, electors: open.vote.electors, clause: 'PWR-3.1.11a' };
  },
  seals: ['close-vote'],
  readsTexts: ['draft-document'],
  readsRoster: ['update-roster', 'issue-notice', 'open-sitting'],
};

/** ACC-6.3, PWR-4.3: whoever tries to take back what was resolved is refused, and the attempt is a lead for those who supervise. */
function attempted(
  action: MeetingAction,
  { code }: Refusal,
  { actor, now: at }: Pick<Context, 'actor' | 'now'>,
): Decision<MeetingEvent> | null {
  if (code !== 'pwc.resolution-stands') return null;
  return {
    events: [{ type: 'change-attempted', data: { action, by: actor.personId, at } }],
    notices: [{ kind: 'pwc-change-attempted', clause: 'PWR-4.3', roles: SUPERVISORS, params: {} }],
  };
}

const SUPERVISORS = ['subdistrict-supervisor', 'district-discipline', 'district-organisation-department'] as const;

function elapse(timerKey: string, state: MeetingState, { now }: Unattended): Decision<MeetingEvent> {
  const secretary = secretaryOf(state);
  const concerned = [
    ...(secretary === null ? [] : [secretary]),
    state.recorder,
    ...state.tasks.filter(({ id }) => timerKey.startsWith(`carry-out-task:${id}/`)).map((task) => task.responsibleId),
    ...state.documents.filter(({ id }) => timerKey.startsWith(`sign-document:${id}:`)).flatMap(signatories),
  ];
  const told = { now, persons: [...new Set(concerned)], roles: OFFICE, supervisors: SUPERVISORS };
  return elapseDuty(state.duties, timerKey, told);
}

const OFFICE = ['party-affairs-office'] as const;
