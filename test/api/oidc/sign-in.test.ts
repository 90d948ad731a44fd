import { flowCookie, readFlowToken } from '../../../src/api/flow-cookie';
import { EXAMPLE } from '../../../src/adapters/postgres/seed/example';
import type { OidcSettings } from '../../../src/adapters/oidc/provider';
import { newBrowser } from '../../support/browser';
import { startOidcApi, type OidcApi } from '../../support/oidc';

const ACCOUNT = EXAMPLE.accounts['chunhe.staff'];

let oidc: OidcApi;
beforeAll(async () => {
  oidc = await startOidcApi();
  await oidc.link(ACCOUNT, 'staff-7');
});
afterAll(() => oidc.close());
beforeEach(() => {
  oidc.provider.person = 'staff-7';
});

test('whoever asks learns of both ways to sign in', async () => {
  expect((await oidc.api.anonymous.get('/api/sign-in-methods')).body).toEqual({
    password: true,
    oidc: { name: '统一身份认证 / Single sign-on', start: '/api/sessions/oidc' },
  });
});

test('a sign-in at the provider ends signed in here, where the person wanted to go', async () => {
  const browser = newBrowser();
  const end = await browser.visit(oidc.start('/api/me?from=here'));
  expect(end.url).toBe(`${oidc.api.url}/api/me?from=here`);
  expect(JSON.parse(end.text)).toMatchObject({ account: { id: ACCOUNT, username: 'chunhe.staff' } });
});

test('without a wish the person goes on at the front page', async () => {
  expect((await newBrowser().visit(oidc.start())).visited).toContain(`${oidc.api.url}/`);
});

test('the browser is sent to the provider with a challenge, and keeps a cookie that scripts cannot read', async () => {
  const answer = await fetch(oidc.start(), { redirect: 'manual' });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('set-cookie')).toMatch(
    /^guicheng-flow=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  const asked = Object.fromEntries(new URL(answer.headers.get('location')!).searchParams);
  expect(asked).toMatchObject({
    response_type: 'code',
    client_id: 'guicheng',
    scope: 'openid profile',
    redirect_uri: `${oidc.api.url}/api/sessions/oidc/callback`,
    code_challenge_method: 'S256',
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
  });
});

test('over https the cookie is for this host alone', () => {
  const settings = { secureCookies: true, sessionHours: 12 };
  const cookie = flowCookie('token', settings);
  expect(cookie).toBe('__Host-guicheng-flow=token; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax');
  expect(readFlowToken('guicheng-flow=token', settings)).toBeNull();
});

test('the session is new, with the cookie of every sign-in, whatever cookie the browser came with', async () => {
  const browser = newBrowser();
  browser.setCookie('127.0.0.1', 'guicheng', 'planted-by-somebody-else');
  const end = await browser.visit(oidc.start('/api/me'));
  expect(end.status).toBe(200);
  expect(browser.cookie('127.0.0.1', 'guicheng')).toMatch(/^[\w-]{43}$/);
});

test('a browser is led on by a page, so that the next address gets the strict cookie', async () => {
  const end = await newBrowser().visit(oidc.start('/board?q=议事会'), { accept: 'text/html' });
  expect(end.status).toBe(200);
  expect(end.headers.get('refresh')).toBe('0; url=/board?q=%E8%AE%AE%E4%BA%8B%E4%BC%9A');
  expect(end.headers.get('set-cookie')).toMatch(
    /^guicheng=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  expect(end.headers.get('cache-control')).toBe('no-store');
  expect(end.text).toContain('<a href="/board?q=%E8%AE%AE%E4%BA%8B%E4%BC%9A">继续');
});

test('of what the provider gives, nothing is kept but who it is, and nothing is logged', async () => {
  await newBrowser().visit(oidc.start('/api/me'));
  expect(oidc.provider.tokens.length).toBeGreaterThanOrEqual(2);
  const stored = JSON.stringify([
    await oidc.api.database.account.findMany(),
    await oidc.api.database.session.findMany(),
    await oidc.api.database.signInFlow.findMany(),
    await oidc.api.database.signInFailure.findMany(),
  ]);
  for (const secret of oidc.provider.tokens) {
    expect(stored).not.toContain(secret);
    expect(oidc.api.log()).not.toContain(secret);
  }
  expect(oidc.api.log()).not.toMatch(/staff-7|code=|state=/);
});

describe('signing out', () => {
  const signOut = (cookie: string) =>
    oidc.api.anonymous.delete('/api/sessions/current', { headers: { Cookie: `guicheng=${cookie}` } });

  test('ends the session here and names the page to sign out at the provider', async () => {
    const browser = newBrowser();
    await browser.visit(oidc.start('/api/me'));
    const answer = await signOut(browser.cookie('127.0.0.1', 'guicheng')!);
    expect(answer).toMatchObject({
      status: 200,
      body: { signOutUrl: `${oidc.provider.issuer}/session/end?client_id=guicheng` },
    });
    expect(answer.headers.get('set-cookie')).toMatch(/^guicheng=; Max-Age=0;/);
    expect((await browser.visit(`${oidc.api.url}/api/me`)).status).toBe(401);
    expect((await browser.visit(answer.body.signOutUrl)).status).toBe(200);
  });

  test('of who came with a password has nothing to do with the provider', async () => {
    const { cookie } = await oidc.api.signIn('chunhe.staff');
    expect((await signOut(cookie!.split('=')[1]!)).status).toBe(204);
  });
});

test.each<[string, Partial<OidcSettings>]>([
  ['a public client, which has no secret', { clientId: 'public', clientSecret: undefined }],
  ['a client that asks for no more than it needs', { scopes: 'openid' }],
])('%s signs people in as well', async (_what, settings) => {
  const other = await startOidcApi(settings);
  await other.link(ACCOUNT, 'staff-8');
  other.provider.person = 'staff-8';
  expect((await newBrowser().visit(other.start('/api/me'))).status).toBe(200);
  await other.close();
});

test('a provider that takes the secret in the body only is given it there', async () => {
  const other = await startOidcApi({}, ['client_secret_post', 'none']);
  await other.link(ACCOUNT, 'staff-8');
  other.provider.person = 'staff-8';
  expect((await newBrowser().visit(other.start('/api/me'))).status).toBe(200);
  await other.close();
});

test('with a wrong secret the provider signs nobody in', async () => {
  const other = await startOidcApi({ clientSecret: 'not the secret' });
  await other.link(ACCOUNT, 'staff-8');
  other.provider.person = 'staff-8';
  const { status, text } = await newBrowser().visit(other.start('/api/me'));
  expect({ status, ...JSON.parse(text) }).toMatchObject({ status: 502, params: { reason: 'invalid_client' } });
  await other.close();
});
