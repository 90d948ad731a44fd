import { civilDateOf, type Instant } from '../calendar/civil-date';
import { actionsIn, judgeRole, judgeStage } from '../procedure/actions';
import { CHECK_IN_OPENS_MS } from '../procedure/door';
import type { Standing } from '../procedure/model';
import { refuse, type Refusal } from '../refusal';
import { MEETING_ACTIONS, type MeetingAction, type MeetingOffice } from './actions';
import {
  checkedIn,
  deputiesOf,
  documentsToSign,
  droppableDocuments,
  holderOf,
  isAdopted,
  isCounted,
  isDecided,
  isPresent,
  isResolved,
  meetingQuorum,
  openItems,
  openTasks,
  openTasksOf,
  openVote,
  referableItems,
  referredItems,
  returnedDocuments,
  secretaryOf,
  standingItems,
  toInform,
  unassignedItems,
  uncirculatedItems,
  unreadItems,
  untoldItems,
} from './reading';
import type { MeetingNotice, MeetingState } from './state';

/** The one predicate behind what is offered and what is carried out: role, then stage, then time, then what the facts allow. */
export function judge(action: MeetingAction, state: MeetingState, actor: Standing, now: Instant): Refusal | null {
  const held = [...actor.roles, ...officesOf(state, actor.personId)];
  const instead = () => actionsIn(MEETING_ACTIONS, state.stage).filter((one) => !judge(one, state, actor, now));
  return (
    judgeRole(MEETING_ACTIONS, action, held) ??
    judgeStage(MEETING_ACTIONS, action, state.stage, instead) ??
    judgeTime(action, state, now) ??
    judgeFacts(action, state, actor)
  );
}

/** The offices a person holds in this meeting. */
export function officesOf(state: MeetingState, personId: string): MeetingOffice[] {
  const offices: MeetingOffice[] = [];
  if (secretaryOf(state) === personId) offices.push('committee-secretary');
  if (holderOf(state, personId)) offices.push('committee-member');
  if (state.delegation?.personId === personId && deputiesOf(state).includes(personId)) offices.push('delegated-chair');
  if (state.recorder === personId) offices.push('meeting-recorder');
  if (documentsToSign(state, personId).length > 0) offices.push('signatory');
  if (openTasks(state).some(({ responsibleId }) => responsibleId === personId)) offices.push('leader-in-charge');
  return offices;
}

function judgeTime(action: MeetingAction, { stage, notice }: MeetingState, now: Instant): Refusal | null {
  if (!notice) return null;
  if (stage === 'sitting') return action === 'put-to-vote' || action === 'note-item' ? dayPassed(notice, now) : null;
  if (stage !== 'noticed') return null;
  switch (action) {
    case 'open-sitting':
      return tooEarly(notice.meetingAt, now) ?? dayPassed(notice, now);
    case 'adjourn':
      return tooEarly(notice.meetingAt, now);
    case 'ask-leave':
    case 'record-leave':
      return now < notice.meetingAt ? null : refuse('pwc.leave-after-the-hour', 'PWR-3.1.4c');
    case 'check-in':
    case 'leave-early':
      return tooEarly(notice.meetingAt - CHECK_IN_OPENS_MS, now) ?? dayPassed(notice, now);
    default:
      return null;
  }
}

function tooEarly(earliest: Instant, now: Instant): Refusal | null {
  return now < earliest ? refuse('pwc.before-announced-time', 'PWR-3.1.6a', { earliest }) : null;
}

/** A meeting on another day than the one told would be a meeting without notice [PWR-3.1.6a]. */
function dayPassed({ meetingAt }: MeetingNotice, now: Instant): Refusal | null {
  const announcedOn = civilDateOf(meetingAt);
  return civilDateOf(now) > announcedOn ? refuse('pwc.announced-day-passed', 'PWR-3.1.6a', { announcedOn }) : null;
}

