import { civilDateOf } from '../calendar/civil-date';
import { evolveDuties, isDutyEvent } from '../procedure/deadline';
import type { SignedDocument } from '../pwc/documents';
import { judgeDelegation, unsigned } from '../pwc/documents';
import { noticeOf, sittingOf } from './reading';
import type { Attendance, Guest, MeetingEvent, MeetingItem, MeetingState, Sitting, Task, VoteRecord } from './state';

/** The state after an event. Throws when the event cannot follow the state: a broken log, never a user's mistake. */
export function evolve(state: MeetingState | null, event: MeetingEvent): MeetingState {
  if (event.type === 'pwc-meeting-started') {
    return {
      ...event.data,
      stage: 'fixing-agenda',
      holders: event.data.members,
      delegation: null,
      items: [],
      guests: [],
      notice: null,
      sitting: null,
      pastSittings: [],
      heldOn: null,
      documents: [],
      tasks: [],
      leads: [],
      findings: [],
      cancelReason: null,
      duties: {},
    };
  }
  if (!state) throw new Error(`${event.type} before pwc-meeting-started`);
  if (isDutyEvent(event)) return { ...state, duties: evolveDuties(state.duties, event) };
  return evolveMeeting(state, event);
}

type CourseEvent = Exclude<MeetingEvent, { type: 'pwc-meeting-started' | `deadline-${string}` }>;

