import { evolveDuties, isDutyEvent } from '../procedure/deadline';
import type { DutyYearEvent, DutyYearState } from './state';

/** The state after an event. Throws when the event cannot follow the state: a broken log, never a user's mistake. */
export function evolve(state: DutyYearState | null, event: DutyYearEvent): DutyYearState {
  if (event.type === 'duty-year-opened') {
    const empty = { meetings: [], documents: [], explanations: [], deviations: [], duties: {} };
    return { ...event.data, stage: 'running', ...empty };
  }
  if (!state) throw new Error(`${event.type} before duty-year-opened`);
  if (isDutyEvent(event)) return { ...state, duties: evolveDuties(state.duties, event) };
  switch (event.type) {
    case 'meeting-counted':
      return { ...state, meetings: [...state.meetings, event.data] };
    case 'document-filed':
      return { ...state, documents: [...state.documents, event.data] };
    case 'overdue-explained':
      return { ...state, explanations: [...state.explanations, event.data] };
    case 'deviation-recorded':
      return { ...state, deviations: [...state.deviations, event.data] };
    case 'duty-year-over':
      return { ...state, stage: 'making-up' };
    case 'duty-year-closed':
      return { ...state, stage: 'closed' };
  }
}
