import { EXAMPLE } from '../../../src/adapters/postgres/seed/example';
import { newBrowser } from '../../support/browser';
import { expectRefused, startOidcApi, type OidcApi } from '../../support/oidc';

let oidc: OidcApi;
beforeAll(async () => {
  oidc = await startOidcApi();
  await oidc.link(EXAMPLE.accounts['chunhe.chair'], 'chair-1');
});
afterAll(() => oidc.close());
beforeEach(() => oidc.api.database.session.deleteMany({ where: { oidc: true } }));

describe('somebody whom no account is linked to', () => {
  test('is told what to tell the administrator, and no account is made', async () => {
    oidc.provider.person = 'stranger-<1>';
    const accounts = await oidc.api.database.account.count();
    const visit = await newBrowser().visit(oidc.start());
    await expectRefused(oidc, visit, 403, 'oidc.subject-unknown');
    expect(JSON.parse(visit.text).detail.zh).toContain('“stranger-<1>”告诉本单位的系统管理员');
    expect(await oidc.api.database.account.count()).toBe(accounts);
    const page = await newBrowser().visit(oidc.start(), { accept: 'text/html' });
    expect(page.status).toBe(403);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('您的身份尚未关联账号');
    expect(page.text).toContain('Tell your administrator');
    expect(page.text).toContain('<a href="/api/sessions/oidc">重新登录');
    expect(page.text).toContain('stranger-&lt;1&gt;');
  });

  test('is throttled after five times, and so is nobody else', async () => {
    oidc.provider.person = 'stranger-2';
    for (let time = 0; time < 5; time += 1) expect((await newBrowser().visit(oidc.start())).status).toBe(403);
    const visit = await newBrowser().visit(oidc.start());
    await expectRefused(oidc, visit, 429, 'session.throttled');
    expect(Number(visit.headers.get('retry-after'))).toBeGreaterThan(800);
    oidc.provider.person = 'chair-1';
    expect((await newBrowser().visit(oidc.start('/api/me'))).status).toBe(200);
  });

  test('can sign in as soon as an account is linked', async () => {
    oidc.provider.person = 'new-member';
    expect((await newBrowser().visit(oidc.start('/api/me'))).status).toBe(403);
    await oidc.link(EXAMPLE.accounts['chunhe.member5'], 'new-member');
    expect((await newBrowser().visit(oidc.start('/api/me'))).status).toBe(200);
  });
});

test('a disabled account is not signed in to', async () => {
  const id = EXAMPLE.accounts['chunhe.recorder'];
  await oidc.link(id, 'recorder-1');
  await oidc.api.database.account.update({ where: { id }, data: { disabledAt: new Date() } });
  oidc.provider.person = 'recorder-1';
  await expectRefused(oidc, await newBrowser().visit(oidc.start()), 403, 'oidc.account-disabled');
});
