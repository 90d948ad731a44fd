import { definitionOf } from '../../commands/registry';
import type { Instant } from '../../domain/calendar/civil-date';
import type { ProcedureState } from '../../domain/procedure/model';
import type { Timetable, TrainingClock } from '../../ports/clock';
import type { Database } from './database';

/** The one row of the training clock. */
const ID = 1;

/**
 * The business clock of a database: the machine's, or where the database is marked as training one that may be moved on. A database is
 * marked before anything uses it, so one that is found unmarked is asked once.
 */
export function businessClock(database: Database): TrainingClock {
  let isReal: Promise<boolean> | undefined;
  const read = async (): Promise<number | null> => {
    const row = await database.trainingClock.findUnique({ where: { id: ID } });
    return row && Number(row.offsetMs);
  };
  const offset = async (): Promise<number | null> => {
    isReal ??= read().then((found) => found === null);
    try {
      return (await isReal) ? null : await read();
    } catch (error) {
      // Not known yet: the next one asks again.
      isReal = undefined;
      throw error;
    }
  };
  return {
    offset,
    now: async () => Date.now() + ((await offset()) ?? 0),
    async advanceTo(moment) {
      const offsetMs = BigInt(moment - Date.now());
      // Two who move it at once: the further one stands.
      await database.trainingClock.updateMany({
        where: { id: ID, offsetMs: { lt: offsetMs } },
        data: { offsetMs, movedAt: new Date() },
      });
    },
  };
}

/**
 * Marks a database as training, for ever, and sets its clock to that moment. Only while it holds no procedure.
 * @returns whether it is marked now, by this call or by an earlier one.
 */
export async function markAsTraining(database: Database, moment: Instant): Promise<boolean> {
  return database.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('training_clock'))`;
    if (await tx.trainingClock.findUnique({ where: { id: ID } })) return true;
    if (await tx.procedure.findFirst({ select: { id: true } })) return false;
    await tx.trainingClock.create({ data: { id: ID, offsetMs: BigInt(moment - Date.now()) } });
    return true;
  });
}

/** What open procedures wait for, from their record. For training only: it looks at every open procedure. */
export function postgresTimetable(database: Database): Timetable {
  const open = () => database.procedure.findMany({ where: { status: 'open' }, select: { id: true, kind: true } });
  return {
    open,
    async next() {
      const rows = await database.procedure.findMany({
        where: { status: 'open' },
        select: { id: true, kind: true, state: true },
      });
      const timers = rows.flatMap(({ id, kind, state }) =>
        definitionOf(kind)
          .timers(state as unknown as ProcedureState)
          .map(({ at }) => ({ id, kind, at })),
      );
      const at = Math.min(...timers.map((timer) => timer.at));
      if (!Number.isFinite(at)) return null;
      const procedures = timers.filter((timer) => timer.at === at).map(({ id, kind }) => ({ id, kind }));
      return { at, procedures };
    },
  };
}
