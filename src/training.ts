import { markAsTraining } from './adapters/postgres/clock';
import { openDatabase } from './adapters/postgres/database';
import type { Config } from './config';
import { atTime } from './domain/calendar/civil-date';
import { StartError } from './embedded/start-error';

/** A Monday in the year whose holidays are known: the example does not depend on the day on which it is run. */
const FIRST_MOMENT = atTime('2026-03-02', '09:00');

/**
 * Whether the database is for training: one with the example in it on this machine, unless TRAINING says otherwise. It is marked before
 * anything happens in it, and for ever.
 */
export async function trainingStart(config: Config, { isEmbedded }: { isEmbedded: boolean }): Promise<boolean> {
  const { TRAINING, SEED_EXAMPLE, DATABASE_URL } = config;
  const isWanted = TRAINING ?? (isEmbedded && SEED_EXAMPLE === true);
  if (!isWanted || !DATABASE_URL) return false;
  const database = openDatabase(DATABASE_URL);
  try {
    const isMarked = await markAsTraining(database, FIRST_MOMENT);
    if (!isMarked && TRAINING) {
      throw new StartError({
        zh: 'TRAINING=true：此数据库已有真实程序，不能改为培训数据，请换一个数据库。',
        en: 'TRAINING=true: this database holds procedures in earnest and cannot become one for training. Use another one.',
      });
    }
    return isMarked;
  } finally {
    await database.$disconnect();
  }
}
