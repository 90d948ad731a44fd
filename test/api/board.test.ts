import { randomUUID } from 'node:crypto';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { act, announce, signInCast, startCouncil } from '../support/council';
import { narrowBody } from '../support/narrow-council';
import { startService, type Service } from '../support/service';

let service: Service;
beforeAll(async () => {
  service = await startService({ ownWorker: false });
});
afterAll(() => service?.close());

const unknown = '/board/00000000-0000-4000-8000-000000000000';
const browser = { headers: { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

test('the bare address leads to the board', async () => {
  const answer = await fetch(`${service.url}/`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/board']);
});

test('a board is a page for a browser and JSON for a program', async () => {
  const address = `/board/${EXAMPLE.organisations.chunhe}`;
  const page = await service.anonymous.get(address, browser);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.body.toString()).toContain('<h1>春和社区公开栏</h1>');
  expect((await service.anonymous.get(address)).body.organisation.name).toBe('春和社区');
});

test('a board shows twenty results, the newest first, and leads on to the older ones', async () => {
  const organisationId = EXAMPLE.organisations.xinhe;
  const { id: startedById } = await service.database.account.findFirstOrThrow();
  const procedure = {
    id: randomUUID(),
    kind: 'council',
    organisationId,
    title: '旧事',
    stage: 'closed',
    status: 'closed',
  };
  const startedAt = new Date('2026-03-02T01:00:00Z');
  await service.database.procedure.create({
    data: { ...procedure, version: 1, headHash: '', state: {}, startedById, startedAt },
  });
  const content = { heldOn: '2026-03-02', place: '议事厅', statement: null, items: [] };
  await service.database.publication.createMany({
    data: Array.from({ length: 45 }, (_, index) => ({
      id: randomUUID(),
      procedureId: procedure.id,
      organisationId,
      kind: 'council-result',
      title: `第${index + 1}件`,
      content,
      late: false,
      publishedAt: new Date(startedAt.getTime() + index * 60_000),
    })),
  });
  const titles: string[] = [];
  for (let address: string | null = `/board/${organisationId}`; address !== null;) {
    const page: string = (await service.anonymous.get(address, browser)).body.toString();
    titles.push(...[...page.matchAll(/第\d+件/g)].map(([title]) => title));
    address = /<a href="([^"]+)">更早的公示/.exec(page)?.[1] ?? null;
  }
  expect(titles).toEqual(Array.from({ length: 45 }, (_, index) => `第${45 - index}件`));
});

test('a meeting of broad interest is announced on the board until it is over, without whoever is due [HDA-11.1.2] [LAW-PI-6]', async () => {
  const cast = await signInCast(service);
  await service.startWorker();
  const broad = await startCouncil(cast);
  await startCouncil(cast, narrowBody());
  const withNumber = await startCouncil(cast, { title: '请致电 13912345678' });
  for (const id of [broad, withNumber]) await announce(service, cast, id);
  const { body } = await service.anonymous.get(`/board/${EXAMPLE.organisations.chunhe}`);
  expect(body.notices).toMatchObject([
    {
      id: broad,
      clause: 'HDA-11.1.2',
      place: '社区议事厅',
      postings: [{ channel: 'window', location: '春和社区东门橱窗' }],
    },
  ]);
  expect(Object.keys(body.notices[0]).sort()).toEqual([
    'clause',
    'id',
    'issuedOn',
    'items',
    'kind',
    'meetingAt',
    'place',
    'postings',
    'title',
  ]);
  await act(cast.secretary, broad, 'cancel', { reason: '议题已由上级统一安排' });
  expect((await service.anonymous.get(`/board/${EXAMPLE.organisations.chunhe}`)).body.notices).toEqual([]);
});

test.each([
  ['a board that does not exist', unknown, '没有这个组织', 'organisation.unknown'],
  ['a paper that has been taken down', unknown.replace('board', 'board/papers'), '没有这份公示', 'paper.unknown'],
  ['an address that leads nowhere', '/board/no-such-board', '没有这个页面', 'request.unknown-address'],
])('a browser that asks for %s is told so on a page, a program in JSON', async (_what, address, title, code) => {
  const page = await service.anonymous.get(address, browser);
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  expect(page.headers.get('vary')).toContain('Accept');
  const text = page.body.toString();
  expect(text).toContain(`<h1>${title}</h1>`);
  expect(text).toContain('<a href="/board">');
  const problem = await service.anonymous.get(address);
  expect(problem).toMatchObject({ status: 404, body: { code } });
  expect(text).toContain(problem.body.detail.en);
});

test('an address of the API answers JSON whoever asks', async () => {
  const answer = await service.anonymous.get('/api/me', browser);
  expect(answer).toMatchObject({ status: 401, body: { code: 'session.required' } });
});
