import { WorkflowNotFoundError, type Client, type WorkflowHandle } from '@temporalio/client';
import { workflowIdOf } from '../../contract/messages/course';
import { lookSignal, stateQuery } from '../../contract/messages/definitions';
import { startOptions, type CourseOptions } from './courses';

/** A procedure that is open by its record. */
export interface OpenProcedure {
  readonly id: string;
  readonly kind: string;
  readonly organisationId: string;
  readonly version: number;
}

/** What was done: its workflow was there and looks at the record, or was missing, or knew more than the record does and was ended. */
export type Reconciled = 'told' | 'started' | 'replaced' | 'unanswered';

const ANSWERS_WITHIN_MS = 10_000;

/**
 * Brings the workflow of an open procedure to what its record says. One that is missing, or that goes by a record which is no more, begins anew
 * with a look at where the procedure stands.
 */
export async function reconcile(client: Client, procedure: OpenProcedure, options: CourseOptions): Promise<Reconciled> {
  const handle = client.workflow.getHandle(workflowIdOf(procedure.kind, procedure.id));
  if (!(await isRunning(handle))) {
    await startAnew(client, procedure, options);
    return 'started';
  }
  const version = await client.withDeadline(Date.now() + ANSWERS_WITHIN_MS, () => versionOf(handle));
  if (version !== null && version > procedure.version) {
    await handle.terminate('its record was restored to an earlier moment');
    await startAnew(client, procedure, options);
    return 'replaced';
  }
  await handle.signal(lookSignal);
  return version === null ? 'unanswered' : 'told';
}

async function isRunning(handle: WorkflowHandle): Promise<boolean> {
  try {
    return (await handle.describe()).status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

/** Null when no worker answers in time. */
async function versionOf(handle: WorkflowHandle): Promise<number | null> {
  try {
    return (await handle.query(stateQuery)).version;
  } catch {
    return null;
  }
}

async function startAnew(client: Client, procedure: OpenProcedure, options: CourseOptions): Promise<void> {
  const { id: procedureId, kind, organisationId } = procedure;
  const workflowId = workflowIdOf(kind, procedureId);
  await client.workflow.signalWithStart(kind, {
    ...startOptions({ procedureId, workflowId, kind, organisationId }, options),
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    signal: lookSignal,
    signalArgs: [],
  });
}
