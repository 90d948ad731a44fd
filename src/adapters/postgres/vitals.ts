import type { OutboxVitals, Vitals } from '../../ports/vitals';
import { endOfDay } from '../../domain/calendar/civil-date';
import { currentCalendar } from './calendars';
import type { Database } from './database';

/** The numbers that PostgreSQL knows. */
export function postgresVitals(database: Database): Omit<Vitals, 'workers'> {
  return {
    openProcedures: () => database.procedure.count({ where: { status: 'open' } }),
    overdueDeadlines: (now) =>
      database.deadline.count({ where: { state: { in: ['open', 'overdue'] }, dueAt: { lte: new Date(now) } } }),
    unnoticedDeadlines: (passedBefore) =>
      database.deadline.count({ where: { state: 'open', dueAt: { lte: new Date(passedBefore) } } }),
    async calendarEnd() {
      const years = (await currentCalendar(database))?.calendar.years ?? [];
      return years.length > 0 ? endOfDay(`${Math.max(...years)}-12-31`) : 0;
    },
    async unsignedHeads(endedBefore) {
      const [row] = await database.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM procedure
         WHERE status <> 'open' AND "closedAt" <= ${new Date(endedBefore)}
           AND NOT EXISTS (SELECT FROM signed_head WHERE "procedureId" = procedure.id AND seq = procedure.version)`;
      return row?.count ?? 0;
    },
    outbox: () => readOutbox(database),
  };
}

async function readOutbox(database: Database): Promise<OutboxVitals> {
  const rows = await database.$queryRaw<{ state: string; count: number; seconds: number }[]>`
    SELECT state, count(*)::int AS count, extract(epoch FROM now() - min("createdAt"))::float8 AS seconds
    FROM outbox_message WHERE state IN ('waiting', 'sending', 'uncertain', 'failed') GROUP BY state`;
  const among = (...states: string[]) => rows.filter(({ state }) => states.includes(state));
  const count = (...states: string[]) => among(...states).reduce((sum, row) => sum + row.count, 0);
  return {
    waiting: count('waiting', 'sending'),
    uncertain: count('uncertain'),
    failed: count('failed'),
    oldestWaitingSeconds: Math.max(0, ...among('waiting', 'sending').map(({ seconds }) => seconds)),
  };
}
