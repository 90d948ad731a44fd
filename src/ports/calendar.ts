import type { Instant } from '../domain/calendar/civil-date';
import type { HolidayCalendar } from '../domain/calendar/holidays';
import type { Refusal } from '../domain/refusal';
import type { Told } from './ledger';

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
  /**
   * Adds a table and tells the procedures whose dates it changes, in one transaction. Refused when there is another table of that version,
   * and when it drops a year that the table in force has; the same table again changes nothing.
   */
  add(edition: Pick<CalendarEdition, 'calendar' | 'source'>, at: Instant): Promise<readonly Told[] | Refusal>;
}
