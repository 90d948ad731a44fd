import { proxyActivities } from '@temporalio/workflow';
import type { CourseActivities } from '../contract/messages/course';

/**
 * What a procedure does by itself: each is one activity and one transaction, repeated until the database answers. A step that ran twice
 * returns its first answer.
 */
export const steps = proxyActivities<CourseActivities>({
  // A step takes milliseconds: when its worker died, another takes it up after this.
  startToCloseTimeout: '3s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '10s' },
});
