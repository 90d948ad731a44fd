import type { ClauseId } from '../clause';
import { addDays, daysBetween, endOfDay, type CivilDate, type Instant } from './civil-date';
import type { ExplanationStep } from './explanation';
import { hasData, isWorkingDay, type HolidayCalendar } from './holidays';

/** A day by which something must be done, and why it is that day. */
export interface Deadline {
  readonly dueOn: CivilDate;
  /** 24:00 of `dueOn`: done before this moment is in time, at it is late. */
  readonly dueAt: Instant;
  readonly clause: ClauseId;
  readonly calendarVersion: string;
  /** Holidays that are not known yet may still move it. */
  readonly provisional: boolean;
  readonly explanation: readonly ExplanationStep[];
}

/**
 * "Within n days" (reading 5): the day of the event is not counted [LAW-CC-201]; the period ends at 24:00 of the last
 * day, or of the next working day when the last day is a rest day [LAW-CC-203]. `unit` says whether the n days are natural
 * or working days; `clause` is the clause that sets the period. Throws RangeError unless `days` is a whole number from 1.
 */
export function dueWithin(
  period: { eventOn: CivilDate; days: number; unit: 'natural' | 'working'; clause: ClauseId },
  calendar: HolidayCalendar,
): Deadline {
  const { eventOn, days, unit, clause } = period;
  requireDays(days);
  const firstDay = addDays(eventOn, 1);
  const lastDay = unit === 'natural' ? addDays(eventOn, days) : workingDay(days, firstDay, calendar);
  const dueOn = workingDay(1, lastDay, calendar);
  // Natural days are counted without looking at what they are; only the end of the period asks the calendar.
  const unknownDay = firstWithoutData(calendar, unit === 'natural' ? lastDay : firstDay, dueOn);

  const explanation: ExplanationStep[] = [
    { code: 'event-not-counted', date: eventOn, clause: 'LAW-CC-201', params: {} },
    { code: 'last-day', date: lastDay, clause, params: { days, unit, restDays: daysBetween(eventOn, lastDay) - days } },
    ...moved(lastDay, dueOn, calendar),
    ...madeUp(dueOn, calendar),
    { code: 'due', date: dueOn, clause: 'LAW-CC-203', params: {} },
  ];
  if (unknownDay) {
    const params = { year: Number(unknownDay.slice(0, 4)), calendarVersion: calendar.version };
    explanation.push({ code: 'provisional', date: unknownDay, clause: null, params });
  }
  return {
    dueOn,
    dueAt: endOfDay(dueOn),
    clause,
    calendarVersion: calendar.version,
    provisional: unknownDay !== null,
    explanation,
  };
}

/** The n-th working day from `from` on, `from` itself included. */
function workingDay(n: number, from: CivilDate, calendar: HolidayCalendar): CivilDate {
  let date = from;
  for (let left = n; ; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) left -= 1;
    if (left === 0) return date;
  }
}

function firstWithoutData(calendar: HolidayCalendar, from: CivilDate, to: CivilDate): CivilDate | null {
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (!hasData(calendar, date)) return date;
  }
  return null;
}

function moved(lastDay: CivilDate, dueOn: CivilDate, calendar: HolidayCalendar): ExplanationStep[] {
  if (dueOn === lastDay) return [];
  const params = { from: lastDay, festival: calendar.days[lastDay]?.name ?? null };
  return [{ code: 'rest-day-moved', date: dueOn, clause: 'LAW-CC-203', params }];
}

/** A working day that the table names at all is a make-up working day. */
function madeUp(dueOn: CivilDate, calendar: HolidayCalendar): ExplanationStep[] {
  const special = calendar.days[dueOn];
  if (!special) return [];
  return [{ code: 'make-up-working-day', date: dueOn, clause: 'LAW-CC-203', params: { festival: special.name } }];
}

/** Throws RangeError unless the period is a whole number of days from 1: a rulebook lets no other through. */
export function requireDays(days: number): void {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`not a period of days: ${days}`);
}
