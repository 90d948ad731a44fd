import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { atMost, progress, type Flags, type Report } from '../measure/report';
import { atOnce, timed, rounded } from '../measure/statistics';
import { modelCouncil, startWaiting, waitingCopies, type Waiting } from '../stack/copies';
import { withServers } from '../stack/servers';
import { WORKFLOWS, withService, type BenchService } from '../stack/service';
import { withWorkerProcess, type Memory } from './worker-process';

const ABOUT = [
  'Councils that wait for their sitting, each an open workflow with a timer thirty days ahead, on one worker in a process of its own.',
  'Their rows are copied in the database; each workflow begins by its real activity, which finds its beginning written already.',
].join(' ');

const TASK_QUEUE = 'waiting';
const DAY = 86_400_000;

export async function run(flags: Flags): Promise<Report> {
  const most = flags.number('waiting', 20_000);
  const width = flags.number('starts-at-once', 50);
  return withServers((servers) =>
    withService(servers, (service) => {
      const start = {
        address: servers.temporalAddress,
        databaseUrl: servers.databaseUrl,
        taskQueue: TASK_QUEUE,
        workflowsPath: WORKFLOWS,
      };
      return withWorkerProcess(start, (worker) => measure({ service, worker, most, width }));
    }),
  );
}

interface Measuring {
  readonly service: BenchService;
  readonly worker: { readonly mostCached: number; memory(): Promise<Memory> };
  readonly most: number;
  readonly width: number;
}

async function measure({ service, worker, most, width }: Measuring): Promise<Report> {
  const marks = [0.05, 0.25, 0.5, 1].map((part) => Math.round(part * most));
  progress(`copying ${most} councils`);
  const timers = [{ key: 'hold-sitting:1/due', at: Date.now() + 30 * DAY }];
  const copies = await waitingCopies(service, await modelCouncil(service), { count: most, timers });
  const memory: Record<string, Memory> = { 0: await worker.memory() };
  const { ms } = await timed(async () => {
    let started = 0;
    for (const mark of marks) {
      await startAll(service.temporal, copies.slice(started, mark), width);
      started = mark;
      await untilWaiting(service.temporal, mark);
      memory[mark] = await worker.memory();
      progress(`  ${mark} waiting: ${JSON.stringify(memory[mark])}`);
    }
  });
  const [, quarter, , all] = marks.map((mark) => memory[mark]!.rssMiB);
  return {
    about: ABOUT,
    figures: { memory, remembersAtMost: worker.mostCached, startedPerSecond: rounded((most / ms) * 1_000) },
    targets: [atMost(`memory at ${most} / memory at ${marks[1]}`, 1.3, all! / quarter!)],
  };
}

/** Starts workflows as fast as the server takes them. */
function startAll(client: Client, copies: readonly Waiting[], width: number): Promise<unknown> {
  return atOnce(width, copies, (one) => startWaiting(client, TASK_QUEUE, one));
}

/** Temporal's number for a queue of workflow tasks. */
const WORKFLOW_TASKS = 1;

/** Until so many workflows are open and no task waits for the worker. */
async function untilWaiting(client: Client, count: number): Promise<void> {
  for (;;) {
    const { stats } = await client.workflowService.describeTaskQueue({
      namespace: 'default',
      taskQueue: { name: TASK_QUEUE },
      taskQueueType: WORKFLOW_TASKS,
      reportStats: true,
    });
    const open = await client.workflow.count("ExecutionStatus = 'Running'");
    if (open.count >= count && Number(stats?.approximateBacklogCount ?? 0) === 0) break;
    await pause(500);
  }
  await pause(2_000);
}
