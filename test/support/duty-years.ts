import { pino } from 'pino';
import { businessClock } from '../../src/adapters/postgres/clock';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { wakeWith } from '../../src/adapters/temporal/courses';
import { createCommands } from '../../src/commands/engine';
import { openDutyYears } from '../../src/duty-years';
import type { Service } from './service';

/** Opens the duties of the year as a worker does in its rounds. Gives how many were opened. */
export function openYears({ database, temporal, taskQueue }: Service): Promise<number> {
  const clock = businessClock(database);
  const wake = wakeWith(temporal, { taskQueue, workflowTaskTimeoutSeconds: 10 });
  const commands = createCommands(createLedger(database), clock);
  return openDutyYears({ database, clock, commands, wake, log: pino({ level: 'silent' }) });
}
