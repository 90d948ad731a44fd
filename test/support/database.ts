import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { migrate } from '../../src/adapters/postgres/migrations';
import { markAsTraining } from '../../src/adapters/postgres/training-mark';
import { TRAINING_BEGINS } from '../../src/domain/training';
import { freePort } from '../../src/embedded/port';
import { startPostgres } from '../../src/embedded/postgres';
import { hurried } from './hurried';
import { openFolder } from './runs';
import { databaseUrl, sharedServers, templateDatabase } from './shared-servers';

export interface TestDatabase {
  readonly url: string;
  /** Removes the database, whoever is still connected. */
  drop(): Promise<void>;
}

/** A migrated, empty database of the test's own, on the shared server. */
export function createTestDatabase(): Promise<TestDatabase> {
  return makeDatabase(` TEMPLATE ${templateDatabase}`);
}

/** The same, marked as training; its clock begins at that moment. */
export async function createTrainingDatabase(begins: number = TRAINING_BEGINS): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await markAsTraining(database.url, begins);
  return database;
}

/** A database with nothing in it, not even tables. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return makeDatabase('');
}

async function makeDatabase(template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onSharedServer(`CREATE DATABASE ${name}${template}`);
  return {
    url: databaseUrl(sharedServers().postgres, name),
    drop: () => onSharedServer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onSharedServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: sharedServers().postgres });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

export interface PrivatePostgres {
  /** A migrated database; the address stays the same from stop to start. */
  readonly url: string;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops the server and removes its files. */
  remove(): Promise<void>;
}

/** A PostgreSQL of the test's own, to be stopped and started in outage drills. */
export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const dataDir = await openFolder(sharedServers().folder, 'private-');
  const port = await freePort();
  const launch = () => startPostgres({ dataDir, port, settings: hurried });
  let server = await launch();
  await migrate(server.url);
  return {
    url: server.url,
    stop: () => server.stop(),
    start: async () => {
      server = await launch();
    },
    remove: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}
