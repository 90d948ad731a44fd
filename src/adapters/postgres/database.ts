import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient, type Prisma } from './generated/client';
import { statementNames } from './statement-names';

/** The one way to the database; a transaction of it is a `Transaction`. */
export interface Database extends PrismaClient {
  /**
   * One statement over the same connections, straight to PostgreSQL and without Prisma's own work on it, which costs more than the statement: for
   * the few with which every request begins. Rows come as `pg` reads them. Errors are those of `pg`, without arguments.
   */
  direct<Row extends object>(statement: Prisma.Sql): Promise<{ readonly rows: Row[]; readonly count: number }>;
}

/** What runs inside `database.$transaction`. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** Owned by the initial migration: may read and write, but cannot change or delete a row of the event log. */
export const ROLE = 'guicheng_app';

/** How many connections, and how long a query may take, in milliseconds. */
export interface DatabaseSettings {
  readonly maxConnections?: number;
  readonly queryTimeoutMs?: number;
}

/**
 * Opens a pool of connections, each as the role that cannot rewrite the event log. Connections are made when they are first
 * needed, and one that breaks is replaced by the next request, so this neither waits nor fails.
 */
export function openDatabase(
  url: string,
  { maxConnections = 10, queryTimeoutMs = 4_000 }: DatabaseSettings = {},
): Database {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 2_000,
    // The server gives up first, so that a slow statement does not run on after its caller has gone.
    statement_timeout: queryTimeoutMs,
    query_timeout: queryTimeoutMs + 500,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
    options: `-c role=${ROLE}`,
    application_name: 'guicheng',
  });
  const nameOf = statementNames();
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: nameOf,
    disposeExternalPool: true,
    // A connection that breaks while nobody uses it is replaced by the next request.
    onPoolError: () => undefined,
  });
  // Any other format repeats a query's arguments in its errors, and with them names into the log.
  const client = new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 2_000, timeout: 5_000 },
  });
  return Object.assign(client, {
    async direct<Row extends object>({ text, values }: Prisma.Sql) {
      const { rows, rowCount } = await pool.query<Row>({ name: nameOf({ sql: text }), text, values });
      return { rows, count: rowCount ?? 0 };
    },
  });
}
