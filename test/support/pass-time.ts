import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/adapters/postgres/database';
import { definitionOf } from '../../src/commands/registry';
import type { ProcedureState } from '../../src/domain/procedure/model';
import type { ApiClient } from './api';
import { until, untilAnswered } from './patient';

/** Moves a training clock on as an administrator does: asking again with the same key until everything has happened. */
export async function moveClock(admin: ApiClient, to: number): Promise<void> {
  const key = randomUUID();
  const move = () => admin.post('/api/clock', { to: new Date(to).toISOString() }, { key });
  const { status, body } = await until(
    () => untilAnswered(move),
    (answer) => answer.status !== 202,
  );
  if (status !== 200) throw new Error(`the clock is not moved: ${status} ${body?.code}`);
}

/** The clock moves on while steps are under way: until the record holds no moment that has come. */
export async function untilNothingIsDue(database: Database, now: number): Promise<void> {
  for (;;) {
    const open = await database.procedure.findMany({ where: { status: 'open' } });
    const timers = open.flatMap(({ kind, state }) => definitionOf(kind).timers(state as unknown as ProcedureState));
    if (timers.every(({ at }) => at > now)) return;
    await pause(50);
  }
}
