import type { Commands } from '../commands/engine';
import type { CourseActivities } from '../contract/messages/course';

/**
 * What every procedure does by itself: one step, one transaction, the same answer however often it is asked. It must be dealt with and nobody
 * waits for it: an outage passes, and a mistake of ours is retried until it is mended.
 */
export function createActivities({ elapse, catchUp }: Commands): CourseActivities {
  return { elapseTimer: elapse, catchUp };
}
