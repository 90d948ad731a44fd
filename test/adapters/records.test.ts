import { Client } from 'pg';
import { checkRecord, procedureIds, rebuildRecord } from '../../src/adapters/postgres/records';
import { person, signInCast, act, itemIds, NINE, startCouncil, announce, gather } from '../support/council';
import { ALL_COURSES } from '../support/courses';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { startSkippingService, type Service } from '../support/service';

const TABLES = ['procedure', 'deadline', 'participant', 'publication', 'vote', 'elector', 'notification', 'ballot'];

let testDatabase: TestDatabase;
let service: Service;
let owner: Client;
const ids: Record<string, string> = {};

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  service = await startSkippingService({ databaseUrl: testDatabase.url });
  owner = new Client({ connectionString: testDatabase.url });
  await owner.connect();
  const cast = await signInCast(service);
  for (const [name, course] of Object.entries({ ...ALL_COURSES.council, ...ALL_COURSES['pwc-meeting'] }))
    ids[name] = await course(service, cast);
  ids['voting'] = await startCouncil(cast);
  await announce(service, cast, ids['voting']);
  await gather(service, cast, ids['voting']);
  await act(cast.chair, ids['voting'], 'open-sitting');
  const [itemId] = await itemIds(cast.staff, ids['voting']);
  await act(cast.chair, ids['voting'], 'put-to-vote', { itemId, question: 'adopt', method: 'open-ballot' });
  await act(cast.recorder, ids['voting'], 'enter-ballot', { personId: person(NINE[0]!), choice: 'in-favour' });
  const [notice] = await service.database.notification.findMany({ take: 1 });
  await service.database.notification.update({ where: { id: notice!.id }, data: { readAt: new Date() } });
});
afterAll(async () => {
  await owner?.end();
  await service?.close();
  await testDatabase?.drop();
});

