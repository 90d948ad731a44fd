import type { SerializedError } from 'pino';

/**
 * What of an error is logged: what it is, what it says, where it happened. Not what else it carries: the database's repeats the row that it turned
 * away, with the texts and names in it.
 */
export function loggedError({ type, message, stack, code }: SerializedError): object {
  return { type, message, stack, ...(typeof code === 'string' && { code }) };
}
