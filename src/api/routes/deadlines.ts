import { deadlinesQuery, deadlinesSchema } from '../../contract/schemas/procedures';
import { explained } from '../../contract/views/council';
import { dutyWords } from '../../contract/words/duties';
import type { ExplanationStep } from '../../domain/calendar/explanation';
import type { EarlierDay } from '../../domain/procedure/deadline';
import type { Clock } from '../../ports/clock';
import type { DeadlineRow, ProcedureReads } from '../../ports/procedures';
import { PAGE_SIZE } from '../paging';
import { reachOf } from '../procedures/access';
import { route, type Route } from '../route';

/** What is owed, by when, and why by that day. */
export function deadlineRoutes({ clock, reads }: { clock: Clock; reads: ProcedureReads }): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/deadlines',
      tag: '期限 / Deadlines',
      summary: { zh: '期限：未到、将到、逾期、已办', en: 'Deadlines: open, due soon, overdue, met' },
      access: 'signed-in',
      query: deadlinesQuery,
      success: { status: 200, schema: deadlinesSchema },
      async handler({ query, ...asker }) {
        const page = { after: query.cursor, limit: PAGE_SIZE };
        const rows = await reads.deadlines(reachOf(asker), query.state ?? 'open', await clock.now(), page);
        const last = rows.length === PAGE_SIZE ? rows.at(-1) : undefined;
        return { body: { items: rows.map(shown), next: last ? `${last.procedureId}/${last.key}` : null } };
      },
    }),
  ];
}

function shown({ dueAt, metAt, explanation, earlier, ...row }: DeadlineRow) {
  const steps = explanation as ExplanationStep[];
  return {
    ...row,
    title: dutyWords(row.kind),
    dueAt: new Date(dueAt).toISOString(),
    metAt: metAt === null ? null : new Date(metAt).toISOString(),
    late: metAt !== null && metAt >= dueAt,
    earlier: (earlier as EarlierDay[]).map((day) => ({ ...day, movedAt: new Date(day.movedAt).toISOString() })),
    explanation: explained({ explanation: steps }).explanation as Record<string, unknown>[],
  };
}
