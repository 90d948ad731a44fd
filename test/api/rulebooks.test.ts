import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { startTestApi, TODAY, type ApiClient, type TestApi } from '../support/api';

let api: TestApi;
let district: ApiClient;
let office: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  district = await api.signIn('admin');
  office = await api.signIn('office.admin');
});
afterAll(() => api.close());

const { organisations } = EXAMPLE;

function rulebook(values: object, organisationId: string = organisations.office, effectiveOn = TODAY) {
  return { organisationId, effectiveOn, values, note: '党工委会议决定' };
}

const valueOf = async (organisationId: string, key: string, on = TODAY) => {
  const { body } = await district.get(`/api/rulebooks?organisationId=${organisationId}&on=${on}`);
  return body.values.find((value: { key: string }) => value.key === key);
};

describe('a rulebook', () => {
  test('without any version holds the defaults, each with its clause and its names', async () => {
    expect(await valueOf(organisations.chunhe, 'council.noticeClearDays')).toEqual({
      key: 'council.noticeClearDays',
      name: { zh: expect.stringContaining('议事会'), en: expect.stringContaining('council') },
      value: 3,
      clause: 'HDA-11.1.2',
      origin: 'text',
      setBy: null,
    });
  });

  test('is inherited from above, refined below, and in effect from its day on', async () => {
    const tomorrow = '2026-03-06';
    expect(
      (await district.post('/api/rulebooks', rulebook({ 'council.tellWithinDays': 7 }, organisations.district))).status,
    ).toBe(201);
    expect(
      (await office.post('/api/rulebooks', rulebook({ 'council.tellWithinDays': 4 }, organisations.office, tomorrow)))
        .status,
    ).toBe(201);
    expect(await valueOf(organisations.chunhe, 'council.tellWithinDays')).toMatchObject({
      value: 7,
      setBy: { organisationId: organisations.district, name: '示范区', version: 1, inherited: true },
    });
    expect(await valueOf(organisations.chunhe, 'council.tellWithinDays', tomorrow)).toMatchObject({
      value: 4,
      setBy: { name: '和畅街道' },
    });
    expect(await valueOf(organisations.office, 'council.tellWithinDays', tomorrow)).toMatchObject({
      setBy: { inherited: false },
    });
  });

  test('has numbered versions, none of which replaces another', async () => {
    await office.post('/api/rulebooks', rulebook({ 'board.days': 20 }, organisations.xinhe));
    const second = await office.post('/api/rulebooks', rulebook({ 'board.days': 30 }, organisations.xinhe));
    expect(second.body).toMatchObject({ version: 2, values: { 'board.days': 30 } });
    const { body } = await office.get(`/api/rulebooks/versions?organisationId=${organisations.xinhe}`);
    expect(body.items.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    expect(await valueOf(organisations.xinhe, 'board.days')).toMatchObject({ value: 30, setBy: { version: 2 } });
  });

  test('counts by its day and not by its number: the one dated last, and of one day the newest', async () => {
    const grid = organisations['xinhe.grid1'];
    const set = (days: number, effectiveOn: string) =>
      office.post('/api/rulebooks', rulebook({ 'board.days': days }, grid, effectiveOn));
    await set(40, '2026-03-20');
    await set(20, '2026-03-10');
    await set(21, '2026-03-10');
    const on = async (day: string) => {
      const { value, setBy } = await valueOf(grid, 'board.days', day);
      return [value, setBy.version];
    };
    expect(await on('2026-03-10')).toEqual([21, 3]);
    expect(await on('2026-03-19')).toEqual([21, 3]);
    expect(await on('2026-03-20')).toEqual([40, 1]);
  });

  test('below a floor is refused with its key and its clause', async () => {
    const answer = await office.post('/api/rulebooks', rulebook({ 'council.noticeClearDays': 2 }));
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: 'rulebook.below-floor',
        clause: 'HDA-11.1.2',
        params: { key: 'council.noticeClearDays', value: 2, floor: 3 },
        errors: [{ path: 'values.council.noticeClearDays', clause: 'HDA-11.1.2' }],
      },
    });
    expect(answer.body.detail.zh).toContain('HDA-11.1.2');
  });

  test('with several mistakes names each of them', async () => {
    const answer = await office.post(
      '/api/rulebooks',
      rulebook({ 'board.days': 1.5, 'no.such': 1, 'council.noticeClearDays': 0 }),
    );
    expect(answer.body.code).toBe('rulebook.invalid');
    expect(answer.body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'values.board.days',
      'values.no.such',
      'values.council.noticeClearDays',
    ]);
  });

  test('does not reach back', async () => {
    const answer = await office.post('/api/rulebooks', rulebook({}, organisations.office, '2026-03-04'));
    expect(answer).toMatchObject({ status: 422, body: { code: 'rulebook.effective-in-the-past' } });
  });

  test('is set by an administrator of the organisation', async () => {
    expect((await office.post('/api/rulebooks', rulebook({}, organisations.district))).status).toBe(403);
    const secretary = await api.signIn('chunhe.secretary');
    expect((await secretary.post('/api/rulebooks', rulebook({}, organisations.chunhe))).status).toBe(403);
    expect((await secretary.get(`/api/rulebooks?organisationId=${organisations.chunhe}`)).status).toBe(200);
  });
});

