import type { HolidayCalendar } from '../../domain/calendar/holidays';
import type { Calendars } from '../../ports/calendar';
import type { Database } from './database';

/** Holiday tables in PostgreSQL. */
export function postgresCalendars(database: Database): Calendars {
  return {
    async current() {
      const row = await database.calendarVersion.findFirst({ orderBy: [{ createdAt: 'desc' }, { version: 'desc' }] });
      if (!row) return null;
      const { version, source, createdAt } = row;
      const data = row.data as unknown as Pick<HolidayCalendar, 'years' | 'days'>;
      return { calendar: { ...data, version }, source, createdAt };
    },
  };
}
