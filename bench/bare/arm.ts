import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import type { Arm } from '../measure/rounds';
import { timed } from '../measure/statistics';
import { startBenchWorker } from '../stack/worker';
import { stepUpdate } from './messages';

export const BARE_TASK_QUEUE = 'bare';

const BARE_WORKFLOWS = path.join(__dirname, 'workflows.ts');

/** A worker for bare workflows. */
export function startBareWorker(
  native: NativeConnection,
  nothing: () => Promise<void> = async () => undefined,
): Promise<{ stop(): Promise<void> }> {
  return startBenchWorker(native, BARE_TASK_QUEUE, BARE_WORKFLOWS, { nothing });
}

/** Bare workflows that take as many Updates in each phase as a council does. Each Update's time goes to `onUpdate`. */
export function bareArm(
  client: Client,
  updates: { readonly opening: number; readonly finishing: number },
  onUpdate: (ms: number) => void = () => undefined,
): Arm {
  const push = async (workflowId: string, count: number, from: number) => {
    const handle = client.workflow.getHandle(workflowId);
    for (let step = from; step < from + count; step += 1) {
      onUpdate((await timed(() => handle.executeUpdate(stepUpdate, { args: [step] }))).ms);
    }
  };
  return {
    name: 'bare',
    async open() {
      const workflowId = `bare/${randomUUID()}`;
      await client.workflow.executeUpdateWithStart(stepUpdate, {
        args: [0],
        startWorkflowOperation: new WithStartWorkflowOperation('bare', {
          workflowId,
          taskQueue: BARE_TASK_QUEUE,
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      });
      await push(workflowId, updates.opening - 1, 1);
      return workflowId;
    },
    finish: (workflowId) => push(workflowId, updates.finishing, updates.opening),
  };
}