function judgeFacts(action: MeetingAction, state: MeetingState, actor: Standing): Refusal | null {
  switch (action) {
    case 'delegate-chair':
      return deputiesOf(state).length > 0 ? null : refuse('pwc.no-deputy', 'PWR-3.1.2');
    case 'issue-notice':
      if (openItems(state).length > 0 || state.stage === 'fixing-agenda') return null;
      return refuse('pwc.all-items-decided', 'PWW-3.1a');
    case 'withdraw-item':
      return judgeWithdrawal(state);
    case 'circulate-papers':
      return uncirculatedItems(state).length > 0 ? null : refuse('pwc.papers-circulated', 'PWR-3.1.9');
    case 'confirm-reading':
      return unreadItems(state, actor.personId).length > 0 ? null : refuse('pwc.nothing-to-read', 'PWR-3.1.9');
    case 'give-opinion':
      return isPresent(state, actor.personId) ? refuse('pwc.present-members-speak', 'PWR-3.1.4d') : anyOpen(state);
    case 'recuse':
    case 'record-recusal':
    case 'report-consultation':
      return anyOpen(state);
    case 'record-statement':
      return anyOpen(state) ?? anyUnder(state);
    case 'leave-early':
      return state.members.some(({ personId }) => isPresent(state, personId)) ? null : nobodyThere();
    case 'correct-attendance':
      return checkedIn(state).length > 0 ? null : nobodyThere();
    case 'open-sitting':
      return noQuorum(state);
    case 'adjourn':
      return judgeAdjournment(state);
    case 'sum-up':
      return noOpenVote(state) ?? anyOpen(state);
    case 'inform-absent':
      return state.items.some((item) => toInform(state, item).length > 0)
        ? null
        : refuse('pwc.nobody-to-inform', 'PWR-3.1.10b');
    case 'put-to-vote':
      return noOpenVote(state) ?? anyOpen(state);
    case 'note-item':
      return noOpenVote(state) ?? anyOpen(state) ?? anyForHearing(state);
    case 'defer-item':
      return anyOpen(state);
    case 'enter-ballot':
      return judgeEntering(state);
    case 'close-vote':
      return openVote(state) ? null : refuse('pwc.no-vote-open', 'PWR-3.1.11g');
    case 'refer-item':
      return referableItems(state).length > 0 ? noOpenVote(state) : refuse('pwc.nothing-to-refer', 'PWR-3.1.12');
    case 'close-sitting':
      return judgeClosing(state) ?? noOpenVote(state) ?? allPut(state);
    case 'revise-document':
      return returnedDocuments(state).length > 0 ? null : refuse('pwc.nothing-returned', 'PWR-3.1.14');
    case 'withdraw-document':
      return droppableDocuments(state).length > 0 ? null : refuse('pwc.nothing-to-drop', 'PWR-3.1.14');
    case 'enter-district-decision':
      return referredItems(state).length > 0 ? null : refuse('pwc.nothing-referred', 'PWR-3.1.12');
    case 'tell-downward':
      return untoldItems(state).length > 0 ? null : refuse('pwc.nothing-to-tell', 'PWW-3.1b');
    case 'assign-task':
      return state.items.some(isAdopted) ? null : refuse('pwc.nothing-to-carry-out', 'PWR-4.4');
    case 'note-no-task':
      return unassignedItems(state).length > 0 ? null : refuse('pwc.nothing-to-assign', 'PWR-4.4');
    case 'report-progress':
    case 'complete-task':
      return openTasksOf(state, actor).length > 0 ? null : refuse('pwc.no-open-task', 'PWR-4.4');
    case 'withdraw-task':
      return openTasks(state).length > 0 ? null : refuse('pwc.no-open-task', 'PWR-4.4');
    case 'record-dissent':
      return state.items.some(isResolved) ? null : refuse('pwc.nothing-resolved', 'PWR-4.3');
    case 'record-finding':
      return state.items.some(isResolved) ? null : refuse('pwc.nothing-resolved', 'PWR-5.2');
    case 'reopen-item':
      return standingItems(state).length > 0 ? null : refuse('pwc.nothing-resolved', 'PWR-4.2');
    case 'cancel':
      return state.items.some((item) => isDecided(item) || isCounted(item) || item.outcome === 'referred')
        ? refuse('pwc.something-decided', 'PWR-3.1.11g')
        : null;
    default:
      return null;
  }
}

/** A meeting that sat before and whose other items were all taken off is closed without sitting again. */
function judgeClosing(state: MeetingState): Refusal | null {
  const isOver = state.stage === 'sitting' || state.pastSittings.length > 0;
  return isOver ? null : refuse('pwc.not-held', 'PWW-3.1a');
}

/** PWR-4.3: after the meeting nobody takes back what it resolved; where it resolved nothing there is nothing to take back. */
function judgeWithdrawal(state: MeetingState): Refusal | null {
  if (state.stage === 'documenting' || state.stage === 'carrying-out' || state.stage === 'closed')
    return refuse(state.items.some(isResolved) ? 'pwc.resolution-stands' : 'pwc.nothing-resolved', 'PWR-4.3');
  return noOpenVote(state) ?? anyOpen(state);
}

function nobodyThere(): Refusal {
  return refuse('pwc.nobody-there', 'PWR-3.1.3');
}

function anyOpen(state: MeetingState): Refusal | null {
  return openItems(state).length > 0 ? null : refuse('pwc.all-items-decided', 'PWR-3.1.11e');
}

/** PWR-3.1.10a: after the summing up nobody speaks on an item any more. */
function anyUnder(state: MeetingState): Refusal | null {
  return openItems(state).some(({ summary }) => summary === null) ? null : refuse('pwc.all-summed-up', 'PWR-3.1.10a');
}

/** PWR-3.1.10a: only reports, and what was done in an emergency, are heard without a vote. */
function anyForHearing(state: MeetingState): Refusal | null {
  return openItems(state).some(({ forHearing }) => forHearing) ? null : refuse('pwc.nothing-to-hear', 'PWR-3.1.10a');
}

function noOpenVote(state: MeetingState): Refusal | null {
  return openVote(state) ? refuse('pwc.vote-open', 'PWR-3.1.11e') : null;
}

function allPut(state: MeetingState): Refusal | null {
  const items = openItems(state).length;
  return items > 0 ? refuse('pwc.items-not-put', 'PWR-3.1.11e', { items }) : null;
}

function judgeEntering(state: MeetingState): Refusal | null {
  const open = openVote(state);
  if (!open) return refuse('pwc.no-vote-open', 'PWR-3.1.11g');
  return open.vote.method === 'paper-ballot' ? refuse('pwc.ballot-is-unsigned', 'PWR-3.1.11d') : null;
}

function noQuorum(state: MeetingState): Refusal | null {
  const { quorate, due, present, needed } = meetingQuorum(state);
  return quorate ? null : refuse('pwc.no-quorum', 'PWR-3.1.4a', { due, present, needed });
}

/** Before the opening only the lack of a quorum adjourns; an open meeting is adjourned for a reason, but not in mid-vote. */
function judgeAdjournment(state: MeetingState): Refusal | null {
  const busy = noOpenVote(state) ?? anyOpen(state);
  if (busy) return busy;
  return state.stage === 'noticed' && meetingQuorum(state).quorate ? refuse('pwc.quorate', 'PWR-3.1.4a') : null;
}
