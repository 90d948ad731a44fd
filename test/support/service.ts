import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { DataConverter } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../../src/activities/activities';
import { createOutboxActivities } from '../../src/activities/outbox';
import { postgresChanges } from '../../src/adapters/postgres/changes';
import { businessClock } from '../../src/adapters/postgres/clock';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { postgresOutboxQueue } from '../../src/adapters/postgres/outbox-queue';
import { writeExample } from '../../src/adapters/postgres/seed/write-example';
import { outboxWaker } from '../../src/adapters/temporal/outbox';
import { registerSearchAttributes } from '../../src/adapters/temporal/search-attributes';
import type { LiveSettings } from '../../src/api/live/live';
import { hashPassword } from '../../src/api/passwords';
import type { LogKeys } from '../../src/commands/audit/log-keys';
import { createCommands } from '../../src/commands/engine';
import type { OutboxParts } from '../../src/commands/outbox';
import type { Channel } from '../../src/domain/outbox';
import { composeApi } from '../../src/compose';
import type { CourseActivities } from '../../src/contract/messages/course';
import type { TrainingClock } from '../../src/ports/clock';
import { createLog } from '../../src/logging';
import { apiClient, PASSWORD, type ApiClient } from './api';
import { createTestDatabase, createTrainingDatabase } from './database';
import { ENCRYPTED } from './payloads';
import { moveClock, untilNothingIsDue } from './pass-time';
import { devServer, timeSkipping } from './servers';
import { workerLog } from './worker-log';
import { workerSwitch } from './worker-switch';

const workflowsPath = path.resolve(__dirname, '../../src/workflows/index.ts');

/** A whole service of the test's own: database, Temporal, worker and API. */
export interface Service {
  readonly url: string;
  readonly database: Database;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly anonymous: ApiClient;
  /** What the API logged, and the workers. */
  readonly log: () => string;
  signIn(username: string): Promise<ApiClient>;
  /** Moves the clock on and waits until everything has happened that was due by then; only where time is skipped, or for training. */
  pass(milliseconds: number): Promise<void>;
  now(): Promise<number>;
  stopWorker(): Promise<void>;
  startWorker(): Promise<void>;
  close(): Promise<void>;
}

interface ServiceOptions {
  readonly databaseUrl?: string;
  readonly ownWorker?: boolean;
  /** Goes by the training clock of its database, which is marked as training. */
  readonly training?: boolean;
  /** A queue of the service's own, unless it goes on with the procedures of another. */
  readonly taskQueue?: string;
  /** How what Temporal stores is written: encrypted, unless a test is about just that. */
  readonly dataConverter?: DataConverter;
  /** The origin of Temporal's web page. */
  readonly temporalUiOrigin?: string;
  /** Keys whose public halves are published. */
  readonly logKeys?: LogKeys;
  /** The steps as a test wants them to go wrong. */
  readonly spoil?: (activities: CourseActivities) => CourseActivities;
  /** How streams to browsers are kept. */
  readonly live?: Partial<LiveSettings>;
  /** Where the browser application was built, for tests that open it. */
  readonly webFolder?: string;
  /** By which notices leave the service. */
  readonly outbox?: Pick<OutboxParts, 'senders' | 'firstPauseMs' | 'leaseMs'>;
}

/** A service on the run's Temporal server, or on the one at that address, in real time. */
export async function startService(options: ServiceOptions & { temporalAddress?: string } = {}): Promise<Service> {
  const { temporalAddress: address = devServer().address, dataConverter = ENCRYPTED } = options;
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  return assemble({
    ...options,
    dataConverter,
    temporal: new Client({ connection, namespace: 'default', dataConverter }),
    native,
    namespace: 'default',
    now: async () => Date.now(),
    pass: () => Promise.reject(new Error('this server does not skip time')),
    async disconnect() {
      await native.close();
      await connection.close();
    },
  });
}

