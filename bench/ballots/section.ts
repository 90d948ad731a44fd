import { BEGIN_STEP } from '../../src/commands/engine';
import { deriveId } from '../../src/contract/ids';
import { councilBody } from '../../test/support/council';
import { withAsker, type Ask, type Asked, type Question } from '../asker/asker';
import { announcedWith, setClock } from '../council/course';
import { engineHands } from '../council/hands';
import { processorTime, usedBetween, type ProcessorTime } from '../measure/processor';
import { atLeast, progress, type Flags, type Report } from '../measure/report';
import { atOnce, median, rounded, timesOf } from '../measure/statistics';
import { withServers } from '../stack/servers';
import { withService, type BenchService } from '../stack/service';
import { runSql } from '../stack/sql';
import { BARE_TABLE, startBareRoute } from './bare-route';
import { memberCookie, memberId, members } from './people';

const ABOUT = [
  'Open ballots over HTTP, each cast by a signed-in member with an Idempotency-Key, beside an Express route that puts one row into a',
  'table of the same shape through pg. Service and route run in one process, whoever asks in another, on connections that stay open.',
].join(' ');

/** Ballots by the API and by a bare route, in turn. */
export async function run(flags: Flags): Promise<Report> {
  const plan = {
    rounds: flags.number('rounds', 6),
    councils: flags.number('boxes', 10),
    voters: flags.number('voters', 100),
    width: flags.number('width', 16),
  };
  return withServers((servers) =>
    withService(servers, async (service) => {
      await runSql(servers.databaseUrl, BARE_TABLE, ...members(plan.voters));
      const bare = await startBareRoute(servers.databaseUrl);
      try {
        const voteIds = await openBoxes(service, plan);
        return await withAsker((ask) => measure({ service, bareUrl: bare.url, ask, boxes: voteIds, plan }));
      } finally {
        await bare.close();
      }
    }),
  );
}

interface Box {
  readonly procedureId: string;
  readonly voteId: string;
}

interface Measuring {
  readonly service: BenchService;
  readonly bareUrl: string;
  readonly ask: Ask;
  readonly boxes: readonly Box[];
  readonly plan: { readonly rounds: number; readonly voters: number; readonly width: number };
}

/** Sittings with everybody present and a vote open; prepared without HTTP and Temporal. */
async function openBoxes(service: BenchService, { councils, voters }: { councils: number; voters: number }) {
  progress(`opening ${councils} votes of ${voters} voters each`);
  const hands = engineHands(service);
  const everybody = Array.from({ length: voters }, (_, index) => memberId(index + 1));
  const body = councilBody({ due: everybody.map((personId) => ({ personId, capacity: '居民代表' })) });
  setClock(service.clock, 'opening');
  const ids = await atOnce(4, Array.from({ length: councils }), () => announcedWith(hands, service.clock, body));
  setClock(service.clock, 'finishing');
  return atOnce(4, ids, async (procedureId): Promise<Box> => {
    for (const personId of everybody) await hands.act('chunhe.recorder', procedureId, 'check-in', { personId });
    await hands.act('chunhe.chair', procedureId, 'open-sitting', {});
    const itemId = deriveId(`council/${procedureId}`, BEGIN_STEP, 'item-1');
    const put = { itemId, question: 'adopt', method: 'open-ballot' };
    const { voteId } = await hands.act('chunhe.chair', procedureId, 'put-to-vote', put);
    return { procedureId, voteId };
  });
}

async function measure({ service, bareUrl, ask, boxes, plan }: Measuring): Promise<Report> {
  const numbers = Array.from({ length: plan.voters }, (_, index) => index + 1);
  const each = (question: (box: Box, number: number) => Question) =>
    numbers.flatMap((number) => boxes.map((box) => question(box, number)));
  const arms = {
    bare: { url: bareUrl, questions: each(bareBallot) },
    api: { url: service.url, questions: each(ballot) },
  };
  const asked: Record<keyof typeof arms, Asked[]> = { bare: [], api: [] };
  const used: Record<keyof typeof arms, ProcessorTime[]> = { bare: [], api: [] };
  const ratios: number[] = [];
  for (let round = 0; round <= plan.rounds; round += 1) {
    await runSql(service.servers.databaseUrl, ['TRUNCATE ballot, bare_ballot']);
    for (const name of round % 2 === 0 ? (['bare', 'api'] as const) : (['api', 'bare'] as const)) {
      const before = processorTime(service.servers.pids);
      const batch = await ask({ ...arms[name], width: plan.width });
      const after = processorTime(service.servers.pids);
      if (round > 0) asked[name].push(batch);
      if (round > 0 && before && after) used[name].push(usedBetween(before, after));
      progress(`  round ${round || 'of warming up'}: ${name} ${rounded(perSecond(batch))}/s`);
    }
    if (round > 0) ratios.push(perSecond(asked.api.at(-1)!) / perSecond(asked.bare.at(-1)!));
  }
  const figures = (name: keyof typeof arms) => {
    const { count, ...times } = timesOf(asked[name].flatMap(({ eachMs }) => eachMs));
    const each = (part: 'node' | 'postgres') =>
      rounded((used[name].reduce((sum, one) => sum + one[part], 0) / count) * 1_000);
    const processorMicroseconds = used[name].length > 0 && { node: each('node'), postgres: each('postgres') };
    return { requests: count, perSecond: rounded(median(asked[name].map(perSecond))), ...times, processorMicroseconds };
  };
  return {
    about: ABOUT,
    figures: { plan, api: figures('api'), bare: figures('bare') },
    targets: [atLeast('ballots per second / rows per second by the bare route', 0.4, median(ratios))],
  };
}

const perSecond = ({ eachMs, totalMs }: Asked) => (eachMs.length / totalMs) * 1_000;

function ballot({ procedureId, voteId }: Box, number: number): Question {
  return {
    method: 'POST',
    path: `/api/procedures/${procedureId}/actions/cast-ballot`,
    cookie: memberCookie(number),
    body: { voteId, choice: 'in-favour' },
  };
}

function bareBallot({ voteId }: Box, number: number): Question {
  return { method: 'POST', path: '/ballots', body: { voteId, personId: memberId(number), choice: 'in-favour' } };
}
