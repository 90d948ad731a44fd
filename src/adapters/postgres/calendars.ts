import type { HolidayCalendar } from '../../domain/calendar/holidays';
import type { CalendarEdition, Calendars } from '../../ports/calendar';
import type { Database, Transaction } from './database';

/** Holiday tables in PostgreSQL. */
export function postgresCalendars(database: Database): Calendars {
  return { current: () => currentCalendar(database) };
}

/** The newest table; in the same transaction as whatever else is read. */
export async function currentCalendar(client: Transaction): Promise<CalendarEdition | null> {
  const row = await client.calendarVersion.findFirst({ orderBy: [{ createdAt: 'desc' }, { version: 'desc' }] });
  if (!row) return null;
  const { version, source, createdAt } = row;
  const data = row.data as unknown as Pick<HolidayCalendar, 'years' | 'days'>;
  return { calendar: { ...data, version }, source, createdAt };
}
