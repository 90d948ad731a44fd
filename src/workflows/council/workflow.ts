import type { CourseStart } from '../../contract/messages/course';
import { runCourse } from '../course';

/** 议事会, the deliberation council, in the order of HDA-11. */
export async function council(start: CourseStart): Promise<void> {
  await runCourse(start, async (course) => {
    do {
      // HDA-11.1.2: the notice is issued and posted, and its clear days run.
      await course.during('draft', 'adjourned');
      await course.during('posting');
      await course.during('waiting');
      // HDA-11.2: the sitting deliberates and votes; without a quorum it is adjourned to a new notice.
      await course.during('sitting');
    } while (['posting', 'adjourned'].includes(course.stage));
    // HDA-11.3.3: those concerned are told and the result is published.
    await course.during('following-up');
    // LAW-RCL-34: the paper hangs its days and comes down by itself. HDA-11.2, HDA-11.3: what went to the body above comes back and is
    // published too, and what passed is carried out.
    await course.during('on-board', 'completing');
  });
}
