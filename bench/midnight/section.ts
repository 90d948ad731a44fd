import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { BARE_TASK_QUEUE, startBareWorker } from '../bare/arm';
import { atLeast, progress, type Flags, type Report } from '../measure/report';
import { atOnce, median, rounded } from '../measure/statistics';
import { modelCouncil, startWaiting, waitingCopies, type Model } from '../stack/copies';
import { withServers } from '../stack/servers';
import { TASK_QUEUE, withService, type BenchService } from '../stack/service';
import { Tally } from './tally';

const ABOUT = [
  'Councils whose deadline comes at one moment: each wakes, takes its deadline up in a transaction and tells those concerned. Beside them',
  'bare workflows whose timer ends at one moment, each of which then runs one empty local activity. Counted from the moment until the',
  'last one is done.',
].join(' ');

interface Plan {
  readonly rounds: number;
  readonly deadlines: number;
  /** Seconds within which all workflows are started before the moment comes. */
  readonly leadSeconds: number;
}

export async function run(flags: Flags): Promise<Report> {
  const plan = {
    rounds: flags.number('midnights', 3),
    deadlines: flags.number('deadlines', 1_000),
    leadSeconds: flags.number('lead', 60),
  };
  const told = new Tally();
  return withServers((servers) =>
    withService(
      servers,
      async (service) => {
        const ran = new Tally();
        const bareWorker = await startBareWorker(
          service.native,
          ran.counting(async () => undefined),
        );
        try {
          return await measure(service, plan, { told, ran });
        } finally {
          await bareWorker.stop();
        }
      },
      (activities) => ({ ...activities, elapseTimer: told.counting(activities.elapseTimer) }),
    ),
  );
}

async function measure(service: BenchService, plan: Plan, { told, ran }: { told: Tally; ran: Tally }): Promise<Report> {
  const model = await modelCouncil(service);
  const arms = {
    bare: { tally: ran, start: startBare },
    council: { tally: told, start: startCouncils },
  };
  const perSecond: Record<keyof typeof arms, number[]> = { bare: [], council: [] };
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const name of round % 2 === 0 ? (['bare', 'council'] as const) : (['council', 'bare'] as const)) {
      const { tally, start } = arms[name];
      const moment = Date.now() + plan.leadSeconds * 1_000;
      const all = tally.next(plan.deadlines);
      await start(service, { model, moment, count: plan.deadlines });
      if (Date.now() > moment - 1_000) throw new Error('the moment came before all had started: use a larger --lead');
      await pause(moment - Date.now());
      const seconds = ((await all) - moment) / 1_000;
      perSecond[name].push(plan.deadlines / seconds);
      progress(`  round ${round + 1}: ${name} ${rounded(plan.deadlines / seconds)}/s`);
    }
  }
  const ratios = perSecond.council.map((value, round) => value / perSecond.bare[round]!);
  return {
    about: ABOUT,
    figures: {
      plan,
      perSecond: {
        council: rounded(median(perSecond.council)),
        bare: rounded(median(perSecond.bare)),
      },
    },
    targets: [atLeast('deadlines per second / bare timers per second', 0.5, median(ratios))],
  };
}

interface Start {
  readonly model: Model;
  readonly moment: number;
  readonly count: number;
}

const AT_ONCE = 50;

async function startCouncils(service: BenchService, { model, moment, count }: Start): Promise<void> {
  const [first] = model.report.timers.toSorted((one, other) => one.at - other.at);
  // The business clock is set ahead so that what they wait for first comes at the moment.
  const clockOffset = first!.at - moment;
  service.clock.aheadMs = clockOffset;
  const waiting = await waitingCopies(service, model, { count, timers: model.report.timers, clockOffset });
  await atOnce(AT_ONCE, waiting, (one) => startWaiting(service.temporal, TASK_QUEUE, one));
}

async function startBare({ temporal }: BenchService, { moment, count }: Start): Promise<void> {
  await atOnce(AT_ONCE, Array.from({ length: count }), () =>
    temporal.workflow.start('bareTimer', {
      workflowId: `bare/${randomUUID()}`,
      taskQueue: BARE_TASK_QUEUE,
      args: [moment],
    }),
  );
}
