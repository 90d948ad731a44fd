import type { CourseStart } from '../../contract/messages/course';
import { keepCourse } from '../course';

/** 党工委会议: its stages, and what each of them takes, are in src/domain/pwc-meeting/stages.ts and actions.ts. */
export async function pwcMeeting(start: CourseStart): Promise<void> {
  await keepCourse(start);
}