function evolveMeeting(state: MeetingState, event: CourseEvent): MeetingState {
  switch (event.type) {
    case 'recorder-changed':
      return { ...state, recorder: event.data.recorder };
    case 'chair-delegated':
      return { ...state, delegation: event.data.delegation };
    case 'agenda-fixed':
      return { ...state, items: event.data.items, guests: guestsOf(state, event.data.items) };
    case 'item-added':
      return addItem(state, event.data.item);
    case 'item-withdrawn':
      return settle(state, event.data.itemId, { outcome: 'withdrawn', ...noted(event.data) });
    case 'members-listed':
      return { ...state, members: event.data.members, holders: event.data.members };
    case 'seats-changed':
      return { ...state, holders: event.data.holders, documents: state.documents.map(forHolders(event.data.holders)) };
    case 'meeting-noticed': {
      const { notice } = event.data;
      return { ...state, stage: 'noticed', notice, sitting: NOT_OPENED(notice.round) };
    }
    case 'papers-circulated':
      return onItems(state, event.data.itemIds, (item) => ({
        ...item,
        circulatedOn: event.data.on,
        clearedById: event.data.clearedById,
        paperId: event.data.fileId,
      }));
    case 'papers-read': {
      const { personId, at } = event.data;
      return onItems(state, event.data.itemIds, (item) => ({ ...item, readBy: [...item.readBy, { personId, at }] }));
    }
    case 'leave-recorded':
      return attend(state, event.data.personId, { leave: event.data.reason });
    case 'opinion-given':
      return onItem(state, event.data.itemId, ({ opinions }) => ({ opinions: [...opinions, event.data.opinion] }));
    case 'guest-invited':
      return { ...state, guests: [...state.guests, event.data.guest] };
    case 'recused':
      return onItem(state, event.data.itemId, ({ recusals }) => ({ recusals: [...recusals, event.data.recusal] }));
    case 'checked-in':
      return attend(state, event.data.personId, { checkedInAt: event.data.at, leftAt: null });
    case 'left-early':
      return attend(state, event.data.personId, { leftAt: event.data.at });
    case 'attendance-corrected':
      return attend(state, event.data.personId, { checkedInAt: null, leftAt: null });
    case 'sitting-opened':
      return {
        ...state,
        stage: 'sitting',
        sitting: { ...sittingOf(state), openedAt: event.data.at, openedBy: event.data.chair },
      };
    case 'sitting-adjourned':
      return { ...withPast(state), stage: 'adjourned', items: state.items.map(toBeginAgain) };
    case 'consultation-reported':
      return onItem(state, event.data.itemId, () => ({ consultation: event.data.text }));
    case 'statement-recorded':
      return onItem(state, event.data.itemId, ({ statements }) => ({
        statements: [...statements, event.data.statement],
      }));
    case 'discussion-summed-up':
      return onItem(state, event.data.itemId, () => ({ summary: event.data.text }));
    case 'absent-informed':
      return onItem(state, event.data.itemId, ({ informed }) => ({ informed: [...informed, event.data.informed] }));
    case 'vote-opened':
      return onItem(state, event.data.itemId, ({ votes }) => ({ votes: [...votes, event.data.vote] }));
    case 'vote-closed': {
      const { itemId, voteId, verdict, passedWithoutRecused, outcome, on, absent } = event.data;
      const close = (vote: VoteRecord) => (vote.id === voteId ? { ...vote, verdict, passedWithoutRecused } : vote);
      const closed = onItem(state, itemId, ({ votes }) => ({ votes: votes.map(close) }));
      return outcome ? settle(closed, itemId, { outcome, decidedOn: on, absent }) : closed;
    }
    case 'item-deferred':
      return settle(state, event.data.itemId, { outcome: 'deferred', ...noted(event.data) });
    case 'item-noted': {
      const { itemId, note, on, absent } = event.data;
      return settle(state, itemId, { outcome: 'noted', outcomeNote: note, decidedOn: on, absent });
    }
    case 'item-referred':
      return settle(state, event.data.itemId, { outcome: 'referred', decidedOn: event.data.on });
    case 'decision-replaced':
      return onItem(state, event.data.itemId, () => ({ replaced: event.data.replacement }));
    case 'sitting-closed':
      return { ...(state.stage === 'sitting' ? withPast(state) : state), stage: 'documenting', heldOn: event.data.on };
    case 'document-drafted':
      return { ...state, documents: [...state.documents, event.data.document] };
    case 'document-revised': {
      const { documentId, text, directorId } = event.data;
      return onDocument(state, documentId, (document) => ({
        ...{ text, directorId, status: 'submitted', signatures: [] },
        delegations: forDirector(document, directorId),
      }));
    }
    case 'document-withdrawn':
      return onDocument(state, event.data.documentId, () => ({ status: 'withdrawn' }));
    case 'signature-delegated':
      return onDocument(state, event.data.documentId, ({ delegations }) => ({
        delegations: [...delegations, event.data.delegation],
      }));
    case 'document-returned': {
      const { documentId, ...one } = event.data;
      return onDocument(state, documentId, ({ returns }) => ({ returns: [...returns, one], status: 'returned' }));
    }
    case 'document-signed':
      return onDocument(state, event.data.documentId, (document) => {
        const signatures = [...document.signatures, event.data.signature];
        const isComplete = unsigned({ ...document, signatures }).length === 0;
        return { signatures, status: isComplete ? 'signed' : document.status };
      });
    case 'minutes-signed':
      return { ...state, stage: 'carrying-out' };
    case 'decisions-told':
      return onItems(state, event.data.itemIds, (item) => ({ ...item, toldOn: event.data.on }));
    case 'task-assigned':
      return { ...state, tasks: [...state.tasks, event.data.task] };
    case 'no-task-needed':
      return onItem(state, event.data.itemId, () => ({ noTask: event.data.reason }));
    case 'progress-reported':
      return report(state, event.data);
    case 'task-completed':
      return onTask(report(state, event.data), event.data.taskId, () => ({ doneOn: event.data.on }));
    case 'task-withdrawn':
      return onTask(state, event.data.taskId, () => ({ withdrawnOn: event.data.on }));
    case 'dissent-recorded':
      return onItem(state, event.data.itemId, ({ dissents }) => ({ dissents: [...dissents, event.data.dissent] }));
    case 'item-reopened':
      return onItem(state, event.data.itemId, () => ({ reopenedOn: event.data.on }));
    case 'finding-recorded':
      return { ...state, findings: [...state.findings, event.data.finding] };
    case 'change-attempted':
      return { ...state, leads: [...state.leads, event.data] };
    case 'pwc-meeting-closed':
      return { ...state, stage: 'closed' };
    case 'pwc-meeting-cancelled':
      return { ...state, stage: 'cancelled', cancelReason: event.data.reason };
  }
}

const NOT_OPENED = (round: number): Sitting => ({ round, attendance: {}, openedAt: null, openedBy: null });

/** Before the notice an item of weight that comes by itself stands first; later every one stands last. */
function addItem(state: MeetingState, item: MeetingItem): MeetingState {
  const isFirst = state.stage === 'fixing-agenda' && (item.major || item.urgent);
  return { ...state, items: isFirst ? [item, ...state.items] : [...state.items, item] };
}

/** Keeps what the minutes say of a sitting that was opened and is over. */
function withPast(state: MeetingState): MeetingState {
  const { members, pastSittings } = state;
  const sitting = sittingOf(state);
  if (sitting.openedAt === null) return state;
  const past = { ...sitting, place: noticeOf(state).place, members };
  return { ...state, pastSittings: [...pastSittings, past], heldOn: civilDateOf(sitting.openedAt) };
}

