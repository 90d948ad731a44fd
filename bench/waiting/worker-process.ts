import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { reply } from '../asker/asker';

/** Memory of a worker's process after garbage collection. Workflows live in threads, whose heaps only `rss` counts. */
export interface Memory {
  readonly rssMiB: number;
  /** Of the main thread, where activities run. */
  readonly heapMiB: number;
  readonly externalMiB: number;
}

export type ToWorker =
  | 'memory'
  | {
      readonly address: string;
      readonly databaseUrl: string;
      readonly taskQueue: string;
      readonly workflowsPath: string;
    };

export interface WorkerProcess {
  /** How many workflows it remembers at most; the others are put together anew from their history when something happens. */
  readonly mostCached: number;
  memory(): Promise<Memory>;
}

/** Runs work beside a worker in a process of its own, and ends that process. */
export async function withWorkerProcess<T>(
  start: Exclude<ToWorker, 'memory'>,
  work: (worker: WorkerProcess) => Promise<T>,
): Promise<T> {
  const child = fork(path.join(__dirname, 'child.ts'), { execArgv: [...process.execArgv, '--expose-gc'] });
  try {
    const { mostCached } = await reply<{ mostCached: number }>(child, start);
    return await work({ mostCached, memory: () => reply<Memory>(child, 'memory') });
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}
