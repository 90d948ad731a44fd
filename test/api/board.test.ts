import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
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
  expect(page.body.toString()).toContain('<h1>春和社区公开栏');
  expect((await service.anonymous.get(address)).body.organisation.name).toBe('春和社区');
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
