import { WorkflowNotFoundError, type Client, type WorkflowHandle } from '@temporalio/client';
import { workflowIdOf, type CourseStart } from '../../contract/messages/course';
import { lookSignal } from '../../contract/messages/definitions';
import { startOptions, type CourseOptions } from './courses';

/** What was done: its workflow was missing, or it was ended, and begins anew. */
export type Reconciled = 'started' | 'replaced';

const REASON = 'reconciled with the record';

/**
 * Lets the workflow of an open procedure begin anew with a look at where the record says the procedure stands. Workflows hold nothing of their own, so
 * that it does not matter what the one before believed: after a restore, what it had heard may be no more.
 */
export async function reconcile(client: Client, course: CourseStart, options: CourseOptions): Promise<Reconciled> {
  const handle = client.workflow.getHandle(course.workflowId);
  const wasRunning = await isRunning(handle);
  if (wasRunning) await handle.terminate(REASON);
  await client.workflow.signalWithStart(course.kind, {
    ...startOptions(course, options),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    signal: lookSignal,
    signalArgs: [],
  });
  return wasRunning ? 'replaced' : 'started';
}

/** The workflows of these kinds that run on a task queue. */
export async function runningCourses(
  client: Client,
  { kinds, taskQueue }: { kinds: readonly string[]; taskQueue: string },
): Promise<readonly string[]> {
  const running: string[] = [];
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}'`;
  for await (const { workflowId, type } of client.workflow.list({ query })) {
    if (kinds.includes(type)) running.push(workflowId);
  }
  return running;
}

/** Ends the workflow of a procedure that was closed without its hearing of it, or is no more. */
export async function endStray(client: Client, workflowId: string): Promise<void> {
  await client.workflow.getHandle(workflowId).terminate(REASON);
}

async function isRunning(handle: WorkflowHandle): Promise<boolean> {
  try {
    return (await handle.describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** An open procedure as its workflow is started. */
export function courseOf(procedure: { id: string; kind: string; organisationId: string }): CourseStart {
  const { id: procedureId, kind, organisationId } = procedure;
  return { procedureId, workflowId: workflowIdOf(kind, procedureId), kind, organisationId };
}
