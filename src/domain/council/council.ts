import { startOfDay } from '../calendar/civil-date';
import type { Timer } from '../procedure/deadline';
import { dutyTimers, elapseDuty } from '../procedure/duty-timers';
import type { Beginning, Context, Decision, Paper, ProcedureDefinition, Unattended } from '../procedure/model';
import { isRefusal, type Refusal } from '../refusal';
import { ANNOUNCING, announcement } from './announcement';
import { COUNCIL_ACTIONS, type CouncilAction } from './actions';
import { cancel, publishResult, recordTelling, takeDown } from './decide/afterwards';
import { begin, begunOn, type BeginInput } from './decide/begin';
import { takeOver, type DecideAction } from './decide/takeover';
import { extendDeadline, recordRemoval, resume, suspend } from './decide/clock';
import { escalate, filePassed, receive, returnPostponed, isReconsidered } from './decide/escalation';
import {
  answerProblem,
  assignTask,
  completeTask,
  handToAssembly,
  raiseProblem,
  reportProgress,
  withdrawTask,
} from './decide/execution';
import { confirmPosting, issueNotice } from './decide/notice';
import { changeOfficers, correctAttendance, correctPosting, correctTally } from './decide/corrections';
import { admitGuest, checkIn, leaveEarly, recordLeave, recuse } from './decide/attendance';
import { adjourn, closeSitting, openSitting, recordStatement, referItem } from './decide/sitting';
import { closeVote, putToVote } from './decide/vote';
import { evolve } from './evolve';
import { judge } from './judge';
import { openVote, participantsOf } from './reading';
import type { CouncilEvent, CouncilState } from './state';

/* What crosses into `decide` has passed the action's schema (src/contract/schemas/council.ts), which is typed by these inputs. */
type Decide = (state: CouncilState, input: never, context: Context) => Decision<CouncilEvent> | Refusal;

/** A member asks leave, or stands aside, for nobody but themselves. */
const forOneself =
  <I extends { personId: string }>(
    decide: (state: CouncilState, input: I, context: Context) => Decision<CouncilEvent> | Refusal,
  ) =>
  (state: CouncilState, input: Omit<I, 'personId'>, context: Context) =>
    decide(state, { ...input, personId: context.actor.personId } as I, context);

const DECIDE: Readonly<Record<Exclude<CouncilAction, 'cast-ballot' | 'enter-ballot'>, Decide>> = {
  'issue-notice': issueNotice,
  'confirm-posting': confirmPosting,
  'ask-leave': forOneself(recordLeave),
  'record-leave': recordLeave,
  recuse: forOneself(recuse),
  'record-recusal': recuse,
  'check-in': checkIn,
  'leave-early': leaveEarly,
  'admit-guest': admitGuest,
  'open-sitting': openSitting,
  adjourn,
  'record-statement': recordStatement,
  'put-to-vote': putToVote,
  'close-vote': closeVote,
  'refer-item': referItem,
  'close-sitting': closeSitting,
  'record-telling': recordTelling,
  'publish-result': publishResult,
  'correct-posting': correctPosting,
  'correct-attendance': correctAttendance,
  'correct-tally': correctTally,
  'change-officers': changeOfficers,
  'record-removal': recordRemoval,
  'extend-deadline': extendDeadline,
  suspend,
  resume,
  'file-passed': filePassed,
  escalate,
  'hand-to-assembly': handToAssembly,
  'assign-task': assignTask,
  'report-progress': reportProgress,
  'withdraw-task': withdrawTask,
  'complete-task': completeTask,
  'raise-problem': raiseProblem,
  'answer-problem': answerProblem,
  cancel,
};

/** A council begins here, or is taken over at the stage that it has reached on paper. */
function beginCouncil(input: BeginInput, beginning: Beginning, context: Context): Decision<CouncilEvent> | Refusal {
  const begun = begin(input, beginning, context);
  if (isRefusal(begun) || !input.paper) return begun;
  const decide: DecideAction = (action, state, given, then) => council.decide(action, state, given as never, then);
  return takeOver(begun, input.paper, { decide, context });
}

/** Timers of the council's own, with their subject after a colon. */
const TAKE_DOWN = 'take-down:';
const RETURN = 'return:';

/** 议事会, the deliberation council: HDA-3, and the third chapter from HDA-8 on. */
export const council: ProcedureDefinition<CouncilState, CouncilEvent, CouncilAction> = {
  kind: 'council',
  actions: COUNCIL_ACTIONS,
  startedBy: ['staff', 'secretary'],
  body: () => null,
  begin: beginCouncil,
  rulesOn: begunOn,
  judge,
  decide(action, state, input, context) {
    if (action === 'cast-ballot' || action === 'enter-ballot')
      throw new Error(`${action} is a row in a box, not a decision`);
    return DECIDE[action](state, input, context);
  },
  attempted: () => null,
  agendaFor: () => ({ ids: [], returningTo: null }),
  elapse,
  receive,
  hearsAfterwards: isReconsidered,
  evolve,
  timers,
  status: ({ stage }) => (stage === 'closed' || stage === 'cancelled' ? stage : 'open'),
  participants: participantsOf,
  alsoNamed: () => [],
  paper,
  announcement,
  announcing: ANNOUNCING,
  openBox(state) {
    const open = openVote(state);
    return open && { voteId: open.vote.id, electors: open.vote.electors, clause: 'HDA-11.2.1' };
  },
  seals: ['close-vote'],
  readsTexts: ['publish-result'],
  readsRoster: [],
};

function timers(state: CouncilState): Timer[] {
  const hanging = state.publications.filter(({ takenDownAt }) => takenDownAt === null);
  const down = hanging.map(({ id, takeDownAt }) => ({ key: `${TAKE_DOWN}${id}`, at: takeDownAt }));
  const returning = state.items.flatMap(({ id, postponed }) =>
    postponed && postponed.returnedOn === null ? [{ key: `${RETURN}${id}`, at: startOfDay(postponed.until) }] : [],
  );
  return [...dutyTimers(state.duties), ...down, ...returning];
}

function elapse(timerKey: string, state: CouncilState, context: Unattended): Decision<CouncilEvent> {
  if (timerKey.startsWith(TAKE_DOWN)) return takeDown(state, timerKey.slice(TAKE_DOWN.length), context.now);
  if (timerKey.startsWith(RETURN)) return returnPostponed(state, timerKey.slice(RETURN.length), context);
  const { chair, recorder } = state.officers;
  const responsible = state.tasks.filter(({ id }) => timerKey.startsWith(`carry-out-task:${id}/`));
  const persons = [chair, recorder, ...responsible.map(({ responsibleId }) => responsibleId)];
  const told = { now: context.now, persons, roles: REMINDED, supervisors: SUPERVISORS };
  return elapseDuty(state.duties, timerKey, told);
}

const REMINDED = ['staff'] as const;
const SUPERVISORS = ['secretary', 'supervision-committee', 'subdistrict-supervisor'] as const;

function paper(event: CouncilEvent): Paper | null {
  if (event.type === 'publication-taken-down' || event.type === 'publication-removed-early')
    return { takenDown: event.data.publicationId };
  if (event.type !== 'result-published') return null;
  const { publication, content } = event.data;
  const { id, dueOn, late, takeDownOn } = publication;
  return { posted: { id, kind: 'council-result', title: content.title, content, dueOn, late, takeDownOn } };
}
