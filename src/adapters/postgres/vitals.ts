import type { Vitals } from '../../ports/vitals';
import type { Database } from './database';

/** The numbers that PostgreSQL knows. */
export function postgresVitals(database: Database): Pick<Vitals, 'openProcedures' | 'overdueDeadlines'> {
  return {
    openProcedures: () => database.procedure.count({ where: { status: 'open' } }),
    overdueDeadlines: (now) =>
      database.deadline.count({ where: { state: { in: ['open', 'overdue'] }, dueAt: { lte: new Date(now) } } }),
  };
}
