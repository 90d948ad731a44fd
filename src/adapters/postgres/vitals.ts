import type { Vitals } from '../../ports/vitals';
import type { Database } from './database';

/** The numbers that PostgreSQL knows. */
export function postgresVitals(
  database: Database,
): Pick<Vitals, 'openProcedures' | 'overdueDeadlines' | 'unsignedHeads'> {
  return {
    openProcedures: () => database.procedure.count({ where: { status: 'open' } }),
    overdueDeadlines: (now) =>
      database.deadline.count({ where: { state: { in: ['open', 'overdue'] }, dueAt: { lte: new Date(now) } } }),
    async unsignedHeads(endedBefore) {
      const [row] = await database.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM procedure
         WHERE status <> 'open' AND "closedAt" <= ${new Date(endedBefore)}
           AND NOT EXISTS (SELECT FROM signed_head WHERE "procedureId" = procedure.id AND seq = procedure.version)`;
      return row?.count ?? 0;
    },
  };
}
