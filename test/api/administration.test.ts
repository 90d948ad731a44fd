import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { PASSWORD, startTestApi, TODAY, type ApiClient, type TestApi } from '../support/api';

let api: TestApi;
let district: ApiClient;
let office: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  district = await api.signIn('admin');
  office = await api.signIn('office.admin');
});
afterAll(() => api.close());

const { organisations, bodies, people, accounts } = EXAMPLE;
const unknown = '00000000-0000-4000-8000-000000000000';
const openTerm = { validFrom: TODAY, validTo: null };

async function newAccount(username: string, organisationId = organisations.chunhe): Promise<string> {
  const person = await district.post('/api/people', { organisationId, name: username });
  const account = await district.post('/api/accounts', { personId: person.body.id, username, password: PASSWORD });
  return account.body.id;
}

describe('organisations', () => {
  test('are listed from the root down, named in both languages', async () => {
    const { body } = await (await api.signIn('chunhe.resident')).get('/api/organisations');
    const paths: string[] = body.items.map(({ path }: { path: string }) => path);
    for (const path of paths.slice(1)) {
      const parent = path.split('/').slice(0, -2).join('/') + '/';
      expect(paths.indexOf(parent)).toBeLessThan(paths.indexOf(path));
    }
    expect(body.items[0]).toMatchObject({ kind: 'district', kindName: { zh: '区', en: 'District' }, parentId: null });
  });

  test('grow downwards, one level at a time', async () => {
    const community = {
      parentId: organisations.office,
      kind: 'community',
      communityType: 'urban',
      name: '新社区',
      nameEn: 'New',
    };
    const created = await office.post('/api/organisations', community);
    expect(created.status).toBe(201);
    expect(created.headers.get('location')).toBe(`/api/organisations/${created.body.id}`);
    expect(created.body.path).toBe(`/${organisations.district}/${organisations.office}/${created.body.id}/`);
    expect((await office.get(`/api/organisations/${created.body.id}`)).body).toEqual(created.body);
    const grid = { ...community, kind: 'grid', communityType: null };
    expect(await office.post('/api/organisations', grid)).toMatchObject({
      status: 422,
      body: { code: 'organisation.wrong-level' },
    });
    const untyped = { ...community, communityType: null };
    expect(await office.post('/api/organisations', untyped)).toMatchObject({
      status: 422,
      body: { code: 'organisation.community-type' },
    });
  });

  test('that do not exist are told from those that are not yours', async () => {
    const query = (id: string) => `/api/people?organisationId=${id}`;
    expect((await office.get(`/api/organisations/${unknown}`)).body.code).toBe('organisation.unknown');
    expect(await office.get(query(unknown))).toMatchObject({ status: 404, body: { code: 'organisation.unknown' } });
    expect(await office.get(query(organisations.district))).toMatchObject({
      status: 403,
      body: { code: 'permission.missing', params: { organisation: '示范区', capability: '查阅人员和名册' } },
    });
  });
});

describe('people', () => {
  test('are found by part of their name, in pages, within the subtree', async () => {
    const names = Array.from({ length: 53 }, (_none, index) => `分页${String(index).padStart(2, '0')}`);
    for (const name of names) await office.post('/api/people', { organisationId: organisations['xinhe.grid1'], name });
    const query = `/api/people?organisationId=${organisations.xinhe}&q=${encodeURIComponent('分页')}`;
    const first = await office.get(query);
    const second = await office.get(`${query}&cursor=${first.body.next}`);
    const found = [...first.body.items, ...second.body.items].map(({ name }) => name);
    expect(found).toEqual(names);
    expect(first.body.items).toHaveLength(50);
    expect(second.body.next).toBeNull();
    const elsewhere = query.replace(organisations.xinhe, organisations.chunhe);
    expect((await office.get(elsewhere)).body.items).toEqual([]);
  });

  test('are renamed by an administrator above them and by nobody else', async () => {
    const path = `/api/people/${people['chunhe.member1']}/name`;
    expect(await office.put(path, { name: '新名字' })).toMatchObject({ status: 200, body: { name: '新名字' } });
    const staff = await api.signIn('chunhe.staff');
    expect(await staff.put(path, { name: '别名' })).toMatchObject({
      status: 403,
      body: { code: 'permission.missing' },
    });
    expect((await office.put(`/api/people/${people.admin}/name`, { name: '别名' })).status).toBe(403);
  });
});