/** A service on a Temporal server of its own that skips time, whose clock every business "now" follows. */
export async function startSkippingService(
  options: ServiceOptions & { timeSkippingServer?: string } = {},
): Promise<Service> {
  const { dataConverter = ENCRYPTED } = options;
  const environment: TestWorkflowEnvironment = await timeSkipping(options.timeSkippingServer, dataConverter);
  await registerSearchAttributes(environment.connection, 'default', pino({ level: 'silent' }));
  return assemble({
    ...options,
    dataConverter,
    temporal: environment.client,
    native: environment.nativeConnection,
    namespace: 'default',
    now: () => environment.currentTimeMs(),
    pass: (milliseconds) => environment.sleep(milliseconds),
    disconnect: () => environment.teardown(),
  });
}

interface Parts extends ServiceOptions {
  readonly dataConverter: DataConverter;
  readonly temporal: Client;
  readonly native: NativeConnection;
  readonly namespace: string;
  now(): Promise<number>;
  pass(milliseconds: number): Promise<void>;
  disconnect(): Promise<void>;
}

async function assemble({
  databaseUrl,
  ownWorker = true,
  training = false,
  taskQueue = `test-${randomUUID()}`,
  dataConverter,
  temporalUiOrigin,
  logKeys,
  spoil = (activities) => activities,
  outbox = { senders: {} },
  live,
  webFolder,
  temporal,
  native,
  namespace,
  now,
  pass,
  disconnect,
}: Parts): Promise<Service> {
  const create = training ? createTrainingDatabase : createTestDatabase;
  const testDatabase = databaseUrl ? { url: databaseUrl, drop: async () => undefined } : await create();
  const database = openDatabase(testDatabase.url);
  await writeExample(database, await hashPassword(PASSWORD));
  const lines: string[] = [];
  const clock: TrainingClock = training
    ? businessClock(database)
    : { now, offset: async () => null, advanceTo: () => Promise.reject(new Error('not for training')) };
  const closing = new AbortController();
  const app = composeApi({
    database,
    temporal,
    taskQueue,
    workflowTaskTimeoutSeconds: 2,
    clock,
    settings: { secureCookies: false, sessionHours: 12, temporalUiOrigin, webFolder },
    logKeys,
    log: createLog({ LOG_LEVEL: 'info' }, { write: (line: string) => void lines.push(line) }),
    probes: [],
    changes: postgresChanges(testDatabase.url, closing.signal),
    live,
    closing: closing.signal,
    channels: Object.keys(outbox.senders) as Channel[],
  });
  const server = createServer(app);
  const url = await listen(server);
  const anonymous = apiClient(url, null);
  // As in production, a worker has connections of its own.
  const workerDatabase = openDatabase(testDatabase.url);
  const outlets = {
    channels: Object.keys(outbox.senders) as Channel[],
    written: outboxWaker(temporal, taskQueue),
  };
  const worker = workerSwitch(() =>
    Worker.create({
      connection: native,
      namespace,
      taskQueue,
      workflowsPath,
      dataConverter,
      activities: {
        ...spoil(createActivities(createCommands(createLedger(workerDatabase, undefined, outlets), clock))),
        ...createOutboxActivities({
          ...outbox,
          queue: postgresOutboxQueue(workerDatabase),
          isTraining: async () => (await clock.offset()) !== null,
        }),
      },
      shutdownForceTime: '5s',
    }),
  );
  if (ownWorker) await worker.start();
  const signIn = async (username: string): Promise<ApiClient> => {
    const answer = await anonymous.post('/api/sessions', { username, password: PASSWORD }, { key: null });
    if (answer.status !== 201) throw new Error(`${username} cannot sign in: ${answer.status} ${answer.body?.code}`);
    return apiClient(url, answer.headers.get('set-cookie')!.split(';')[0]!);
  };
  return {
    url,
    database,
    temporal,
    taskQueue,
    anonymous,
    log: () => lines.join('') + workerLog(),
    signIn,
    now: () => clock.now(),
    async pass(milliseconds) {
      if (training) return moveClock(await signIn('admin'), (await clock.now()) + milliseconds);
      await pass(milliseconds);
      if (worker.isRunning()) await untilNothingIsDue(database, await now());
    },
    startWorker: worker.start,
    stopWorker: worker.stop,
    async close() {
      closing.abort();
      server.closeAllConnections();
      server.close();
      await worker.stop();
      await disconnect();
      await Promise.all([database.$disconnect(), workerDatabase.$disconnect()]);
      await testDatabase.drop();
    },
  };
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
