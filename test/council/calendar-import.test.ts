import { HOLIDAYS_2026 } from '../../src/domain/calendar/data/holidays-2026';

import { act, announce, gather, itemIds, showOfHands, signInCast, startCouncil, type Cast } from '../support/council';
import { until } from '../support/patient';
import { startSkippingService, type Service } from '../support/service';
import { isWhole } from '../support/story';

describe('a holiday table that is imported', () => {
  let service: Service;
  let cast: Cast;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCast(service);
  });
  afterAll(() => service?.close());

  const days = Object.entries(HOLIDAYS_2026.days).map(([day, special]) => ({ day, ...special }));
  const table = (version: string, more: object[] = []) => ({
    version,
    source: '国务院办公厅通知',
    years: [2026, 2027],
    days: [...days, holiday('2027-01-01'), ...more],
  });
  const holiday = (day: string) => ({ day, kind: 'holiday', name: '临时放假', notice: '补充通知' });

  /** A council whose sitting closed today, with duties counted by the calendar. */
  async function closedCouncil(): Promise<string> {
    const id = await startCouncil(cast, { items: [{ title: '增设充电桩' }] });
    await announce(service, cast, id);
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    const [itemId] = await itemIds(cast.staff, id);
    await showOfHands(cast, id, itemId!, { inFavour: 9, against: 0, abstained: 0 });
    await act(cast.chair, id, 'close-sitting');
    return id;
  }

  it('moves the dates it changes, and only those; each is told why, and the old date stays readable [LAW-CC-203]', async () => {
    const id = await closedCouncil();
    const other = await startCouncil(cast);
    const admin = await service.signIn('admin');
    const { duties } = (await cast.staff.get(`/api/procedures/${id}`)).body.details;
    const { dueOn } = duties['publish-result'];
    const imported = await admin.post('/api/calendar', table('2026-临时', [holiday(dueOn)]));
    expect([imported.status, imported.body.procedures]).toEqual([201, 1]);
    const moved = await until(
      async () => (await cast.staff.get(`/api/procedures/${id}`)).body.details.duties['publish-result'],
      (duty) => duty.dueOn !== dueOn,
    );
    expect(moved.earlier).toEqual([expect.objectContaining({ dueOn, cause: 'calendar' })]);
    expect(moved.dueOn > dueOn).toBe(true);
    const open = (await cast.staff.get('/api/deadlines?state=open')).body.items;
    const row = open.find(
      (one: { procedureId: string; key: string }) => one.procedureId === id && one.key === 'publish-result',
    );
    expect(row).toMatchObject({
      dueOn: moved.dueOn,
      calendarVersion: '2026-临时',
      earlier: [{ dueOn, cause: 'calendar' }],
    });
    const told = (await cast.staff.get('/api/notifications')).body.items;
    expect(told.map(({ kind }: { kind: string }) => kind)).toContain('deadline-recounted');
    expect(await service.database.message.count({ where: { procedureId: other } })).toBe(0);
    expect(await isWhole(service.database, id)).toBe(true);
    const live = (await cast.staff.get(`/api/procedures/${id}/state`)).body.timers;
    expect(live.filter(({ key }: { key: string }) => key === 'publish-result/overdue')).toHaveLength(1);
  });

  it('is imported at the topmost organisation only; a wrong table is refused with the day, and nothing is written', async () => {
    const admin = await service.signIn('admin');
    const versions = () => service.database.calendarVersion.count();
    const before = await versions();
    const community = await service.signIn('office.admin');
    expect((await community.post('/api/calendar', table('2026-x'))).status).toBe(403);
    for (const [more, code] of [
      [[holiday('2028-01-01')], 'calendar.day-outside-years'],
      [[holiday(days[0]!.day)], 'calendar.day-twice'],
      [[{ ...holiday('2026-03-04'), kind: 'make-up working day' }], 'calendar.make-up-on-a-working-day'],
    ] as const) {
      const answer = await admin.post('/api/calendar', table('2026-x', [...more]));
      expect([answer.status, answer.body.code]).toEqual([422, code]);
    }
    expect((await admin.post('/api/calendar', table('2026-x', [holiday('2026-02-30')]))).status).toBe(422);
    const dropping = { ...table('2027-x'), years: [2027], days: [holiday('2027-01-01')] };
    const dropped = await admin.post('/api/calendar', dropping);
    expect([dropped.status, dropped.body.code, dropped.body.params.year]).toEqual([422, 'calendar.year-dropped', 2026]);
    expect(await versions()).toBe(before);
    const taken = await admin.post('/api/calendar', table('2026-临时'));
    expect([taken.status, taken.body.code]).toEqual([409, 'calendar.version-exists']);
  });

  it('the same table again changes nothing', async () => {
    const admin = await service.signIn('admin');
    expect((await admin.post('/api/calendar', table('2027'))).status).toBe(201);
    const again = await admin.post('/api/calendar', table('2027'));
    expect([again.status, again.body.procedures]).toEqual([201, 0]);
  });
});
