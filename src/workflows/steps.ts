import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
} from '@temporalio/workflow';
import type { CourseActivities } from '../contract/messages/course';

/** Short and tried once: well within a workflow task, so that no task has to be kept alive for it. */
const local = proxyLocalActivities<CourseActivities>({
  scheduleToCloseTimeout: '1500ms',
  retry: { maximumAttempts: 1 },
});

const ordinary = proxyActivities<CourseActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '10s' },
});

/**
 * The steps of one procedure. Each runs as a local activity, one transaction. When one does not answer it goes on as an ordinary
 * activity until it does, and so do those behind it until the first of them has: an outage never blocks the workflow task, and with it
 * every other command. A step that ran twice returns its first answer.
 *
 * Local activities run one after another. Side by side they would be answered in the order in which they end but replayed in the
 * order in which they began, and no other worker could take the workflow up again.
 */
export function createSteps(): CourseActivities {
  let turn: Promise<unknown> = Promise.resolve();
  let isFailing = false;

  /** Undefined when the local activity failed, or was not tried because those before it fail. */
  const tryLocally = async <T>(
    ask: (activities: CourseActivities) => Promise<T>,
  ): Promise<{ answer: T } | undefined> => {
    if (isFailing) return undefined;
    try {
      return { answer: await ask(local) };
    } catch (error) {
      if (isCancellation(error) || isBroken(error)) throw error;
      isFailing = true;
      return undefined;
    }
  };
  const carryOut = async <T>(ask: (activities: CourseActivities) => Promise<T>): Promise<T> => {
    const mine = turn.then(() => tryLocally(ask));
    turn = mine.catch(() => undefined);
    const tried = await mine;
    if (tried) return tried.answer;
    const answer = await ask(ordinary);
    isFailing = false;
    return answer;
  };

  return {
    beginProcedure: (order) => carryOut((activities) => activities.beginProcedure(order)),
    executeCommand: (order) => carryOut((activities) => activities.executeCommand(order)),
    elapseTimer: (order) => carryOut((activities) => activities.elapseTimer(order)),
    readCourse: (procedureId) => carryOut((activities) => activities.readCourse(procedureId)),
  };
}

/** A mistake of ours (src/activities/activities.ts): no repeat mends it, and whoever gave the command is told. */
function isBroken(error: unknown): boolean {
  return (
    error instanceof ActivityFailure && error.cause instanceof ApplicationFailure && error.cause.nonRetryable === true
  );
}
