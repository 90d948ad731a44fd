import { addDays, atTime, civilDateOf } from '../../src/domain/calendar/civil-date';
import { TRAINING_BEGINS } from '../../src/domain/training';
import { act, councilBody, gather, itemIds, mustBe, showOfHands, signInCast, type Cast } from '../support/council';
import { replayErrors } from '../support/replay';
import { startService, type Service } from '../support/service';
import { eventsOf, isWhole } from '../support/story';

const DAY = 86_400_000;
const BANNER = '培训数据，不是真实公示';

const page = async (service: Service, path: string) =>
  (await fetch(service.url + path, { headers: { Accept: 'text/html' } })).text();

describe('a training database', () => {
  let service: Service;
  let cast: Cast;
  beforeAll(async () => {
    service = await startService({ training: true });
    cast = await signInCast(service);
  });
  afterAll(() => service?.close());

  const clock = async () => Date.parse((await service.anonymous.get('/api/clock')).body.now);
  const moveTo = async (moment: number) => service.pass(moment - (await clock()));

  it('has its own first day, and says so in every answer, on every page and to whoever is signed in', async () => {
    const answer = await service.anonymous.get('/api/clock');
    expect(answer.body).toMatchObject({ training: true, moving: null, offset: expect.any(Number) });
    expect(Date.parse(answer.body.now) - TRAINING_BEGINS).toBeLessThan(60_000);
    expect(answer.headers.get('x-guicheng-training')).toBe('true');
    expect((await service.anonymous.get('/api/nothing')).headers.get('x-guicheng-training')).toBe('true');
    expect((await cast.staff.get('/api/me')).body).toMatchObject({ today: '2026-03-02', training: true });
    expect((await service.anonymous.get('/readyz')).body.training).toBe(true);
    for (const path of ['/board', '/board/papers/00000000-0000-4000-8000-000000000000', '/board/nowhere'])
      expect(await page(service, path)).toContain(BANNER);
  });

  it('walks a broad council from its notice to its end: everything happens when it falls due [HDA-11.1.2] [LAW-RCL-34]', async () => {
    const { id } = mustBe(
      await cast.staff.post('/api/procedures', councilBody({ items: [{ title: '增设充电桩' }] })),
      201,
      'start',
    ).body;
    const meetingAt = atTime('2026-03-06', '14:00');
    const channels = [{ channel: 'window', location: '东门' }];
    const notice = { meetingAt: new Date(meetingAt).toISOString(), place: '社区议事厅', channels };
    const { answer } = await act(cast.staff, id, 'issue-notice', notice);
    const posting = { postingId: answer.postings[0].id, postedOn: '2026-03-02', note: '已张贴' };
    await act(cast.staff, id, 'confirm-posting', posting);
    const early = await cast.chair.post(`/api/procedures/${id}/actions/open-sitting`, {});
    expect(early.body).toMatchObject({ code: 'council.notice-period-running', clause: 'HDA-11.1.2' });
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    const [itemId] = (await itemIds(cast.staff, id)) as [string];
    await showOfHands(cast, id, itemId, { inFavour: 6, against: 3, abstained: 0 });
    await act(cast.chair, id, 'close-sitting');
    await act(cast.staff, id, 'hand-to-assembly', { itemIds: [itemId] });
    const { answer: published } = await act(cast.staff, id, 'publish-result');
    const paper = `/board/papers/${published.publicationId}`;
    expect(await page(service, paper)).toContain(BANNER);
    // Nobody is told in time: a month at once, and yet every moment is on record as of its own day.
    await moveTo(meetingAt + 30 * DAY);
    const told = (await eventsOf(service.database, id)).filter(({ type }) => type === 'deadline-told');
    const overdue = told.find(({ data }) => (data as { phase: string }).phase === 'overdue')!;
    expect(civilDateOf(overdue.at - 60_000)).toBe('2026-03-11');
    expect(overdue.at - atTime('2026-03-12', '00:00')).toBeLessThan(60_000);
    const { details, stage } = (await cast.staff.get(`/api/procedures/${id}`)).body;
    expect(stage).toBe('completing');
    expect(civilDateOf(Date.parse(details.publications[0].takenDownAt))).toBe(addDays('2026-03-06', 16));
    expect((await service.anonymous.get(paper)).status).toBe(404);
    const late = (await cast.staff.get('/api/deadlines?state=overdue')).body.items;
    expect(late.map(({ kind }: { kind: string }) => kind)).toContain('tell-concerned');
    expect((await cast.staff.get('/api/procedures?overdue=true')).body.items).toContainEqual(
      expect.objectContaining({ id }),
    );
    const audience = { how: 'oral', toldOn: civilDateOf(await clock()), audience: '有关居民', itemIds: [itemId] };
    expect((await act(cast.staff, id, 'record-telling', audience)).status).toBe('closed');
    expect(await isWhole(service.database, id)).toBe(true);
    expect(await replayErrors(service)).toEqual({});
  });

  it('keeps sign-ins and Idempotency-Keys in real time, however far the clock is moved', async () => {
    const session = await service.database.session.findFirstOrThrow();
    expect(session.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(12 * 3_600_000);
    const admin = await service.signIn('admin');
    const first = await admin.post('/api/clock', { advanceDays: 60 }, { key: 'sixty-days' });
    expect(first.status).toBe(200);
    // Sixty days are longer than a sign-in lasts and a key is kept.
    const again = await admin.post('/api/clock', { advanceDays: 60 }, { key: 'sixty-days' });
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([first.body, 'true']);
    expect((await cast.staff.get('/api/me')).body.today).toBe(civilDateOf(Date.parse(first.body.now)));
    const [key] = await service.database.idempotencyKey.findMany({ where: { key: 'sixty-days' } });
    expect(Date.now() - key!.createdAt.getTime()).toBeLessThan(60_000);
  });

  it('counts terms of office by its own clock', async () => {
    const grant = await service.database.roleGrant.findFirstOrThrow({
      where: { role: 'staff', account: { username: 'chunhe.staff' } },
    });
    await service.database.roleGrant.update({
      where: { id: grant.id },
      data: { validTo: civilDateOf(await clock()) },
    });
    expect((await cast.staff.get('/api/me')).body.organisations).not.toEqual([]);
    await service.pass(DAY);
    expect((await cast.staff.get('/api/me')).body.organisations).toEqual([]);
  });
});

describe('a database in earnest', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  });
  afterAll(() => service?.close());

  it('goes by real time, marks nothing, and its clock is not moved', async () => {
    const answer = await service.anonymous.get('/api/clock');
    expect(answer.body).toEqual({ training: false, now: expect.any(String), offset: 0, moving: null });
    expect(Math.abs(Date.parse(answer.body.now) - Date.now())).toBeLessThan(5_000);
    expect(answer.headers.get('x-guicheng-training')).toBeNull();
    expect(await page(service, '/board')).not.toContain(BANNER);
    const admin = await service.signIn('admin');
    expect((await admin.get('/api/me')).body.training).toBe(false);
    expect((await service.anonymous.get('/readyz')).body).not.toHaveProperty('training');
    const moved = await admin.post('/api/clock', { advanceDays: 1 });
    expect([moved.status, moved.body.code]).toEqual([409, 'clock.not-training']);
    expect((await admin.get('/api/clock')).body.moving).toBeNull();
  });
});
