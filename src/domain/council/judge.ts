import { civilDateOf, type Instant } from '../calendar/civil-date';
import { actionsIn, judgeRole, judgeStage } from '../procedure/actions';
import { CHECK_IN_OPENS_MS } from '../procedure/door';
import type { Standing } from '../procedure/model';
import { refuse, type Refusal } from '../refusal';
import { CHAIRING, COUNCIL_ACTIONS, type CouncilAction, type Office } from './actions';
import {
  clauseOfEscalation,
  extendableDuties,
  hangingPapers,
  isBoundToGoUp,
  isPassed,
  isResolved,
  itemsToEscalate,
  itemsToFile,
  itemsToHandOver,
  openTasks,
  openTasksOf,
  openVote,
  referableItems,
  sittingQuorum,
  undecidedItems,
  unpublishedItems,
  unputItems,
  untoldItems,
} from './reading';
import type { CouncilState, MeetingNotice } from './state';

/**
 * The one predicate behind what is offered and what is carried out: role, then stage, then time, then what the facts allow.
 * Null when nothing speaks against the action; what its input says is judged when it is decided.
 */
export function judge(action: CouncilAction, state: CouncilState, actor: Standing, now: Instant): Refusal | null {
  const held = [...actor.roles, ...officesOf(state, actor.personId)];
  const instead = () => actionsIn(COUNCIL_ACTIONS, state.stage).filter((one) => !judge(one, state, actor, now));
  return (
    judgeRole(COUNCIL_ACTIONS, action, held) ??
    judgeStage(COUNCIL_ACTIONS, action, state.stage, instead) ??
    judgeSuspension(action, state) ??
    judgeTime(action, state, now) ??
    judgeEnds(action, state, now) ??
    judgeFacts(action, state, actor)
  );
}

/** The offices a person holds in this council. */
export function officesOf(state: CouncilState, personId: string): Office[] {
  const { officers, due } = state;
  const offices: Office[] = [];
  if (officers.chair === personId) offices.push('named-chair');
  if (officers.deputy === personId) offices.push('named-deputy');
  if (officers.recorder === personId) offices.push('named-recorder');
  if (due.some((member) => member.personId === personId)) offices.push('due-member');
  if (state.tasks.some(({ responsibleId }) => responsibleId === personId)) offices.push('task-responsible');
  return offices;
}

/** While a council is suspended nothing goes on in it but its papers on the board. */
function judgeSuspension(action: CouncilAction, { suspension }: CouncilState): Refusal | null {
  if (action === 'resume') return suspension ? null : refuse('council.not-suspended', null);
  return suspension ? refuse('council.suspended', null, { since: civilDateOf(suspension.at) }) : null;
}

/** A sitting takes up no item after the day for which it was announced; a vote under way may be closed. */
const DECIDES_ITEMS: readonly CouncilAction[] = ['put-to-vote', 'refer-item'];

function judgeTime(action: CouncilAction, state: CouncilState, now: Instant): Refusal | null {
  const { notice } = state;
  if (!notice) return null;
  if (state.stage === 'sitting') {
    // The second matters when a posting was corrected in the sitting: its clear days may not be over.
    return DECIDES_ITEMS.includes(action) ? (dayPassed(notice.meetingAt, now) ?? periodRunning(notice, now)) : null;
  }
  if (state.stage !== 'waiting') return null;
  switch (action) {
    case 'open-sitting':
      return tooEarly(notice, notice.meetingAt, now) ?? dayPassed(notice.meetingAt, now);
    case 'adjourn':
      return tooEarly(notice, notice.meetingAt, now);
    case 'check-in':
    case 'leave-early':
    case 'admit-guest':
      return tooEarly(notice, notice.meetingAt - CHECK_IN_OPENS_MS, now) ?? dayPassed(notice.meetingAt, now);
    case 'correct-attendance':
      return tooEarly(notice, notice.meetingAt - CHECK_IN_OPENS_MS, now);
    default:
      return null;
  }
}

/**
 * HDA-11.1.2: not before the clear days are over, and not before the hour from which the announcement lets this be done. `earliest` is
 * the first moment at which both allow it.
 */
