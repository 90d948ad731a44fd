import type { Instant } from '../../domain/calendar/civil-date';
import type { Told } from '../../ports/ledger';
import type { Database } from './database';

/** How many at a time; the rest is still late when they have caught up. */
const AT_ONCE = 1_000;

/**
 * Open procedures that should have woken before a moment and did not, or for which a message has waited since before it: their workflows
 * have not heard of a step that was written.
 */
export async function lateProcedures(database: Database, before: Instant): Promise<readonly Told[]> {
  const moment = new Date(before);
  return database.$queryRaw<Told[]>`
    SELECT id, kind FROM procedure WHERE status = 'open' AND "wakesAt" <= ${moment}
     UNION
    SELECT procedure.id, procedure.kind FROM message JOIN procedure ON procedure.id = message."procedureId"
     WHERE message."receivedAt" IS NULL AND message."createdAt" <= ${moment} AND procedure.status = 'open'
     LIMIT ${AT_ONCE}`;
}
