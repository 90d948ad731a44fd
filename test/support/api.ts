import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { postgresApiPorts } from '../../src/adapters/postgres/api-ports';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { postgresVitals } from '../../src/adapters/postgres/vitals';
import { writeExample } from '../../src/adapters/postgres/seed/write-example';
import { createApp, type ApiDeps } from '../../src/api/create-app';
import { hashPassword } from '../../src/api/passwords';
import { startOfDay } from '../../src/domain/calendar/civil-date';
import { createTestDatabase } from './database';

/** The password of every account of the example. */
export const PASSWORD = 'cedar lantern 42';

/** The business day on which API tests take place. */
export const TODAY = '2026-03-05';

/** The API over a database of its own that holds the example, listening on this machine. */
export interface TestApi {
  readonly url: string;
  readonly app: Express;
  readonly database: Database;
  readonly databaseUrl: string;
  /** Everything that was logged so far. */
  readonly log: () => string;
  readonly anonymous: ApiClient;
  /** Signs an account of the example in. */
  signIn(username: string, password?: string): Promise<ApiClient>;
  close(): Promise<void>;
}

/** An answer, its body parsed where it is JSON. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // Tests say what they expect of it.
  readonly body: any;
}

/** What a request carries besides its address. */
export interface Sent {
  readonly body?: unknown;
  /** The Idempotency-Key; a new one by default. Null sends none. */
  readonly key?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One browser, signed in or not. */
export interface ApiClient {
  readonly cookie: string | null;
  get(path: string, sent?: Sent): Promise<ApiAnswer>;
  post(path: string, body?: unknown, sent?: Sent): Promise<ApiAnswer>;
  put(path: string, body: unknown, sent?: Sent): Promise<ApiAnswer>;
  delete(path: string, sent?: Sent): Promise<ApiAnswer>;
}

/** Starts the API. `overrides` replace single dependencies; a port is given where it must be known beforehand. */
export async function startTestApi(overrides: Partial<ApiDeps> = {}, port = 0): Promise<TestApi> {
  const testDatabase = await createTestDatabase();
  const database = openDatabase(testDatabase.url);
  await writeExample(database, await hashPassword(PASSWORD));
  const lines: string[] = [];
  const app = createApp({
    ...postgresApiPorts(database),
    settings: { secureCookies: false, sessionHours: 12 },
    clock: { now: async () => startOfDay(TODAY), offset: async () => null },
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
    metrics: new Registry(),
    probes: [],
    vitals: { ...postgresVitals(database), workers: async () => 1 },
    procedureRoutes: [],
    ...overrides,
  });
  const server = createServer(app);
  const url = await listen(server, port);
  const anonymous = apiClient(url, null);
  return {
    url,
    app,
    database,
    databaseUrl: testDatabase.url,
    anonymous,
    log: () => lines.join(''),
    async signIn(username, password = PASSWORD) {
      const answer = await anonymous.post('/api/sessions', { username, password }, { key: null });
      if (answer.status !== 201) throw new Error(`${username} cannot sign in: ${answer.status} ${answer.body?.code}`);
      return apiClient(url, answer.headers.get('set-cookie')!.split(';')[0]!);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await database.$disconnect();
      await testDatabase.drop();
    },
  };
}

/** A client of an API that is already there. */
export function apiClient(url: string, cookie: string | null): ApiClient {
  const call = async (method: string, path: string, { body, key, headers = {} }: Sent): Promise<ApiAnswer> => {
    const isRaw = body instanceof Uint8Array || typeof body === 'string';
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(body !== undefined && !isRaw && { 'Content-Type': 'application/json' }),
        ...(cookie !== null && { Cookie: cookie }),
        ...(key && { 'Idempotency-Key': key }),
        ...headers,
      },
      ...(body !== undefined && { body: isRaw ? (body as NonNullable<RequestInit['body']>) : JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await read(response) };
  };
  return {
    cookie,
    get: (path, sent = {}) => call('GET', path, sent),
    post: (path, body, sent = {}) => call('POST', path, { key: randomUUID(), ...sent, body }),
    put: (path, body, sent = {}) => call('PUT', path, { ...sent, body }),
    delete: (path, sent = {}) => call('DELETE', path, sent),
  };
}

async function read(response: Response): Promise<unknown> {
  const content = Buffer.from(await response.arrayBuffer());
  if (content.length === 0) return null;
  return response.headers.get('content-type')?.includes('json') ? JSON.parse(content.toString()) : content;
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}
