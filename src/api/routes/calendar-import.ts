import { calendarChangeSchema, newCalendarSchema } from '../../contract/schemas/calendar';
import { workflowIdOf } from '../../contract/messages/course';
import { checkCalendar } from '../../domain/calendar/holidays';
import { isRefusal, refuse } from '../../domain/refusal';
import type { Calendars } from '../../ports/calendar';
import type { Clock } from '../../ports/clock';
import type { Courses } from '../../ports/courses';
import type { Organisations } from '../../ports/organisations';
import { permit } from '../permit';
import { route, type Route } from '../route';

export interface CalendarImportDeps {
  readonly calendars: Calendars;
  readonly clock: Clock;
  readonly courses: Courses;
  readonly organisations: Organisations;
}

/** Reading 6: a new holiday table. Only the procedures whose dates it changes are counted again, and each is told why. */
export function calendarImportRoute({ calendars, clock, courses, organisations }: CalendarImportDeps): Route {
  return route({
    method: 'post',
    path: '/api/calendar',
    tag: '日历 / Calendar',
    summary: { zh: '导入节假日表', en: 'Import a holiday table' },
    access: 'signed-in',
    body: newCalendarSchema,
    success: { status: 201, schema: calendarChangeSchema },
    problems: [403, 409],
    async handler({ body, ...asker }) {
      const [root] = await organisations.all();
      const refused = root ? permit(asker, 'calendar.manage', root) : refuse('organisation.unknown', null);
      if (refused) return refused;
      const { version, source, years } = body;
      const twice = body.days.find(({ day }, index) => body.days.findIndex((other) => other.day === day) !== index);
      if (twice) return refuse('calendar.day-twice', null, { day: twice.day });
      const days = Object.fromEntries(body.days.map(({ day, ...special }) => [day, special]));
      const calendar = { version, years, days };
      const wrong = checkCalendar(calendar);
      if (isRefusal(wrong)) return wrong;
      const told = await calendars.add({ calendar, source }, await clock.now());
      if (isRefusal(told)) return told;
      await courses.look(told.map(({ kind, id }) => workflowIdOf(kind, id)));
      return { body: { version, procedures: told.length } };
    },
  });
}
