import { isDecidedAbove } from '../agenda';
import type { Instant } from '../calendar/civil-date';
import type { TextRef } from '../procedure/model';
import type { AgendaItem, Attendance, CouncilEvent, CouncilState, PublicationState, Sitting, Task } from './state';

/** The parts of a council's state: found, and changed as an event says. */

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

/** One posting of the notice is confirmed. */
export function confirmPosting(
  state: CouncilState,
  data: Extract<CouncilEvent, { type: 'posting-confirmed' }>['data'],
) {
  const notice = noticeOf(state);
  const postings = notice.postings.map((posting) =>
    posting.id === data.postingId ? { ...posting, confirmation: data.confirmation } : posting,
  );
  return { ...notice, postings };
}

const ABSENT: Attendance = { leave: null, checkedInAt: null, leftAt: null };

export function attend(state: CouncilState, personId: string, change: Partial<Attendance>): CouncilState {
  const sitting = sittingOf(state);
  const attendance = { ...sitting.attendance, [personId]: { ...(sitting.attendance[personId] ?? ABSENT), ...change } };
  return { ...state, sitting: { ...sitting, attendance } };
}

export function postponement({ votes }: AgendaItem, voteId: string): AgendaItem['postponed'] {
  const until = votes.find(({ id }) => id === voteId)?.postponeTo;
  return until ? { until, returnedOn: null } : null;
}

/** A paper that hangs keeps the council on the board; what it shows is published. */
export function publish(state: CouncilState, publication: PublicationState): CouncilState {
  const shown = onItems(state, publication.itemIds, (item) => ({
    ...item,
    published: {
      outcome: item.published.outcome ?? publication.id,
      settlement: isDecidedAbove(item) ? publication.id : item.published.settlement,
    },
  }));
  return { ...shown, stage: 'on-board', publications: [...state.publications, publication] };
}

export function onPublication(state: CouncilState, id: string, change: (one: PublicationState) => PublicationState) {
  return { ...state, publications: state.publications.map((one) => (one.id === id ? change(one) : one)) };
}

/** A paper that came down too early shows nothing any more: what it showed is to be published again. */
export function removeEarly(
  state: CouncilState,
  { publicationId, at }: { publicationId: string; at: Instant },
): CouncilState {
  const down = onPublication(state, publicationId, (one) => ({ ...one, takenDownAt: at, removedEarly: true }));
  const items = down.items.map((item) => {
    const { outcome, settlement } = item.published;
    const hidden = (paper: string | null) => (paper === publicationId ? null : paper);
    return { ...item, published: { outcome: hidden(outcome), settlement: hidden(settlement) } };
  });
  return { ...down, items };
}

/** Another day of posting, and the clear days that follow from it. */
export function correctPosting(
  state: CouncilState,
  { postingId, postedOn, period }: Extract<CouncilEvent, { type: 'posting-corrected' }>['data'],
): CouncilState {
  const notice = noticeOf(state);
  const postings = notice.postings.map((posting) =>
    posting.id === postingId && posting.confirmation
      ? { ...posting, confirmation: { ...posting.confirmation, postedOn } }
      : posting,
  );
  return { ...state, notice: { ...notice, postings, ...period } };
}

/** Another count of a closed vote. A paper that shows the old one shows nothing any more. */
export function correctVote(
  state: CouncilState,
  data: Extract<CouncilEvent, { type: 'vote-corrected' }>['data'],
): CouncilState {
  const { itemId, voteId, electors, quorum, verdict, outcome, decidedOn, postponed } = data;
  return onItem(state, itemId, (item) => ({
    ...item,
    outcome,
    decidedOn,
    postponed,
    votes: item.votes.map((vote) => (vote.id === voteId ? { ...vote, electors, quorum, verdict } : vote)),
    published: { ...item.published, outcome: null },
  }));
}

interface Progress {
  readonly taskId: string;
  readonly text: TextRef;
  readonly by: string;
  readonly at: Instant;
}

export function report(state: CouncilState, { taskId, text, by, at }: Progress): CouncilState {
  return onTask(state, taskId, (task) => ({ ...task, progress: [...task.progress, { text, by, at }] }));
}

export function onTask(state: CouncilState, taskId: string, change: (task: Task) => Task): CouncilState {
  return { ...state, tasks: state.tasks.map((task) => (task.id === taskId ? change(task) : task)) };
}

export function onItems(state: CouncilState, itemIds: readonly string[], change: (item: AgendaItem) => AgendaItem) {
  return { ...state, items: state.items.map((item) => (itemIds.includes(item.id) ? change(item) : item)) };
}

export function onItem(state: CouncilState, itemId: string, change: (item: AgendaItem) => AgendaItem): CouncilState {
  return { ...state, items: state.items.map((item) => (item.id === itemId ? change(item) : item)) };
}
