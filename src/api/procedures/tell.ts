import { setTimeout as pause } from 'node:timers/promises';
import type { CourseReport, CourseStart } from '../../contract/messages/course';
import type { Courses } from '../../ports/courses';

/** How long whoever did something waits until others were told of it, in milliseconds; it is told all the same. */
const WAITS_MS = 3_000;

/** After a step: its procedure's workflow hears where the procedure now stands, and those to whom it told something are to look at their record. */
export async function tellOf(courses: Courses, course: CourseStart, report: CourseReport): Promise<void> {
  const { moved, told = [] } = report;
  const telling = Promise.all([moved && courses.tell(course, report), told.length > 0 && courses.look(told)]);
  await Promise.race([telling, pause(WAITS_MS, undefined, { ref: false })]);
}
