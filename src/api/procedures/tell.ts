import type { CourseReport, CourseStart } from '../../contract/messages/course';
import type { Courses } from '../../ports/courses';

/** After a step: its procedure's workflow hears where the procedure now stands, and those to whom it told something are to look at their record. */
export async function tellOf(courses: Courses, course: CourseStart, report: CourseReport): Promise<void> {
  const { moved, told = [] } = report;
  await Promise.all([moved && courses.tell(course, report), told.length > 0 && courses.look(told).catch(unreached)]);
}

/** What is told waits in the database: whoever could not be reached now is woken before long. */
const unreached = () => undefined;
