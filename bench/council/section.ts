import { bareArm, startBareWorker } from '../bare/arm';
import { atLeast, atMost, progress, type Flags, type Report } from '../measure/report';
import { alternate, type Arm, type Lap } from '../measure/rounds';
import { median, rounded } from '../measure/statistics';
import { workflowIdOf } from '../../src/contract/messages/course';
import { stateQuery } from '../../src/contract/messages/definitions';
import { withServers } from '../stack/servers';
import { withService, type BenchService } from '../stack/service';
import { breakdown } from './breakdown';
import { announced, held, setClock, UPDATES, type Hands } from './course';
import { engineHands, handlerHands, httpHands } from './hands';
import { eventsOf, eventsOfWholeCourse } from './history';

const ABOUT = [
  'A council of two items, one channel and nine voters, from its start until its result is published and those concerned are told',
  '(its board days follow), beside a bare workflow with as many Updates. "council" runs through the API\'s route handlers, "http" over',
  'HTTP with sign-in and Idempotency-Keys, "engine" without Temporal. The notice period passes by moving the business clock.',
].join(' ');

/** Councils and bare workflows in turn on the same servers. */
export async function run(flags: Flags): Promise<Report> {
  const plan = {
    rounds: flags.number('rounds', 6),
    perRound: flags.number('councils', 24),
    width: flags.number('width', 8),
  };
  return withServers((servers) =>
    withService(servers, async (service) => {
      const bareWorker = await startBareWorker(service.native);
      try {
        return await measure(service, plan, flags);
      } finally {
        await bareWorker.stop();
      }
    }),
  );
}

type ArmName = 'bare' | 'council' | 'http' | 'engine';

async function measure(
  service: BenchService,
  plan: { rounds: number; perRound: number; width: number },
  flags: Flags,
): Promise<Report> {
  const enter = (phase: 'opening' | 'finishing') => setClock(service.clock, phase);
  const arms = [
    bareArm(service.temporal, UPDATES) as Arm & { name: 'bare' },
    heardArmOf('council', await handlerHands(service), service),
    heardArmOf('http', await httpHands(service), service),
    armOf('engine', engineHands(service), service),
  ] as const;
  progress(`councils and bare workflows in turn, ${plan.width} at once`);
  const laps = await alternate<ArmName>(arms, { ...plan, pids: service.servers.pids, enter });
  progress('one at a time');
  const steps = await breakdown(service, flags.number('single', 15));
  const [council, bare] = await Promise.all([
    eventsOf(service.temporal, `council/${laps.council.at(-1)!.ids[0]}`),
    eventsOf(service.temporal, laps.bare.at(-1)!.ids[0]!),
  ]);
  const wholeCourse = eventsOfWholeCourse();
  const ratio = ratioOf(laps.council, laps.bare);
  return {
    about: ABOUT,
    figures: {
      plan: { ...plan, updatesEach: UPDATES.opening + UPDATES.finishing },
      perSecond: Object.fromEntries(arms.map(({ name }) => [name, perSecond(laps[name])])),
      ratioToBare: {
        council: rounded(ratio),
        http: rounded(ratioOf(laps.http, laps.bare)),
        councilByProcessorTime: processorRatio(laps.council, laps.bare),
      },
      processorMsPerProcedure: Object.fromEntries(arms.map(({ name }) => [name, processorOf(laps[name])])),
      historyEvents: { council, bare, wholeCourse },
      oneAtATime: steps,
    },
    targets: [
      atLeast('councils per second / bare workflows per second', 0.6, ratio),
      atMost("events in a council's history until it is published and told", 150, council.total),
      atMost("events in a council's recorded history, reminders and board days included", 150, wholeCourse.total),
    ],
  };
}

function armOf<Name extends string>(name: Name, hands: Hands, { clock }: BenchService): Arm & { name: Name } {
  return { name, open: () => announced(hands, clock), finish: (id) => held(hands, clock, id) };
}

/** The same, finished only when the workflow has heard of it all: what is told it must not be left for the next arm to carry. */
function heardArmOf<Name extends string>(name: Name, hands: Hands, service: BenchService): Arm & { name: Name } {
  const arm = armOf(name, hands, service);
  return {
    ...arm,
    async finish(id) {
      await arm.finish(id);
      const { stage } = await service.temporal.workflow.getHandle(workflowIdOf('council', id)).query(stateQuery);
      if (stage !== 'on-board') throw new Error(`the workflow stands at ${stage}`);
    },
  };
}

const perSecond = (laps: readonly Lap[]) => {
  const all = laps.map((lap) => lap.perSecond);
  return { median: rounded(median(all)), least: rounded(Math.min(...all)), most: rounded(Math.max(...all)) };
};

/** The median of the rounds' own ratios: what slows the machine down for a while slows both. */
const ratioOf = (laps: readonly Lap[], others: readonly Lap[]) =>
  median(laps.map((lap, round) => lap.perSecond / others[round]!.perSecond));

/** How many bare workflows' processor time a council takes, turned over: other work on the machine does not change it. */
function processorRatio(laps: readonly Lap[], others: readonly Lap[]): number | null {
  const [one, other] = [processorOf(laps), processorOf(others)].map((used) => {
    return used && used.node + used.temporal + used.postgres;
  });
  return one && other ? rounded(other / one) : null;
}

function processorOf(laps: readonly Lap[]) {
  const known = laps.flatMap(({ processor }) => processor ?? []);
  if (known.length === 0) return null;
  const of = (part: 'node' | 'temporal' | 'postgres') => rounded(median(known.map((used) => used[part])));
  return { node: of('node'), temporal: of('temporal'), postgres: of('postgres') };
}
