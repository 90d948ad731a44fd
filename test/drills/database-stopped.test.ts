import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { loadConfig } from '../../src/config';
import { freePort } from '../../src/embedded/port';
import { startServer } from '../../src/server';
import { PASSWORD, apiClient, type ApiAnswer } from '../support/api';
import { act, councilBody, itemIds, NINE, person, signInCast, startCouncil, type Cast } from '../support/council';
import { startPrivatePostgres, type PrivatePostgres } from '../support/database';
import { ANSWERS_WITHIN_MS, expectLater, timed } from '../support/in-time';
import { announceSoon, narrowBody, sit } from '../support/narrow-council';
import { until, untilAnswered, untilMoment } from '../support/patient';
import { TEST_KEYS } from '../support/payloads';
import { replayErrors } from '../support/replay';
import { devServer } from '../support/servers';
import { startService, type Service } from '../support/service';
import { eventsOf, isWhole } from '../support/story';

const OUTAGE_MS = 20_000;

let postgres: PrivatePostgres;
let service: Service;
let server: Awaited<ReturnType<typeof startServer>>;
let cast: Cast;
beforeAll(async () => {
  postgres = await startPrivatePostgres();
  service = await startService({ databaseUrl: postgres.url });
  const { address } = devServer();
  const settings = {
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_PAYLOAD_KEYS: TEST_KEYS,
    PORT: String(await freePort()),
    LOG_LEVEL: 'silent',
  };
  server = await startServer(loadConfig(settings));
  cast = await signInCast(service);
});
afterAll(async () => {
  await server?.close();
  await service?.close();
  await postgres?.remove();
});

const readyz = () => apiClient(server.url, null).get('/readyz');
const healthz = () => apiClient(server.url, null).get('/healthz');

/** Everything that one asks of a council in its sitting, and asks again with the same keys after the outage. */
function requests(id: string, itemId: string, voteId: string) {
  const actions = `/api/procedures/${id}/actions`;
  const reads = [
    '/api/me',
    '/api/procedures',
    `/api/procedures/${id}`,
    `/api/procedures/${id}/state`,
    `/api/procedures/${id}/timeline`,
    `/api/procedures/${id}/notices`,
    actions,
    '/api/deadlines?state=open',
    '/board',
  ].map((path) => () => cast.staff.get(path));
  const statement = { itemId, personId: person(NINE[0]!), text: '同意' };
  const key = { start: randomUUID(), close: randomUUID(), ballot: randomUUID(), statement: randomUUID() };
  const writes = {
    start: () => cast.staff.post('/api/procedures', councilBody(), { key: key.start }),
    close: () => cast.recorder.post(`${actions}/close-vote`, { voteId }, { key: key.close }),
    ballot: () =>
      cast.recorder.post(
        `${actions}/enter-ballot`,
        { voteId, personId: person(NINE[8]!), choice: 'against' },
        { key: key.ballot },
      ),
    statement: () => cast.recorder.post(`${actions}/record-statement`, statement, { key: key.statement }),
  };
  const signIn = () =>
    service.anonymous.post('/api/sessions', { username: 'chunhe.station', password: PASSWORD }, { key: null });
  return { reads, writes, signIn };
}

/** Stops the database while a command holds its transaction open, waiting for a procedure that somebody else has locked. */
async function stopUnder(id: string, send: () => Promise<ApiAnswer>): Promise<ApiAnswer & { tookMs: number }> {
  const holder = new Client({ connectionString: postgres.url });
  // It is stopped like everybody else.
  holder.on('error', () => undefined);
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM procedure WHERE id = $1 FOR UPDATE', [id]);
  const answer = timed(send);
  const waiting = async () => (await holder.query('SELECT FROM pg_locks WHERE NOT granted')).rowCount;
  await until(waiting, (count) => count !== 0);
  await postgres.stop();
  return answer;
}

