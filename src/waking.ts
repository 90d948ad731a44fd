import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { lateProcedures } from './adapters/postgres/late-procedures';
import type { Database } from './adapters/postgres/database';
import { workflowIdOf } from './contract/messages/course';
import type { Clock } from './ports/clock';
import type { Courses } from './ports/courses';

const EVERY_MS = 5 * 60_000;

/** A workflow that is only busy is left alone for so long, in milliseconds. */
const PATIENCE_MS = 2 * 60_000;

export interface Waking {
  readonly database: Database;
  readonly clock: Pick<Clock, 'now'>;
  readonly courses: Pick<Courses, 'look'>;
  readonly log: Logger;
}

/**
 * Wakes the workflows that slept past their moment, once: a command that was written and whose Update the server then lost, with the process
 * that carried it out, is made up for in this way even when nobody repeats it.
 */
export async function wakeLate({ database, clock, courses, log }: Waking): Promise<void> {
  const late = await lateProcedures(database, (await clock.now()) - PATIENCE_MS);
  if (late.length === 0) return;
  const { told, ended } = await courses.look(late.map(({ kind, id }) => workflowIdOf(kind, id)));
  log.info({ told: told.length }, 'workflows that slept past their moment were woken');
  for (const workflowId of ended) log.error({ workflowId }, 'an open procedure has no workflow: npm run reconcile');
}

/** The same every few minutes while the worker runs. Workers may do so side by side: to be woken twice changes nothing. */
export function startWaking(waking: Waking, everyMs = EVERY_MS): { close(): Promise<void> } {
  const ended = new AbortController();
  const running = (async () => {
    while (!ended.signal.aborted) {
      await wakeLate(waking).catch((error: unknown) =>
        waking.log.warn({ err: error }, 'workflows could not be woken; the next round tries again'),
      );
      await pause(everyMs, undefined, { signal: ended.signal, ref: false }).catch(() => undefined);
    }
  })();
  return {
    close() {
      ended.abort();
      return running;
    },
  };
}
