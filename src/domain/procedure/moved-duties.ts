import { civilDateOf, daysBetween, type CivilDate } from '../calendar/civil-date';
import { dueWithin, fixedDay, type Deadline } from '../calendar/deadline';
import type { HolidayCalendar } from '../calendar/holidays';
import { isOwed, isRunning, moveDuty, type Duties, type DutyEvent, type DutyState } from './deadline';
import type { Unattended } from './model';

/** Duties that are counted again, or stand still with their procedure. */

interface Recount extends Unattended {
  readonly remindDaysAhead: number;
}

/**
 * A new holiday table: every duty still owed is counted again, and only those move whose day or certainty changes (reading 6). What was
 * set or announced by people does not move.
 */
export function recountDuties(duties: Duties, { calendar, now, remindDaysAhead }: Recount): DutyEvent[] {
  return Object.entries(duties).flatMap(([key, duty]) => {
    if (!isOwed(duty) || duty.status === 'paused' || !duty.period) return [];
    const counted = dueWithin({ ...duty.period, clause: duty.clause }, calendar);
    if (counted.dueOn === duty.dueOn && counted.provisional === duty.provisional) return [];
    return [moveDuty(key, counted, { cause: 'calendar', remindDaysAhead, now })];
  });
}

/** The clock stops for the duties that `which` selects; what is late already stays late, whether or not its timer has said so yet. */
export function pauseDuties(
  duties: Duties,
  which: (duty: DutyState) => boolean,
  { now, today }: Pick<Unattended, 'now' | 'today'>,
): DutyEvent[] {
  return Object.entries(duties)
    .filter(([, duty]) => isRunning(duty, now) && which(duty))
    .map(([key]) => ({ type: 'deadline-paused', data: { key, on: today } }));
}

/** The clock goes on: what was paused ends as many days later as it stood still, the day on which it was paused not counted. */
export function resumeDuties(duties: Duties, suspendedOn: CivilDate, context: Recount): DutyEvent[] {
  const { now, today, remindDaysAhead, calendar } = context;
  return Object.entries(duties).flatMap(([key, duty]) => {
    if (duty.status !== 'paused') return [];
    const stoodStill = daysBetween(duty.pausedOn ?? suspendedOn, today);
    return [moveDuty(key, later(duty, stoodStill, calendar), { cause: 'suspended', remindDaysAhead, now })];
  });
}

/** A day that people gave ends, once it is moved, no more on a rest day than one that was counted [LAW-CC-203]. */
function later({ period, clause, dueOn }: DutyState, days: number, calendar: HolidayCalendar): Deadline {
  if (!period && days === 0) return fixedDay(dueOn, clause, calendar);
  const counted = period ?? { eventOn: dueOn, days: 0, unit: 'natural' };
  const suspendedDays = (counted.suspendedDays ?? 0) + days;
  return dueWithin({ ...counted, suspendedDays, clause }, calendar);
}

/** The day to which a duty was extended, by approval. */
export function extendedTo(duty: DutyState, dueOn: CivilDate, calendar: HolidayCalendar): Deadline {
  const fixed = fixedDay(dueOn, duty.clause, calendar);
  const step = { code: 'extended', date: dueOn, clause: null, params: { from: duty.dueOn } } as const;
  return { ...fixed, explanation: [step, ...fixed.explanation] };
}

/** Whole days between the moment of the suspension and now, by the calendar. */
export function daysSince(since: number, now: number): number {
  return daysBetween(civilDateOf(since), civilDateOf(now));
}
