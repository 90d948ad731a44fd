import { isCancellation, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CourseActivities } from '../contract/messages/course';

const local = proxyLocalActivities<CourseActivities>({
  scheduleToCloseTimeout: '3s',
  localRetryThreshold: '1s',
  retry: { maximumAttempts: 2 },
});

const ordinary = proxyActivities<CourseActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '10s' },
});

/**
 * The steps of one procedure. Each runs as a local activity, one transaction; when the database does not answer it goes on as an
 * ordinary activity until it does, so that an outage never blocks the workflow task and with it every other command. A step that ran
 * twice returns its first answer.
 *
 * Local activities run one after another. Side by side they would be answered in the order in which they end but replayed in the
 * order in which they began, and no other worker could take the workflow up again.
 */
export function createSteps(): CourseActivities {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(locally: () => Promise<T>): Promise<T> => {
    const answer = last.then(locally);
    last = answer.catch(() => undefined);
    return answer;
  };
  const firstLocally = async <T>(locally: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    try {
      return await inTurn(locally);
    } catch (error) {
      if (isCancellation(error)) throw error;
      return otherwise();
    }
  };
  return {
    beginProcedure: (order) =>
      firstLocally(
        () => local.beginProcedure(order),
        () => ordinary.beginProcedure(order),
      ),
    executeCommand: (order) =>
      firstLocally(
        () => local.executeCommand(order),
        () => ordinary.executeCommand(order),
      ),
    elapseTimer: (order) =>
      firstLocally(
        () => local.elapseTimer(order),
        () => ordinary.elapseTimer(order),
      ),
    readCourse: (procedureId) =>
      firstLocally(
        () => local.readCourse(procedureId),
        () => ordinary.readCourse(procedureId),
      ),
  };
}
