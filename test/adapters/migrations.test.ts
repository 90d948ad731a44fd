import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import {
  appliedHead,
  diffAgainstSchema,
  migrate,
  MigrationError,
  schemaHead,
  writeMigration,
} from '../../src/adapters/postgres/migrations';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../support/database';
import { temporaryFolders } from '../support/folders';

const newFolder = temporaryFolders();
let database: TestDatabase;

beforeEach(async () => {
  database = await createEmptyDatabase();
});
afterEach(() => database.drop());

const schema = (fields: string) => `
  datasource db {
    provider = "postgresql"
  }
  model Notice {
    id Int @id
    ${fields}
  }`;

/** A prisma folder with a schema and migrations, by their names. */
async function prismaFolder(migrations: Record<string, string>, fields = ''): Promise<string> {
  const folder = await newFolder();
  await writeFile(path.join(folder, 'schema.prisma'), schema(fields));
  for (const [name, script] of Object.entries(migrations)) await writeScript(folder, name, script);
  return folder;
}

async function writeScript(folder: string, name: string, script: string): Promise<void> {
  await mkdir(path.join(folder, 'migrations', name), { recursive: true });
  await writeFile(path.join(folder, 'migrations', name, 'migration.sql'), script);
}

async function ask(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
}

const first = { '20260101000000_first': 'CREATE TABLE "Notice" ("id" INTEGER PRIMARY KEY);' };
const second = { '20260102000000_second': 'ALTER TABLE "Notice" ADD COLUMN "text" TEXT NOT NULL;' };

describe("the project's own migrations", () => {
  test('make exactly the schema that the code is written for', async () => {
    expect(await diffAgainstSchema(database.url)).toBe('');
  });

  test('are all in a test database', async () => {
    const ready = await createTestDatabase();
    expect(await appliedHead(ready.url)).toBe(await schemaHead());
    await ready.drop();
  });
});

describe('migrating', () => {
  test('applies what is missing, in order, and then nothing', async () => {
    expect(await appliedHead(database.url)).toBeUndefined();
    const folder = await prismaFolder(first);
    expect(await migrate(database.url, folder)).toEqual({ applied: Object.keys(first) });
    await writeScript(folder, ...(Object.entries(second)[0] as [string, string]));
    expect(await schemaHead(folder)).toBe('20260102000000_second');
    expect(await appliedHead(database.url)).toBe('20260101000000_first');
    expect(await migrate(database.url, folder)).toEqual({ applied: Object.keys(second) });
    expect(await migrate(database.url, folder)).toEqual({ applied: [] });
    expect(await appliedHead(database.url)).toBe('20260102000000_second');
  });

  test('twice at once, applies every migration once', async () => {
    const folder = await prismaFolder({ ...first, ...second });
    const runs = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)));
    expect(runs.flatMap(({ applied }) => applied)).toEqual(Object.keys({ ...first, ...second }));
  });

  test('understands functions, whose bodies hold semicolons', async () => {
    const body = 'BEGIN RETURN 7; END;';
    const script = `CREATE FUNCTION seven() RETURNS int LANGUAGE plpgsql AS $$ ${body} $$; SELECT 1;`;
    await migrate(database.url, await prismaFolder({ '20260101000000_function': script }));
    expect(await ask('SELECT seven()')).toEqual([7]);
  });

  test('that fails says which and why, leaves nothing behind, and can be run again when corrected', async () => {
    const name = '20260103000000_broken';
    const folder = await prismaFolder({ ...first, [name]: 'CREATE TABLE half (id int); SELECT nonsense();' });
    const attempt = migrate(database.url, folder);
    await expect(attempt).rejects.toThrow(MigrationError);
    await expect(attempt).rejects.toThrow(`${name} failed: function nonsense() does not exist`);
    expect(await ask("SELECT to_regclass('half')")).toEqual([null]);
    expect(await appliedHead(database.url)).toBe('20260101000000_first');
    await writeScript(folder, name, 'CREATE TABLE whole (id int);');
    expect(await migrate(database.url, folder)).toEqual({ applied: [name] });
  });
});

describe('writing a migration', () => {
  test('puts down what schema.prisma asks for beyond the existing ones, and nothing when they agree', async () => {
    const folder = await prismaFolder(first, 'text String');
    expect(await diffAgainstSchema(database.url, folder)).toContain('ADD COLUMN');
    const written = await writeMigration(database.url, 'text', folder);
    expect(path.basename(written!)).toMatch(/^\d{14}_text$/);
    expect(await readFile(path.join(written!, 'migration.sql'), 'utf8')).toContain(
      'ADD COLUMN     "text" TEXT NOT NULL',
    );
    expect(await writeMigration(database.url, 'again', folder)).toBeUndefined();
    expect(await ask('SELECT count(*)::int FROM pg_tables WHERE schemaname = current_schema()')).toEqual([0]);
  });
});
