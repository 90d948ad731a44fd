import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { startTestApi, type ApiClient, type TestApi } from '../support/api';

let api: TestApi;
let administrator: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.signIn('office.admin');
});
afterAll(() => api.close());

const person = { organisationId: EXAMPLE.organisations.chunhe, name: '周七' };
const json = { headers: { 'Content-Type': 'application/json' } };

describe('a request', () => {
  test('with a field that is not asked for is refused, naming it; the title is in the language asked for', async () => {
    const body = { ...person, role: 'administrator' };
    const chinese = await administrator.post('/api/people', body);
    expect(chinese).toMatchObject({ status: 422, body: { code: 'request.invalid', title: '填写内容有误' } });
    expect(chinese.body.errors).toEqual([
      { path: 'role', message: expect.stringMatching(/没有这一项.* \/ there is no such field/) },
    ]);
    const english = await administrator.post('/api/people', body, { headers: { 'Accept-Language': 'en-GB,en;q=0.9' } });
    expect(english.body).toMatchObject({ title: 'The request is not valid', detail: chinese.body.detail });
  });

  test('with several wrong fields names them all', async () => {
    const { body } = await administrator.post('/api/people', { organisationId: 'x', name: ' blank at the edge ' });
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(['organisationId', 'name']);
  });

  test.each([
    ['that is not JSON', '{"name":', 400, 'request.malformed-json'],
    ['larger than 256 KB', JSON.stringify({ ...person, name: 'x'.repeat(300_000) }), 413, 'request.too-large'],
    [
      'with a character that the database refuses',
      JSON.stringify({ ...person, name: 'a\u0000b' }),
      422,
      'request.invalid',
    ],
    ['that is not an object', '"text"', 400, 'request.malformed-json'],
  ])('with a body %s is refused', async (_what, body, status, code) => {
    expect(await administrator.post('/api/people', body, json)).toMatchObject({ status, body: { code } });
  });

  test('of another media type is refused as an empty one', async () => {
    const sent = { headers: { 'Content-Type': 'text/plain' } };
    expect((await administrator.post('/api/people', JSON.stringify(person), sent)).status).toBe(422);
  });

  test.each(['/api/nothing', '/api/people/not-an-id/name', '/%E0%A4%A', '/api/organisations/not-an-id'])(
    'to %s finds nothing',
    async (path) => {
      const answer = path.endsWith('/name')
        ? await administrator.put(path, { name: '周八' })
        : await administrator.get(path);
      expect(answer).toMatchObject({ status: 404, body: { code: 'request.unknown-address' } });
      expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    },
  );

  test.each([
    ['PATCH', '/api/people', 'GET, HEAD, POST'],
    ['DELETE', `/api/organisations/${person.organisationId}`, 'GET, HEAD'],
    ['PUT', '/api/sessions/current', 'DELETE, GET, HEAD'],
  ])('by a method that the address does not take is told those it takes: %s %s', async (method, path, allowed) => {
    const answer = await fetch(api.url + path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allowed]);
    expect(await answer.json()).toMatchObject({ code: 'request.method-not-allowed', params: { allowed } });
    const asked = await fetch(api.url + path, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, allowed]);
  });

  test('with an unknown filter is refused rather than answered with everything', async () => {
    const answer = await administrator.get(`/api/people?organisationId=${person.organisationId}&name=x`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
  });
});

describe('an answer', () => {
  test('carries the request id, its own or the one that was sent', async () => {
    const sent = await api.anonymous.get('/healthz', { headers: { 'X-Request-Id': 'trace-0123456789' } });
    expect(sent.headers.get('x-request-id')).toBe('trace-0123456789');
    const insane = await api.anonymous.get('/healthz', { headers: { 'X-Request-Id': 'a b' } });
    expect(insane.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  test('that has not changed is not sent again', async () => {
    const first = await administrator.get('/api/organisations');
    // Without a Cache-Control of its own, fetch asks for a fresh copy.
    const again = await administrator.get('/api/organisations', {
      headers: { 'If-None-Match': first.headers.get('etag')!, 'Cache-Control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
  });

  test('lets nothing be loaded from elsewhere and frames nowhere', async () => {
    const policy = (await api.anonymous.get('/docs')).headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:/);
  });
});
