import { workflowIdOf, type CourseStart } from '../../contract/messages/course';
import type { Instant } from '../../domain/calendar/civil-date';
import type { Database } from './database';

/** How many at a time, those that are late for the shortest time first: what cannot be woken does not keep others from it. */
const AT_ONCE = 1_000;

/**
 * Procedures whose workflows seem not to have heard of a step that was written: open ones that should have woken before a moment and did not, or
 * for which a message has waited since before it; and those that were closed between `closedAfter` and that moment, which once told end at once.
 */
export async function lateProcedures(
  database: Database,
  { before, closedAfter }: { before: Instant; closedAfter: Instant },
): Promise<readonly LateProcedure[]> {
  const moment = new Date(before);
  const rows = await database.$queryRaw<Row[]>`
    SELECT id, kind, "organisationId", status, "wakesAt" AS since FROM procedure
     WHERE status = 'open' AND "wakesAt" <= ${moment}
     UNION
    SELECT id, kind, "organisationId", status, "closedAt" FROM procedure
     WHERE "closedAt" > ${new Date(closedAfter)} AND "closedAt" <= ${moment}
     UNION
    SELECT procedure.id, procedure.kind, procedure."organisationId", procedure.status, message."createdAt"
      FROM message JOIN procedure ON procedure.id = message."procedureId"
     WHERE message."receivedAt" IS NULL AND message."createdAt" <= ${moment} AND procedure.status = 'open'
     ORDER BY since DESC LIMIT ${AT_ONCE}`;
  return rows.map(({ id, kind, organisationId, status }) => {
    const course = { procedureId: id, workflowId: workflowIdOf(kind, id), kind, organisationId };
    return { course, isOpen: status === 'open' };
  });
}

/** A procedure to be woken, and whether it still goes on by its record. */
export interface LateProcedure {
  readonly course: CourseStart;
  readonly isOpen: boolean;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly organisationId: string;
  readonly status: string;
}