describe('the database stopped for twenty seconds in the middle of a council', () => {
  let id: string;
  let other: string;
  let underWay: () => Promise<ApiAnswer>;
  let interrupted: ApiAnswer & { tookMs: number };
  let asked: ReturnType<typeof requests>;
  beforeAll(async () => {
    id = await startCouncil(cast, narrowBody({ items: [{ title: '楼道照明' }] }));
    other = await startCouncil(cast, narrowBody());
    await sit(cast, id);
    const [itemId] = await itemIds(cast.staff, id);
    const vote = { itemId, question: 'adopt', method: 'open-ballot' };
    const { voteId } = (await act(cast.chair, id, 'put-to-vote', vote)).answer;
    for (const name of NINE.slice(0, 7)) {
      await act(cast.recorder, id, 'enter-ballot', { personId: person(name), choice: 'in-favour' });
    }
    asked = requests(id, itemId!, voteId);
    const third = await startCouncil(cast, narrowBody());
    const notice = { meetingAt: new Date(Date.now() + 600_000).toISOString(), place: '社区议事厅', channels: [] };
    const key = randomUUID();
    underWay = () => cast.staff.post(`/api/procedures/${third}/actions/issue-notice`, notice, { key });
    expect((await readyz()).status).toBe(200);
    interrupted = await stopUnder(third, underWay);
  });

  it('a command that was under way is answered with "later"', () => {
    // Whole, so that another answer is told.
    expect(interrupted).toMatchObject({ status: 503, body: { code: 'request.unavailable' } });
    expect(interrupted.tookMs).toBeLessThan(ANSWERS_WITHIN_MS);
  });

  it('every request is answered with "later", and the probes say what is missing', async () => {
    const end = Date.now() + OUTAGE_MS;
    while (Date.now() < end) {
      const round = Date.now();
      for (const ask of [...asked.reads, ...Object.values(asked.writes), asked.signIn]) await expectLater(ask);
      const probe = await timed(readyz);
      expect(probe).toMatchObject({ status: 503, body: { status: 'not-ready' } });
      expect(probe.body.notReady).toContain('database');
      expect(probe.tookMs).toBeLessThan(ANSWERS_WITHIN_MS);
      expect((await healthz()).status).toBe(200);
      await untilMoment(round + 2_000);
    }
  });

  it('afterwards the same requests with the same keys succeed, each once', async () => {
    await postgres.start();
    await until(readyz, ({ status }) => status === 200);
    const results = await Promise.all([untilAnswered(underWay), untilAnswered(asked.writes.start)]);
    expect(results.map(({ status }) => status)).toEqual([200, 201]);
    for (const write of [asked.writes.statement, asked.writes.ballot, asked.writes.close]) {
      const answer = await untilAnswered(write);
      expect(answer.status).toBe(200);
      expect((await write()).body).toEqual(answer.body);
    }
    expect((await cast.staff.get(`/api/procedures/${id}`)).body.details.items[0].outcome).toBe('adopted');
    for (const ask of asked.reads) expect((await ask()).status).toBe(200);
    expect((await asked.signIn()).status).toBe(201);
  });

  it('everything goes on, and nothing is doubled', async () => {
    await act(cast.chair, id, 'close-sitting');
    await act(cast.staff, id, 'publish-result');
    await announceSoon(cast, other, 600);
    const procedures = await service.database.procedure.findMany({ select: { id: true } });
    expect(procedures).toHaveLength(4);
    for (const procedure of procedures) expect(await isWhole(service.database, procedure.id)).toBe(true);
    const happened = (await eventsOf(service.database, id)).map(({ type }) => type);
    for (const type of ['statement-recorded', 'vote-closed', 'sitting-closed', 'result-published']) {
      expect(happened.filter((one) => one === type)).toHaveLength(1);
    }
    expect(await service.database.ballot.count()).toBe(8);
    expect(await service.database.publication.count()).toBe(1);
    const twice = await service.database.notification.groupBy({
      by: ['personId', 'procedureId', 'kind'],
      _count: true,
    });
    expect(twice.filter(({ _count, kind }) => _count > 1 && kind !== 'council-changed')).toEqual([]);
  });

  it('another worker can take up every one of these courses from its history', async () => {
    expect(await replayErrors(service)).toEqual({});
  });
});
