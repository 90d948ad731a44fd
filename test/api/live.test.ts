import { Client } from 'pg';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { act, itemIds, NINE, openVoteId, person, signInCast, startCouncil, type Cast } from '../support/council';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { listenTo, type Heard, type Listener } from '../support/listener';
import { narrowBody, sit } from '../support/narrow-council';
import { until } from '../support/patient';
import { startService, type Service } from '../support/service';

const live = { beatMs: 300, mostPerAccount: 4 };

describe('streams of what moves', () => {
  let testDatabase: TestDatabase;
  let first: Service;
  let second: Service;
  let cast: Cast;
  let id: string;
  const open: Listener[] = [];
  beforeAll(async () => {
    testDatabase = await createTestDatabase();
    first = await startService({ databaseUrl: testDatabase.url, live });
    second = await startService({ databaseUrl: testDatabase.url, taskQueue: first.taskQueue, ownWorker: false, live });
    cast = await signInCast(first);
  });
  beforeEach(async () => {
    id = await startCouncil(cast, narrowBody());
  });
  afterEach(() => open.splice(0).forEach((listener) => listener.close()));
  afterAll(async () => {
    await Promise.all([first?.close(), second?.close()]);
    await testDatabase?.drop();
  });

  /** Listens at the second process; everything is done at the first. */
  async function listen(who: { cookie: string | null }, path: string, lastEventId?: string): Promise<Listener> {
    const listener = await listenTo(second.url, path, who, lastEventId);
    open.push(listener);
    return listener;
  }
  const one = (who: { cookie: string | null }, lastEventId?: string) =>
    listen(who, `/api/procedures/${id}/events`, lastEventId);
  const all = (who: { cookie: string | null }, lastEventId?: string) => listen(who, '/api/events', lastEventId);
  const moved = ({ event, data }: Heard) => event === 'moved' && data.procedureId === id;
  const version = async () => (await cast.staff.get(`/api/procedures/${id}`)).body.version as number;

  it('tell of commands, facts and how many ballots were cast, in whichever process they happen', async () => {
    const stream = await one(cast.staff);
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).toContain('no-transform');
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    expect(await stream.next(moved)).toMatchObject({ data: { version: await version(), cast: null } });
    await sit(cast, id);
    const sitting = await version();
    await stream.next(({ data }) => data.version === sitting);
    const [itemId] = await itemIds(cast.staff, id);
    await act(cast.chair, id, 'put-to-vote', { itemId, question: 'adopt', method: 'open-ballot' });
    const voteId = await openVoteId(cast.staff, id);
    await stream.next(({ data }) => data.cast === 0);
    for (const name of NINE.slice(0, 3))
      await act(cast.recorder, id, 'enter-ballot', { voteId, personId: person(name), choice: 'in-favour' });
    expect(await stream.next(({ data }) => data.cast === 3)).toMatchObject({ data: { version: await version() } });
    await act(cast.recorder, id, 'close-vote', { voteId });
    const closed = await stream.next(({ data }) => data.version > sitting + 1 && data.cast === null);
    expect(Object.keys(closed.data).sort()).toEqual(['cast', 'procedureId', 'version']);
  });

  it('tell whoever has no right to it nothing at all', async () => {
    const stranger = await first.signIn('xinhe.staff');
    expect([(await one(stranger)).status, (await one({ cookie: null })).status]).toEqual([403, 401]);
    expect((await all({ cookie: null })).status).toBe(401);
    const [theirs, ours] = [await all(stranger), await all(cast.staff)];
    await act(cast.secretary, id, 'cancel', { reason: '另行安排' });
    await ours.next(moved);
    expect(theirs.heard.map(({ event }) => event)).toEqual(['refresh']);
  });

  it('tell a member of what names them, and no longer once it does not', async () => {
    const accountId = EXAMPLE.accounts['chunhe.member8'];
    await first.database.roleGrant.deleteMany({ where: { accountId } });
    const member = await first.signIn('chunhe.member8');
    const stream = await one(member);
    await stream.next(moved);
    const due = NINE.slice(0, 8).map((name) => ({ personId: person(name), capacity: '居民代表' }));
    const meetingAt = new Date(Date.now() + 3_600_000).toISOString();
    await act(cast.staff, id, 'issue-notice', { meetingAt, place: '社区议事厅', channels: [], due });
    expect(await stream.next(({ event }) => event === 'ended')).toMatchObject({ data: { reason: 'not-permitted' } });
    await stream.ended;
  });

  it('end with the sign-in, and with the last role, whichever process takes it away', async () => {
    const leaving = await first.signIn('chunhe.staff');
    const stream = await all(leaving);
    await leaving.delete('/api/sessions/current');
    expect(await stream.next(({ event }) => event === 'ended')).toMatchObject({ data: { reason: 'signed-out' } });
    const supervisor = await first.signIn('chunhe.supervision');
    const watching = await one(supervisor);
    await watching.next(moved);
    const accountId = EXAMPLE.accounts['chunhe.supervision'];
    const grants = await first.database.roleGrant.findMany({ where: { accountId } });
    await first.database.roleGrant.deleteMany({ where: { accountId } });
    expect(await watching.next(({ event }) => event === 'ended')).toMatchObject({ data: { reason: 'not-permitted' } });
    await first.database.roleGrant.createMany({ data: grants });
  });

  it('end when a sign-in runs out by itself', async () => {
    const { cookie } = await first.signIn('chunhe.staff');
    const stream = await all({ cookie });
    await stream.next(({ event }) => event === 'refresh');
    const newest = await first.database.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    await first.database.session.update({ where: { tokenHash: newest.tokenHash }, data: { expiresAt: new Date() } });
    expect(await stream.next(({ event }) => event === 'ended')).toMatchObject({ data: { reason: 'signed-out' } });
  });

  it('go on where the line broke, and ask to look anew where that is not known', async () => {
    const before = await all(cast.staff);
    const { id: position } = await before.next(({ event }) => event === 'refresh');
    before.close();
    await act(cast.secretary, id, 'cancel', { reason: '另行安排' });
    const witness = await all(cast.chair);
    await until(version, (now) => now > 1);
    const again = await all(cast.staff, position!);
    await again.next(moved);
    expect(again.heard.map(({ event }) => event)).not.toContain('refresh');
    expect((await all(cast.staff, 'elsewhere/7')).next(({ event }) => event === 'refresh')).toBeTruthy();
    witness.close();
    const stamp = String(await version());
    const same = await one(cast.staff, stamp);
    await same.next(({ event }) => event === 'beat');
    await same.next(({ event }) => event === 'beat');
    expect(same.heard).toEqual([]);
  });

  it('say when the service does not hear its database, and heal by themselves', async () => {
    const [stream, everything] = [await one(cast.staff), await all(cast.staff)];
    await stream.next(moved);
    await everything.next(({ event }) => event === 'refresh');
    await cutOff(testDatabase.url);
    await stream.next(({ event, data }) => event === 'beat' && data.heard === false);
    await stream.next(({ event, data }) => event === 'beat' && data.heard === true);
    await everything.next(({ event }) => event === 'refresh');
    await act(cast.secretary, id, 'cancel', { reason: '另行安排' });
    const now = await version();
    await stream.next(({ data }) => data.version === now);
    await everything.next(moved);
  });

  it('are bounded for each account, counted, and no request that takes long', async () => {
    const streams = [await all(cast.staff), await all(cast.staff), await one(cast.staff), await one(cast.staff)];
    expect(streams.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const refused = await listen(cast.staff, '/api/events');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '30']);
    const { body } = await second.anonymous.get('/metrics');
    expect(String(body)).toMatch(/^guicheng_live_streams 4$/m);
    expect(String(body)).toMatch(/^guicheng_live_heard 1$/m);
    expect(String(body)).toMatch(/^guicheng_http_requests_in_flight 1$/m);
    streams.forEach((stream) => stream.close());
    await until(
      async () => String((await second.anonymous.get('/metrics')).body),
      (text) => /^guicheng_live_streams 0$/m.test(text),
    );
  });

  it('end with the process, and say that there is use in coming again', async () => {
    const third = await startService({ databaseUrl: testDatabase.url, ownWorker: false, live });
    const stream = await listenTo(third.url, '/api/events', cast.staff);
    await stream.next(({ event }) => event === 'refresh');
    await third.close();
    await stream.ended;
    expect(stream.heard.at(-1)).toMatchObject({ event: 'ended', data: { reason: 'come-again' } });
  });
});

/** Breaks every connection on which changes are heard. */
async function cutOff(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'guicheng-live' AND datname = current_database()`,
  );
  await client.end();
}
