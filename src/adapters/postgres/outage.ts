import { isNativeError } from 'node:util/types';
import { Prisma } from './generated/client';
import { Unavailable } from '../../ports/unavailable';

/** Prisma's codes for a database that cannot be reached, a connection lost, a pool or a transaction that ran out of time. */
const OUTAGE_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P1018', 'P2024', 'P2028', 'P2037']);

/** What raw statements and PostgreSQL's own errors say of an outage, in their code or in words: SQLSTATE of one that took too long, of a server that is stopping, starting or full, sockets that failed. */
const OUTAGE_TEXT =
  /\b(57014|57P0[123]|08\d{3}|53300)\b|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|Connection terminated|not queryable|timeout exceeded when trying to connect|Query read timeout|Can't reach database server|Server has closed the connection|Operation has timed out|Too many database connections|the database system is/;

/** Runs work on the database; an outage comes out as `Unavailable`, everything else as it is. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOutage(error) ? new Unavailable('database', 2, { cause: error }) : error;
  }
}

/** Whether an error means that the database does not answer, rather than that it said no. */
export function isOutage(error: unknown): boolean {
  if (error instanceof Unavailable || error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError && OUTAGE_CODES.has(error.code)) return true;
  if (!isNativeError(error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return OUTAGE_TEXT.test(`${code} ${error.message}`) || isOutage(error.cause);
}
