import type { Logger } from 'pino';
import type { Database } from './adapters/postgres/database';
import type { Commands } from './commands/engine';
import { dutyYearId } from './contract/messages/duty-year';
import { workflowIdOf, type CourseStart } from './contract/messages/course';
import { civilDateOf } from './domain/calendar/civil-date';
import { isRefusal } from './domain/refusal';
import { everyFewMinutes } from './every-few-minutes';
import type { Clock } from './ports/clock';
import type { Looking } from './ports/courses';

const KIND = 'duty-year';

export interface DutyYears {
  readonly database: Database;
  readonly clock: Pick<Clock, 'now'>;
  readonly commands: Pick<Commands, 'open'>;
  readonly wake: (courses: readonly CourseStart[]) => Promise<Looking>;
  readonly log: Logger;
}

/**
 * Opens the duties of this year for every subdistrict and community that has none yet, so that nobody has to think of it. Workers may do so side by
 * side: each organisation's year is one procedure, opened once. Gives how many were opened.
 */
export async function openDutyYears({ database, clock, commands, wake, log }: DutyYears): Promise<number> {
  const now = await clock.now();
  const year = Number(civilDateOf(now).slice(0, 4));
  const organisations = await database.organisation.findMany({
    where: { kind: { in: ['subdistrict', 'community'] } },
    select: { id: true },
  });
  const wanted = organisations.map(({ id: organisationId }): CourseStart => {
    const procedureId = dutyYearId(organisationId, year);
    return { procedureId, workflowId: workflowIdOf(KIND, procedureId), kind: KIND, organisationId };
  });
  const ids = wanted.map(({ procedureId }) => procedureId);
  const there = await database.procedure.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const existing = new Set(there.map(({ id }) => id));
  const missing = wanted.filter(({ procedureId }) => !existing.has(procedureId));
  for (const course of missing) {
    const answer = await commands.open({ ...course, input: { year }, now });
    if (isRefusal(answer))
      log.error({ code: answer.code, organisation: course.organisationId }, 'a year of duties could not be opened');
  }
  // Each gets its workflow by being told to look.
  if (missing.length > 0) await wake(missing);
  return missing.length;
}

/** The same every few minutes while the worker runs. */
export function startOpeningDutyYears(years: DutyYears): { close(): Promise<void> } {
  return everyFewMinutes(() =>
    openDutyYears(years).then(
      () => undefined,
      (error: unknown) =>
        years.log.warn({ err: error }, 'years of duties could not be opened; the next round tries again'),
    ),
  );
}
