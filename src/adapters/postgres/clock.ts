import type { TrainingClock } from '../../ports/clock';
import type { Database } from './database';
import { guardPort } from './guard-port';

/** The one row of the training clock. */
export const TRAINING_CLOCK = { id: 1 } as const;

/**
 * The business clock of a database: the machine's, or where the database is marked as training one that may be moved on. A database in
 * which something was entered is not marked any more: once it is known to be in earnest nobody asks again. Throws Unavailable when the
 * database does not answer.
 */
export function businessClock(database: Database): TrainingClock {
  let isReal: boolean | undefined;
  const offset = async (): Promise<number | null> => {
    if (isReal) return null;
    // Asked first: a mark that is made in between is then found.
    const isUsed = isReal === false || (await database.organisation.findFirst({ select: { id: true } })) !== null;
    const row = await database.trainingClock.findUnique({ where: TRAINING_CLOCK });
    if (row || isUsed) isReal = row === null;
    return row && Number(row.offsetMs);
  };
  return guardPort<TrainingClock>({
    offset,
    now: async () => Date.now() + ((await offset()) ?? 0),
    async advanceTo(moment) {
      const offsetMs = BigInt(moment - Date.now());
      // Two who move it at once: the further one stands.
      await database.trainingClock.updateMany({
        where: { ...TRAINING_CLOCK, offsetMs: { lt: offsetMs } },
        data: { offsetMs, movedAt: new Date() },
      });
    },
  });
}
