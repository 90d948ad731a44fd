import { type Connection, ServiceError } from '@temporalio/client';
import type { Logger } from 'pino';
import { SEARCH_ATTRIBUTES } from './courses';

/** Temporal's number for the type KEYWORD. */
const KEYWORD = 2;
const ALREADY_EXISTS = 6;

/**
 * Registers the search attributes that procedures carry: an unregistered one would block them. A server that lets nobody do so by
 * this way (Temporal Cloud) has them registered by its administrator.
 */
export async function registerSearchAttributes(connection: Connection, namespace: string, log: Logger): Promise<void> {
  const searchAttributes = Object.fromEntries(Object.values(SEARCH_ATTRIBUTES).map(({ name }) => [name, KEYWORD]));
  try {
    await connection.withDeadline(Date.now() + 5_000, () =>
      connection.operatorService.addSearchAttributes({ namespace, searchAttributes }),
    );
  } catch (error) {
    const code = (error instanceof ServiceError ? error.cause : error) as { code?: number } | undefined;
    if (code?.code !== ALREADY_EXISTS) log.warn({ err: error }, 'search attributes could not be registered');
  }
}
