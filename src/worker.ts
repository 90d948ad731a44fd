import { existsSync } from 'node:fs';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from './activities/activities';
import { businessClock } from './adapters/postgres/clock';
import { openDatabase } from './adapters/postgres/database';
import { createLedger } from './adapters/postgres/ledger';
import { createCommands } from './commands/engine';
import type { Config } from './config';
import { startHeadSigning } from './head-signing';
import { createLog, installTemporalLog } from './logging';
import { dataConverterOf } from './payload-encryption';
import { requireDatabaseUrl, temporalAddress } from './server';
import { WORKFLOW_BUNDLE } from './workflow-bundle';

/** Starts a worker process: it takes up tasks when this returns. */
export async function startWorker(config: Config): Promise<{ close(): Promise<void> }> {
  if (!existsSync(WORKFLOW_BUNDLE))
    throw new Error('dist/workflows.bundle.js 不存在，请先运行 npm run build / is missing: run npm run build first');
  const dataConverter = dataConverterOf(config);
  const log = createLog(config);
  installTemporalLog(log);
  const database = openDatabase(requireDatabaseUrl(config));
  const connection = await NativeConnection.connect(temporalAddress(config));
  const worker = await Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    workflowBundle: { codePath: WORKFLOW_BUNDLE },
    dataConverter,
    activities: createActivities(createCommands(createLedger(database), businessClock(database))),
    shutdownGraceTime: '5s',
    shutdownForceTime: '10s',
  });
  const running = worker.run();
  const signing = startHeadSigning({ database, keys: config.LOG_SIGNING_KEY, log });
  return {
    async close() {
      worker.shutdown();
      await Promise.all([running, signing.close()]);
      await connection.close();
      await database.$disconnect();
    },
  };
}
