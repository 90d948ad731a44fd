import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import type { ApiAnswer, ApiClient } from '../support/api';
import {
  act,
  councilBody,
  itemIds,
  morning,
  NINE,
  person,
  signInCast,
  startCouncil,
  type Cast,
  openVoteId,
} from '../support/council';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { ANSWERS_WITHIN_MS, timed } from '../support/in-time';
import { announceSoon, clearOfTheDaysMoments, narrowBody, sit } from '../support/narrow-council';
import { isLater, patient, until, untilAnswered } from '../support/patient';
import { replayErrors } from '../support/replay';
import { startService, type Service } from '../support/service';
import { eventsOf, isWhole } from '../support/story';

let testDatabase: TestDatabase;
let service: Service;
let cast: Cast;
/** A second person with the rights of the staff. */
let station: ApiClient;
beforeAll(async () => {
  await clearOfTheDaysMoments();
  testDatabase = await createTestDatabase();
  service = await startService({ databaseUrl: testDatabase.url });
  cast = await signInCast(service);
  station = await service.signIn('chunhe.station');
}, 250_000);
afterAll(async () => {
  await service?.close();
  await testDatabase?.drop();
});

const url = (id: string, action: string) => `/api/procedures/${id}/actions/${action}`;
const countOf = async (id: string, type: string) =>
  (await eventsOf(service.database, id)).filter((event) => event.type === type).length;
const statuses = (answers: readonly ApiAnswer[]) =>
  answers.map(({ status }) => status).sort((one, other) => one - other);
const soon = () => ({ meetingAt: new Date(Date.now() + 600_000).toISOString(), place: '社区议事厅', channels: [] });
const manyChannels = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ channel: 'window', location: `第${index + 1}号橱窗` }));

/** A broad council whose notice waits for that many postings; tells their ids. */
async function posting(channels: number): Promise<{ id: string; postingIds: string[] }> {
  const id = await startCouncil(cast);
  const meetingAt = new Date(morning(Date.now(), 5)).toISOString();
  const notice = { meetingAt, place: '社区议事厅', channels: manyChannels(channels) };
  const { answer } = await act(cast.staff, id, 'issue-notice', notice);
  return { id, postingIds: answer.postings.map((one: { id: string }) => one.id) };
}

const proof = (postingId: string, note = '已张贴') => ({ postingId, postedOn: civilDateOf(Date.now()), note });

describe('the same key', () => {
  it.each(['at once', 'one after another'])('starts one procedure when sent twice %s', async (how) => {
    const body = narrowBody();
    const key = randomUUID();
    const start = () => untilAnswered(() => cast.staff.post('/api/procedures', body, { key }));
    const [first, second] = how === 'at once' ? await Promise.all([start(), start()]) : [await start(), await start()];
    expect(first.status).toBe(201);
    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(await countOf(first.body.id, 'council-started')).toBe(1);
    const told = await service.database.notification.count({ where: { procedureId: first.body.id } });
    expect(told).toBe(new Set(['chair', 'secretary', 'recorder']).size + 1);
  });

  it.each(['at once', 'one after another'])('carries out one command when sent twice %s', async (how) => {
    const id = await startCouncil(cast, narrowBody());
    const key = randomUUID();
    const body = soon();
    const issue = () => untilAnswered(() => cast.staff.post(url(id, 'issue-notice'), body, { key }));
    const [first, second] = how === 'at once' ? await Promise.all([issue(), issue()]) : [await issue(), await issue()];
    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(await countOf(id, 'notice-issued')).toBe(1);
  });

  it('with another body is refused, and what the first one did stands', async () => {
    const key = randomUUID();
    const { body } = await cast.staff.post('/api/procedures', councilBody(), { key });
    const other = await cast.staff.post('/api/procedures', councilBody({ title: '另一件事' }), { key });
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency-key.reused' } });
    const command = randomUUID();
    const id = await startCouncil(cast, narrowBody());
    await act(cast.staff, id, 'issue-notice', soon(), command);
    const changed = await cast.staff.post(url(id, 'issue-notice'), { ...soon(), place: '别处' }, { key: command });
    expect(changed).toMatchObject({ status: 422, body: { code: 'idempotency-key.reused' } });
    expect(await countOf(id, 'notice-issued')).toBe(1);
    expect(await service.database.event.count({ where: { procedureId: body.id } })).toBe(1);
  });

  it('gives a refusal again, though by then the command would be lawful', async () => {
    const id = await startCouncil(cast, narrowBody());
    const key = randomUUID();
    const open = () => cast.chair.post(url(id, 'open-sitting'), {}, { key });
    const first = await open();
    expect(first).toMatchObject({ status: 409, body: { code: 'procedure.wrong-stage' } });
    await sit(cast, id, NINE);
    expect(await open()).toMatchObject({ status: 409, body: first.body });
  });
});

