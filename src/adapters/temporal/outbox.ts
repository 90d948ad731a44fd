import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import { wakeSignal } from '../../contract/messages/definitions';
import { outboxWorkflowId } from '../../contract/messages/outbox';

/** How long a signal may take, in milliseconds: nobody waits for it, and the dispatcher looks by itself. */
const DEADLINE_MS = 4_000;

/** Signals of one process come at most this often. */
const BETWEEN_MS = 300;

/** Starts the dispatcher of the outbox where it does not run, and tells it to look. */
export async function wakeOutbox(client: Client, taskQueue: string): Promise<void> {
  const workflowId = outboxWorkflowId(taskQueue);
  await client.withDeadline(Date.now() + DEADLINE_MS, async () => {
    try {
      await client.workflow.signalWithStart('outbox', {
        workflowId,
        taskQueue,
        signal: wakeSignal,
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
    } catch (error) {
      // Somebody else started it at the same moment.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      await client.workflow.getHandle(workflowId).signal(wakeSignal);
    }
  });
}

/** Tells the dispatcher to look without waiting for it; what is told while another telling is under way is told once afterwards. */
export function outboxWaker(client: Client, taskQueue: string): () => void {
  let isWanted = false;
  let isBusy = false;
  const work = async () => {
    while (isWanted) {
      isWanted = false;
      // A lost signal delays by a minute at most.
      await wakeOutbox(client, taskQueue).catch(() => undefined);
      await pause(BETWEEN_MS, undefined, { ref: false });
    }
    isBusy = false;
  };
  return () => {
    isWanted = true;
    if (isBusy) return;
    isBusy = true;
    void work();
  };
}
