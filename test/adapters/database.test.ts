import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { guardPort } from '../../src/adapters/postgres/guard-port';
import { Unavailable } from '../../src/ports/unavailable';
import { startTestApi, type TestApi } from '../support/api';

let api: TestApi;
let database: Database;
const procedureId = randomUUID();

beforeAll(async () => {
  api = await startTestApi();
  database = api.database;
  await database.procedure.create({
    data: {
      id: procedureId,
      kind: 'council',
      organisationId: EXAMPLE.organisations.chunhe,
      title: '楼道照明',
      stage: 'notice',
      status: 'open',
      version: 1,
      headHash: '',
      state: {},
      startedById: EXAMPLE.accounts['chunhe.staff'],
      startedAt: new Date(),
    },
  });
  const event = { procedureId, seq: 1, type: 'started', at: new Date(), data: {}, previousHash: '', hash: 'a' };
  await database.event.create({ data: event });
});
afterAll(() => api.close());

describe('the application', () => {
  test('works as the role that the migration made for it', async () => {
    expect(await database.$queryRaw`SELECT current_user::text AS role`).toEqual([{ role: 'guicheng_app' }]);
  });

  test('adds to the log of events and can neither change nor remove anything in it', async () => {
    await expect(database.event.updateMany({ data: { hash: 'b' } })).rejects.toThrow();
    await expect(database.event.deleteMany()).rejects.toThrow();
    await expect(database.$executeRawUnsafe('TRUNCATE event')).rejects.toThrow();
    expect(await database.event.findMany({ select: { hash: true } })).toEqual([{ hash: 'a' }]);
  });
});

test('a civil date comes back as it was written, whatever zone the machine is in', async () => {
  const { validFrom } = await database.roleGrant.findFirstOrThrow({ select: { validFrom: true } });
  expect(validFrom).toBe('2026-01-01');
});

test('a query that takes too long is given up and counts as an outage', async () => {
  const hurried = openDatabase(api.databaseUrl, { queryTimeoutMs: 200 });
  const port = guardPort({ sleep: () => hurried.$queryRaw`SELECT pg_sleep(5)::text` });
  await expect(port.sleep()).rejects.toThrow(Unavailable);
  await hurried.$disconnect();
});

test('a mistake in a query is an error and shows none of its values', async () => {
  const port = guardPort({
    create: () => database.person.create({ data: { id: 'not a uuid', name: '欧阳独一', organisationId: 'x' } }),
  });
  const error = await port.create().catch((thrown: unknown) => thrown);
  expect(error).not.toBeInstanceOf(Unavailable);
  expect(String(error)).not.toContain('欧阳独一');
});