function tooEarly({ earliestAt, meetingAt }: MeetingNotice, from: Instant, now: Instant): Refusal | null {
  if (earliestAt === null) throw new Error('a council waits without a running notice');
  if (civilDateOf(earliestAt) > civilDateOf(meetingAt)) {
    const params = { announcedOn: civilDateOf(meetingAt), earliestOn: civilDateOf(earliestAt), earliest: earliestAt };
    return refuse('council.announced-too-late', 'HDA-11.1.2', params);
  }
  const earliest = Math.max(earliestAt, from);
  if (now < earliestAt) return periodRunning({ earliestAt }, now, earliest);
  return now < earliest ? refuse('council.before-announced-time', 'HDA-11.1.2', { earliest }) : null;
}

function periodRunning(
  { earliestAt }: Pick<MeetingNotice, 'earliestAt'>,
  now: Instant,
  earliest = earliestAt,
): Refusal | null {
  if (earliestAt === null || now >= earliestAt) return null;
  return refuse('council.notice-period-running', 'HDA-11.1.2', { earliestOn: civilDateOf(earliestAt), earliest });
}

/** A sitting on another day than the announced one would be a sitting without notice [HDA-11.1.2]. */
function dayPassed(meetingAt: Instant, now: Instant): Refusal | null {
  const announcedOn = civilDateOf(meetingAt);
  return civilDateOf(now) > announcedOn ? refuse('council.announced-day-passed', 'HDA-11.1.2', { announcedOn }) : null;
}

/** What ends at 24:00 is over from then on, also while the timer that says so is late [LAW-CC-203]. */
function judgeEnds(action: CouncilAction, state: CouncilState, now: Instant): Refusal | null {
  switch (action) {
    case 'record-removal':
      return hangingPapers(state, now).length ? null : refuse('council.paper-not-hanging', 'LAW-RCL-34');
    case 'extend-deadline':
      return extendableDuties(state, now).length ? null : refuse('deadline.nothing-to-extend', null);
    default:
      return null;
  }
}

function judgeFacts(action: CouncilAction, state: CouncilState, actor: Standing): Refusal | null {
  switch (action) {
    case 'open-sitting':
      return noQuorum(state);
    case 'adjourn':
      return judgeAdjournment(state);
    case 'recuse':
    case 'record-recusal':
    case 'record-statement':
      return undecidedItems(state).length ? null : refuse('council.all-items-decided', 'HDA-11.2.1');
    case 'put-to-vote':
      if (openVote(state)) return refuse('council.vote-open', 'HDA-11.2.1');
      return unputItems(state).length ? null : refuse('council.all-items-decided', 'HDA-11.2.1');
    case 'cast-ballot':
      return judgeOwnBallot(state, actor);
    case 'enter-ballot':
    case 'close-vote':
      return openVote(state) ? null : refuse('council.no-vote-open', 'HDA-11.2.1');
    case 'refer-item':
      if (openVote(state)) return refuse('council.vote-open', 'HDA-11.2.1');
      return referableItems(state).length ? null : refuse('council.nothing-to-refer', 'HDA-9');
    case 'close-sitting':
      if (openVote(state)) return refuse('council.vote-open', 'HDA-11.2.1');
      return unputItems(state).length
        ? refuse('council.items-not-put', 'HDA-11.2.1', { items: unputItems(state).length })
        : null;
    case 'publish-result':
      return unpublishedItems(state).length ? null : refuse('council.nothing-to-publish', 'HDA-11.3.3');
    case 'correct-posting':
      return (
        (state.notice?.postings.some(({ confirmation }) => confirmation) ? null : nothingToCorrect()) ??
        (state.sitting?.openedAt != null ? onlyChairing(state, actor) : null)
      );
    case 'correct-attendance':
      if (openVote(state)) return refuse('council.vote-open', 'HDA-11.2.1');
      return hasResult(state) || (state.stage !== 'sitting' && state.stage !== 'waiting')
        ? onlyChairing(state, actor)
        : null;
    case 'correct-tally':
      if (openVote(state)) return refuse('council.vote-open', 'HDA-11.2.1');
      return hasEnteredResult(state) ? null : nothingToCorrect();
    case 'change-officers':
      return openVote(state) ? refuse('council.vote-open', 'HDA-11.2.1') : null;
    case 'file-passed':
      return itemsToFile(state).length ? null : refuse('council.nothing-to-file', 'HDA-11.2.2');
    case 'escalate':
      return itemsToEscalate(state).length ? null : refuse('council.nothing-to-escalate', clauseOfEscalation(state));
    case 'hand-to-assembly':
      return itemsToHandOver(state).length ? null : refuse('council.nothing-to-hand-over', 'HDA-11.3.1');
    case 'assign-task':
    case 'raise-problem':
      return state.items.some(isPassed) ? null : refuse('council.nothing-to-carry-out', 'HDA-11.3.2');
    case 'report-progress':
    case 'complete-task':
      return openTasksOf(state, actor).length ? null : refuse('council.no-open-task', 'HDA-11.3.2');
    case 'withdraw-task':
      return openTasks(state).length ? null : refuse('council.no-open-task', 'HDA-11.3.2');
    case 'answer-problem':
      return state.problems.some(({ answer }) => answer === null)
        ? null
        : refuse('council.no-open-problem', 'HDA-11.3.2');
    case 'record-telling':
      return untoldItems(state).length ? null : refuse('council.nothing-to-tell', 'HDA-11.3.3');
    case 'cancel':
      return judgeCancelling(state);
    default:
      return null;
  }
}

