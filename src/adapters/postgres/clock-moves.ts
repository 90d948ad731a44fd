import { definitionOf } from '../../commands/registry';
import { workflowIdOf } from '../../contract/messages/course';
import type { Timer } from '../../domain/procedure/deadline';
import type { ProcedureState } from '../../domain/procedure/model';
import { isRefusal } from '../../domain/refusal';
import type { ClockMoves } from '../../ports/clock';
import { TRAINING_CLOCK } from './clock';
import type { Database } from './database';

/** The moves of the training clock in PostgreSQL. */
export function postgresClockMoves(database: Database): ClockMoves {
  const timers = rememberedTimers(database);
  return {
    ask: ({ id, askedById }, decide) =>
      database.$transaction(async (tx) => {
        // Whoever asks at the same time comes afterwards.
        await tx.$executeRaw`SELECT id FROM training_clock FOR UPDATE`;
        const asked = await tx.clockMove.findUnique({ where: { id } });
        if (asked) return asked.toAt.getTime();
        const { offsetMs } = await tx.trainingClock.findUniqueOrThrow({ where: TRAINING_CLOCK });
        const last = await tx.clockMove.aggregate({ _max: { toAt: true } });
        const from = Math.max(Date.now() + Number(offsetMs), last._max.toAt?.getTime() ?? 0);
        const to = decide(from);
        if (isRefusal(to)) return to;
        await tx.clockMove.create({ data: { id, askedById, fromAt: new Date(from), toAt: new Date(to) } });
        return to;
      }),
    async pending() {
      const rows = await database.clockMove.findMany({ where: { settledAt: null }, orderBy: { toAt: 'asc' } });
      return rows.map(({ id, toAt }) => ({ id, to: toAt.getTime() }));
    },
    settle: async (id) =>
      void (await database.clockMove.updateMany({ where: { id, settledAt: null }, data: { settledAt: new Date() } })),
    async openCourses() {
      const rows = await database.procedure.findMany({
        where: { status: 'open' },
        select: {
          id: true,
          kind: true,
          organisationId: true,
          version: true,
          clockHeard: { select: { offsetMs: true } },
          messages: { where: { receivedAt: null }, select: { id: true }, take: 1 },
        },
      });
      const timersOf = await timers(rows);
      return rows.map(({ id, kind, organisationId, clockHeard, messages }) => ({
        procedureId: id,
        workflowId: workflowIdOf(kind, id),
        kind,
        organisationId,
        timers: timersOf(id),
        isTold: messages.length > 0,
        heard: clockHeard && Number(clockHeard.offsetMs),
      }));
    },
  };
}

interface Row {
  readonly id: string;
  readonly version: number;
}

/** The timers of procedures; the state of one that has not moved is not read again. */
function rememberedTimers(database: Database): (rows: readonly Row[]) => Promise<(id: string) => readonly Timer[]> {
  let known = new Map<string, { readonly version: number; readonly timers: readonly Timer[] }>();
  return async (rows) => {
    const kept = rows.filter(({ id, version }) => known.get(id)?.version === version).map(({ id }) => id);
    const moved = rows.map(({ id }) => id).filter((id) => !kept.includes(id));
    const read = await database.procedure.findMany({
      where: { id: { in: moved } },
      select: { id: true, kind: true, version: true, state: true },
    });
    known = new Map([
      ...kept.map((id) => [id, known.get(id)!] as const),
      ...read.map(({ id, kind, version, state }) => {
        const timers = definitionOf(kind).timers(state as unknown as ProcedureState);
        return [id, { version, timers }] as const;
      }),
    ]);
    const now = known;
    return (id) => now.get(id)?.timers ?? [];
  };
}
