import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../../src/activities/activities';
import { postgresChanges } from '../../src/adapters/postgres/changes';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { writeExample } from '../../src/adapters/postgres/seed/write-example';
import { hashPassword } from '../../src/api/passwords';
import { createCommands } from '../../src/commands/engine';
import { composeApi } from '../../src/compose';
import { projectRoot } from '../../src/config';
import type { CourseActivities } from '../../src/contract/messages/course';
import { apiClient, PASSWORD, type ApiClient } from '../../test/support/api';
import { ENCRYPTED } from '../../test/support/payloads';
import { MovableClock } from './movable-clock';
import type { Servers } from './servers';
import { startBenchWorker } from './worker';

export const WORKFLOWS = path.join(projectRoot, 'src', 'workflows', 'index.ts');
export const TASK_QUEUE = 'guicheng';
export const WORKFLOW_TASK_TIMEOUT_SECONDS = 10;

Runtime.install({
  logger: new DefaultLogger('ERROR'),
  telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
});

/** The whole service in this process, as `npm start` runs it: API and worker, each with connections of its own. */
export interface BenchService {
  readonly url: string;
  readonly servers: Servers;
  readonly database: Database;
  readonly temporal: Client;
  readonly native: NativeConnection;
  readonly clock: MovableClock;
  /** Signs an account of the example in; each is signed in once. */
  signIn(username: string): Promise<ApiClient>;
}

/** Runs work on a service that holds the example, and ends the service. `watched` wraps single activities. */
export async function withService<T>(
  servers: Servers,
  work: (service: BenchService) => Promise<T>,
  watched: (activities: CourseActivities) => CourseActivities = (activities) => activities,
): Promise<T> {
  const database = openDatabase(servers.databaseUrl);
  const workerDatabase = openDatabase(servers.databaseUrl);
  await writeExample(database, await hashPassword(PASSWORD));
  const address = servers.temporalAddress;
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const temporal = new Client({ connection, dataConverter: ENCRYPTED });
  const clock = new MovableClock();
  const activities = createActivities(createCommands(createLedger(workerDatabase), clock));
  const worker = await startBenchWorker(native, TASK_QUEUE, WORKFLOWS, watched(activities));
  const closing = new AbortController();
  const app = composeApi({
    database,
    temporal,
    taskQueue: TASK_QUEUE,
    workflowTaskTimeoutSeconds: WORKFLOW_TASK_TIMEOUT_SECONDS,
    clock,
    settings: { secureCookies: false, sessionHours: 12 },
    // As in production every request is logged; the lines go nowhere.
    log: pino({ level: 'info' }, { write: () => undefined }),
    probes: [],
    changes: postgresChanges(servers.databaseUrl, closing.signal),
    closing: closing.signal,
  });
  const server = createServer(app);
  const url = await listen(server);
  const signedIn = new Map<string, Promise<ApiClient>>();
  const signIn = (username: string) => {
    const client = signedIn.get(username) ?? signInAnew(url, username);
    signedIn.set(username, client);
    return client;
  };
  try {
    return await work({ url, servers, database, temporal, native, clock, signIn });
  } finally {
    closing.abort();
    server.closeAllConnections();
    server.close();
    await worker.stop();
    await native.close();
    await connection.close();
    await Promise.all([database.$disconnect(), workerDatabase.$disconnect()]);
  }
}

async function signInAnew(url: string, username: string): Promise<ApiClient> {
  const anonymous = apiClient(url, null);
  const answer = await anonymous.post('/api/sessions', { username, password: PASSWORD }, { key: null });
  if (answer.status !== 201) throw new Error(`${username} cannot sign in: ${answer.status} ${answer.body?.code}`);
  return apiClient(url, answer.headers.get('set-cookie')!.split(';')[0]!);
}

/** Lets a server listen on this machine and gives its address. */
export function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
