import { EXAMPLE } from '../../../src/adapters/postgres/seed/example';
import { newBrowser } from '../../support/browser';
import { expectRefused, problemOf, startOidcApi, untilBack, type OidcApi } from '../../support/oidc';

let oidc: OidcApi;
beforeAll(async () => {
  oidc = await startOidcApi();
  await oidc.link(EXAMPLE.accounts['chunhe.chair'], 'chair-1');
});
afterAll(() => oidc.close());
beforeEach(async () => {
  oidc.provider.person = 'chair-1';
  await oidc.api.database.session.deleteMany({ where: { oidc: true } });
  await oidc.api.database.signInFailure.deleteMany();
});

test('who presses "cancel" at the provider is not signed in', async () => {
  oidc.provider.person = null;
  await expectRefused(oidc, await newBrowser().visit(oidc.start()), 403, 'oidc.denied');
});

describe('what comes back is refused', () => {
  test('with another state; the true answer still counts', async () => {
    const browser = newBrowser();
    const back = await untilBack(oidc, browser, '/api/me');
    const tampered = new URL(back);
    tampered.searchParams.set('state', 'another');
    await expectRefused(oidc, await browser.visit(tampered.href), 400, 'oidc.stale');
    expect((await browser.visit(back.href)).status).toBe(200);
  });

  test('to a browser that did not start it', async () => {
    const back = await untilBack(oidc, newBrowser());
    await expectRefused(oidc, await newBrowser().visit(back.href), 400, 'oidc.stale');
    const victim = newBrowser();
    await untilBack(oidc, victim);
    await expectRefused(oidc, await victim.visit(back.href), 400, 'oidc.stale');
  });

  test('a second time', async () => {
    const browser = newBrowser();
    const back = await untilBack(oidc, browser, '/api/me');
    expect((await browser.visit(back.href)).status).toBe(200);
    expect(problemOf(await browser.visit(back.href))).toEqual({ status: 400, code: 'oidc.stale' });
    expect(await oidc.sessions()).toBe(1);
  });

  test('more than once at the same moment', async () => {
    const browser = newBrowser();
    const back = await untilBack(oidc, browser, '/api/sign-in-methods');
    const visits = await Promise.all([1, 2, 3, 4].map(() => browser.visit(back.href)));
    expect(visits.map(({ status }) => status).filter((status) => status === 200)).toEqual([200]);
    expect(await oidc.sessions()).toBe(1);
  });

  test('too late', async () => {
    const browser = newBrowser();
    const back = await untilBack(oidc, browser);
    await oidc.api.database.signInFlow.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    await expectRefused(oidc, await browser.visit(back.href), 400, 'oidc.stale');
    await newBrowser().visit(oidc.start());
    expect(await oidc.api.database.signInFlow.count({ where: { expiresAt: { lte: new Date() } } })).toBe(0);
  });

  test.each([
    ['for another sign-in (nonce)', { nonce: 'x'.repeat(43) }, 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    ['with a code that somebody else asked for (PKCE)', { codeVerifier: 'x'.repeat(43) }, 'invalid_grant'],
  ])('%s', async (_what, data, reason) => {
    const browser = newBrowser();
    const back = await untilBack(oidc, browser);
    const { state } = Object.fromEntries(back.searchParams);
    await oidc.api.database.signInFlow.updateMany({ where: { state: state! }, data });
    const visit = await browser.visit(back.href);
    await expectRefused(oidc, visit, 502, 'oidc.failed');
    expect(JSON.parse(visit.text).params).toEqual({ reason });
    expect(oidc.api.log()).toContain(`"reason":"${reason}"`);
  });

  test.each([
    [
      'from another issuer',
      (back: URL) => back.searchParams.set('iss', 'https://elsewhere.example'),
      502,
      'oidc.failed',
    ],
    ['with a made-up code', (back: URL) => back.searchParams.set('code', 'made-up'), 502, 'oidc.failed'],
    ['without a code', (back: URL) => back.searchParams.delete('code'), 502, 'oidc.failed'],
    ['without a state', (back: URL) => back.searchParams.delete('state'), 400, 'oidc.stale'],
    ['with two states', (back: URL) => back.searchParams.append('state', 'two'), 400, 'oidc.stale'],
    [
      'with an error of the provider',
      (back: URL) => back.searchParams.set('error', 'invalid_scope'),
      502,
      'oidc.failed',
    ],
    [
      'with an outage of the provider',
      (back: URL) => back.searchParams.set('error', 'server_error'),
      503,
      'oidc.unavailable',
    ],
    ['with an error that is no word', (back: URL) => back.searchParams.set('error', '<script>'), 502, 'oidc.failed'],
  ])('%s', async (_what, change, status, code) => {
    const browser = newBrowser();
    const back = await untilBack(oidc, browser);
    change(back);
    await expectRefused(oidc, await browser.visit(back.href), status, code);
  });

  test('without anything at all', async () => {
    await expectRefused(oidc, await newBrowser().visit(`${oidc.start()}/callback`), 400, 'oidc.stale');
  });
});

describe('a sign-in leads back to this site only', () => {
  test.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/..//elsewhere.example',
    '/.//elsewhere.example',
    'board',
    'javascript:alert(1)',
    '',
    `/${'x'.repeat(2000)}`,
  ])('not to %j', async (returnTo) => {
    const answer = await fetch(oidc.start(returnTo), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([422, null]);
    expect(await answer.json()).toMatchObject({ code: 'oidc.return-elsewhere' });
  });
});

test('one address cannot begin without end', async () => {
  const address = '192.0.2.9';
  const flow = {
    address,
    state: 's',
    nonce: 'n',
    codeVerifier: 'v',
    returnTo: '/',
    expiresAt: new Date(Date.now() + 60_000),
  };
  const data = Array.from({ length: 200 }, (_none, index) => ({ ...flow, tokenHash: `pending-${index}` }));
  await oidc.api.database.signInFlow.createMany({ data });
  const start = (from: string) =>
    fetch(oidc.start(), { redirect: 'manual', headers: { 'X-Forwarded-For': from } }).then(({ status }) => status);
  expect([await start(address), await start('192.0.2.10')]).toEqual([429, 303]);
});
