import { setTimeout as pause } from 'node:timers/promises';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { createActivities } from '../../src/activities/activities';
import { openDatabase } from '../../src/adapters/postgres/database';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { createCommands } from '../../src/commands/engine';
import { startBenchWorker } from '../stack/worker';
import type { Memory, ToWorker } from './worker-process';

/** A worker in a process of its own, which tells how much memory it has when it is asked. */
Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
});

async function start({ address, databaseUrl, taskQueue, workflowsPath }: Extract<ToWorker, { address: string }>) {
  const connection = await NativeConnection.connect({ address });
  const activities = createActivities(createCommands(createLedger(openDatabase(databaseUrl))));
  const { mostCached } = await startBenchWorker(connection, taskQueue, workflowsPath, activities);
  process.send!({ mostCached });
}

/** What lives on after everything that can go has gone. */
async function tell(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    globalThis.gc!();
    await pause(200);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);
  const memory: Memory = {
    rssMiB: mebibytes(rss),
    heapMiB: mebibytes(heapUsed),
    externalMiB: mebibytes(external),
  };
  process.send!(memory);
}

process.on('message', (message: ToWorker) => {
  (message === 'memory' ? tell() : start(message)).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit());
