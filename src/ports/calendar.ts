import type { HolidayCalendar } from '../domain/calendar/holidays';

/** A whole holiday table and where it comes from. */
export interface CalendarEdition {
  readonly calendar: HolidayCalendar;
  readonly source: string;
  readonly createdAt: Date;
}

/** Holiday tables: a new one replaces the whole, and those before it are kept. */
export interface Calendars {
  /** The newest table, which counts; null before the first. */
  current(): Promise<CalendarEdition | null>;
}
