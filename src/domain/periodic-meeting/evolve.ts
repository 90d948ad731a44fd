import { evolveDuties, isDutyEvent } from '../procedure/deadline';
import type { Attendance, PeriodicEvent, PeriodicState } from './state';

/** The state after an event. Throws when the event cannot follow the state: a broken log, never a user's mistake. */
export function evolve(state: PeriodicState | null, event: PeriodicEvent): PeriodicState {
  if (event.type === 'periodic-meeting-started') {
    return {
      ...event.data,
      stage: 'preparing',
      notice: null,
      attendance: {},
      openedAt: null,
      heldOn: null,
      statements: [],
      decisions: [],
      dissents: [],
      record: null,
      cancelReason: null,
      duties: {},
    };
  }
  if (!state) throw new Error(`${event.type} before periodic-meeting-started`);
  if (isDutyEvent(event)) return { ...state, duties: evolveDuties(state.duties, event) };
  switch (event.type) {
    case 'periodic-meeting-noticed':
      return { ...state, stage: 'noticed', notice: event.data, attendance: {} };
    case 'members-due-listed':
      return { ...state, due: event.data.due };
    case 'leave-recorded':
      return attend(state, event.data.personId, { leave: event.data.reason });
    case 'checked-in':
      return attend(state, event.data.personId, { checkedInAt: event.data.at, leftAt: null });
    case 'left-early':
      return attend(state, event.data.personId, { leftAt: event.data.at });
    case 'attendance-corrected':
      return attend(state, event.data.personId, { checkedInAt: null, leftAt: null });
    case 'periodic-meeting-opened':
      return { ...state, stage: 'sitting', openedAt: event.data.at, heldOn: event.data.on };
    case 'point-recorded':
      return { ...state, statements: [...state.statements, event.data] };
    case 'decision-taken':
      return { ...state, decisions: [...state.decisions, event.data.decision] };
    case 'decision-disputed':
      return { ...state, dissents: [...state.dissents, event.data] };
    case 'periodic-meeting-ended':
      return { ...state, stage: 'recording' };
    case 'record-filed':
      return { ...state, stage: 'closed', record: { text: event.data.text, fileId: event.data.fileId } };
    case 'periodic-meeting-cancelled':
      return { ...state, stage: 'cancelled', cancelReason: event.data.reason };
  }
}

const ABSENT: Attendance = { leave: null, checkedInAt: null, leftAt: null };

function attend(state: PeriodicState, personId: string, change: Partial<Attendance>): PeriodicState {
  const attendance = { ...state.attendance, [personId]: { ...(state.attendance[personId] ?? ABSENT), ...change } };
  return { ...state, attendance };
}
