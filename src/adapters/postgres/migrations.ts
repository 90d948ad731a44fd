import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Client } from 'pg';
import { prismaFolder, readMigrations, readSchema } from './migration-folder';
import { withSchemaEngine } from './schema-engine';
import { withClient } from './with-client';

export { schemaHead } from './migration-folder';

// Any number will do, as long as nothing else in this database takes the same advisory lock.
const lockKey = 20_260_101;
const filters = { externalTables: [], externalEnums: [] };

/** A migration failed; its transaction left nothing behind, so that a corrected one can be run. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings a database to the newest migration, with Prisma's own bookkeeping in `_prisma_migrations`. Runs at the same
 * time wait for one another; a run with nothing to do changes nothing.
 * @returns the names of the migrations applied now.
 * @throws MigrationError when a migration fails.
 */
export async function migrate(url: string, folder = prismaFolder): Promise<{ applied: readonly string[] }> {
  const migrationsList = await readMigrations(folder);
  return withLock(url, async (client) => {
    try {
      const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
        engine.applyMigrations({ migrationsList, filters }),
      );
      return { applied: appliedMigrationNames };
    } catch (cause) {
      const failed = await forgetFailed(client);
      throw new MigrationError(`Migration ${failed ?? 'run'} failed: ${(cause as Error).message}`, { cause });
    }
  });
}

/** The newest migration that a database has; undefined for one that was never migrated. */
export async function appliedHead(database: string | Queryable): Promise<string | undefined> {
  if (typeof database === 'string') return withClient(database, appliedHead);
  const table = await database.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`);
  if (!table.rows[0]?.['present']) return undefined;
  const { rows } = await database.query(
    `SELECT max(migration_name) AS head FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return (rows[0]?.['head'] as string | null | undefined) ?? undefined;
}

/**
 * What the migrations still lack to make the schema: an SQL script, empty when schema.prisma and the migrations agree.
 * Works in a temporary database beside the one of the URL, which is left as it is.
 */
export async function diffAgainstSchema(url: string, folder = prismaFolder): Promise<string> {
  const [migrations, schema] = await Promise.all([readMigrations(folder), readSchema(folder)]);
  const { exitCode, stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrations },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters,
    }),
  );
  return exitCode === 0 ? '' : (stdout ?? '');
}

/**
 * Writes a new migration that brings the existing ones to what schema.prisma says.
 * @returns its folder, or undefined when there is nothing to write.
 */
export async function writeMigration(url: string, name: string, folder = prismaFolder): Promise<string | undefined> {
  const script = await diffAgainstSchema(url, folder);
  if (script === '') return undefined;
  const moment = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const migration = path.join(folder, 'migrations', `${moment}_${name}`);
  await mkdir(migration, { recursive: true });
  await writeFile(path.join(migration, 'migration.sql'), script);
  return migration;
}

/** A pg client or pool, or what answers as they do. */
export interface Queryable {
  query(statement: string): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

/** Holds the lock of migrations while the work goes on; a lost connection gives it back. */
function withLock<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    return work(client);
  });
}

/** Marks a failed migration as rolled back, which it is: each is one transaction. @returns its name. */
async function forgetFailed(client: Client): Promise<string | undefined> {
  const { rows } = await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
      WHERE finished_at IS NULL AND rolled_back_at IS NULL RETURNING migration_name`,
  );
  return rows[0]?.migration_name;
}
