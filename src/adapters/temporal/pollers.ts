import type { Client } from '@temporalio/client';
import { tsToMs } from '@temporalio/common/lib/time';

/** An idle worker's question waits a minute for something to do, and only then is it asked again. */
const LATELY_MS = 75_000;

/** Temporal's number for the queue of workflow tasks. */
const WORKFLOW = 1;

/** How long the server may take, in milliseconds. */
const DEADLINE_MS = 2_000;

/** How many workers have lately asked for tasks of the queue. A server names each for some minutes after its last question. */
export async function countPollers(client: Client, taskQueue: string): Promise<number> {
  const question = { namespace: client.options.namespace, taskQueue: { name: taskQueue }, taskQueueType: WORKFLOW };
  const { pollers } = await client.withDeadline(Date.now() + DEADLINE_MS, () =>
    client.workflowService.describeTaskQueue(question),
  );
  const since = Date.now() - LATELY_MS;
  return pollers.filter(({ lastAccessTime }) => lastAccessTime && tsToMs(lastAccessTime) >= since).length;
}