describe('two people at once', () => {
  it('confirm the same posting: one does, the other is told that it is confirmed', async () => {
    const { id, postingIds } = await posting(1);
    const answers = await Promise.all(
      [cast.staff, station].map((client) => client.post(url(id, 'confirm-posting'), proof(postingIds[0]!))),
    );
    expect(statuses(answers)).toEqual([200, 409]);
    expect(await countOf(id, 'posting-confirmed')).toBe(1);
    expect(await countOf(id, 'notice-running')).toBe(1);
  });

  it('confirm two postings of one notice: the period begins once', async () => {
    const { id, postingIds } = await posting(2);
    const answers = await Promise.all(
      [cast.staff, station].map((client, index) => client.post(url(id, 'confirm-posting'), proof(postingIds[index]!))),
    );
    expect(statuses(answers)).toEqual([200, 200]);
    expect(await countOf(id, 'posting-confirmed')).toBe(2);
    expect(await countOf(id, 'notice-running')).toBe(1);
    expect(await isWhole(service.database, id)).toBe(true);
  });

  it('put the same item to the vote and close the same vote: once each', async () => {
    const id = await startCouncil(cast, narrowBody());
    await sit(cast, id);
    const [itemId] = await itemIds(cast.staff, id);
    const vote = { itemId, question: 'adopt', method: 'show-of-hands' };
    const put = [cast.chair, cast.secretary].map((client) => client.post(url(id, 'put-to-vote'), vote));
    expect(statuses(await Promise.all(put))).toEqual([200, 409]);
    const voteId = await openVoteId(cast.recorder, id);
    const counts = [
      { inFavour: 9, against: 0, abstained: 0 },
      { inFavour: 0, against: 9, abstained: 0 },
    ];
    const closed = await Promise.all(
      [cast.recorder, cast.chair].map((client, index) =>
        client.post(url(id, 'close-vote'), { voteId, counts: counts[index] }),
      ),
    );
    expect(statuses(closed)).toEqual([200, 409]);
    expect(await countOf(id, 'vote-closed')).toBe(1);
    const winner = closed.findIndex(({ status }) => status === 200);
    expect(closed[winner]!.body.answer.verdict.inFavour).toBe(counts[winner]!.inFavour);
  });

  it('close the sitting and publish: the result is published once', async () => {
    const id = await startCouncil(cast, narrowBody({ items: [{ title: '楼道照明' }] }));
    await sit(cast, id);
    const [itemId] = await itemIds(cast.staff, id);
    await act(cast.chair, id, 'put-to-vote', { itemId, question: 'adopt', method: 'show-of-hands' });
    await act(cast.recorder, id, 'close-vote', { counts: { inFavour: 9, against: 0, abstained: 0 } });
    const close = [cast.chair, cast.secretary].map((client) => client.post(url(id, 'close-sitting'), {}));
    expect(statuses(await Promise.all(close))).toEqual([200, 409]);
    const publish = [cast.staff, cast.secretary, station].map((client) => client.post(url(id, 'publish-result'), {}));
    expect(statuses(await Promise.all(publish))).toEqual([200, 409, 409]);
    expect(await service.database.publication.count({ where: { procedureId: id } })).toBe(1);
  });
});

