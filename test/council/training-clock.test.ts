import { Client } from 'pg';
import { markAsTraining } from '../../src/adapters/postgres/clock';
import { openDatabase } from '../../src/adapters/postgres/database';
import { addDays, atTime, civilDateOf } from '../../src/domain/calendar/civil-date';
import { act, councilBody, gather, itemIds, mustBe, showOfHands, signInCast, type Cast } from '../support/council';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { replayErrors } from '../support/replay';
import { startService, type Service } from '../support/service';
import { eventsOf, isWhole } from '../support/story';

const MONDAY = atTime('2026-03-02', '09:00');
const DAY = 86_400_000;

describe('a training database', () => {
  let testDatabase: TestDatabase;
  let service: Service;
  let cast: Cast;
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    const database = openDatabase(testDatabase.url);
    expect(await markAsTraining(database, MONDAY)).toBe(true);
    await database.$disconnect();
    service = await startService({ databaseUrl: testDatabase.url, training: true });
    cast = await signInCast(service);
  });
  afterAll(async () => {
    await service?.close();
    await testDatabase?.drop();
  });

  const clock = async () => Date.parse((await service.anonymous.get('/api/clock')).body.now);

  const moveTo = async (moment: number) => service.pass(moment - (await clock()));

  it('has its own first day, says so in every answer and on the board, and keeps sessions in real time', async () => {
    const answer = await service.anonymous.get('/api/clock');
    expect(answer.body.training).toBe(true);
    expect(answer.headers.get('x-guicheng-training')).toBe('true');
    expect(civilDateOf(Date.parse(answer.body.now))).toBe('2026-03-02');
    expect((await cast.staff.get('/api/me')).body.today).toBe('2026-03-02');
    const board = await fetch(`${service.url}/board`, { headers: { Accept: 'text/html' } });
    expect(await board.text()).toContain('培训数据，不是真实公示');
    const { expiresAt } = (await service.database.session.findFirst())!;
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now());
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
    await act(cast.staff, id, 'publish-result');
    // Nobody is told in time: a month at once, and yet every moment is on record as of its own day.
    await moveTo(meetingAt + 30 * DAY);
    const told = (await eventsOf(service.database, id)).filter(({ type }) => type === 'deadline-told');
    const overdue = told.find(({ data }) => (data as { phase: string }).phase === 'overdue')!;
    expect(civilDateOf(overdue.at - 60_000)).toBe('2026-03-11');
    expect(overdue.at - atTime('2026-03-12', '00:00')).toBeLessThan(60_000);
    const { details, stage } = (await cast.staff.get(`/api/procedures/${id}`)).body;
    expect(stage).toBe('completing');
    expect(civilDateOf(Date.parse(details.publications[0].takenDownAt))).toBe(addDays('2026-03-06', 16));
    const late = (await cast.staff.get('/api/deadlines?state=overdue')).body.items;
    expect(late.map(({ kind }: { kind: string }) => kind)).toContain('tell-concerned');
    const audience = { how: 'oral', toldOn: civilDateOf(await clock()), audience: '有关居民', itemIds: [itemId] };
    expect((await act(cast.staff, id, 'record-telling', audience)).status).toBe('closed');
    expect(await isWhole(service.database, id)).toBe(true);
    expect(await replayErrors(service)).toEqual({});
  }, 120_000);

  it('goes forward only, by an administrator of the topmost organisation, and not too far at once', async () => {
    const admin = await service.signIn('admin');
    const now = await clock();
    const to = (moment: number) => ({ to: new Date(moment).toISOString() });
    expect((await admin.post('/api/clock', to(now - DAY))).body).toMatchObject({ status: 422, code: 'clock.backward' });
    expect((await admin.post('/api/clock', to(now + 500 * DAY))).body.code).toBe('clock.too-far');
    expect((await cast.secretary.post('/api/clock', to(now + DAY))).status).toBe(403);
    expect((await admin.post('/api/clock', { to: 'tomorrow' })).status).toBe(422);
  });

  it('stays marked, and nobody sets its clock back, whatever their rights', async () => {
    const owner = new Client({ connectionString: testDatabase.url });
    await owner.connect();
    try {
      for (const sql of [
        'DELETE FROM training_clock',
        'TRUNCATE training_clock',
        'UPDATE training_clock SET "offsetMs" = "offsetMs" - 1',
      ])
        await expect(owner.query(sql)).rejects.toThrow('a training database stays marked');
    } finally {
      await owner.end();
    }
  });
});

describe('a database in earnest', () => {
  it('is not moved, and does not become one for training once it holds a procedure', async () => {
    const testDatabase = await createTestDatabase();
    const service = await startService({ databaseUrl: testDatabase.url });
    try {
      const cast = await signInCast(service);
      mustBe(await cast.staff.post('/api/procedures', councilBody()), 201, 'start');
      expect(await markAsTraining(service.database, MONDAY)).toBe(false);
      const answer = await service.anonymous.get('/api/clock');
      expect(answer.body.training).toBe(false);
      expect(answer.headers.get('x-guicheng-training')).toBeNull();
      const admin = await service.signIn('admin');
      const moved = await admin.post('/api/clock', { to: new Date(Date.now() + DAY).toISOString() });
      expect([moved.status, moved.body.code]).toEqual([409, 'clock.not-training']);
    } finally {
      await service.close();
      await testDatabase.drop();
    }
  });
});
