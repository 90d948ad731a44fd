import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { writeExample } from '../../src/adapters/postgres/seed/write-example';
import { isSound } from '../../src/commands/chain';
import { createCommands } from '../../src/commands/engine';
import { workflowIdOf } from '../../src/contract/messages/course';
import { person } from '../support/council';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { narrowBody } from '../support/narrow-council';
import { eventsOf, isWhole } from '../support/story';

/** A database with one council in it, as the application and as its owner see it. */
interface Scratch {
  readonly testDatabase: TestDatabase;
  readonly database: Database;
  readonly owner: Client;
  readonly id: string;
}

async function open(): Promise<Scratch> {
  const testDatabase = await createTestDatabase();
  const database = openDatabase(testDatabase.url);
  const owner = new Client({ connectionString: testDatabase.url });
  await owner.connect();
  await writeExample(database, '');
  return { testDatabase, database, owner, id: await beginAndAnnounce(database) };
}

async function close({ testDatabase, database, owner }: Scratch): Promise<void> {
  await owner.end();
  await database.$disconnect();
  await testDatabase.drop();
}

/** A narrow council with its notice, written by the commands themselves: no workflow is needed for a record. */
async function beginAndAnnounce(database: Database): Promise<string> {
  const commands = createCommands(createLedger(database));
  const procedureId = randomUUID();
  const actor = { accountId: EXAMPLE.accounts['chunhe.staff'], personId: person('chunhe.staff') };
  const order = { procedureId, workflowId: workflowIdOf('council', procedureId), actor, now: Date.now() };
  const { kind, organisationId, ...input } = narrowBody();
  await commands.begin({ ...order, kind, organisationId, input });
  const notice = { meetingAt: new Date(Date.now() + 600_000).toISOString(), place: '社区议事厅', channels: [] };
  await commands.execute({ ...order, step: 'issue', action: 'issue-notice', input: notice });
  return procedureId;
}

const REWRITES = [
  ['change', `UPDATE event SET type = 'council-cancelled'`],
  ['move', `UPDATE event SET seq = seq + 100`],
  ['remove', 'DELETE FROM event'],
  ['empty', 'TRUNCATE event'],
  ['empty, by way of procedures,', 'TRUNCATE procedure CASCADE'],
  ['overwrite', `INSERT INTO event SELECT * FROM event ON CONFLICT ("procedureId", seq) DO UPDATE SET type = 'x'`],
] as const;

describe('the log of events is append-only', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await open();
  });
  afterAll(() => close(scratch));

  it.each(REWRITES)('the application cannot %s it', async (_, statement) => {
    const { database, id } = scratch;
    const before = await eventsOf(database, id);
    await expect(database.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|append-only/);
    expect(await eventsOf(database, id)).toEqual(before);
  });

  it.each(REWRITES)('its owner cannot %s it', async (_, statement) => {
    const { database, owner, id } = scratch;
    const before = await eventsOf(database, id);
    await expect(owner.query(statement)).rejects.toThrow('append-only');
    expect(await eventsOf(database, id)).toEqual(before);
  });

  it.each([
    ['disable its triggers', 'ALTER TABLE event DISABLE TRIGGER ALL'],
    ['drop a trigger', 'DROP TRIGGER event_append_only ON event'],
    ['pass its triggers by', `SET session_replication_role = 'replica'`],
    [
      'replace what the triggers do',
      `CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`,
    ],
    ['drop it', 'DROP TABLE event'],
    ['cut a procedure off from it', 'DELETE FROM procedure'],
  ])('the application cannot %s', async (_, statement) => {
    const { database, id } = scratch;
    await expect(database.$executeRawUnsafe(statement)).rejects.toThrow();
    expect(await isWhole(database, id)).toBe(true);
  });
});

describe('whoever disables the triggers as superuser is found out', () => {
  let scratch: Scratch;
  beforeEach(async () => {
    scratch = await open();
  });
  afterEach(() => close(scratch));
  const forge = async (statement: string) => {
    const { database, owner, id } = scratch;
    await owner.query(`SET session_replication_role = 'replica'`);
    await owner.query(statement);
    return eventsOf(database, id);
  };

  it('before anything is forged the record is whole', async () => {
    const { database, id } = scratch;
    const events = await eventsOf(database, id);
    expect(events.map((event) => isSound(id, event))).toEqual(events.map(() => true));
    expect(await isWhole(database, id)).toBe(true);
  });

  it.each([
    [
      'what happened',
      `UPDATE event SET data = jsonb_set(data, '{notice,place}', '"别处"') WHERE type = 'notice-issued'`,
    ],
    ['its type', `UPDATE event SET type = 'council-cancelled' WHERE type = 'notice-issued'`],
    ['when it happened', `UPDATE event SET at = at - interval '1 day' WHERE type = 'notice-issued'`],
    ['who did it', `UPDATE event SET "actorId" = NULL WHERE type = 'notice-issued'`],
    ['its place', `UPDATE event SET seq = 99 WHERE type = 'notice-issued'`],
    ['its hash', `UPDATE event SET hash = repeat('0', 64) WHERE type = 'notice-issued'`],
  ])('an event of which %s was changed is unsound, and no other', async (_, statement) => {
    const { database, id } = scratch;
    const events = await forge(statement);
    expect(events.filter((event) => !isSound(id, event))).toHaveLength(1);
    expect(await isWhole(database, id)).toBe(false);
  });

  it.each([
    ['left out of the middle', `DELETE FROM event WHERE type = 'notice-issued'`],
    ['cut off at the end', `DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)`],
  ])('an event %s leaves a gap', async (_, statement) => {
    const { database, id } = scratch;
    await forge(statement);
    expect(await isWhole(database, id)).toBe(false);
  });
});
