import type { CourseStart } from '../../contract/messages/course';
import { keepCourse } from '../course';

/** 议事会, the deliberation council: its stages, and what each of them takes, are in src/domain/council/stages.ts and actions.ts. */
export async function council(start: CourseStart): Promise<void> {
  await keepCourse(start);
}
