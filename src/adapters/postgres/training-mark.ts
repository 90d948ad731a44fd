import { TRAINING_BEGINS } from '../../domain/training';
import type { Instant } from '../../domain/calendar/civil-date';
import { withClient } from './with-client';

/** What a database is: marked as training, so new that it may be marked, or in earnest, which it then stays. */
export type Mark = 'marked' | 'new' | 'in-earnest';

/** How a migrated database stands to training. */
export function markOf(url: string): Promise<Mark> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ marked: boolean; used: boolean }>(
      'SELECT EXISTS (SELECT FROM training_clock) AS marked, EXISTS (SELECT FROM organisation) AS used',
    );
    const { marked, used } = rows[0]!;
    return marked ? 'marked' : used ? 'in-earnest' : 'new';
  });
}

/**
 * Marks a new database as training, for ever, and sets its clock to that moment; one that is marked stays as it is. The address is one whose
 * role owns the tables. The database itself refuses when something was entered in it.
 */
export function markAsTraining(url: string, begins: Instant = TRAINING_BEGINS): Promise<void> {
  return withClient(url, async (client) => {
    await client.query(
      `INSERT INTO training_clock (id, "offsetMs") SELECT 1, $1::bigint WHERE NOT EXISTS (SELECT FROM training_clock)
         ON CONFLICT DO NOTHING`,
      [begins - Date.now()],
    );
  });
}
