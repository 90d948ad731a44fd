import type { Logger } from 'pino';
import { lateProcedures } from './adapters/postgres/late-procedures';
import type { Database } from './adapters/postgres/database';
import type { CourseStart } from './contract/messages/course';
import type { Clock } from './ports/clock';
import type { Looking } from './ports/courses';
import { everyFewMinutes } from './every-few-minutes';

/** A workflow that is only busy is left alone for so long, in milliseconds. */
const PATIENCE_MS = 2 * 60_000;

/** For so long a procedure that was closed is told to look, in milliseconds: longer than from one round to the next but one. */
const REMEMBERED_MS = 15 * 60_000;

export interface Waking {
  readonly database: Database;
  readonly clock: Pick<Clock, 'now'>;
  readonly wake: (courses: readonly CourseStart[]) => Promise<Looking>;
  readonly log: Logger;
}

/**
 * Wakes the workflows that slept past their moment, and those of procedures that were just closed: where the process that carried a step out died before it could tell the workflow, that is
 * made up for in this way. One that never had a workflow gets it. Gives whom it told.
 */
export async function wakeLate({ database, clock, wake, log }: Waking): Promise<readonly string[]> {
  const now = await clock.now();
  const late = await lateProcedures(database, { before: now - PATIENCE_MS, closedAfter: now - REMEMBERED_MS });
  if (late.length === 0) return [];
  const { told, ended } = await wake(late.map(({ course }) => course));
  const open = new Set(late.flatMap(({ course, isOpen }) => (isOpen ? [course.workflowId] : [])));
  for (const workflowId of ended)
    if (open.has(workflowId))
      log.error({ workflowId }, 'the workflow of an open procedure has ended: npm run reconcile');
  if (told.length > 0) log.info({ told: told.length }, 'workflows that may not have heard of a step were woken');
  return told;
}

/** The same every few minutes while the worker runs. Workers may do so side by side: to be woken twice changes nothing. */
export function startWaking(waking: Waking, everyMs?: number): { close(): Promise<void> } {
  return everyFewMinutes(
    () =>
      wakeLate(waking).then(
        () => undefined,
        (error: unknown) => waking.log.warn({ err: error }, 'workflows could not be woken; the next round tries again'),
      ),
    everyMs,
  );
}
