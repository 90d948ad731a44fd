import { evolveDuties, isDutyEvent } from '../procedure/deadline';
import {
  attend,
  confirmPosting,
  correctPosting,
  correctVote,
  noticeOf,
  onItem,
  onItems,
  onPublication,
  onTask,
  postponement,
  publish,
  removeEarly,
  report,
  sittingOf,
} from './parts';
import type { CouncilEvent, CouncilState, VoteRecord } from './state';

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
      publications: [],
      tasks: [],
      problems: [],
      cancelReason: null,
      suspension: null,
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
        postponed: outcome === 'postponed' ? postponement(item, voteId) : null,
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
      return publish(state, event.data.publication);
    case 'publication-taken-down': {
      const { publicationId, at } = event.data;
      return onPublication(state, publicationId, (one) => ({ ...one, takenDownAt: at }));
    }
    case 'council-suspended':
      return { ...state, suspension: event.data };
    case 'council-resumed':
      return { ...state, suspension: null };
    case 'publication-removed-early':
      return removeEarly(state, event.data);
    case 'posting-corrected':
      return correctPosting(state, event.data);
    case 'attendance-corrected': {
      const { personId, present, at } = event.data;
      return attend(state, personId, present ? { checkedInAt: at, leftAt: null } : { checkedInAt: null, leftAt: null });
    }
    case 'vote-corrected':
      return correctVote(state, event.data);
    case 'officers-changed':
      return { ...state, officers: event.data.officers };
    case 'taken-over':
      return state;
    case 'board-period-over':
      return { ...state, stage: 'completing' };
    case 'passed-items-filed':
      return onItems(state, event.data.itemIds, (item) => ({ ...item, filedOn: event.data.on }));
    case 'item-escalated': {
      const { itemId, to, on } = event.data;
      return onItem(state, itemId, (item) => ({ ...item, escalation: { to, putOn: on, settlement: null } }));
    }
    case 'settlement-received':
      return onItem(state, event.data.itemId, (item) => ({
        ...item,
        escalation: item.escalation && { ...item.escalation, settlement: event.data.settlement },
        // What was decided again is published, told and handed over anew.
        ...(event.data.settlement.reconsidered && {
          published: { ...item.published, settlement: null },
          handedOverOn: null,
          tellingsBefore: state.tellings.length,
        }),
      }));
    case 'item-returned':
      return onItem(state, event.data.itemId, (item) => ({
        ...item,
        postponed: item.postponed && { ...item.postponed, returnedOn: event.data.on },
      }));
    case 'handed-to-assembly':
      return onItems(state, event.data.itemIds, (item) => ({ ...item, handedOverOn: event.data.on }));
    case 'hearing-noted':
      return onItem(state, event.data.itemId, (item) => ({ ...item, hearing: event.data.hearing }));
    case 'task-assigned':
      return { ...state, tasks: [...state.tasks, event.data.task] };
    case 'progress-reported':
      return report(state, event.data);
    case 'task-completed':
      return onTask(report(state, event.data), event.data.taskId, (task) => ({ ...task, doneOn: event.data.on }));
    case 'task-withdrawn':
      return onTask(state, event.data.taskId, (task) => ({ ...task, withdrawnOn: event.data.on }));
    case 'problem-raised':
      return { ...state, problems: [...state.problems, event.data.problem] };
    case 'problem-answered': {
      const { problemId, ...answer } = event.data;
      const problems = state.problems.map((one) => (one.id === problemId ? { ...one, answer } : one));
      return { ...state, problems };
    }
    case 'council-closed':
      return { ...state, stage: 'closed' };
    case 'council-cancelled':
      return { ...state, stage: 'cancelled', cancelReason: event.data.reason };
  }
}
