import { log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Commands } from '../commands/engine';
import type { CourseActivities } from '../contract/messages/course';
import { Unavailable } from '../ports/unavailable';

/** The activities of every procedure: one step, one transaction, the same answer however often it is asked. */
export function createActivities(commands: Commands): CourseActivities {
  return {
    beginProcedure: (order) => unlessBroken(commands.begin(order)),
    executeCommand: (order) => unlessBroken(commands.execute(order)),
    // A moment that has come must be dealt with, and nobody waits for it: a mistake of ours is retried until it is mended.
    elapseTimer: commands.elapse,
    catchUp: commands.catchUp,
  };
}

/** An outage passes and is waited for; anything else that is thrown is a mistake of ours, which no repeat mends. */
async function unlessBroken<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    if (error instanceof Unavailable) throw error;
    log.error('the step failed', { err: error });
    throw ApplicationFailure.nonRetryable('the step failed', BROKEN);
  }
}

/** Type of the failure of a step by a mistake of ours. What went wrong is in the worker's log, never in a history. */
const BROKEN = 'Broken';
