import type { Worker } from '@temporalio/worker';

/** A worker that can be stopped and started again. */
export function workerSwitch(create: () => Promise<Worker>) {
  let running: { worker: Worker; done: Promise<void> } | undefined;
  return {
    async start() {
      const worker = await create();
      running = { worker, done: worker.run() };
    },
    isRunning: () => running !== undefined,
    async stop() {
      running?.worker.shutdown();
      await running?.done;
      running = undefined;
    },
  };
}
