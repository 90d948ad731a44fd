import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../../src/activities/activities';
import { businessClock } from '../../src/adapters/postgres/clock';
import { openDatabase } from '../../src/adapters/postgres/database';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { createCommands } from '../../src/commands/engine';
import type { LedgerObserver } from '../../src/ports/ledger';
import { ENCRYPTED } from './payloads';

export type Moment = Parameters<LedgerObserver>[0];

/** What a worker works for, and at which moments of which steps it dies: at each of them once. */
export interface KillPlan {
  readonly databaseUrl: string;
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  /** The file of the workflow bundle. */
  readonly bundle: string;
  readonly moments: readonly Moment[];
  /** How the names of the steps begin at which it dies; empty for every step. */
  readonly steps: string;
  /** The file in which it leaves a line for each of its deaths; the next worker reads there what is done. */
  readonly deaths: string;
}

/** A death as its line in the file tells it. */
export function deathOf(moment: Moment, step: { workflowId: string; step: string }): string {
  return `${moment} ${step.workflowId} ${step.step}`;
}

export function readDeaths(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

function executioner({ moments, steps, deaths }: KillPlan): LedgerObserver {
  const died = new Set(readDeaths(deaths));
  return (moment, step) => {
    const death = deathOf(moment, step);
    if (!moments.includes(moment) || !step.step.startsWith(steps) || died.has(death)) return;
    appendFileSync(deaths, `${death}\n`);
    process.kill(process.pid, 'SIGKILL');
  };
}

async function main(plan: KillPlan): Promise<void> {
  // A worker does not outlive the test that started it.
  process.once('disconnect', () => process.exit());
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
  });
  const database = openDatabase(plan.databaseUrl);
  const ledger = createLedger(database, executioner(plan));
  const worker = await Worker.create({
    connection: await NativeConnection.connect({ address: plan.address }),
    namespace: plan.namespace,
    taskQueue: plan.taskQueue,
    workflowBundle: { codePath: plan.bundle },
    dataConverter: ENCRYPTED,
    activities: createActivities(createCommands(ledger, businessClock(database))),
    // What was meant for a dead worker goes to the next one soon.
    stickyQueueScheduleToStartTimeout: '1s',
    reuseV8Context: true,
  });
  await worker.run();
}

if (require.main === module) void main(JSON.parse(process.argv[2]!) as KillPlan);
