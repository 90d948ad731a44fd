import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { businessClock } from '../../src/adapters/postgres/clock';
import { postgresClockMoves } from '../../src/adapters/postgres/clock-moves';
import { workflowIdOf } from '../../src/contract/messages/course';
import { act, morning, signInCast, startCouncil, type Cast } from '../support/council';
import { createTrainingDatabase, type TestDatabase } from '../support/database';
import { patient, until } from '../support/patient';
import { replayErrors } from '../support/replay';
import { startService, type Service } from '../support/service';
import { eventsOf } from '../support/story';
import type { ApiClient } from '../support/api';

const DAY = 86_400_000;

let database: TestDatabase;
let service: Service;
let cast: Cast;
let admin: ApiClient;
beforeAll(async () => {
  database = await createTrainingDatabase();
  service = await startService({ databaseUrl: database.url, training: true });
  cast = await signInCast(service);
  admin = await service.signIn('admin');
});
afterAll(async () => {
  await service?.close();
  await database?.drop();
});

const clock = async () => (await service.anonymous.get('/api/clock')).body;

/** Issues a notice that hangs nowhere yet: its posting is owed, and people are reminded of it. */
async function noticed(): Promise<string> {
  const id = await startCouncil(cast);
  const channels = [{ channel: 'window', location: '东门' }];
  const meetingAt = new Date(morning(await service.now(), 8)).toISOString();
  await act(cast.staff, id, 'issue-notice', { meetingAt, place: '议事厅', channels });
  return id;
}

const toldOf = async (id: string) =>
  (await eventsOf(service.database, id)).flatMap(({ type, data }) =>
    type === 'deadline-told' ? [(data as { phase: string }).phase] : [],
  );

