import type { ClauseId } from '../clause';
import { addDays, daysBetween, endOfDay, type CivilDate, type Instant } from './civil-date';
import type { ExplanationStep } from './explanation';
import { hasData, isWorkingDay, type HolidayCalendar } from './holidays';

/** A number of days counted from an event; none from a day that people gave, which a suspension then moved. */
export interface Period {
  readonly eventOn: CivilDate;
  readonly days: number;
  readonly unit: 'natural' | 'working';
  /** Whole days during which the clock stood still [a suspension, by its ledger]; the period ends that much later. */
  readonly suspendedDays?: number;
}

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
  /** What the day was counted from, so that it can be counted again; null for a day that was set or announced. */
  readonly period: Period | null;
}

/**
 * "Within n days" (reading 5): the day of the event is not counted [LAW-CC-201]; the period ends at 24:00 of the last
 * day, or of the next working day when the last day is a rest day [LAW-CC-203]. `unit` says whether the n days are natural
 * or working days; `clause` is the clause that sets the period. Throws RangeError unless `days` is a whole number from 1, or 0 with
 * suspended days that are counted from a day that people gave.
 */
export function dueWithin(counted: Period & { readonly clause: ClauseId }, calendar: HolidayCalendar): Deadline {
  const { clause, ...period } = counted;
  const { eventOn, days, unit, suspendedDays = 0 } = period;
  if (days !== 0 || suspendedDays === 0) requireDays(days);
  const firstDay = addDays(eventOn, 1);
  const counts = unit === 'natural' ? addDays(eventOn, days) : workingDay(days, firstDay, calendar);
  const lastDay = addDays(counts, suspendedDays);
  const dueOn = workingDay(1, lastDay, calendar);
  // Natural days are counted without looking at what they are; only the end of the period asks the calendar.
  const unknownDay = firstWithoutData(calendar, unit === 'natural' ? lastDay : firstDay, dueOn);

  const explanation: ExplanationStep[] = [
    ...countedFrom(eventOn, counts, { days, unit, clause }),
    ...suspended(lastDay, suspendedDays),
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
    period,
  };
}

/** A day that people set or announced themselves: nothing is counted, and no calendar moves it. */
export function fixedDay(dueOn: CivilDate, clause: ClauseId, calendar: HolidayCalendar): Deadline {
  return {
    dueOn,
    dueAt: endOfDay(dueOn),
    clause,
    calendarVersion: calendar.version,
    provisional: false,
    explanation: [{ code: 'due', date: dueOn, clause, params: {} }],
    period: null,
  };
}

function countedFrom(
  eventOn: CivilDate,
  last: CivilDate,
  { days, unit, clause }: Pick<Period, 'days' | 'unit'> & { readonly clause: ClauseId },
): ExplanationStep[] {
  if (days === 0) return [];
  return [
    { code: 'event-not-counted', date: eventOn, clause: 'LAW-CC-201', params: {} },
    { code: 'last-day', date: last, clause, params: { days, unit, restDays: daysBetween(eventOn, last) - days } },
  ];
}

function suspended(until: CivilDate, days: number): ExplanationStep[] {
  return days > 0 ? [{ code: 'suspended', date: until, clause: null, params: { days } }] : [];
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
