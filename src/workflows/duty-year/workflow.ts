import type { CourseStart } from '../../contract/messages/course';
import { keepCourse } from '../course';

/** 年度职责: what is owed in a year is in src/domain/duty-year/catalogue.ts. */
export async function dutyYear(start: CourseStart): Promise<void> {
  await keepCourse(start);
}
