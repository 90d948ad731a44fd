import path from 'node:path';
import { Worker } from '@temporalio/worker';
import { projectRoot } from '../../src/config';
import { workflowIdOf } from '../../src/contract/messages/course';
import { ENCRYPTED } from './payloads';
import type { Service } from './service';

const workflowsPath = path.join(projectRoot, 'src', 'workflows', 'index.ts');

/**
 * What goes wrong when another worker takes up the procedures of a service, and its other workflows that are named, from their histories; empty
 * when nothing does.
 */
export async function replayErrors(service: Service, others: readonly string[] = []): Promise<Record<string, string>> {
  const procedures = await service.database.procedure.findMany({ select: { id: true, kind: true } });
  const ids = [...procedures.map(({ id, kind }) => workflowIdOf(kind, id)), ...others];
  const histories = await Promise.all(
    ids.map(async (workflowId) => ({
      workflowId,
      history: await service.temporal.workflow.getHandle(workflowId).fetchHistory(),
    })),
  );
  const errors: Record<string, string> = {};
  const options = { workflowsPath, dataConverter: ENCRYPTED };
  for await (const { workflowId, error } of Worker.runReplayHistories(options, histories)) {
    if (error) errors[workflowId] = error.message;
  }
  return errors;
}
