import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { PrismaClient } from './generated/client';
import { statementNames } from './statement-names';
import { straightTo, type Straight } from './statements';

/** The one way to the database. */
export interface Database extends PrismaClient {
  /** Past Prisma, over the same connections: for the few statements with which every request begins, and for the steps of procedures. */
  readonly straight: Straight;
}

/** What runs inside `database.$transaction`; inside `database.straight.within` run `Statements`. */
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
    // Prisma writes and reads moments as those of UTC, `pg` as what they are: whatever the server's own zone, they agree.
    options: `-c role=${ROLE} -c TimeZone=UTC`,
    application_name: 'guicheng',
  });
  // A connection that breaks while nobody uses it is replaced by the next request.
  pool.on('error', () => undefined);
  const nameOf = statementNames();
  const adapter = new PrismaPg(pool, {
    statementNameGenerator: nameOf,
    disposeExternalPool: false,
  });
  // Any other format repeats a query's arguments in its errors, and with them names into the log.
  const client = new PrismaClient({
    adapter,
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 2_000, timeout: 5_000 },
  });
  const disconnect = client.$disconnect.bind(client);
  return Object.assign(client, {
    straight: straightTo(pool, nameOf),
    // Prisma would leave the connections open when nobody has used them by way of it.
    async $disconnect() {
      try {
        await disconnect();
      } finally {
        if (!pool.ending) await pool.end();
      }
    },
  });
}
