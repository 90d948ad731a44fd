import { createHash } from 'node:crypto';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { PASSWORD, startTestApi, type TestApi } from '../support/api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const signIn = (username: string, password: string, headers = {}) =>
  api.anonymous.post('/api/sessions', { username, password }, { key: null, headers });

describe('signing in', () => {
  test('sets a cookie that scripts and other sites cannot use, and says who is signed in', async () => {
    const answer = await signIn('chunhe.staff', PASSWORD);
    expect(answer.status).toBe(201);
    const cookie = answer.headers.get('set-cookie')!;
    expect(cookie).toMatch(/^guicheng=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.body).toMatchObject({
      account: { id: EXAMPLE.accounts['chunhe.staff'], username: 'chunhe.staff' },
      organisations: [{ id: EXAMPLE.organisations.chunhe, roles: ['staff'] }],
    });
    expect(answer.body.organisations[0].capabilities).toContain('procedures.start');
  });

  test('stores a digest of the token and never the token', async () => {
    const client = await api.signIn('chunhe.chair');
    const token = client.cookie!.split('=')[1]!;
    const rows = await api.database.session.findMany({ where: { accountId: EXAMPLE.accounts['chunhe.chair'] } });
    expect(rows.map((row) => row.tokenHash)).toEqual([createHash('sha256').update(token).digest('hex')]);
  });

  test('does not tell a wrong password from an unknown username or a disabled account', async () => {
    await api.database.account.update({
      where: { id: EXAMPLE.accounts['xinhe.station'] },
      data: { disabledAt: new Date() },
    });
    const answers = [
      await signIn('chunhe.security', 'not the password'),
      await signIn('nobody.at.all', PASSWORD),
      await signIn('xinhe.station', PASSWORD),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ code: 'session.wrong-credentials', clause: null, status: 401 });
  });

  test('is refused after five failures in a quarter of an hour, even with the right password, and says until when', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 5 }, (_none, index) => signIn('chunhe.recorder', `guess number ${index}`)),
    );
    expect(guesses.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    const answer = await signIn('chunhe.recorder', PASSWORD);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(answer.body.code).toBe('session.throttled');
    await api.database.signInFailure.updateMany({
      where: { username: 'chunhe.recorder' },
      data: { at: new Date(Date.now() - 16 * 60_000) },
    });
    expect((await signIn('chunhe.recorder', PASSWORD)).status).toBe(201);
  });

  test('lets no more than five of many simultaneous guesses be checked', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_none, index) => signIn('chunhe.member5', `guess number ${index}`)),
    );
    expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
  });

  test('is refused to an address after thirty failures', async () => {
    const from = { 'X-Forwarded-For': '192.0.2.77' };
    await api.database.signInFailure.createMany({
      data: Array.from({ length: 30 }, (_none, index) => ({ username: `name${index}`, address: '192.0.2.77' })),
    });
    expect((await signIn('xinhe.chair', PASSWORD, from)).status).toBe(429);
    expect((await signIn('xinhe.chair', PASSWORD)).status).toBe(201);
  });
});

describe('a sign-in ends at once', () => {
  const statusOf = async (client: { get(path: string): Promise<{ status: number }> }) =>
    (await client.get('/api/me')).status;

  test('when it expires', async () => {
    const client = await api.signIn('chunhe.member6');
    expect(await statusOf(client)).toBe(200);
    await api.database.session.updateMany({
      where: { accountId: EXAMPLE.accounts['chunhe.member6'] },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await statusOf(client)).toBe(401);
  });

  test('when the account is disabled', async () => {
    const client = await api.signIn('chunhe.member7');
    const administrator = await api.signIn('office.admin');
    const answer = await administrator.put(`/api/accounts/${EXAMPLE.accounts['chunhe.member7']}/disabled`, {
      disabled: true,
    });
    expect(answer).toMatchObject({ status: 200, body: { disabled: true } });
    expect(await statusOf(client)).toBe(401);
    await administrator.put(`/api/accounts/${EXAMPLE.accounts['chunhe.member7']}/disabled`, { disabled: false });
    expect(await statusOf(client)).toBe(401);
    await expect(api.signIn('chunhe.member7')).resolves.toBeDefined();
  });

  test('when its owner signs out', async () => {
    const client = await api.signIn('chunhe.member8');
    const answer = await client.delete('/api/sessions/current');
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^guicheng=; Max-Age=0;/);
    expect(await statusOf(client)).toBe(401);
  });

  test('when an administrator revokes it', async () => {
    const client = await api.signIn('chunhe.member9');
    const administrator = await api.signIn('office.admin');
    expect((await administrator.delete(`/api/accounts/${EXAMPLE.accounts['chunhe.member9']}/sessions`)).status).toBe(
      204,
    );
    expect(await statusOf(client)).toBe(401);
  });

  test('when the password changes elsewhere; the browser that changed it stays', async () => {
    const [here, elsewhere] = [await api.signIn('xinhe.staff'), await api.signIn('xinhe.staff')];
    const answer = await here.put('/api/me/password', {
      currentPassword: PASSWORD,
      newPassword: 'maple river 7 stones',
    });
    expect(answer.status).toBe(204);
    expect([await statusOf(here), await statusOf(elsewhere)]).toEqual([200, 401]);
    expect((await signIn('xinhe.staff', PASSWORD)).status).toBe(401);
    expect((await signIn('xinhe.staff', 'maple river 7 stones')).status).toBe(201);
  });
});

test.each([
  ['a wrong current password', { currentPassword: 'no', newPassword: 'maple river 7 stones' }, 'password.wrong'],
  [
    'a password with the username in it',
    { currentPassword: PASSWORD, newPassword: 'my XINHE.chair pw' },
    'password.contains-username',
  ],
  ['a short password', { currentPassword: PASSWORD, newPassword: 'too short' }, 'request.invalid'],
])('%s is refused', async (_what, body, code) => {
  const client = await api.signIn('xinhe.chair');
  expect(await client.put('/api/me/password', body)).toMatchObject({ status: 422, body: { code } });
});

describe('what another site makes a browser send is refused', () => {
  test.each([
    ['Origin', { Origin: 'https://elsewhere.example' }],
    ['Origin of a page without one', { Origin: 'null' }],
    ['Sec-Fetch-Site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbouring site', { 'Sec-Fetch-Site': 'same-site' }],
  ])('as told by %s', async (_what, headers) => {
    const client = await api.signIn('chunhe.station');
    const answer = await client.delete('/api/sessions/current', { headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.other-site' } });
    expect((await client.get('/api/me')).status).toBe(200);
  });

  test('and what this site sends is not', async () => {
    const client = await api.signIn('chunhe.station');
    const headers = { Origin: api.url, 'Sec-Fetch-Site': 'same-origin' };
    expect((await client.delete('/api/sessions/current', { headers })).status).toBe(204);
  });
});

test('without signing in, nothing but signing in is answered', async () => {
  const answer = await api.anonymous.get('/api/me');
  expect(answer).toMatchObject({ status: 401, body: { code: 'session.required' } });
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
});
