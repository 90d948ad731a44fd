import type { Logger } from 'pino';
import { postgresHeads } from './adapters/postgres/heads';
import type { Database } from './adapters/postgres/database';
import { signHeads } from './commands/audit/sign-heads';
import type { LogKeys } from './commands/audit/log-keys';
import { everyFewMinutes } from './every-few-minutes';

/**
 * Signs the ends of logs while the worker runs, every few minutes. Workers may do so side by side: what one has signed stays as it is. A round
 * that fails is made up for by the next.
 */
export function startHeadSigning(
  { database, keys, log }: { database: Database; keys: LogKeys | undefined; log: Logger },
  everyMs?: number,
): { close(): Promise<void> } {
  const { signing } = keys ?? { signing: null };
  if (!signing) {
    log.warn('LOG_SIGNING_KEY holds no private key: the ends of logs are not signed');
    return { close: async () => undefined };
  }
  const heads = postgresHeads(database);
  const round = async () => {
    try {
      const { faults } = await signHeads(heads, signing, Date.now());
      for (const fault of faults) log.error(fault, 'a log is not whole and was not signed');
    } catch (error) {
      log.warn({ err: error }, 'the ends of logs could not be signed; the next round tries again');
    }
  };
  return everyFewMinutes(round, everyMs);
}