describe('ballots', () => {
  const ROUNDS = 30;
  let id: string;
  let items: string[];
  let member: ApiClient;
  beforeAll(async () => {
    const titles = Array.from({ length: ROUNDS }, (_, index) => ({ title: `第${index + 1}号议题` }));
    id = await startCouncil(cast, narrowBody({ items: titles }));
    await sit(cast, id);
    items = await itemIds(cast.staff, id);
    member = await service.signIn('chunhe.member1');
  });

  let box: string;
  const openBox = async (itemId: string): Promise<string> => {
    const vote = { itemId, question: 'adopt', method: 'open-ballot' };
    box = (await act(cast.chair, id, 'put-to-vote', vote)).answer.voteId;
    return box;
  };
  const enter = (name: string, choice: string, key = randomUUID()) =>
    cast.recorder.post(url(id, 'enter-ballot'), { voteId: box, personId: person(name), choice }, { key });

  it('two of one person at once are one, and so is one that the recorder enters beside it', async () => {
    const voteId = await openBox(items[0]!);
    const answers = await Promise.all([
      member.post(url(id, 'cast-ballot'), { voteId: box, choice: 'in-favour' }),
      member.post(url(id, 'cast-ballot'), { voteId: box, choice: 'against' }),
      enter('chunhe.member1', 'abstain'),
    ]);
    expect(statuses(answers)).toEqual([200, 409, 409]);
    const kept = await service.database.ballot.findMany({ where: { voteId } });
    const chosen = ['in-favour', 'against', 'abstain'][answers.findIndex(({ status }) => status === 200)];
    expect(kept.map(({ choice }) => choice)).toEqual([chosen]);
    await act(cast.recorder, id, 'close-vote');
  });

  it('the same key twice at once is one ballot and one answer', async () => {
    const voteId = await openBox(items[1]!);
    const key = randomUUID();
    const ballot = () => untilAnswered(() => enter('chunhe.member2', 'against', key));
    const [first, second] = await Promise.all([ballot(), ballot()]);
    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(await service.database.ballot.count({ where: { voteId } })).toBe(1);
    await act(cast.recorder, id, 'close-vote');
  });

  it('a ballot for a vote that was closed lands in no other, and the same ballot again is still cast [HDA-11.2.1]', async () => {
    const voteId = await openBox(items[2]!);
    const key = randomUUID();
    const ballot = { voteId, personId: person('chunhe.member3'), choice: 'against' };
    expect((await cast.recorder.post(url(id, 'enter-ballot'), ballot, { key })).status).toBe(200);
    await act(cast.recorder, id, 'close-vote');
    // The answer was lost in a crash before it was kept.
    await service.database.idempotencyKey.deleteMany({ where: { key } });
    const next = await openBox(items[3]!);
    expect((await cast.recorder.post(url(id, 'enter-ballot'), ballot, { key })).status).toBe(200);
    const late = await cast.recorder.post(url(id, 'enter-ballot'), { ...ballot, personId: person('chunhe.member4') });
    expect([late.status, late.body.code]).toEqual([409, 'vote.closed']);
    const counts = await cast.recorder.post(url(id, 'close-vote'), { voteId });
    expect([counts.status, counts.body.code]).toEqual([409, 'vote.closed']);
    expect(await service.database.ballot.count({ where: { voteId: next } })).toBe(0);
    await act(cast.recorder, id, 'close-vote');
  });

  it('cast while the vote is being closed are counted or refused, and never lost', async () => {
    const fates = { counted: 0, refused: 0 };
    for (const [round, itemId] of items.slice(4).entries()) {
      const voteId = await openBox(itemId);
      const place = round % (NINE.length + 1);
      // Every other round they come one by one, so that some come after the box is sealed.
      const isOneByOne = round % 2 === 1;
      const ballots: Promise<ApiAnswer>[] = [];
      let closing: Promise<ApiAnswer> | undefined;
      for (const [index, name] of [...NINE, null].entries()) {
        if (index === place) closing = cast.recorder.post(url(id, 'close-vote'), { voteId });
        if (name) ballots.push(enter(name, index % 3 === 0 ? 'against' : 'in-favour'));
        if (isOneByOne) await ballots.at(-1);
      }
      const [closed, ...answers] = await Promise.all([closing!, ...ballots]);
      expect(closed.status).toBe(200);
      for (const { status, body } of answers) {
        if (status !== 200) expect([status, body.code]).toEqual([409, expect.stringMatching(/closed|no-vote-open/)]);
      }
      const { verdict } = closed.body.answer;
      const rows = await service.database.ballot.findMany({ where: { voteId } });
      const counted = (choice: string) => rows.filter((row) => row.choice === choice).length;
      expect([verdict.inFavour, verdict.against]).toEqual([counted('in-favour'), counted('against')]);
      expect(rows).toHaveLength(answers.filter(({ status }) => status === 200).length);
      fates.counted += rows.length;
      fates.refused += answers.length - rows.length;
    }
    // Otherwise the two never met.
    expect(fates.counted).toBeGreaterThan(0);
    expect(fates.refused).toBeGreaterThan(0);
    expect(await isWhole(service.database, id)).toBe(true);
  });
});

