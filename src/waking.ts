import type { Logger } from 'pino';
import { lateProcedures } from './adapters/postgres/late-procedures';
import type { Database } from './adapters/postgres/database';
import { workflowIdOf } from './contract/messages/course';
import type { Clock } from './ports/clock';
import type { Looking } from './ports/courses';
import { everyFewMinutes } from './every-few-minutes';

/** A workflow that is only busy is left alone for so long, in milliseconds. */
const PATIENCE_MS = 2 * 60_000;

export interface Waking {
  readonly database: Database;
  readonly clock: Pick<Clock, 'now'>;
  readonly look: (workflowIds: readonly string[]) => Promise<Looking>;
  readonly log: Logger;
}

/**
 * Wakes the workflows that slept past their moment, once: a command that was written and whose Update the server then lost, with the process
 * that carried it out, is made up for in this way even when nobody repeats it. Gives whom it told.
 */
export async function wakeLate({ database, clock, look, log }: Waking): Promise<readonly string[]> {
  const late = await lateProcedures(database, (await clock.now()) - PATIENCE_MS);
  if (late.length === 0) return [];
  const { told, ended } = await look(late.map(({ kind, id }) => workflowIdOf(kind, id)));
  log.info({ told: told.length }, 'workflows that slept past their moment were woken');
  for (const workflowId of ended) log.error({ workflowId }, 'an open procedure has no workflow: npm run reconcile');
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
