import { EXAMPLE } from '../../../src/adapters/postgres/seed/example';
import { newBrowser } from '../../support/browser';
import { startOidcApi, untilBack, type OidcApi } from '../../support/oidc';

let oidc: OidcApi;
beforeEach(async () => {
  oidc = await startOidcApi();
  await oidc.link(EXAMPLE.accounts['chunhe.staff'], 'staff-7');
  oidc.provider.person = 'staff-7';
});
afterEach(() => oidc.close());

const outage = { status: 503, code: 'oidc.unavailable' };
const codeOf = (text: string) => (JSON.parse(text) as { code: string }).code;

test('while the provider is down nobody can begin; when it is back, so is the sign-in', async () => {
  await oidc.provider.stop();
  const visit = await newBrowser().visit(oidc.start());
  expect({ status: visit.status, code: codeOf(visit.text) }).toEqual(outage);
  expect(visit.headers.get('retry-after')).toBe('5');
  const page = await newBrowser().visit(oidc.start(), { accept: 'text/html' });
  expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
  expect(page.text).toContain('暂时无法登录');
  expect(await oidc.api.database.signInFlow.count()).toBe(0);
  await oidc.provider.start();
  expect((await newBrowser().visit(oidc.start('/api/me'))).status).toBe(200);
});

test('a provider that goes down before the browser is back signs nobody in, and passwords still do', async () => {
  const browser = newBrowser();
  const back = await untilBack(oidc, browser);
  await oidc.provider.stop();
  const visit = await browser.visit(back.href);
  expect({ status: visit.status, code: codeOf(visit.text) }).toEqual(outage);
  expect(await oidc.api.database.session.count({ where: { oidc: true } })).toBe(0);
  await expect(oidc.api.signIn('chunhe.staff')).resolves.toBeDefined();
  await oidc.provider.start();
});

test('signing out does not wait for the provider', async () => {
  const browser = newBrowser();
  await browser.visit(oidc.start('/api/me'));
  await oidc.provider.stop();
  const headers = { Cookie: `guicheng=${browser.cookie('127.0.0.1', 'guicheng')}` };
  expect((await oidc.api.anonymous.delete('/api/sessions/current', { headers })).status).toBe(200);
  expect((await browser.visit(`${oidc.api.url}/api/me`)).status).toBe(401);
  await oidc.provider.start();
});
