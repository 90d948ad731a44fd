import type { CourseStart } from '../../contract/messages/course';
import { keepCourse } from '../course';

/** The simpler meetings: their types are in src/domain/periodic-meeting/types.ts. */
export async function periodicMeeting(start: CourseStart): Promise<void> {
  await keepCourse(start);
}
