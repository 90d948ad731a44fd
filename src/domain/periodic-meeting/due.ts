import type { Context, Seat } from '../procedure/model';
import { POSITIONS } from '../pwc/positions';
import { refuse, type Refusal } from '../refusal';
import { evolve } from './evolve';
import type { DueMember, PeriodicEvent, PeriodicState } from './state';
import { clauseFor, typeOf } from './types';

/** Reading 2: the members of the body and whoever else is named, each once. */
export function dueBy(roster: readonly Seat[], others: readonly DueMember[]): DueMember[] {
  const listed = [...roster.map(({ personId, position }) => ({ personId, capacity: position })), ...others];
  return listed.filter((one, index) => listed.findIndex(({ personId }) => personId === one.personId) === index);
}

/** The meeting with those due by the roster of the day, and what that changes. Refused when whoever is to chair may not any more. */
export function relist(
  state: PeriodicState,
  { roster }: Pick<Context, 'roster'>,
): { readonly state: PeriodicState; readonly events: readonly PeriodicEvent[] } | Refusal {
  const { type, chair, delegation, others } = state;
  if (roster.length === 0) return refuse('periodic.empty-roster', typeOf(type).clause);
  const due = dueBy(roster, others);
  const wrong = checkChair({ type, chair, isDelegated: delegation !== null }, roster, due);
  if (wrong) return wrong;
  if (JSON.stringify(due) === JSON.stringify(state.due)) return { state, events: [] };
  const listed: PeriodicEvent = { type: 'members-due-listed', data: { due } };
  return { state: evolve(state, listed), events: [listed] };
}

/** The body's secretary chairs; where the text lets it be left to somebody, a member does and the reason is on record. */
export function checkChair(
  { type, chair, isDelegated }: Pick<PeriodicState, 'type' | 'chair'> & { readonly isDelegated: boolean },
  roster: readonly Seat[],
  due: readonly DueMember[],
): Refusal | null {
  const { chair: rule } = typeOf(type);
  const source = clauseFor(type, rule.source);
  if (!due.some(({ personId }) => personId === chair)) return refuse('periodic.chair-not-due', source);
  if (rule.by === 'anybody') return null;
  const position = roster.find(({ personId }) => personId === chair)?.position;
  if (position === POSITIONS.secretary) return null;
  if (rule.mayDelegate === null) return refuse('periodic.secretary-chairs', source);
  if (position === undefined) return refuse('periodic.secretary-chairs', source);
  return isDelegated ? null : refuse('periodic.delegation-reason', clauseFor(type, rule.mayDelegate));
}
