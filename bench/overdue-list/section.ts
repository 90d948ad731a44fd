import { withAsker } from '../asker/asker';
import { atMost, progress, type Flags, type Report } from '../measure/report';
import { timesOf, type Times } from '../measure/statistics';
import { modelCouncil } from '../stack/copies';
import { withServers } from '../stack/servers';
import { withService, type BenchService } from '../stack/service';
import { writeProcedures } from './rows';

const ABOUT = [
  'GET /api/procedures with and without overdue=true over HTTP, one request at a time, as the district\'s discipline officer ("tree",',
  'who reads everything) and as staff of one community of 120 ("community"). One procedure in a hundred is overdue.',
].join(' ');

const READERS = { tree: 'district.discipline', community: 'chunhe.staff' };
const LISTS = { overdue: '/api/procedures?overdue=true', all: '/api/procedures' };

export async function run(flags: Flags): Promise<Report> {
  const plan = { procedures: flags.number('procedures', 100_000), requests: flags.number('requests', 500), warmUp: 50 };
  return withServers((servers) => withService(servers, (service) => measure(service, plan)));
}

async function measure(
  service: BenchService,
  plan: { procedures: number; requests: number; warmUp: number },
): Promise<Report> {
  progress(`writing ${plan.procedures} procedures`);
  await writeProcedures(service.servers.databaseUrl, await modelCouncil(service), plan.procedures);
  const times: Record<string, Times> = {};
  await withAsker(async (ask) => {
    for (const [reader, username] of Object.entries(READERS)) {
      const { cookie } = await service.signIn(username);
      for (const [list, path] of Object.entries(LISTS)) {
        const asked = (count: number) => {
          const questions = Array.from({ length: count }, () => ({ method: 'GET' as const, path, cookie }));
          return ask({ url: service.url, width: 1, questions });
        };
        await asked(plan.warmUp);
        times[`${list} ${reader}`] = timesOf((await asked(plan.requests)).eachMs);
        progress(`  ${list}, ${reader}: p99 ${times[`${list} ${reader}`]!.p99Ms} ms`);
      }
    }
  });
  const target = (name: string) => atMost(`${name}: p99 in milliseconds`, 30, times[name]!.p99Ms);
  return { about: ABOUT, figures: { plan, ...times }, targets: [target('overdue tree'), target('overdue community')] };
}
