import { workflowIdOf } from '../../src/contract/messages/course';
import { stateQuery } from '../../src/contract/messages/definitions';
import { bareArm, startBareWorker } from '../bare/arm';
import { setClock, type Hands } from '../council/course';
import { handlerHands, httpHands } from '../council/hands';
import { atLeast, progress, type Flags, type Report } from '../measure/report';
import { alternate, type Arm, type Lap } from '../measure/rounds';
import { median, rounded } from '../measure/statistics';
import { withServers } from '../stack/servers';
import { withService, type BenchService } from '../stack/service';
import { CASTING, COMMANDS, ITEMS, met, Pool, told } from './course';

const ABOUT = [
  'A meeting of the Party Working Committee of nine members and eight items, from its beginning until its minutes are signed and its decisions are',
  'told, beside a bare workflow with as many Updates as it takes commands. "meeting" runs through the API\'s route handlers, "http" over HTTP with',
  'sign-in and Idempotency-Keys; each is finished when its workflow has heard of it all.',
].join(' ');

/** Meetings and bare workflows in turn on the same servers. */
export async function run(flags: Flags): Promise<Report> {
  const plan = {
    rounds: flags.number('rounds', 4),
    perRound: flags.number('meetings', 16),
    width: flags.number('width', 8),
  };
  return withServers((servers) =>
    withService(servers, async (service) => {
      const bareWorker = await startBareWorker(service.native);
      try {
        return await measure(service, plan);
      } finally {
        await bareWorker.stop();
      }
    }),
  );
}

type ArmName = 'bare' | 'meeting' | 'http';

async function measure(
  service: BenchService,
  plan: { rounds: number; perRound: number; width: number },
): Promise<Report> {
  const enter = (phase: 'opening' | 'finishing') => setClock(service.clock, phase);
  enter('opening');
  const pool = new Pool(service);
  await pool.fill(2 * (plan.rounds + 1) * plan.perRound * ITEMS);
  const arms = [
    bareArm(service.temporal, COMMANDS) as Arm & { name: 'bare' },
    armOf('meeting', await handlerHands(service, CASTING), { service, pool }),
    armOf('http', await httpHands(service, CASTING), { service, pool }),
  ] as const;
  progress(`meetings and bare workflows in turn, ${plan.width} at once`);
  const laps = await alternate<ArmName>(arms, { ...plan, pids: service.servers.pids, enter });
  const ratio = ratioOf(laps.meeting, laps.bare);
  return {
    about: ABOUT,
    figures: {
      plan: { ...plan, commandsEach: COMMANDS.opening + COMMANDS.finishing },
      perSecond: Object.fromEntries(
        arms.map(({ name }) => [name, rounded(median(laps[name].map((lap) => lap.perSecond)))]),
      ),
      ratioToBare: { meeting: rounded(ratio), http: rounded(ratioOf(laps.http, laps.bare)) },
    },
    targets: [atLeast('meetings per second / bare workflows per second', 0.6, ratio)],
  };
}

function armOf<Name extends string>(
  name: Name,
  hands: Hands,
  { service, pool }: { service: BenchService; pool: Pool },
): Arm & { name: Name } {
  const itemsOf = new Map<string, readonly string[]>();
  return {
    name,
    async open() {
      const { id, itemIds } = await told(hands, service.clock, pool);
      itemsOf.set(id, itemIds);
      return id;
    },
    async finish(id) {
      await met(hands, service.clock, { id, itemIds: itemsOf.get(id) ?? [] });
      const { stage } = await service.temporal.workflow.getHandle(workflowIdOf('pwc-meeting', id)).query(stateQuery);
      if (stage !== 'carrying-out') throw new Error(`the workflow stands at ${stage}`);
    },
  };
}

/** The median of the rounds' own ratios: what slows the machine down for a while slows both. */
const ratioOf = (laps: readonly Lap[], others: readonly Lap[]) =>
  median(laps.map((lap, round) => lap.perSecond / others[round]!.perSecond));
