import { WorkflowNotFoundError } from '@temporalio/client';
import { pino } from 'pino';
import { businessClock } from '../../src/adapters/postgres/clock';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { wakeWith } from '../../src/adapters/temporal/courses';
import { createCommands } from '../../src/commands/engine';
import { workflowIdOf } from '../../src/contract/messages/course';
import { dutyYearId } from '../../src/contract/messages/duty-year';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import { openDutyYears } from '../../src/duty-years';
import type { Service } from './service';

/** Opens the duties of the year as a worker does in its rounds. Gives how many were opened. */
export async function openYears(service: Service): Promise<number> {
  await endThoseOfOthers(service);
  const { database, temporal, taskQueue } = service;
  const clock = businessClock(database);
  const wake = wakeWith(temporal, { taskQueue, workflowTaskTimeoutSeconds: 10 });
  const commands = createCommands(createLedger(database), clock);
  return openDutyYears({ database, clock, commands, wake, log: pino({ level: 'silent' }) });
}

/**
 * Test databases hold the same organisations, and so years of duties of the same ids, while all tests share one Temporal server: what an earlier
 * test left running there is not this one's, and nobody works for it any more.
 */
async function endThoseOfOthers({ database, temporal, taskQueue, now }: Service): Promise<void> {
  const year = Number(civilDateOf(await now()).slice(0, 4));
  const organisations = await database.organisation.findMany({ select: { id: true } });
  for (const { id } of organisations) {
    const handle = temporal.workflow.getHandle(workflowIdOf('duty-year', dutyYearId(id, year)));
    const found = await handle.describe().catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    });
    if (found?.status.name === 'RUNNING' && found.taskQueue !== taskQueue) await handle.terminate();
  }
}
