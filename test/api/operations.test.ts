import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { PASSWORD, startTestApi, type TestApi } from '../support/api';

let api: TestApi;
const failing = { name: 'temporal' as const, check: () => Promise.reject(new Error('the secret address 10.0.0.1')) };
const hanging = { name: 'schema' as const, check: () => new Promise<void>(() => undefined) };
const answering = { name: 'database' as const, check: () => Promise.resolve() };

beforeAll(async () => {
  api = await startTestApi({ probes: [answering, hanging, failing] });
});
afterAll(() => api.close());

test('the process is alive whatever it depends on', async () => {
  expect(await api.anonymous.get('/healthz')).toMatchObject({ status: 200, body: { status: 'alive' } });
});

test('what is not ready is named within two seconds, even when it hangs', async () => {
  const started = Date.now();
  const answer = await api.anonymous.get('/readyz');
  expect(Date.now() - started).toBeLessThan(2_000);
  const body = { status: 'not-ready', notReady: ['schema', 'temporal'], warnings: [] };
  expect(answer).toMatchObject({ status: 503, body });
});

test('a number that nobody can tell at the moment is no reason for the others to be missing', async () => {
  const away = async () => Promise.reject(new Error('the database does not answer'));
  const vitals = {
    workers: async () => 2,
    openProcedures: away,
    overdueDeadlines: away,
    unsignedHeads: away,
    unnoticedDeadlines: away,
    calendarEnd: away,
    outbox: away,
  };
  const broken = await startTestApi({ vitals });
  const { status, body } = await broken.anonymous.get('/metrics');
  expect(status).toBe(200);
  expect(body.toString()).toMatch(/^guicheng_workers 2$/m);
  expect(body.toString()).toMatch(/^guicheng_procedures_open nan$/im);
  await broken.close();
});

test('measurements are by route and status, never by address or name', async () => {
  const client = await api.signIn('chunhe.staff');
  await client.get(`/api/people?organisationId=${EXAMPLE.organisations.chunhe}&q=${encodeURIComponent('张')}`);
  await client.get(`/api/organisations/${EXAMPLE.organisations.chunhe}`);
  await client.get('/api/some/secret/address');
  const text = (await api.anonymous.get('/metrics')).body.toString();
  expect(text).toMatch(
    /request_duration_seconds_count\{method="GET",route="\/api\/organisations\/\{id\}",status="200"\} 1/,
  );
  expect(text).toMatch(/route="unknown",status="404"\} 1/);
  expect(text).toMatch(/guicheng_http_requests_in_flight 1/);
  expect(text).not.toMatch(new RegExp(`secret|${EXAMPLE.organisations.chunhe}|%E5`));
});

test('the log has a line per request and neither passwords, cookies, names nor queries', async () => {
  const client = await api.signIn('office.admin');
  await client.post('/api/sessions', { username: 'chunhe.staff', password: 'a wrong password' }, { key: null });
  await client.post('/api/people', { organisationId: EXAMPLE.organisations.chunhe, name: '欧阳独一' });
  await client.get(`/api/people?organisationId=${EXAMPLE.organisations.chunhe}&q=${encodeURIComponent('欧阳独一')}`);
  await client.get('/private/欧阳独一');
  const log = api.log();
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toContainEqual(
    expect.objectContaining({ method: 'POST', route: '/api/people', status: 201, requestId: expect.any(String) }),
  );
  expect(lines).toContainEqual(expect.objectContaining({ method: 'GET', route: null, status: 404 }));
  for (const secret of [
    PASSWORD,
    'a wrong password',
    client.cookie!.split('=')[1]!,
    '欧阳独一',
    encodeURIComponent('欧阳独一'),
  ]) {
    expect(log).not.toContain(secret);
  }
});

test('an unforeseen failure is logged with its request id and tells the client nothing else', async () => {
  const broken = await startTestApi({
    clock: { now: () => Promise.reject(new Error('inner workings')), offset: async () => null },
  });
  const answer = await broken.anonymous.delete('/api/sessions/current', {
    headers: { 'X-Request-Id': 'trace-0123456789' },
  });
  expect(answer).toMatchObject({
    status: 500,
    body: { code: 'request.internal', params: { requestId: 'trace-0123456789' } },
  });
  expect(JSON.stringify(answer.body)).not.toContain('inner workings');
  expect(broken.log()).toContain('inner workings');
  await broken.close();
});
