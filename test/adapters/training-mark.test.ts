import { Client } from 'pg';
import { businessClock } from '../../src/adapters/postgres/clock';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { writeExample } from '../../src/adapters/postgres/seed/write-example';
import { markAsTraining, markOf } from '../../src/adapters/postgres/training-mark';
import { StartError } from '../../src/embedded/start-error';
import { markTraining } from '../../src/training';
import { createTestDatabase, createTrainingDatabase, type TestDatabase } from '../support/database';

let testDatabase: TestDatabase | undefined;
let database: Database | undefined;
afterEach(async () => {
  await database?.$disconnect();
  await testDatabase?.drop();
});

async function use(created: Promise<TestDatabase>): Promise<{ url: string; database: Database }> {
  testDatabase = await created;
  database = openDatabase(testDatabase.url);
  return { url: testDatabase.url, database };
}

async function asOwner(url: string, statement: string): Promise<void> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    await owner.query(statement);
  } finally {
    await owner.end();
  }
}

const MONDAY = Date.parse('2026-03-02T01:00:00Z');

describe('a database is marked as training', () => {
  it('while it is new, by several at once too, and its clock begins on Monday 2 March 2026 at nine', async () => {
    const { url, database } = await use(createTestDatabase());
    const clock = businessClock(database);
    expect([await markOf(url), await clock.offset()]).toEqual(['new', null]);
    await Promise.all([markAsTraining(url), markAsTraining(url), markAsTraining(url)]);
    // A process that looked before goes by the mark from now on.
    expect([await markOf(url), Math.abs((await clock.now()) - MONDAY) < 10_000]).toEqual(['marked', true]);
    await markAsTraining(url, MONDAY + 86_400_000);
    expect((await clock.now()) - MONDAY).toBeLessThan(10_000);
  });

  it('and not once something was entered, whoever tries', async () => {
    const { url, database } = await use(createTestDatabase());
    await writeExample(database, '-');
    expect(await markOf(url)).toBe('in-earnest');
    await expect(markAsTraining(url)).rejects.toThrow('only a new database can be marked as training');
    await expect(asOwner(url, 'INSERT INTO training_clock (id, "offsetMs") VALUES (1, 0)')).rejects.toThrow(
      'only a new database',
    );
    expect(await businessClock(database).offset()).toBeNull();
  });

  it('by who owns its tables, not by the application', async () => {
    const { database } = await use(createTestDatabase());
    await expect(database.trainingClock.create({ data: { id: 1, offsetMs: 0n } })).rejects.toThrow('permission denied');
  });

  it.each([
    ['DELETE FROM training_clock'],
    ['TRUNCATE training_clock'],
    ['UPDATE training_clock SET "offsetMs" = "offsetMs" - 1'],
    ['UPDATE training_clock SET id = 2'],
  ])('for ever, and its clock goes forward only: not even its owner may %s', async (statement) => {
    const { url } = await use(createTrainingDatabase());
    await expect(asOwner(url, statement)).rejects.toThrow('a training database stays marked');
  });

  it('and asked for its clock no more, once it is known to be in earnest', async () => {
    const { database } = await use(createTestDatabase());
    await writeExample(database, '-');
    const clock = businessClock(database);
    expect(await clock.offset()).toBeNull();
    await database.$disconnect();
    await testDatabase!.drop();
    testDatabase = undefined;
    expect(Math.abs((await clock.now()) - Date.now())).toBeLessThan(1_000);
  });
});

describe('TRAINING', () => {
  const start = (url: string, TRAINING: boolean | undefined, SEED_EXAMPLE: boolean) =>
    markTraining({ MIGRATION_DATABASE_URL: url, TRAINING, SEED_EXAMPLE });

  it.each([
    [undefined, true, true],
    [undefined, false, false],
    [true, false, true],
    [false, true, false],
  ])('%s, with the example: %s, makes a new database one for training: %s', async (wanted, example, expected) => {
    const { url } = await use(createTestDatabase());
    expect(await start(url, wanted, example)).toBe(expected);
    expect(await markOf(url)).toBe(expected ? 'marked' : 'new');
  });

  it('unset leaves a database what it is', async () => {
    const { url, database } = await use(createTestDatabase());
    await writeExample(database, '-');
    expect(await start(url, undefined, true)).toBe(false);
    await database.$disconnect();
    await testDatabase!.drop();
    const { url: marked } = await use(createTrainingDatabase());
    expect(await start(marked, undefined, false)).toBe(true);
  });

  it('says no when it is not what the database is', async () => {
    const { url, database } = await use(createTestDatabase());
    await writeExample(database, '-');
    await expect(start(url, true, true)).rejects.toThrow(StartError);
    await database.$disconnect();
    await testDatabase!.drop();
    const { url: marked } = await use(createTrainingDatabase());
    await expect(start(marked, false, true)).rejects.toThrow('marked as training, for ever');
  });
});
