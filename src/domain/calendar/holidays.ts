import { refuse, type Refusal } from '../refusal';
import { isCivilDate, weekday, type CivilDate } from './civil-date';

/** A day that differs from its day of the week, and the State Council notice that says so. */
export interface SpecialDay {
  readonly kind: 'holiday' | 'make-up working day';
  /** The festival, as the notice names it. */
  readonly name: string;
  readonly notice: string;
}

/** The holiday table of the years for which a notice is known. */
export interface HolidayCalendar {
  readonly version: string;
  readonly years: readonly number[];
  readonly days: Readonly<Record<CivilDate, SpecialDay>>;
}

/**
 * Whether offices work that day: a make-up working day (调休) is a working day, a holiday is none, and every other day
 * goes by the day of the week. In a year without data that leaves weekends alone: ask `hasData` and call it provisional.
 */
export function isWorkingDay(calendar: HolidayCalendar, date: CivilDate): boolean {
  const special = calendar.days[date];
  return special ? special.kind === 'make-up working day' : !isWeekend(date);
}

/** Whether the holidays of that day's year are known. */
export function hasData(calendar: HolidayCalendar, date: CivilDate): boolean {
  return calendar.years.includes(Number(date.slice(0, 4)));
}

/** Whether the day is a Saturday or a Sunday. */
export function isWeekend(date: CivilDate): boolean {
  return weekday(date) >= 6;
}

/** The days on which the two tables differ: work or rest, known or not. */
export function changedDays(before: HolidayCalendar, after: HolidayCalendar): CivilDate[] {
  const named = [...new Set([...Object.keys(before.days), ...Object.keys(after.days)])];
  return named.filter((day) => isWorkingDay(before, day) !== isWorkingDay(after, day)).sort();
}

/**
 * Why a table cannot be used; null when it can. Every day lies in a year that the table knows, a holiday or make-up day is named with
 * its notice, a make-up working day is a weekend day, and no year is without holidays: its days would be certain though nobody knows them.
 */
export function checkCalendar({ years, days }: Pick<HolidayCalendar, 'years' | 'days'>): Refusal | null {
  for (const [day, special] of Object.entries(days)) {
    if (!isCivilDate(day)) return refuse('calendar.no-such-day', null, { day });
    if (!years.includes(Number(day.slice(0, 4)))) return refuse('calendar.day-outside-years', null, { day });
    if (special.kind === 'make-up working day' && !isWeekend(day))
      return refuse('calendar.make-up-on-a-working-day', 'LAW-CC-203', { day });
  }
  const holidays = Object.entries(days).filter(([, { kind }]) => kind === 'holiday');
  const empty = years.find((year) => !holidays.some(([day]) => day.startsWith(`${year}-`)));
  return empty === undefined ? null : refuse('calendar.year-without-holidays', 'LAW-CC-203', { year: empty });
}

/** A table replaces the one in force whole: one that lacks a year would make its known days uncertain again (reading 6). */
export function checkReplacing(inForce: HolidayCalendar, { years }: Pick<HolidayCalendar, 'years'>): Refusal | null {
  const dropped = inForce.years.find((year) => !years.includes(year));
  return dropped === undefined ? null : refuse('calendar.year-dropped', 'LAW-CC-203', { year: dropped });
}
