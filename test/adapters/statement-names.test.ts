import { openDatabase } from '../../src/adapters/postgres/database';
import { statementNames } from '../../src/adapters/postgres/statement-names';
import { createTestDatabase } from '../support/database';

describe('the names of prepared statements', () => {
  test('are the same for the same text, and short enough for PostgreSQL', () => {
    const nameOf = statementNames();
    const long = `SELECT ${'1 + '.repeat(1_000)} 1`;
    expect(nameOf({ sql: long })).toBe(statementNames()({ sql: long }));
    expect(nameOf({ sql: long })).not.toBe(nameOf({ sql: `${long} + 1` }));
    expect(nameOf({ sql: long }).length).toBeLessThan(64);
  });

  test('are given to no more statements than a connection may keep', () => {
    const nameOf = statementNames(2);
    const names = ['SELECT 1', 'SELECT 2', 'SELECT 3', 'SELECT 1'].map((sql) => nameOf({ sql }));
    expect(names).toEqual([expect.stringMatching(/./), expect.stringMatching(/./), '', names[0]]);
  });
});

test('a connection prepares a statement once, however often it is asked', async () => {
  const { url, drop } = await createTestDatabase();
  const database = openDatabase(url, { maxConnections: 1 });
  for (const id of [1, 2, 3]) await database.trainingClock.findUnique({ where: { id } });
  const kept = await database.$queryRaw<{ statement: string }[]>`SELECT statement FROM pg_prepared_statements`;
  expect(kept.filter(({ statement }) => statement.includes('"training_clock"'))).toHaveLength(1);
  await database.$disconnect();
  await drop();
});
