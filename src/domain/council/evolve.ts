import { evolveDuties, isDutyEvent } from '../procedure/deadline';
import type { AgendaItem, Attendance, CouncilEvent, CouncilState, Sitting, VoteRecord } from './state';

/** The state after an event. Throws when the event cannot follow the state: a broken log, never a user's mistake. */
export function evolve(state: CouncilState | null, event: CouncilEvent): CouncilState {
  if (event.type === 'council-started') {
    return {
      ...event.data,
      stage: 'draft',
      notice: null,
      sitting: null,
      heldOn: null,
      tellings: [],
      publication: null,
      cancelReason: null,
      duties: {},
    };
  }
  if (!state) throw new Error(`${event.type} before council-started`);
  if (isDutyEvent(event)) return { ...state, duties: evolveDuties(state.duties, event) };
  return evolveCourse(state, event);
}

type CourseEvent = Exclude<CouncilEvent, { type: 'council-started' | `deadline-${string}` }>;

function evolveCourse(state: CouncilState, event: CourseEvent): CouncilState {
  switch (event.type) {
    case 'due-list-changed':
      return { ...state, due: event.data.due };
    case 'notice-issued': {
      const { notice } = event.data;
      return {
        ...state,
        stage: 'posting',
        notice,
        sitting: { round: notice.round, attendance: {}, guests: [], openedAt: null },
      };
    }
    case 'posting-confirmed':
      return { ...state, notice: confirmPosting(state, event.data) };
    case 'notice-running':
      return { ...state, stage: 'waiting', notice: { ...noticeOf(state), ...event.data } };
    case 'leave-recorded':
      return attend(state, event.data.personId, { leave: event.data.reason });
    case 'checked-in':
      return attend(state, event.data.personId, { checkedInAt: event.data.at, leftAt: null });
    case 'left-early':
      return attend(state, event.data.personId, { leftAt: event.data.at });
    case 'guest-admitted':
      return { ...state, sitting: { ...sittingOf(state), guests: [...sittingOf(state).guests, event.data.guest] } };
    case 'recused':
      return onItem(state, event.data.itemId, (item) => ({
        ...item,
        recusals: [...item.recusals, event.data.recusal],
      }));
    case 'sitting-opened':
      return { ...state, stage: 'sitting', sitting: { ...sittingOf(state), openedAt: event.data.at } };
    case 'sitting-adjourned':
      return { ...state, stage: 'adjourned' };
    case 'statement-recorded':
      return onItem(state, event.data.itemId, (item) => ({
        ...item,
        statements: [...item.statements, event.data.statement],
      }));
    case 'vote-opened':
      return onItem(state, event.data.itemId, (item) => ({ ...item, votes: [...item.votes, event.data.vote] }));
    case 'vote-closed': {
      const { voteId, verdict, outcome, on } = event.data;
      const settle = (vote: VoteRecord) => (vote.id === voteId ? { ...vote, verdict } : vote);
      return onItem(state, event.data.itemId, (item) => ({
        ...item,
        votes: item.votes.map(settle),
        outcome,
        decidedOn: outcome && on,
      }));
    }
    case 'item-referred':
      return onItem(state, event.data.itemId, (item) => ({ ...item, outcome: 'referred', decidedOn: event.data.on }));
    case 'sitting-closed':
      return {
        ...state,
        stage: 'following-up',
        heldOn: event.data.on,
        items: state.items.map((item) =>
          item.outcome ? item : { ...item, outcome: 'no-agreement', decidedOn: event.data.on },
        ),
      };
    case 'telling-recorded':
      return { ...state, tellings: [...state.tellings, event.data.telling] };
    case 'result-published':
      return { ...state, stage: 'on-board', publication: event.data.publication };
    case 'publication-taken-down':
      return { ...state, publication: state.publication && { ...state.publication, takenDownAt: event.data.at } };
    case 'council-closed':
      return { ...state, stage: 'closed' };
    case 'council-cancelled':
      return { ...state, stage: 'cancelled', cancelReason: event.data.reason };
  }
}

/** The notice in force. Throws before one was issued. */
export function noticeOf(state: CouncilState) {
  if (!state.notice) throw new Error('no notice was issued');
  return state.notice;
}

/** The sitting announced or open. Throws before a notice was issued. */
export function sittingOf(state: CouncilState): Sitting {
  if (!state.sitting) throw new Error('no sitting was announced');
  return state.sitting;
}

function confirmPosting(state: CouncilState, data: Extract<CouncilEvent, { type: 'posting-confirmed' }>['data']) {
  const notice = noticeOf(state);
  const postings = notice.postings.map((posting) =>
    posting.id === data.postingId ? { ...posting, confirmation: data.confirmation } : posting,
  );
  return { ...notice, postings };
}

const ABSENT: Attendance = { leave: null, checkedInAt: null, leftAt: null };

function attend(state: CouncilState, personId: string, change: Partial<Attendance>): CouncilState {
  const sitting = sittingOf(state);
  const attendance = { ...sitting.attendance, [personId]: { ...(sitting.attendance[personId] ?? ABSENT), ...change } };
  return { ...state, sitting: { ...sitting, attendance } };
}

function onItem(state: CouncilState, itemId: string, change: (item: AgendaItem) => AgendaItem): CouncilState {
  return { ...state, items: state.items.map((item) => (item.id === itemId ? change(item) : item)) };
}
