import { randomUUID } from 'node:crypto';
import { EXAMPLE } from '../../../src/adapters/postgres/seed/example';
import { PASSWORD, startTestApi, type ApiClient } from '../../support/api';
import { newBrowser } from '../../support/browser';
import { startOidcApi, type OidcApi } from '../../support/oidc';

let oidc: OidcApi;
let administrator: ApiClient;
beforeAll(async () => {
  oidc = await startOidcApi();
  administrator = await oidc.api.signIn('office.admin');
});
afterAll(() => oidc.close());

const linkOf = (id: string) => `/api/accounts/${id}/oidc-subject`;

async function newPerson(): Promise<string> {
  const id = randomUUID();
  await oidc.api.database.person.create({ data: { id, name: '新人', organisationId: EXAMPLE.organisations.chunhe } });
  return id;
}

async function open(account: object) {
  return administrator.post('/api/accounts', { personId: await newPerson(), username: `u${Date.now()}`, ...account });
}

async function statusAtProvider(person: string): Promise<number> {
  oidc.provider.person = person;
  return (await newBrowser().visit(oidc.start('/api/me'))).status;
}

describe('opening an account', () => {
  test('for somebody at the provider needs no password, and then there is none', async () => {
    const answer = await open({ username: 'no.password', oidcSubject: 'only-there' });
    expect(answer).toMatchObject({
      status: 201,
      body: { oidcSubject: 'only-there', oidcIssuer: `${oidc.provider.issuer}/`, disabled: false },
    });
    expect(await statusAtProvider('only-there')).toBe(200);
    const withPassword = { username: 'no.password', password: PASSWORD };
    const refused = await oidc.api.anonymous.post('/api/sessions', withPassword, { key: null });
    expect(refused).toMatchObject({ status: 401, body: { code: 'session.wrong-credentials' } });
  });

  test('may give both', async () => {
    expect((await open({ username: 'both.ways', password: PASSWORD, oidcSubject: 'both' })).status).toBe(201);
    expect(await statusAtProvider('both')).toBe(200);
    await expect(oidc.api.signIn('both.ways')).resolves.toBeDefined();
  });

  test('gives at least one', async () => {
    expect(await open({})).toMatchObject({ status: 422, body: { code: 'account.no-way-in' } });
  });

  test('says which of its three unique things is taken', async () => {
    const personId = await newPerson();
    expect((await open({ personId, username: 'taken', oidcSubject: 'taken-1' })).status).toBe(201);
    expect((await open({ username: 'taken', oidcSubject: 'free' })).body.code).toBe('account.username-taken');
    expect((await open({ personId, oidcSubject: 'free' })).body.code).toBe('account.person-has-one');
    expect((await open({ oidcSubject: 'taken-1' })).body.code).toBe('account.subject-taken');
  });
});

describe('linking an account', () => {
  const [one, other] = [EXAMPLE.accounts['chunhe.member6'], EXAMPLE.accounts['chunhe.member7']];

  test('lets one person at the provider into one account', async () => {
    expect(await administrator.put(linkOf(one), { oidcSubject: 'member-6' })).toMatchObject({
      status: 200,
      body: { id: one, oidcSubject: 'member-6', grants: [{ role: 'member' }] },
    });
    const refused = await administrator.put(linkOf(other), { oidcSubject: 'member-6' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'account.subject-taken' } });
    expect((await administrator.put(linkOf(one), { oidcSubject: 'member-6' })).status).toBe(200);
  });

  test('tells capital letters apart, as providers do', async () => {
    expect((await administrator.put(linkOf(other), { oidcSubject: 'MEMBER-6' })).status).toBe(200);
  });

  test('and unlinking it end all its sign-ins', async () => {
    oidc.provider.person = 'member-6';
    const browser = newBrowser();
    expect((await browser.visit(oidc.start('/api/me'))).status).toBe(200);
    const unlinked = await administrator.put(linkOf(one), { oidcSubject: null });
    expect(unlinked).toMatchObject({ status: 200, body: { oidcSubject: null, oidcIssuer: null } });
    expect((await browser.visit(`${oidc.api.url}/api/me`)).status).toBe(401);
    expect(await statusAtProvider('member-6')).toBe(403);
  });

  test.each(['', ' member', 'member\n', '议事员', 'x'.repeat(256)])(
    '%j is no id at a provider',
    async (oidcSubject) => {
      const answer = await administrator.put(linkOf(one), { oidcSubject });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'oidcSubject' }] } });
    },
  );

  test('is for administrators of the account, and not for their own', async () => {
    const own = await administrator.put(linkOf(EXAMPLE.accounts['office.admin']), { oidcSubject: 'me' });
    expect(own.body.code).toBe('account.own');
    const staff = await oidc.api.signIn('chunhe.staff');
    expect((await staff.put(linkOf(one), { oidcSubject: 'me' })).body.code).toBe('permission.missing');
    expect((await administrator.put(linkOf(randomUUID()), { oidcSubject: 'me' })).body.code).toBe('account.unknown');
  });
});

describe('without a provider', () => {
  test('people sign in with passwords, and are told so', async () => {
    const api = await startTestApi();
    expect((await api.anonymous.get('/api/sign-in-methods')).body).toEqual({ password: true, oidc: null });
    for (const path of ['/api/sessions/oidc', '/api/sessions/oidc/callback?state=s&code=c'])
      expect(await api.anonymous.get(path)).toMatchObject({ status: 409, body: { code: 'oidc.not-configured' } });
    const admin = await api.signIn('office.admin');
    const account = linkOf(EXAMPLE.accounts['chunhe.member6']);
    expect((await admin.put(account, { oidcSubject: 'x' })).body.code).toBe('oidc.not-configured');
    expect((await admin.put(account, { oidcSubject: null })).status).toBe(200);
    await api.close();
  });
});
