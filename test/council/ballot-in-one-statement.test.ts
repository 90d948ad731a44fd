import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import type { ApiClient } from '../support/api';
import { act, itemIds, person, signInCast, startCouncil, type Cast } from '../support/council';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { clearOfTheDaysMoments, narrowBody, sit } from '../support/narrow-council';
import { startService, type Service } from '../support/service';

/** Two API processes: what one of them remembers, the other may change. */
let testDatabase: TestDatabase;
let service: Service;
let other: Service;
let cast: Cast;
let elsewhere: Cast;
let id: string;
let items: string[];
beforeAll(async () => {
  await clearOfTheDaysMoments();
  testDatabase = await createTestDatabase();
  service = await startService({ databaseUrl: testDatabase.url });
  other = await startService({ databaseUrl: testDatabase.url, taskQueue: service.taskQueue });
  cast = await signInCast(service);
  elsewhere = await signInCast(other);
  id = await startCouncil(
    cast,
    narrowBody({ items: ['停车', '照明', '绿化', '门禁', '围墙', '水泵', '长椅'].map((title) => ({ title })) }),
  );
  await sit(cast, id);
  items = await itemIds(cast.staff, id);
}, 250_000);
afterAll(async () => {
  await Promise.all([service?.close(), other?.close()]);
  await testDatabase?.drop();
});

const open = async (number: number): Promise<string> => {
  const put = { itemId: items[number], question: 'adopt', method: 'open-ballot' };
  return (await act(cast.chair, id, 'put-to-vote', put)).answer.voteId;
};
const casting = (client: ApiClient, voteId: string, key?: string | null) =>
  client.post(
    `/api/procedures/${id}/actions/cast-ballot`,
    { voteId, choice: 'in-favour' },
    key === undefined ? {} : { key },
  );
const ballots = (voteId: string) => service.database.ballot.findMany({ where: { voteId } });
/** A member who has the sitting before them. */
async function looking(name: string): Promise<ApiClient> {
  const client = await service.signIn(name);
  expect((await client.get(`/api/procedures/${id}`)).status).toBe(200);
  return client;
}

describe('a ballot of somebody who has the sitting before them [HDA-11.2.3a]', () => {
  it('is one statement, and the same as any other', async () => {
    const voteId = await open(0);
    const member = await looking('chunhe.member1');
    const direct = jest.spyOn(service.database.straight, 'direct');
    const transaction = jest.spyOn(service.database.straight, 'within');
    const first = await casting(member, voteId);
    expect([direct.mock.calls.length, transaction.mock.calls.length]).toEqual([1, 0]);
    jest.restoreAllMocks();
    expect(first).toMatchObject({ status: 200, body: { id, stage: 'sitting', answer: { voteId } } });
    // By the usual way, in the other process, which has read neither.
    const again = await casting({ ...member, post: (await other.signIn('chunhe.member1')).post }, voteId);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(await ballots(voteId)).toMatchObject([
      { personId: person('chunhe.member1'), choice: 'in-favour', enteredById: EXAMPLE.accounts['chunhe.member1'] },
    ]);
    await act(cast.recorder, id, 'close-vote', { voteId });
  });

  it('is not cast into a box that another process has sealed in the meantime', async () => {
    const voteId = await open(1);
    const member = await looking('chunhe.member2');
    await act(elsewhere.recorder, id, 'close-vote', { voteId });
    expect(await casting(member, voteId)).toMatchObject({ status: 409, body: { code: 'council.no-vote-open' } });
    expect(await ballots(voteId)).toEqual([]);
  });

  it('is not cast where something has become different about the sitting: the recusal of whoever casts it', async () => {
    const member = await looking('chunhe.member3');
    const recusal = { itemId: items[2], personId: person('chunhe.member3'), reason: '涉及本人亲属' };
    await act(elsewhere.recorder, id, 'record-recusal', recusal);
    const voteId = await open(2);
    const { status } = await casting(member, voteId);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(await ballots(voteId)).toEqual([]);
    await act(cast.recorder, id, 'close-vote', { voteId });
  });

  it('needs a sign-in that still holds, and an account that is not disabled', async () => {
    const voteId = await open(3);
    const [leaver, disabled] = [await looking('chunhe.member4'), await looking('chunhe.member5')];
    await leaver.delete('/api/sessions/current');
    const account = EXAMPLE.accounts['chunhe.member5'];
    const admin = await other.signIn('admin');
    expect((await admin.put(`/api/accounts/${account}/disabled`, { disabled: true })).status).toBe(200);
    for (const client of [leaver, disabled])
      expect(await casting(client, voteId)).toMatchObject({ status: 401, body: { code: 'session.required' } });
    expect(await ballots(voteId)).toEqual([]);
    await act(cast.recorder, id, 'close-vote', { voteId });
  });

  it('needs an Idempotency-Key, and a choice that there is', async () => {
    const voteId = await open(4);
    const member = await looking('chunhe.member6');
    expect((await casting(member, voteId, null)).status).toBe(400);
    const wrong = await member.post(`/api/procedures/${id}/actions/cast-ballot`, { voteId, choice: 'perhaps' });
    expect(wrong.status).toBe(422);
    expect(await ballots(voteId)).toEqual([]);
    await act(cast.recorder, id, 'close-vote', { voteId });
  });

  it('goes with those of others who cast theirs at the same time, each judged by itself', async () => {
    const voteId = await open(5);
    const members = await Promise.all([1, 2, 3].map((number) => looking(`chunhe.member${number}`)));
    const direct = jest.spyOn(service.database.straight, 'direct');
    const against = { voteId, choice: 'against' };
    const [twice, ...answers] = await Promise.all([
      members[0]!.post(`/api/procedures/${id}/actions/cast-ballot`, against),
      ...[...members, members[1]!].map((member) => casting(member, voteId)),
    ]);
    // Who casts two that differ has cast one of them; who casts the same twice has cast it once.
    expect([twice!.status, answers[0]!.status].toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.slice(1).map(({ status }) => status)).toEqual([200, 200, 200]);
    const statements = direct.mock.calls.filter(([{ text }]) => text.includes('json_to_recordset'));
    expect(statements.length).toBeLessThan(5);
    jest.restoreAllMocks();
    expect(await ballots(voteId)).toHaveLength(3);
    await act(cast.recorder, id, 'close-vote', { voteId });
  });

  it('waits for a box that is just being sealed, and lies in it if it stays open', async () => {
    const voteId = await open(6);
    const member = await looking('chunhe.member1');
    let answer: ReturnType<typeof casting> | undefined;
    await other.database.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM vote WHERE id = ${voteId}::uuid FOR UPDATE`;
      answer = casting(member, voteId);
      const first = await Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 500, 'waits'))]);
      expect(first).toBe('waits');
    });
    expect((await answer)?.status).toBe(200);
    expect(await ballots(voteId)).toHaveLength(1);
    await act(cast.recorder, id, 'close-vote', { voteId });
  });
});
