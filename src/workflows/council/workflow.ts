import type { CourseStart } from '../../contract/messages/course';
import { COUNCIL_ACTIONS, type ActionRule, type CouncilAction } from '../../domain/council/actions';
import { judgeStage } from '../../domain/council/judge';
import type { CouncilStage } from '../../domain/council/state';
import { refuse } from '../../domain/refusal';
import { runCourse } from '../course';

/** 议事会, the deliberation council, in the order of HDA-11. */
export async function council(start: CourseStart): Promise<void> {
  await runCourse(start, judge, async (course) => {
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
    // LAW-RCL-34: the paper hangs its days and comes down by itself.
    await course.during('on-board');
  });
}

function judge(action: string, stage: string) {
  const rule: ActionRule | undefined = COUNCIL_ACTIONS[action as CouncilAction];
  if (rule?.course !== 'command') return refuse('action.unknown', null, { action });
  return judgeStage(action as CouncilAction, { stage: stage as CouncilStage });
}
