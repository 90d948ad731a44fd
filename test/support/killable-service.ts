import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { createActivities } from '../../src/activities/activities';
import { createOutboxActivities } from '../../src/activities/outbox';
import { mailSender } from '../../src/adapters/outbox/mail';
import { businessClock } from '../../src/adapters/postgres/clock';
import { postgresChanges } from '../../src/adapters/postgres/changes';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { postgresOutboxQueue } from '../../src/adapters/postgres/outbox-queue';
import { outboxWaker } from '../../src/adapters/temporal/outbox';
import { createCommands } from '../../src/commands/engine';
import { composeApi } from '../../src/compose';
import type { Channel } from '../../src/domain/outbox';
import type { LedgerObserver } from '../../src/ports/ledger';
import type { Senders } from '../../src/ports/outbox';
import { ENCRYPTED } from './payloads';

export type Moment = Parameters<LedgerObserver>[0];

/** What a process serves and works for, and at which moments of which steps it dies: at each of them once. */
export interface KillPlan {
  readonly databaseUrl: string;
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  /** Where the API listens; without it the process only works. */
  readonly port?: number;
  /** The file of the workflow bundle. */
  readonly bundle: string;
  readonly moments: readonly Moment[];
  /** How the names of the steps begin at which it dies; empty for every step. */
  readonly steps: string;
  /** The file in which it leaves a line for each of its deaths; the next process reads there what is done. */
  readonly deaths: string;
  /** The mail server by which notices leave. The worker dies each time that one was taken there, before it can write that down; once for each. */
  readonly mailServer?: string;
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

/** How its death over a mail is told. */
export function deathOverMail(id: string): string {
  return `mailed ${id}`;
}

/** Sends by that server and dies before anybody hears of it. */
function doomedMail({ mailServer, deaths }: KillPlan): Senders {
  if (!mailServer) return {};
  const died = new Set(readDeaths(deaths));
  const { send } = mailSender({ ...MAIL, url: mailServer });
  return {
    mail: {
      async send(notice, address) {
        const delivery = await send(notice, address);
        const death = deathOverMail(notice.id);
        if (delivery.outcome === 'sent' && !died.has(death)) {
          appendFileSync(deaths, `${death}\n`);
          process.kill(process.pid, 'SIGKILL');
        }
        return delivery;
      },
    },
  };
}

const MAIL = { from: 'guicheng@office.example.cn', publicUrl: 'https://guicheng.example.cn', plain: true };

/** A message that a dead worker had in hand is taken up by the next one after this, in milliseconds. */
const LEASE_MS = 1_500;

async function main(plan: KillPlan): Promise<void> {
  // A worker does not outlive the test that started it.
  process.once('disconnect', () => process.exit());
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: 'OFF', forward: {} } },
  });
  const database = openDatabase(plan.databaseUrl);
  const connection = await NativeConnection.connect({ address: plan.address });
  const temporal = new Client({ connection, namespace: plan.namespace, dataConverter: ENCRYPTED });
  const senders = doomedMail(plan);
  const outlets = { channels: Object.keys(senders) as Channel[], written: outboxWaker(temporal, plan.taskQueue) };
  const ledger = createLedger(database, executioner(plan), outlets);
  if (plan.port !== undefined) await serve(plan, plan.port, { database, temporal });
  const worker = await Worker.create({
    connection,
    namespace: plan.namespace,
    taskQueue: plan.taskQueue,
    workflowBundle: { codePath: plan.bundle },
    dataConverter: ENCRYPTED,
    activities: {
      ...createActivities(createCommands(ledger, businessClock(database))),
      ...createOutboxActivities({
        queue: postgresOutboxQueue(database),
        senders,
        isTraining: async () => false,
        leaseMs: LEASE_MS,
      }),
    },
    // What was meant for a dead worker goes to the next one soon.
    stickyQueueScheduleToStartTimeout: '1s',
    reuseV8Context: true,
  });
  await worker.run();
}

/** The API, each of whose steps the process may not survive. */
async function serve(
  plan: KillPlan,
  port: number,
  { database, temporal }: { database: Database; temporal: Client },
): Promise<void> {
  const never = new AbortController().signal;
  const app = composeApi({
    database,
    temporal,
    taskQueue: plan.taskQueue,
    workflowTaskTimeoutSeconds: 2,
    clock: businessClock(database),
    settings: { secureCookies: false, sessionHours: 12 },
    log: pino({ level: 'silent' }),
    probes: [],
    changes: postgresChanges(plan.databaseUrl, never),
    observe: executioner(plan),
  });
  await new Promise<void>((resolve) => void app.listen(port, '127.0.0.1', () => resolve()));
}

if (require.main === module) void main(JSON.parse(process.argv[2]!) as KillPlan);
