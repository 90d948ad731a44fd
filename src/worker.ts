import { existsSync } from 'node:fs';
import { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from './activities/activities';
import { createOutboxActivities } from './activities/outbox';
import { businessClock } from './adapters/postgres/clock';
import { openDatabase } from './adapters/postgres/database';
import { guardPort } from './adapters/postgres/guard-port';
import { createLedger } from './adapters/postgres/ledger';
import { postgresOutboxQueue } from './adapters/postgres/outbox-queue';
import { wakeWith } from './adapters/temporal/courses';
import { outboxWaker, wakeOutbox } from './adapters/temporal/outbox';
import { createCommands } from './commands/engine';
import type { Config } from './config';
import { startHeadSigning } from './head-signing';
import { createLog, installTemporalLog } from './logging';
import { channelsOf, sendersOf } from './outlets';
import { dataConverterOf } from './payload-encryption';
import { requireDatabaseUrl, temporalAddress } from './server';
import { startOpeningDutyYears } from './duty-years';
import { startWaking } from './waking';
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
  const client = new Client({ connection, namespace: config.TEMPORAL_NAMESPACE, dataConverter });
  const channels = channelsOf(config);
  const outlets = { channels, written: outboxWaker(client, config.TEMPORAL_TASK_QUEUE) };
  if (channels.length > 0) await wakeOutbox(client, config.TEMPORAL_TASK_QUEUE);
  const clock = businessClock(database);
  const commands = createCommands(createLedger(database, undefined, outlets), clock);
  const worker = await Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    workflowBundle: { codePath: WORKFLOW_BUNDLE },
    dataConverter,
    activities: {
      ...createActivities(commands),
      ...createOutboxActivities({
        queue: guardPort(postgresOutboxQueue(database)),
        senders: sendersOf(config),
        isTraining: async () => (await clock.offset()) !== null,
      }),
    },
    shutdownGraceTime: '5s',
    shutdownForceTime: '10s',
  });
  const running = worker.run();
  const signing = startHeadSigning({ database, keys: config.LOG_SIGNING_KEY, log });
  const wake = wakeWith(client, {
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    workflowTaskTimeoutSeconds: config.TEMPORAL_WORKFLOW_TASK_TIMEOUT_SECONDS,
  });
  const waking = startWaking({ database, clock, wake, log });
  const dutyYears = startOpeningDutyYears({ database, clock, commands, wake, log });
  return {
    async close() {
      worker.shutdown();
      await Promise.all([running, signing.close(), waking.close(), dutyYears.close()]);
      await connection.close();
      await database.$disconnect();
    },
  };
}