describe('rosters', () => {
  const membersOf = async (day: string) => {
    const path = `/api/bodies/${bodies['chunhe.supervision-committee']}/members?on=${day}`;
    return (await office.get(path)).body.items.map(({ personId }: { personId: string }) => personId);
  };

  test('hold whoever has a term on the day, its first and last included', async () => {
    const seat = {
      personId: people['chunhe.resident'],
      position: '委员',
      validFrom: '2026-04-01',
      validTo: '2026-06-30',
    };
    const path = `/api/bodies/${bodies['chunhe.supervision-committee']}/members`;
    const created = await office.post(path, seat);
    expect(created).toMatchObject({ status: 201, body: { position: '委员', name: expect.any(String) } });
    const days = ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'];
    const there = await Promise.all(days.map(async (day) => (await membersOf(day)).includes(seat.personId)));
    expect(there).toEqual([false, true, true, false]);

    const overlapping = { ...seat, validFrom: '2026-06-30', validTo: null };
    expect(await office.post(path, overlapping)).toMatchObject({ status: 409, body: { code: 'membership.overlaps' } });
    const shortened = await office.put(`${path}/${created.body.id}/term`, {
      validFrom: '2026-04-01',
      validTo: '2026-05-31',
    });
    expect(shortened).toMatchObject({ status: 200, body: { validTo: '2026-05-31' } });
    expect((await office.post(path, overlapping)).status).toBe(201);
    const backwards = { validFrom: '2026-05-31', validTo: '2026-05-30' };
    expect((await office.put(`${path}/${created.body.id}/term`, backwards)).body.code).toBe('term.ends-before-start');
  });

  test('belong to one body of each kind', async () => {
    const body = { organisationId: organisations.chunhe, kind: 'party-organisation', name: '又一个党组织' };
    expect(await office.post('/api/bodies', body)).toMatchObject({ status: 409, body: { code: 'body.exists' } });
  });
});

describe('accounts', () => {
  test('are one for a person, with a username that is not taken', async () => {
    const person = await office.post('/api/people', { organisationId: organisations.chunhe, name: '周一' });
    const account = { personId: person.body.id, username: 'zhou.yi', password: PASSWORD };
    expect(await office.post('/api/accounts', { ...account, username: 'admin' })).toMatchObject({
      status: 409,
      body: { code: 'account.username-taken', detail: { zh: '用户名“admin”已被使用，请换一个。' } },
    });
    expect(await office.post('/api/accounts', account)).toMatchObject({
      status: 201,
      body: { username: 'zhou.yi', grants: [] },
    });
    expect(await office.post('/api/accounts', { ...account, username: 'zhou.er' })).toMatchObject({
      status: 409,
      body: { code: 'account.person-has-one' },
    });
    await expect(api.signIn('zhou.yi')).resolves.toBeDefined();
  });

  test('are listed within the own subtree only', async () => {
    const list = await office.get(`/api/accounts?organisationId=${organisations.office}`);
    const usernames = list.body.items.map(({ username }: { username: string }) => username);
    expect(usernames).toContain('chunhe.staff');
    expect(usernames).not.toContain('admin');
    expect(JSON.stringify(list.body)).not.toContain('argon2');
    expect((await office.get(`/api/accounts?organisationId=${organisations.district}`)).status).toBe(403);
  });

  test('outside the own subtree are out of reach', async () => {
    const path = `/api/accounts/${accounts['district.discipline']}`;
    expect((await office.put(`${path}/disabled`, { disabled: true })).status).toBe(403);
    expect((await office.put(`${path}/password`, { password: 'maple river 7 stones' })).status).toBe(403);
    expect((await office.delete(`${path}/sessions`)).status).toBe(403);
    expect((await office.delete(`/api/accounts/${unknown}/sessions`)).status).toBe(404);
  });

  test('with a role further up are not taken over by resetting their password', async () => {
    const account = await newAccount('li.yi');
    const grant = { role: 'district-discipline', organisationId: organisations.district, ...openTerm };
    expect((await district.post(`/api/accounts/${account}/grants`, grant)).status).toBe(201);
    const answer = await office.put(`/api/accounts/${account}/password`, { password: 'maple river 7 stones' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'account.reaches-further' } });
  });

  test('get a new password, which ends their sign-ins', async () => {
    const account = await newAccount('li.er');
    const client = await api.signIn('li.er');
    expect((await office.put(`/api/accounts/${account}/password`, { password: 'maple river 7 stones' })).status).toBe(
      204,
    );
    expect((await client.get('/api/me')).status).toBe(401);
    await expect(api.signIn('li.er', 'maple river 7 stones')).resolves.toBeDefined();
  });
});

