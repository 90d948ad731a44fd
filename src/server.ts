import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import { postgresChanges } from './adapters/postgres/changes';
import { businessClock } from './adapters/postgres/clock';
import { openDatabase, type Database } from './adapters/postgres/database';
import { appliedHead, schemaHead } from './adapters/postgres/migrations';
import { registerSearchAttributes } from './adapters/temporal/search-attributes';
import { composeApi } from './compose';
import type { Config } from './config';
import { identityProviderOf } from './identity-provider';
import { createLog } from './logging';
import { channelsOf } from './outlets';
import { dataConverterOf } from './payload-encryption';
import { WEB_FOLDER } from './web-folder';

/** Starts an API process: it listens when this returns, and is ready when its probes say so. */
export async function startServer(config: Config): Promise<{ url: string; close(): Promise<void> }> {
  const log = createLog(config);
  const dataConverter = dataConverterOf(config);
  const database = openDatabase(requireDatabaseUrl(config));
  const connection = Connection.lazy(temporalAddress(config));
  await registerSearchAttributes(connection, config.TEMPORAL_NAMESPACE, log);
  const closing = new AbortController();
  const app = composeApi({
    database,
    temporal: new Client({ connection, namespace: config.TEMPORAL_NAMESPACE, dataConverter }),
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    workflowTaskTimeoutSeconds: config.TEMPORAL_WORKFLOW_TASK_TIMEOUT_SECONDS,
    clock: businessClock(database),
    settings: {
      secureCookies: config.SECURE_COOKIES,
      sessionHours: config.SESSION_HOURS,
      publicUrl: config.PUBLIC_URL,
      trustedProxies: config.TRUSTED_PROXIES,
      temporalUiOrigin: config.TEMPORAL_UI_ORIGIN,
      webFolder: WEB_FOLDER,
    },
    identityProvider: identityProviderOf(config),
    logKeys: config.LOG_SIGNING_KEY,
    channels: channelsOf(config),
    log,
    changes: postgresChanges(requireDatabaseUrl(config), closing.signal),
    probes: probesOf(database, connection),
    closing: closing.signal,
  });
  const server = createServer(app);
  const url = await listen(server, config);
  return {
    url,
    async close() {
      closing.abort();
      await closeServer(server);
      await connection.close();
      await database.$disconnect();
    },
  };
}

/** Where Temporal is; with an API key the connection uses TLS. */
export function temporalAddress({ TEMPORAL_ADDRESS, TEMPORAL_API_KEY }: Config) {
  return {
    address: TEMPORAL_ADDRESS ?? 'localhost:7233',
    ...(TEMPORAL_API_KEY && { apiKey: TEMPORAL_API_KEY, tls: true }),
  };
}

/** The database of a process that does not start one itself. Throws when it is not configured. */
export function requireDatabaseUrl({ DATABASE_URL }: Config): string {
  if (!DATABASE_URL) throw new Error('DATABASE_URL 未设置 / DATABASE_URL is not set');
  return DATABASE_URL;
}

function probesOf(database: Database, connection: Connection) {
  return [
    { name: 'database', check: async () => void (await database.$queryRaw`SELECT 1`) },
    {
      name: 'schema',
      check: async () => {
        const query = async (text: string) => ({
          rows: await database.$queryRawUnsafe<Record<string, unknown>[]>(text),
        });
        const applied = await appliedHead({ query });
        if (applied !== (await schemaHead())) throw new Error(`the database is at migration ${applied}`);
      },
    },
    { name: 'temporal', check: async () => void (await connection.workflowService.getSystemInfo({})) },
  ] as const;
}

function listen(server: Server, { HOST, PORT }: Config): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, () => {
      const { port } = server.address() as AddressInfo;
      resolve(`http://${HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST}:${port}`);
    });
  });
}

/** Lets requests under way finish, and ends connections that only wait. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
}
