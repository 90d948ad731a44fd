import { calendarDaysQuery, calendarDaysSchema, calendarSchema } from '../../contract/schemas/calendar';
import { refuse } from '../../domain/refusal';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';

const tag = '日历 / Calendar';

/** The holiday table that deadlines are counted by. */
export function calendarRoutes({ calendars }: Pick<RoutesDeps, 'calendars'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/calendar',
      tag,
      summary: { zh: '现行节假日表', en: 'The holiday table in force' },
      access: 'signed-in',
      success: { status: 200, schema: calendarSchema },
      problems: [404],
      async handler() {
        const edition = await calendars.current();
        if (!edition) return refuse('calendar.missing', null);
        const { calendar, source, createdAt } = edition;
        const { version, years } = calendar;
        return { body: { version, source, createdAt: createdAt.toISOString(), years: [...years] } };
      },
    }),
    route({
      method: 'get',
      path: '/api/calendar/days',
      tag,
      summary: { zh: '一年的放假和调休上班', en: 'The holidays and make-up working days of a year' },
      access: 'signed-in',
      query: calendarDaysQuery,
      success: { status: 200, schema: calendarDaysSchema },
      problems: [404],
      async handler({ query: { year } }) {
        const edition = await calendars.current();
        if (!edition) return refuse('calendar.missing', null);
        const { version, years, days } = edition.calendar;
        const ofTheYear = Object.entries(days).filter(([day]) => day.startsWith(year));
        const listed = ofTheYear
          .map(([day, special]) => ({ day, ...special }))
          .sort((a, b) => (a.day < b.day ? -1 : 1));
        return { body: { version, year: Number(year), known: years.includes(Number(year)), days: listed } };
      },
    }),
  ];
}
