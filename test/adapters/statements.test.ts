import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { Prisma } from '../../src/adapters/postgres/generated/client';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { guarded } from '../../src/adapters/postgres/outage';
import { writeOne, type Statements } from '../../src/adapters/postgres/statements';
import { Unavailable } from '../../src/ports/unavailable';
import { startTestApi, type TestApi } from '../support/api';
import { until } from '../support/patient';

const LIMIT_MS = 4_000;

let api: TestApi;
let database: Database;
beforeAll(async () => {
  api = await startTestApi();
  // One connection: whatever a transaction leaves behind on it, the next one finds.
  database = openDatabase(api.databaseUrl, { maxConnections: 1 });
});
afterAll(async () => {
  await database.$disconnect();
  await api.close();
});

const keep = (tx: Statements, digest: string, content = '') =>
  tx.$executeRaw`INSERT INTO evidence (digest, salt, content) VALUES (${digest}, '', ${content})`;
const isKept = async (digest: string) => (await api.database.evidence.count({ where: { digest } })) > 0;

describe('a transaction past Prisma', () => {
  test('is written when its work ends, and gives rows and how many were written', async () => {
    const digest = randomUUID();
    const seen = await database.straight.within(LIMIT_MS, async (tx) => {
      const written = await keep(tx, digest);
      expect(await isKept(digest)).toBe(false);
      return { written, rows: await tx.$queryRaw`SELECT digest FROM evidence WHERE digest = ANY(${[digest]}::text[])` };
    });
    expect(seen).toEqual({ written: 1, rows: [{ digest }] });
    expect(await isKept(digest)).toBe(true);
  });

  test('leaves nothing behind when its work throws, and its connection serves the next', async () => {
    const digest = randomUUID();
    const work = async (tx: Statements) => {
      await keep(tx, digest);
      throw new Error('thought better of it');
    };
    await expect(database.straight.within(LIMIT_MS, work)).rejects.toThrow('thought better of it');
    expect(await database.$queryRaw`SELECT digest FROM evidence WHERE digest = ${digest}`).toEqual([]);
  });

  test('does not pass for written when a statement in it failed and nobody said so', async () => {
    const digest = randomUUID();
    const work = async (tx: Statements) => {
      await keep(tx, digest);
      await tx.$executeRaw`SELECT 1 / 0`.catch(() => undefined);
    };
    await expect(database.straight.within(LIMIT_MS, work)).rejects.toThrow('rolled back');
    expect(await isKept(digest)).toBe(false);
  });

  test('is undone where a row that must be there is not', async () => {
    const digest = randomUUID();
    const work = async (tx: Statements) => {
      await writeOne(keep(tx, digest));
      await writeOne(tx.$executeRaw`UPDATE vote SET open = false WHERE id = ${randomUUID()}::uuid`);
    };
    await expect(database.straight.within(LIMIT_MS, work)).rejects.toThrow('0 rows were written');
    expect(await isKept(digest)).toBe(false);
  });

  test('that takes too long is given up and counts as an outage', async () => {
    const digest = randomUUID();
    const work = async (tx: Statements) => {
      await keep(tx, digest);
      await tx.$queryRaw`SELECT pg_sleep(0.2)::text`;
      await keep(tx, randomUUID());
    };
    await expect(database.straight.within(100, work)).rejects.toThrow(Unavailable);
    expect(await isKept(digest)).toBe(false);
  });

  test('is given up when its last statement takes too long, and takes no statement once it has ended', async () => {
    const digest = randomUUID();
    let kept: Statements | undefined;
    const work = async (tx: Statements) => {
      kept = tx;
      await keep(tx, digest);
      await tx.$queryRaw`SELECT pg_sleep(0.2)::text`;
    };
    await expect(database.straight.within(100, work)).rejects.toThrow(Unavailable);
    expect(await isKept(digest)).toBe(false);
    await expect(keep(kept!, digest)).rejects.toThrow('has ended');
  });

  test('whose connection breaks is an outage, and the next has another connection', async () => {
    const owner = new Client(api.databaseUrl);
    await owner.connect();
    const work = async (tx: Statements) => {
      const [own] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
      await owner.query('SELECT pg_terminate_backend($1::int)', [own!.pid]);
      return tx.$queryRaw`SELECT 1`;
    };
    await expect(guarded(() => database.straight.within(LIMIT_MS, work))).rejects.toThrow(Unavailable);
    await owner.end();
    const digest = randomUUID();
    await database.straight.within(LIMIT_MS, (tx) => keep(tx, digest));
    expect(await isKept(digest)).toBe(true);
  });

  test('leaves no connection open when the database is closed, though nobody used it by way of Prisma', async () => {
    const closed = openDatabase(api.databaseUrl);
    const pid = (tx: Statements) => tx.$queryRaw<[{ pid: number }]>`SELECT pg_backend_pid() AS pid`;
    const [own] = await closed.straight.within(LIMIT_MS, pid);
    await closed.$disconnect();
    const open = () => api.database.$queryRaw<object[]>`SELECT pid FROM pg_stat_activity WHERE pid = ${own.pid}::int`;
    expect(await until(open, (rows) => rows.length === 0)).toEqual([]);
  });

  test('writes moments that Prisma reads as the same, whatever zone the server lives in', async () => {
    const owner = new Client(api.databaseUrl);
    await owner.connect();
    await owner.query(`ALTER DATABASE "${owner.database}" SET timezone = 'Asia/Shanghai'`);
    await owner.end();
    const elsewhere = openDatabase(api.databaseUrl);
    const at = new Date('2026-03-02T09:00:00+08:00');
    const digest = randomUUID();
    await elsewhere.straight.within(
      LIMIT_MS,
      (tx) => tx.$executeRaw`INSERT INTO evidence (digest, salt, "erasedAt") VALUES (${digest}, '', ${at})`,
    );
    const { erasedAt } = await elsewhere.evidence.findUniqueOrThrow({ where: { digest } });
    expect(erasedAt).toEqual(at);
    const { rows } = await elsewhere.straight.direct(
      Prisma.sql`SELECT "erasedAt" FROM evidence WHERE digest = ${digest}`,
    );
    expect(rows).toEqual([{ erasedAt: at }]);
    await elsewhere.$disconnect();
  });

  test('speaks in its errors of no row that it would not take', async () => {
    const work = (tx: Statements) => tx.$executeRaw`INSERT INTO evidence (digest, content) VALUES ('x', '欧阳独一')`;
    const error = await database.straight.within(LIMIT_MS, work).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: '23502' });
    expect(JSON.stringify(Object.entries(error as object))).not.toContain('欧阳独一');
  });
});