describe('many at once', () => {
  it('forty check in: everyone is stored', async () => {
    const people = Array.from({ length: 40 }, (_, index) => ({
      id: randomUUID(),
      name: `居民${index + 1}`,
      organisationId: EXAMPLE.organisations.chunhe,
    }));
    await service.database.person.createMany({ data: people });
    const due = people.map((one) => ({ personId: one.id, capacity: '居民代表' }));
    const id = await startCouncil(cast, narrowBody({ due }));
    await announceSoon(cast, id, 600);
    const answers = await Promise.all(
      people.map((one) => act(patient(cast.recorder), id, 'check-in', { personId: one.id })),
    );
    expect(new Set(answers.map(({ version }) => version)).size).toBe(40);
    const { details } = (await cast.staff.get(`/api/procedures/${id}`)).body;
    expect(await countOf(id, 'checked-in')).toBe(40);
    expect(JSON.stringify(details)).toContain(people[39]!.id);
    expect(await isWhole(service.database, id)).toBe(true);
  });

  it('more commands than there are connections are answered, and in the end each is carried out once', async () => {
    const { id, postingIds } = await posting(16);
    const holder = new Client({ connectionString: testDatabase.url });
    await holder.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT FROM procedure WHERE id = $1 FOR UPDATE', [id]);
    const confirm = (postingId: string) => () =>
      cast.staff.post(url(id, 'confirm-posting'), proof(postingId), { key: postingId });
    const early = Promise.all(postingIds.map((postingId) => timed(confirm(postingId))));
    const reads = await until(
      () => timed(() => cast.staff.get(`/api/procedures/${id}`)),
      ({ status }) => status === 200,
    );
    expect(reads.tookMs).toBeLessThan(ANSWERS_WITHIN_MS);
    for (const answer of await early) {
      expect(isLater(answer)).toBe(true);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.tookMs).toBeLessThan(ANSWERS_WITHIN_MS);
    }
    await holder.query('ROLLBACK');
    await holder.end();
    const answers = await Promise.all(postingIds.map((postingId) => untilAnswered(confirm(postingId))));
    expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code)).toEqual([]);
    expect(await countOf(id, 'posting-confirmed')).toBe(16);
    expect(await countOf(id, 'notice-running')).toBe(1);
    expect(await isWhole(service.database, id)).toBe(true);
  });
});

describe('after all this', () => {
  it('another worker can take up every one of these courses from its history', async () => {
    expect(await replayErrors(service)).toEqual({});
  });
});
