import { bundleWorkflowCode, DefaultLogger, Worker, type NativeConnection } from '@temporalio/worker';

/** A worker with the settings of production. Ending it waits for what it has begun. */
export async function startBenchWorker(
  connection: NativeConnection,
  taskQueue: string,
  workflowsPath: string,
  activities: object,
): Promise<{ stop(): Promise<void> }> {
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle,
    activities,
    shutdownForceTime: '10s',
  });
  const done = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await done;
    },
  };
}
