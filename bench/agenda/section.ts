import { randomUUID } from 'node:crypto';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { withAsker } from '../asker/asker';
import { atMost, progress, type Flags, type Report } from '../measure/report';
import { timesOf, type Times } from '../measure/statistics';
import { withServers } from '../stack/servers';
import { withService, type BenchService } from '../stack/service';
import { runSql } from '../stack/sql';

const ABOUT = [
  'GET /api/agenda of the Party Working Committee over HTTP, one request at a time, as the Party affairs office: the first page, and the first page',
  'of what is open. Every item was proposed and has been prepared in part; one in five is open.',
].join(' ');

const LISTS = { all: '', open: '&status=open' };

export async function run(flags: Flags): Promise<Report> {
  const plan = { items: flags.number('items', 10_000), requests: flags.number('requests', 500), warmUp: 50 };
  return withServers((servers) => withService(servers, (service) => measure(service, plan)));
}

async function measure(
  service: BenchService,
  plan: { items: number; requests: number; warmUp: number },
): Promise<Report> {
  const office = await service.signIn('office.party-affairs');
  progress(`writing ${plan.items} items`);
  await writeItems(service, office, plan.items);
  const times: Record<string, Times> = {};
  await withAsker(async (ask) => {
    for (const [list, more] of Object.entries(LISTS)) {
      const path = `/api/agenda?organisationId=${EXAMPLE.organisations.office}&body=pwc${more}`;
      const asked = (count: number) => {
        const questions = Array.from({ length: count }, () => ({
          method: 'GET' as const,
          path,
          cookie: office.cookie,
        }));
        return ask({ url: service.url, width: 1, questions });
      };
      await asked(plan.warmUp);
      times[list] = timesOf((await asked(plan.requests)).eachMs);
      progress(`  ${list}: p99 ${times[list].p99Ms} ms`);
    }
  });
  const targets = Object.entries(times).map(([list, { p99Ms }]) =>
    atMost(`an agenda of ${plan.items}, ${list}: p99 in milliseconds`, 30, p99Ms),
  );
  return { about: ABOUT, figures: { plan, ...times }, targets };
}

/** One item as the API makes it, prepared in part, and copies of it under other ids and days. */
async function writeItems(
  service: BenchService,
  office: Awaited<ReturnType<BenchService['signIn']>>,
  count: number,
): Promise<void> {
  const organisationId = EXAMPLE.organisations.office;
  const proposal = {
    organisationId,
    title: '队长人选',
    description: '原任退休',
    category: 'personnel',
    traits: ['technical'],
  };
  const { body } = await office.post('/api/agenda', proposal);
  const on = body.putOn;
  const done = await office.post(`/api/agenda/${body.id}/preparations`, { what: 'inspection', on, text: '考察合格' });
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  const ids = Array.from({ length: count - 1 }, () => randomUUID());
  await runSql(service.servers.databaseUrl, [
    `INSERT INTO agenda_item
     SELECT copy.* FROM agenda_item AS model, unnest($2::uuid[]) WITH ORDINALITY AS new (id, number),
            jsonb_populate_record(model, jsonb_build_object('id', new.id, 'sourceKey', 'proposal/' || new.id,
              'status', CASE WHEN number % 5 = 0 THEN 'open' ELSE 'settled' END,
              'createdAt', model."createdAt" - number * interval '1 hour')) AS copy
      WHERE model.id = $1`,
    body.id,
    ids,
  ]);
}