/** Whoever meets again hears of an open item again: only where persons were counted already the discussion stands. */
function toBeginAgain(item: MeetingItem): MeetingItem {
  const closed = withoutOpenVote(item);
  if (item.outcome !== null || closed.votes.length > 0) return closed;
  return { ...closed, summary: null, consultation: null };
}

/** What is still to be signed is the new secretary's to sign, or a delegate's whose seat still allows it [PWR-3.2.1 … PWR-3.2.5]. */
const forHolders =
  (holders: MeetingState['holders']) =>
  (document: SignedDocument): SignedDocument => {
    const secretary = holders.find(({ position }) => position === 'secretary');
    if (document.status === 'signed' || !secretary) return document;
    const seatOf = (personId: string) => holders.find((holder) => holder.personId === personId)?.position ?? null;
    const delegations = document.delegations.filter(
      ({ office, toId }) => office === 'director' || judgeDelegation(document.kind, seatOf(toId)) === null,
    );
    return { ...document, secretaryId: secretary.personId, delegations };
  };

/** Another director has left the signature to nobody yet, and signs for nobody else [PWR-3.2.3]. */
function forDirector(document: SignedDocument, directorId: string | null): SignedDocument['delegations'] {
  const { delegations } = document;
  if (directorId === document.directorId) return delegations;
  return delegations.filter(({ office, toId }) => office === 'secretary' && toId !== directorId);
}

/** Who was invited for an item stays so when the agenda is fixed anew, and is invited no more when the item is left out [PWR-3.1.3]. */
function guestsOf({ guests, items: before }: MeetingState, items: readonly MeetingItem[]): Guest[] {
  const newIds = (itemId: string): string[] => {
    const old = before.find(({ id }) => id === itemId);
    return items.filter(({ agendaItemId }) => agendaItemId === old?.agendaItemId).map(({ id }) => id);
  };
  return guests
    .map((guest) => ({ ...guest, itemIds: guest.itemIds.flatMap(newIds) }))
    .filter(({ itemIds }) => itemIds.length > 0);
}

const ABSENT: Attendance = { leave: null, checkedInAt: null, leftAt: null };

function attend(state: MeetingState, personId: string, change: Partial<Attendance>): MeetingState {
  noticeOf(state);
  const sitting = sittingOf(state);
  const attendance = { ...sitting.attendance, [personId]: { ...(sitting.attendance[personId] ?? ABSENT), ...change } };
  return { ...state, sitting: { ...sitting, attendance } };
}

function noted({ reason, on }: { reason: MeetingItem['outcomeNote']; on: string }) {
  return { outcomeNote: reason, decidedOn: on };
}

/** An item gets its outcome; a vote on it that was still open is void. */
function settle(state: MeetingState, itemId: string, change: Partial<MeetingItem>): MeetingState {
  return onItem(state, itemId, (item) => ({ ...withoutOpenVote(item), ...change }));
}

function withoutOpenVote(item: MeetingItem): MeetingItem {
  return { ...item, votes: item.votes.filter(({ verdict }) => verdict !== null) };
}

function onItems(
  state: MeetingState,
  ids: readonly string[],
  change: (item: MeetingItem) => MeetingItem,
): MeetingState {
  return { ...state, items: state.items.map((item) => (ids.includes(item.id) ? change(item) : item)) };
}

function onItem(state: MeetingState, id: string, change: (item: MeetingItem) => Partial<MeetingItem>): MeetingState {
  return onItems(state, [id], (item) => ({ ...item, ...change(item) }));
}

function onDocument(
  state: MeetingState,
  id: string,
  change: (document: SignedDocument) => Partial<SignedDocument>,
): MeetingState {
  const documents = state.documents.map((one) => (one.id === id ? { ...one, ...change(one) } : one));
  return { ...state, documents };
}

function report(
  state: MeetingState,
  { taskId, text, by, at }: { taskId: string; text: Task['what']; by: string; at: number },
): MeetingState {
  return onTask(state, taskId, ({ progress }) => ({ progress: [...progress, { text, by, at }] }));
}

function onTask(state: MeetingState, id: string, change: (task: Task) => Partial<Task>): MeetingState {
  return { ...state, tasks: state.tasks.map((task) => (task.id === id ? { ...task, ...change(task) } : task)) };
}