describe('grants', () => {
  test('count at once, for a term, and are ended rather than deleted', async () => {
    const account = await newAccount('wang.yi');
    const client = await api.signIn('wang.yi');
    const path = `/api/accounts/${account}/grants`;
    const mine = async () => (await client.get('/api/me')).body.organisations.map(({ id }: { id: string }) => id);
    expect(await mine()).toEqual([]);
    const granted = await office.post(path, { role: 'staff', organisationId: organisations.chunhe, ...openTerm });
    expect(granted.body.grants).toMatchObject([
      { role: 'staff', roleName: { zh: '工作人员', en: 'Staff' }, ...openTerm },
    ]);
    expect(await mine()).toEqual([organisations.chunhe]);
    const ended = await office.put(`${path}/${granted.body.grantId}/last-day`, { lastDay: null });
    expect(ended.body.grants).toMatchObject([{ validFrom: TODAY, validTo: '2026-03-04' }]);
    expect(await mine()).toEqual([]);
  });

  test('are given once: again for the same time is refused, the same request again is not', async () => {
    const path = `/api/accounts/${await newAccount('wang.si')}/grants`;
    const grant = { role: 'staff', organisationId: organisations.chunhe, ...openTerm };
    const first = await office.post(path, grant, { key: 'grant-once' });
    expect(first.body.grants.map(({ id }: { id: string }) => id)).toEqual([first.body.grantId]);
    expect(await office.post(path, grant)).toMatchObject({
      status: 409,
      body: { code: 'grant.held-already', params: { role: '工作人员', validFrom: TODAY, validTo: null } },
    });
    expect(await office.post(path, grant, { key: 'grant-once' })).toMatchObject({ status: 201, body: first.body });
    const atOnce = { ...grant, role: 'recorder' };
    const answers = await Promise.all([office.post(path, atOnce), office.post(path, atOnce)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  });

  test('are never given outside the own subtree', async () => {
    const path = `/api/accounts/${await newAccount('wang.er')}/grants`;
    const above = { role: 'administrator', organisationId: organisations.district, ...openTerm };
    expect(await office.post(path, above)).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
    const stranger = `/api/accounts/${accounts['district.discipline']}/grants`;
    const below = { role: 'staff', organisationId: organisations.chunhe, ...openTerm };
    expect((await office.post(stranger, below)).status).toBe(403);
  });

  test('of a supervising role are not given by those it supervises', async () => {
    const path = `/api/accounts/${await newAccount('wang.san')}/grants`;
    const grant = { role: 'subdistrict-supervisor', organisationId: organisations.chunhe, ...openTerm };
    expect(await office.post(path, grant)).toMatchObject({ status: 422, body: { code: 'grant.role-not-at-level' } });
  });

  test('and the own account are nobody’s own business', async () => {
    const own = `/api/accounts/${accounts['office.admin']}`;
    const grant = { role: 'staff', organisationId: organisations.chunhe, ...openTerm };
    const me = await office.get('/api/me');
    const answers = [
      await office.post(`${own}/grants`, grant),
      await office.put(`${own}/grants/${me.body.grants[0].id}/last-day`, { lastDay: '2099-12-31' }),
      await office.put(`${own}/disabled`, { disabled: true }),
      await office.put(`${own}/password`, { password: 'maple river 7 stones' }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([403, 'account.own']));
  });
});
