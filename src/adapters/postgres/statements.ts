import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { Unavailable } from '../../ports/unavailable';
import { Prisma } from './generated/client';
import type { statementNames } from './statement-names';

/** What runs statements; Prisma's own clients and transactions do, too. Values stand in them as parameters. */
export interface Statements {
  /** Gives the rows. */
  $queryRaw<Rows = unknown>(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<Rows>;
  /** Gives how many rows were written. */
  $executeRaw(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]): Promise<number>;
}

/**
 * Statements straight to PostgreSQL, without Prisma's own work on them, which costs several times what they do. Rows come as `pg` reads them; errors
 * are those of `pg`, without the rows that they speak of.
 */
export interface Straight {
  /** One statement. */
  direct<Row extends object>(statement: Prisma.Sql): Promise<{ readonly rows: Row[]; readonly count: number }>;
  /** One transaction: written when work ends and nothing when it throws, or when it takes longer than that many milliseconds. */
  within<R>(limitMs: number, work: (statements: Statements) => Promise<R>): Promise<R>;
}

/** Over the same connections, and under the same names, as whoever else uses them. */
export function straightTo(pool: Pool, nameOf: ReturnType<typeof statementNames>): Straight {
  const run = async (to: Pick<Pool, 'query'>, { text, values }: Prisma.Sql) => {
    try {
      const { rows, rowCount } = await to.query({ name: nameOf({ sql: text }), text, values });
      return { rows: rows as object[], count: rowCount ?? 0 };
    } catch (error) {
      throw withoutRow(error);
    }
  };
  return {
    direct: async <Row extends object>(statement: Prisma.Sql) => {
      const { rows, count } = await run(pool, statement);
      return { rows: rows as Row[], count };
    },
    within: (limitMs, work) =>
      transaction(pool, async (client) => {
        const until = performance.now() + limitMs;
        let isOver = false;
        const demandTime = () => {
          if (isOver) throw new Error('a statement of a transaction that has ended');
          if (performance.now() > until) throw new Unavailable('database');
        };
        const ask = (query: TemplateStringsArray | Prisma.Sql, values: readonly unknown[]) => {
          demandTime();
          return run(client, 'sql' in query ? query : Prisma.sql(query, ...values));
        };
        try {
          const result = await work({
            $queryRaw: async <Rows>(query: TemplateStringsArray | Prisma.Sql, ...values: readonly unknown[]) =>
              (await ask(query, values)).rows as Rows,
            $executeRaw: async (query, ...values) => (await ask(query, values)).count,
          });
          demandTime();
          return result;
        } finally {
          isOver = true;
        }
      }),
  };
}

/** Of a row that must be there: everything is undone where it is not. */
export async function writeOne(written: Promise<number>): Promise<void> {
  const count = await written;
  if (count !== 1) throw new Error(`${count} rows were written in the place of one`);
}

async function transaction<R>(pool: Pool, work: (client: PoolClient) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  // Whatever breaks the connection fails the statement under way as well; unheard it would end the process.
  const heard = () => undefined;
  client.on('error', heard);
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    const { command } = await client.query('COMMIT');
    // So PostgreSQL answers where a statement had failed and nobody said so.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.off('error', heard);
    client.release(broken);
  }
}

/** PostgreSQL repeats in its errors the row that it would not take, and with it names: they are not to come into any log. */
function withoutRow(error: unknown): unknown {
  if (error instanceof DatabaseError) {
    error.detail = undefined;
    error.where = undefined;
  }
  return error;
}