describe('the training clock', () => {
  it('is moved by an administrator of the topmost organisation, forward and not too far at once', async () => {
    const { now } = await clock();
    const to = (days: number) => ({ to: new Date(Date.parse(now) + days * DAY).toISOString() });
    const refused = async (client: ApiClient, body: object) => {
      const answer = await client.post('/api/clock', body);
      return [answer.status, answer.body.code];
    };
    expect(await refused(admin, to(-1))).toEqual([422, 'clock.backward']);
    expect(await refused(admin, to(500))).toEqual([422, 'clock.too-far']);
    expect(await refused(admin, {})).toEqual([422, 'clock.moment-or-days']);
    expect(await refused(admin, { ...to(1), advanceDays: 1 })).toEqual([422, 'clock.moment-or-days']);
    expect(await refused(admin, { to: 'tomorrow' })).toEqual([422, 'request.invalid']);
    expect(await refused(admin, { advanceDays: 0 })).toEqual([422, 'request.invalid']);
    for (const client of [cast.secretary, await service.signIn('office.admin')])
      expect(await refused(client, to(1))).toEqual([403, 'permission.missing']);
    expect((await service.anonymous.post('/api/clock', to(1))).status).toBe(401);
    expect(Date.parse((await clock()).now) - Date.parse(now)).toBeLessThan(60_000);
  });

  it('is heard of by every open procedure before the answer: by one that waits for a moment, and by one that waits for nothing', async () => {
    const [waiting, draft] = [await noticed(), await startCouncil(cast)];
    const answer = await admin.post('/api/clock', { advanceDays: 1 });
    expect([answer.status, answer.body.moving]).toEqual([200, null]);
    const offset = BigInt(answer.body.offset);
    const heard = await service.database.clockHeard.findMany({ where: { procedureId: { in: [waiting, draft] } } });
    expect(heard.map(({ offsetMs }) => offsetMs)).toEqual([offset, offset]);
    // The workflow sleeps less: less than a minute before its moment it wakes by itself.
    const timers = (await cast.staff.get(`/api/procedures/${waiting}/state`)).body.timers;
    const next = Math.min(...timers.map(({ at }: { at: string }) => Date.parse(at)));
    await admin.post('/api/clock', { to: new Date(next - 1_500).toISOString() });
    expect(await toldOf(waiting)).toEqual([]);
    expect(
      await until(
        () => toldOf(waiting),
        (phases) => phases.length > 0,
      ),
    ).toEqual(['remind']);
  });

  it('goes on by both of two moves at once, one after the other', async () => {
    const before = Date.parse((await clock()).now);
    const answers = await Promise.all([
      patient(admin).post('/api/clock', { advanceDays: 2 }),
      patient(admin).post('/api/clock', { advanceDays: 3 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { now, moving } = await clock();
    expect(moving).toBeNull();
    expect(Date.parse(now) - before - 5 * DAY).toBeLessThan(60_000);
    const moves = await service.database.clockMove.findMany({ orderBy: { fromAt: 'asc' } });
    const [first, second] = moves.slice(-2);
    expect(second!.fromAt).toEqual(first!.toAt);
  });

  it('stands still at what is due while no worker is there, says how many are left, and goes on once one is back', async () => {
    const id = await noticed();
    await service.stopWorker();
    const before = Date.parse((await clock()).now);
    const move = () => admin.post('/api/clock', { advanceDays: 20 }, { key: 'twenty-days' });
    const answer = await move();
    const { moving, now } = answer.body;
    expect(answer.status).toBe(202);
    expect(moving.left).toBeGreaterThan(0);
    expect(Date.parse(moving.to)).toBeGreaterThanOrEqual(before + 20 * DAY);
    expect(Date.parse(now)).toBeLessThan(before + 8 * DAY);
    await service.startWorker();
    expect((await until(clock, (shown) => shown.moving === null)).now >= moving.to).toBe(true);
    const repeated = await move();
    expect([repeated.status, repeated.body.moving]).toEqual([200, null]);
    expect(new Set(await toldOf(id))).toEqual(new Set(['remind', 'due', 'overdue']));
    const { details } = (await cast.staff.get(`/api/procedures/${id}`)).body;
    for (const { type, at, data } of await eventsOf(service.database, id)) {
      if (type !== 'deadline-told') continue;
      const { key, phase } = data as { key: string; phase: 'remind' };
      const due = new Date(details.duties[key].moments[phase]).getTime();
      // Late by as long as there was no worker, as in real life.
      expect([at >= due, at - due < 60_000]).toEqual([true, true]);
    }
  });

  it('gives a procedure whose workflow is gone another one, and waits for it', async () => {
    const id = await startCouncil(cast);
    const handle = service.temporal.workflow.getHandle(workflowIdOf('council', id));
    await handle.terminate();
    await admin.post('/api/clock', { advanceDays: 1 });
    const { offset } = await until(clock, ({ moving }) => moving === null);
    const heard = await service.database.clockHeard.findUniqueOrThrow({ where: { procedureId: id } });
    expect(Number(heard.offsetMs)).toBe(offset);
    expect((await handle.describe()).status.name).toBe('RUNNING');
  });

  it('settles at the next start what a process left undone that died after it had moved the clock and told nobody', async () => {
    const id = await noticed();
    const moves = postgresClockMoves(service.database);
    const real = businessClock(service.database);
    const to = await moves.ask(
      { id: '5f0c8a52-8f0e-4b51-9df6-3c7b1d1f0a11', askedById: EXAMPLE.accounts.admin },
      (from) => from + 2 * DAY,
    );
    await real.advanceTo((await real.now()) + 2 * DAY);
    const { moving } = await clock();
    expect(moving).toMatchObject({ to: new Date(to as number).toISOString(), left: expect.any(Number) });
    expect(moving.left).toBeGreaterThan(0);
    const next = await startService({
      databaseUrl: database.url,
      training: true,
      ownWorker: false,
      taskQueue: service.taskQueue,
    });
    try {
      await until(clock, (shown) => shown.moving === null);
      const { offset } = await clock();
      const heard = await service.database.clockHeard.findUniqueOrThrow({ where: { procedureId: id } });
      expect(Number(heard.offsetMs)).toBe(offset);
    } finally {
      await next.close();
    }
  });

  it('leaves histories that replay', async () => {
    expect(await replayErrors(service)).toEqual({});
  });
});
