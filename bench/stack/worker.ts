import { bundleWorkflowCode, DefaultLogger, Worker, type NativeConnection } from '@temporalio/worker';
import { FAILURE_CONVERTER } from '../../src/adapters/temporal/data-converter';
import { ENCRYPTED } from '../../test/support/payloads';

/** A worker with the settings of production. Ending it waits for what it has begun. */
export async function startBenchWorker(
  connection: NativeConnection,
  taskQueue: string,
  workflowsPath: string,
  activities: object,
): Promise<{ readonly mostCached: number; stop(): Promise<void> }> {
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath: FAILURE_CONVERTER,
    logger: new DefaultLogger('ERROR'),
  });
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle,
    dataConverter: ENCRYPTED,
    activities,
    shutdownForceTime: '10s',
  });
  const done = worker.run();
  return {
    mostCached: worker.options.maxCachedWorkflows,
    async stop() {
      worker.shutdown();
      await done;
    },
  };
}
