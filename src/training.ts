import { markAsTraining, markOf } from './adapters/postgres/training-mark';
import type { Config } from './config';
import { StartError } from './embedded/start-error';

/**
 * Marks the database of MIGRATION_DATABASE_URL as training where that is wanted: TRAINING, and otherwise wherever the example is written. To
 * be done before anything else is written into it. A database that is not new, or was marked before, stays what it is.
 * @returns whether it is for training.
 * @throws StartError when TRAINING says what the database is not.
 */
export async function markTraining(
  config: Pick<Config, 'MIGRATION_DATABASE_URL' | 'TRAINING' | 'SEED_EXAMPLE'>,
): Promise<boolean> {
  const { MIGRATION_DATABASE_URL, TRAINING, SEED_EXAMPLE } = config;
  const mark = await markOf(MIGRATION_DATABASE_URL!);
  if (mark === 'marked' && TRAINING === false) throw new StartError(MARKED);
  if (mark === 'in-earnest' && TRAINING === true) throw new StartError(IN_EARNEST);
  if (mark !== 'new') return mark === 'marked';
  const isWanted = TRAINING ?? SEED_EXAMPLE;
  if (isWanted) await markAsTraining(MIGRATION_DATABASE_URL!);
  return isWanted;
}

const MARKED = {
  zh: 'TRAINING=false：此数据库已标记为培训数据，不能撤销。用于真实业务请换一个新的数据库（或另设 GUICHENG_DATA_DIR）。',
  en: 'TRAINING=false: this database is marked as training, for ever. For real work use a new one (or another GUICHENG_DATA_DIR).',
};

const IN_EARNEST = {
  zh: 'TRAINING=true：只有新的数据库才能标记为培训数据，此数据库已经使用。请换一个新的数据库（或另设 GUICHENG_DATA_DIR）。',
  en: 'TRAINING=true: only a new database can be marked as training, and this one has been used. Use a new one (or another GUICHENG_DATA_DIR).',
};