/** Every row of every table that is shown, in an order that does not depend on when it was written. */
async function dump(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of TABLES) {
    const { rows } = await owner.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t ORDER BY 1`);
    tables[table] = rows.map(({ row }) => row as string);
  }
  return tables;
}

/** Does something that no application may, with the triggers off, and takes it back afterwards. */
async function forged(statements: readonly string[], look: () => Promise<void>): Promise<void> {
  const saved = `forged_${Date.now()}`;
  const tables = ['event', ...TABLES];
  await owner.query(`SET session_replication_role = 'replica'; CREATE SCHEMA ${saved}`);
  for (const table of tables) await owner.query(`CREATE TABLE ${saved}.${table} AS TABLE public.${table}`);
  try {
    for (const statement of statements) await owner.query(statement);
    await look();
  } finally {
    for (const table of [...tables].reverse()) {
      await owner.query(`DELETE FROM public.${table}`);
      await owner.query(`INSERT INTO public.${table} SELECT * FROM ${saved}.${table}`);
    }
    await owner.query(`DROP SCHEMA ${saved} CASCADE`);
  }
}

const check = (name: string) => checkRecord(service.database, ids[name]!);

describe('a record as the service wrote it', () => {
  test('is what its log gives, whatever course it took', async () => {
    const all = await procedureIds(service.database);
    expect(all).toEqual(expect.arrayContaining(Object.values(ids)));
    for (const id of all) expect(await checkRecord(service.database, id)).toBeNull();
  });

  test('is the same, row for row, after everything was rebuilt from the log', async () => {
    const before = await dump();
    for (const id of await procedureIds(service.database))
      expect(await rebuildRecord(service.database, id)).toEqual({ fault: null, mended: true });
    expect(await dump()).toEqual(before);
  });

  test('stays so when a text was erased by law: what hangs on the board keeps its words', async () => {
    const erase = [`UPDATE evidence SET content = NULL, "erasedAt" = now()`];
    const { rows } = await owner.query('SELECT * FROM evidence');
    const before = await dump();
    for (const statement of erase) await owner.query(statement);
    for (const id of Object.values(ids)) expect((await rebuildRecord(service.database, id)).fault).toBeNull();
    expect(await dump()).toEqual(before);
    for (const { digest, content } of rows)
      await owner.query('UPDATE evidence SET content = $2, "erasedAt" = NULL WHERE digest = $1', [digest, content]);
  });
});

describe('the first place that is wrong is named', () => {
  const published = () => `"procedureId" = '${ids['published']}'`;

  test.each([
    [
      'an event was changed',
      () => `UPDATE event SET "actorId" = NULL WHERE seq = 3 AND ${published()}`,
      'event-changed',
      'event 3',
    ],
    ['an event is missing', () => `DELETE FROM event WHERE seq = 4 AND ${published()}`, 'event-missing', 'event 4'],
    [
      'the log was cut off',
      () => `DELETE FROM event WHERE ${published()} AND seq = (SELECT max(seq) FROM event WHERE ${published()})`,
      'event-missing',
      /^event \d+$/,
    ],
    ['all of it is gone', () => `DELETE FROM event WHERE ${published()}`, 'event-missing', 'event 1'],
    [
      'an event names another before it',
      () => `UPDATE event SET "previousHash" = repeat('a', 64) WHERE seq = 2 AND ${published()}`,
      'link-broken',
      'event 2',
    ],
    [
      'the row names another head',
      () => `UPDATE procedure SET "headHash" = repeat('a', 64) WHERE id = '${ids['published']}'`,
      'head-differs',
      'procedure/headHash',
    ],
  ])('in the log, when %s; nothing is rebuilt from it unless it is sound', async (_, statement, code, place) => {
    await forged([statement()], async () => {
      const fault = await check('published');
      expect(fault).toMatchObject({ code, place: typeof place === 'string' ? place : expect.stringMatching(place) });
      const { mended } = await rebuildRecord(service.database, ids['published']!);
      expect(mended).toBe(code === 'head-differs');
    });
  });

  test.each([
    ['its stage', () => `UPDATE procedure SET stage = 'sitting' WHERE id = '${ids['published']}'`, 'procedure/stage'],
    ['its title', () => `UPDATE procedure SET title = '别的' WHERE id = '${ids['published']}'`, 'procedure/title'],
    [
      'its state',
      () => `UPDATE procedure SET state = state - 'items' WHERE id = '${ids['published']}'`,
      'procedure/state/items',
    ],
    ['a deadline', () => `UPDATE deadline SET "dueOn" = '2030-01-01' WHERE ${published()}`, /^deadline\/.*\/dueOn$/],
    ['a deadline that is gone', () => `DELETE FROM deadline WHERE ${published()}`, /^deadline\//],
    [
      'a participant too many',
      () => `INSERT INTO participant SELECT '${ids['published']}', '${person('chunhe.station')}'`,
      /^participant\//,
    ],
    [
      'a paper taken down',
      () => `UPDATE publication SET "takenDownAt" = NULL WHERE ${published()}`,
      /^publication\/.*\/takenDownAt$/,
    ],
    ['a paper that is gone', () => `DELETE FROM publication WHERE ${published()}`, /^publication\//],
    ['a sealed box', () => `UPDATE vote SET open = true WHERE ${published()}`, /^vote\/.*\/open$/],
  ])('in what is shown: %s; a rebuild puts it right', async (_, statement, place) => {
    const before = await dump();
    await forged([statement()], async () => {
      const expected = typeof place === 'string' ? place : expect.stringMatching(place);
      expect(await check('published')).toMatchObject({ code: 'row-differs', place: expected });
      expect(await check('voting')).toBeNull();
      expect(await rebuildRecord(service.database, ids['published']!)).toMatchObject({ mended: true });
      expect(await check('published')).toBeNull();
      expect(await dump()).toEqual(before);
    });
  });

  test('a name too many in an electorate is for people to look into: nothing of a vote is ever taken away', async () => {
    const intruder = `INSERT INTO elector SELECT id, '${person('chunhe.station')}' FROM vote WHERE "procedureId" = '${ids['voting']}'`;
    await forged([intruder], async () => {
      const place = expect.stringMatching(/^elector\//);
      expect(await check('voting')).toMatchObject({ code: 'row-differs', place });
      expect(await rebuildRecord(service.database, ids['voting']!)).toMatchObject({ mended: false, fault: { place } });
    });
  });

  test('a notification of something that did not happen', async () => {
    await forged(
      [
        `UPDATE notification SET "sourceKey" = '${ids['published']}/999/0' WHERE ${published()} AND "personId" = '${person('chunhe.chair')}' AND kind = (SELECT kind FROM notification WHERE ${published()} AND "personId" = '${person('chunhe.chair')}' ORDER BY "createdAt" LIMIT 1)`,
      ],
      async () => {
        expect(await check('published')).toMatchObject({ code: 'notice-without-event' });
      },
    );
  });

  test('a procedure that is not there', async () => {
    expect(await checkRecord(service.database, '00000000-0000-4000-8000-000000000000')).toMatchObject({
      code: 'procedure-missing',
    });
  });
});
