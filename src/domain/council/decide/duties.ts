import { isOwed } from '../../procedure/deadline';
import type { Unattended } from '../../procedure/model';
import { pauseDuties } from '../../procedure/moved-duties';
import { evolve } from '../evolve';
import { awaitedItems, isMovable } from '../reading';
import type { CouncilEvent, CouncilState } from '../state';

/** What falls due, or is due later, in a council that is suspended stands still with it: nobody may do it before the council goes on. */
export function standingStill(
  state: CouncilState,
  events: readonly CouncilEvent[],
  context: Unattended,
): CouncilEvent[] {
  if (!state.suspension) return [...events];
  const { duties } = events.reduce<CouncilState>(evolve, state);
  return [...events, ...pauseDuties(duties, isMovable, context)];
}

/**
 * The events, and after them the end they bring about: a council is closed when its papers have come down, nothing is owed and no item
 * is awaited. When only its papers have come down, it is completing.
 */
export function withClosing(state: CouncilState, events: readonly CouncilEvent[], now: number): CouncilEvent[] {
  const after = events.reduce<CouncilState>(evolve, state);
  const { publications, stage } = after;
  if (stage !== 'on-board' && stage !== 'completing') return [...events];
  if (publications.some(({ takenDownAt }) => takenDownAt === null)) return [...events];
  const isDone = !Object.values(after.duties).some(isOwed) && awaitedItems(after).length === 0;
  if (isDone) return [...events, { type: 'council-closed', data: { at: now } }];
  return stage === 'on-board' ? [...events, { type: 'board-period-over', data: { at: now } }] : [...events];
}
