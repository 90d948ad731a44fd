import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm';

/** The project's own prisma folder: schema.prisma, and migrations/ with one folder for each. Beside src and dist alike. */
export const prismaFolder = path.resolve(__dirname, '../../../prisma');

const migrationsIn = (folder: string) => path.join(folder, 'migrations');

/** The names of the migrations in a prisma folder, oldest first. */
export async function migrationNames(folder = prismaFolder): Promise<readonly string[]> {
  const entries = await readdir(migrationsIn(folder), { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory());
  return folders.map((entry) => entry.name).sort();
}

/** The name of the newest migration in the folder: what a database must be at for this code to run on it. */
export async function schemaHead(folder = prismaFolder): Promise<string | undefined> {
  return (await migrationNames(folder)).at(-1);
}

/** A prisma folder's migrations, as the engine takes them. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const names = await migrationNames(folder);
  const baseDir = migrationsIn(folder);
  const scripts = await Promise.all(names.map((name) => readFile(path.join(baseDir, name, 'migration.sql'), 'utf8')));
  return {
    baseDir,
    lockfile: { path: './migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name, index) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: scripts[index]! } },
    })),
  };
}

/** A prisma folder's schema, as the engine takes it. */
export async function readSchema(folder: string): Promise<{ files: SchemaContainer[] }> {
  const file = path.join(folder, 'schema.prisma');
  return { files: [{ path: file, content: await readFile(file, 'utf8') }] };
}
