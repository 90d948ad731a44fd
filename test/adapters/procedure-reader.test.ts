import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { ProcedureReader } from '../../src/adapters/postgres/procedure-row';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { writeExample } from '../../src/adapters/postgres/seed/write-example';
import { createTestDatabase, type TestDatabase } from '../support/database';

let testDatabase: TestDatabase;
let database: Database;
const id = randomUUID();

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url);
  await writeExample(database, '');
  await database.procedure.create({
    data: {
      id,
      kind: 'council',
      organisationId: EXAMPLE.organisations.chunhe,
      title: '楼道照明',
      stage: 'posting',
      status: 'open',
      version: 1,
      headHash: '',
      state: { stage: 'posting' },
      startedById: EXAMPLE.accounts['chunhe.staff'],
      startedAt: new Date(),
    },
  });
});
afterAll(async () => {
  await database?.$disconnect();
  await testDatabase?.drop();
});

describe('a reader that remembers states', () => {
  test('gives a state that nobody has written since as it is, without having it sent again', async () => {
    const reader = new ProcedureReader(database);
    const read = (one: string) => reader.find(one);
    const first = await read(id);
    expect(first).toMatchObject({ id, version: 1, state: { stage: 'posting' }, closedAt: null });
    expect((await read(id))?.state).toBe(first?.state);
  });

  test('gives what somebody else wrote in the meantime, also at the same version', async () => {
    const reader = new ProcedureReader(database);
    const read = (one: string) => reader.find(one);
    await read(id);
    await database.procedure.update({ where: { id }, data: { state: { stage: 'waiting' } } });
    expect(await read(id)).toMatchObject({ version: 1, state: { stage: 'waiting' } });
  });

  test('is not confused by a lock, nor by a write that was undone', async () => {
    const reader = new ProcedureReader(database);
    const read = (one: string) => reader.find(one);
    const before = await read(id);
    const undone = database.$transaction(async (tx) => {
      await tx.procedure.update({ where: { id }, data: { state: { stage: 'sitting' } } });
      expect((await read(id))?.state).toEqual({ stage: 'waiting' });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await database.$executeRaw`SELECT id FROM procedure WHERE id = ${id}::uuid FOR UPDATE`;
    expect((await read(id))?.state).toBe(before?.state);
  });

  test('knows of no procedure that does not exist', async () => {
    expect(await new ProcedureReader(database).find(randomUUID())).toBeNull();
  });
});
