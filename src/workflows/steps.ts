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
 * The steps of a procedure. Each runs as a local activity, one transaction; when the database does not answer it goes on as an
 * ordinary activity until it does, so that an outage never blocks the workflow task and with it every other command. A step that ran
 * twice returns its first answer.
 */
export const steps: CourseActivities = {
  beginProcedure: (order) => firstLocally(local.beginProcedure(order), () => ordinary.beginProcedure(order)),
  executeCommand: (order) => firstLocally(local.executeCommand(order), () => ordinary.executeCommand(order)),
  elapseTimer: (order) => firstLocally(local.elapseTimer(order), () => ordinary.elapseTimer(order)),
};

async function firstLocally<T>(locally: Promise<T>, otherwise: () => Promise<T>): Promise<T> {
  try {
    return await locally;
  } catch (error) {
    if (isCancellation(error)) throw error;
    return otherwise();
  }
}