describe('a version is a whole text', () => {
  const { chunhe } = organisations;
  const both = { 'board.days': 20, 'council.tellWithinDays': 3 };

  test('that leaves out what is set is refused unless it names it, so that nothing is withdrawn by omission', async () => {
    expect(await office.post('/api/rulebooks', rulebook(both, chunhe))).toMatchObject({
      status: 201,
      body: { version: 1, withdrawn: [] },
    });
    const shorter = rulebook({ 'board.days': 30 }, chunhe);
    const refused = await office.post('/api/rulebooks', { ...shorter, withdraws: ['board.days'] });
    expect(refused).toMatchObject({
      status: 409,
      body: {
        code: 'rulebook.withdraws-unsaid',
        clause: null,
        params: { keys: 'council.tellWithinDays', version: 1, effectiveOn: TODAY },
      },
    });
    expect(await valueOf(chunhe, 'board.days')).toMatchObject({ value: 20 });

    const key = 'withdraw-telling';
    const saying = { ...shorter, withdraws: ['council.tellWithinDays'] };
    const set = await office.post('/api/rulebooks', saying, { key });
    expect(set).toMatchObject({ status: 201, body: { version: 2, withdrawn: ['council.tellWithinDays'] } });
    expect((await office.post('/api/rulebooks', saying, { key })).body).toEqual(set.body);
    expect(await valueOf(chunhe, 'council.tellWithinDays')).not.toMatchObject({ setBy: { name: '春和社区' } });
  });

  test('and is compared with the version of its own first day, not with one that is dated later', async () => {
    const later = rulebook({ 'board.days': 30, 'council.publishWithinDays': 3 }, chunhe, '2026-05-01');
    expect(await office.post('/api/rulebooks', later)).toMatchObject({ status: 201, body: { withdrawn: [] } });
    const before = rulebook({ 'board.days': 25 }, chunhe, '2026-04-01');
    expect(await office.post('/api/rulebooks', before)).toMatchObject({ status: 201, body: { withdrawn: [] } });
    const after = rulebook({ 'board.days': 25 }, chunhe, '2026-06-01');
    expect(await office.post('/api/rulebooks', after)).toMatchObject({
      status: 409,
      body: { params: { keys: 'council.publishWithinDays', version: 3, effectiveOn: '2026-05-01' } },
    });
  });
});

describe('the holiday table', () => {
  test('names its version, its source and the years it knows', async () => {
    const { body } = await office.get('/api/calendar');
    expect(body).toMatchObject({ version: '2026', years: [2026], source: expect.stringContaining('国务院办公厅') });
  });

  test('lists the special days of a year in order', async () => {
    const { body } = await office.get('/api/calendar/days?year=2026');
    expect(body).toMatchObject({ year: 2026, known: true });
    expect(body.days[0]).toMatchObject({ day: '2026-01-01', kind: 'holiday', name: '元旦' });
    expect(body.days.map(({ day }: { day: string }) => day)).toEqual(
      body.days.map(({ day }: { day: string }) => day).sort(),
    );
    expect((await office.get('/api/calendar/days?year=2027')).body).toMatchObject({ known: false, days: [] });
  });
});