/** What two thirds decided is not undone at will, and what they did not agree on goes up: a duty, not a choice (reading 7). */
function judgeCancelling(state: CouncilState): Refusal | null {
  if (state.items.some(isResolved)) return refuse('council.resolution-exists', 'ACC-6.3');
  return state.items.some(isBoundToGoUp) ? refuse('council.item-goes-up', clauseOfEscalation(state)) : null;
}

/** A result of this sitting was announced: entries that it rests on are the chair's to correct from then on. */
function hasResult({ items, notice }: CouncilState): boolean {
  return items.some(({ votes }) => votes.some(({ round, verdict }) => verdict !== null && round === notice?.round));
}

/** One of them was entered and not cast by the members themselves. */
function hasEnteredResult({ items, notice }: CouncilState): boolean {
  return items.some(({ votes }) =>
    votes.some(({ round, verdict, method }) => verdict !== null && method !== 'open-ballot' && round === notice?.round),
  );
}

function onlyChairing(state: CouncilState, actor: Standing): Refusal | null {
  const held: readonly string[] = [...actor.roles, ...officesOf(state, actor.personId)];
  return CHAIRING.some((title) => held.includes(title)) ? null : refuse('council.correction-by-chair', 'HDA-11.2.1');
}

function nothingToCorrect(): Refusal {
  return refuse('council.nothing-to-correct', null);
}

function noQuorum(state: CouncilState): Refusal | null {
  const { quorate, due, present, needed } = sittingQuorum(state);
  return quorate ? null : refuse('council.no-quorum', 'HDA-9', { due, present, needed });
}

/** Before the opening only the lack of a quorum adjourns; an open sitting is adjourned for a reason, but not in mid-vote. */
function judgeAdjournment(state: CouncilState): Refusal | null {
  if (openVote(state)) return refuse('council.vote-open', 'HDA-11.2.1');
  if (unputItems(state).length === 0) return refuse('council.all-items-decided', 'HDA-11.2.1');
  if (state.stage === 'waiting' && sittingQuorum(state).quorate) return refuse('council.quorate', 'HDA-9');
  return null;
}

function judgeOwnBallot(state: CouncilState, actor: Standing): Refusal | null {
  const open = openVote(state);
  if (!open) return refuse('council.no-vote-open', 'HDA-11.2.1');
  if (open.vote.method !== 'open-ballot')
    return refuse('council.not-by-ballot', 'HDA-11.2.1', { method: open.vote.method });
  if (!open.vote.electors.includes(actor.personId)) return refuse('vote.not-an-elector', 'HDA-11.2.1');
  return null;
}
