import { dueWithin } from '../../calendar/deadline';
import type { ClauseId } from '../../clause';
import { isOwed, setDuty, type DutyEvent } from '../../procedure/deadline';
import type { Unattended } from '../../procedure/model';
import { pauseDuties } from '../../procedure/moved-duties';
import type { RulebookKey } from '../../rulebook';
import { evolve } from '../evolve';
import { awaitedItems, isMovable } from '../reading';
import type { CouncilEvent, CouncilState } from '../state';

/** Parameters that are a number of days. */
type DaysKey = Extract<RulebookKey, `${string}WithinDays`>;

/** "Promptly" (及时): a duty within the rulebook's days from today, reading 10. Its key is its kind, and its subject where there are several. */
export function promptly(
  state: CouncilState,
  duty: { kind: string; subject?: string; within: DaysKey; clause: ClauseId },
  { now, today, calendar }: Unattended,
): Extract<DutyEvent, { type: 'deadline-set' }> {
  const { kind, subject, within, clause } = duty;
  const deadline = dueWithin({ eventOn: today, days: state.rulebook[within], unit: 'natural', clause }, calendar);
  const key = subject === undefined ? kind : `${kind}:${subject}`;
  return setDuty(key, kind, deadline, state.rulebook['deadline.remindDaysAhead'], now);
}

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
