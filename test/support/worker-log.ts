import { Runtime } from '@temporalio/worker';
import { createLog, temporalLogger } from '../../src/logging';

const ERROR = 50;
const lines: string[] = [];

function keep(line: string): void {
  lines.push(line);
  if ((JSON.parse(line) as { level: number }).level >= ERROR) process.stderr.write(line);
}

Runtime.install({
  logger: temporalLogger(createLog({ LOG_LEVEL: 'warn' }, { write: keep })),
  telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
});

/** What the workers of this process have logged so far. Whoever starts one imports this first; errors are shown as well. */
export function workerLog(): string {
  return lines.join('');
}
