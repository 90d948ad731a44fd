import { randomUUID } from 'node:crypto';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import type { ApiClient } from '../support/api';
import {
  act,
  itemIds,
  NINE,
  openVoteId,
  person,
  settledAbove,
  signInCast,
  startCouncil,
  type Cast,
} from '../support/council';
import { decideOn } from '../support/pwc-meeting';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { announceSoon, clearOfTheDaysMoments, narrowBody } from '../support/narrow-council';
import { patientCast, untilAnswered, untilMoment } from '../support/patient';
import { replayErrors } from '../support/replay';
import { startService, type Service } from '../support/service';
import { eventsOf, isWhole } from '../support/story';

const COUNCILS = 4;

/** Two API processes and two workers on one database, one Temporal server and one task queue; everything is asked of both at once. */
describe('several processes at once', () => {
  let testDatabase: TestDatabase;
  let services: readonly Service[];
  let casts: readonly Cast[];
  let ids: readonly string[];
  beforeAll(async () => {
    await clearOfTheDaysMoments();
    testDatabase = await createTestDatabase();
    const first = await startService({ databaseUrl: testDatabase.url });
    const second = await startService({ databaseUrl: testDatabase.url, taskQueue: first.taskQueue });
    services = [first, second];
    casts = (await Promise.all(services.map(signInCast))).map(patientCast);
    ids = await Promise.all(Array.from({ length: COUNCILS }, () => startCouncil(casts[0]!, narrowBody())));
  }, 250_000);
  afterAll(async () => {
    await Promise.all((services ?? []).map((service) => service.close()));
    await testDatabase?.drop();
  });

  /** The same wish with the same key, sent to both at once: one answer, whoever gives it. */
  async function both(who: keyof Cast, id: string, action: string, body: object = {}): Promise<any> {
    const key = randomUUID();
    const ask = (client: ApiClient) =>
      untilAnswered(() => client.post(`/api/procedures/${id}/actions/${action}`, body, { key }));
    const [one, other] = await Promise.all(casts.map((cast) => ask(cast[who])));
    expect([one!.status, other!.status]).toEqual([200, 200]);
    expect(other!.body).toEqual(one!.body);
    return one!.body;
  }

  async function walk(id: string): Promise<void> {
    const [cast, other] = [casts[0]!, casts[1]!];
    const meetingAt = await announceSoon(cast, id, 20);
    await Promise.all(
      NINE.map((name, index) => act(casts[index % 2]!.recorder, id, 'check-in', { personId: person(name) })),
    );
    await untilMoment(meetingAt);
    await both('chair', id, 'open-sitting');
    const [first, second] = (await itemIds(other.staff, id)) as [string, string];
    await both('chair', id, 'put-to-vote', { itemId: first, question: 'adopt', method: 'open-ballot' });
    const voteId = await openVoteId(cast.staff, id);
    await Promise.all(
      NINE.flatMap((name) =>
        casts.map(({ recorder }) => {
          const ballot = { voteId, personId: person(name), choice: 'in-favour' };
          return untilAnswered(() => recorder.post(`/api/procedures/${id}/actions/enter-ballot`, ballot));
        }),
      ),
    );
    await both('recorder', id, 'close-vote', { voteId });
    for (const name of NINE.slice(1, 6)) {
      const recusal = { itemId: second, personId: person(name), reason: '涉及本人亲属' };
      await act(cast.recorder, id, 'record-recusal', recusal);
    }
    await both('chair', id, 'refer-item', { itemId: second });
    await both('chair', id, 'close-sitting');
    await both('staff', id, 'escalate', { itemId: second });
    await decideOn(services[1]!, second, 'dropped');
    await settledAbove(cast.staff, id, second);
    await both('staff', id, 'hand-to-assembly', { itemIds: [first] });
    const told = { how: 'oral', toldOn: civilDateOf(Date.now()), audience: '有关居民', itemIds: [first] };
    await both('staff', id, 'record-telling', told);
    await both('staff', id, 'publish-result');
  }

  it('carry councils through together, and nothing is doubled or lost [HDA-11.2.1] [HDA-11.2.3a]', async () => {
    await Promise.all(ids.map(walk));
    const { database } = services[0]!;
    for (const id of ids) {
      expect(await isWhole(database, id)).toBe(true);
      const types = (await eventsOf(database, id)).map(({ type }) => type);
      const once = [
        'sitting-opened',
        'vote-opened',
        'vote-closed',
        'item-referred',
        'sitting-closed',
        'item-escalated',
      ];
      for (const type of [...once, 'settlement-received', 'handed-to-assembly', 'telling-recorded', 'result-published'])
        expect([type, types.filter((one) => one === type).length]).toEqual([type, 1]);
      expect(types.filter((one) => one === 'checked-in')).toHaveLength(9);
      expect(await database.publication.count({ where: { procedureId: id } })).toBe(1);
      expect(await database.ballot.count({ where: { vote: { procedureId: id } } })).toBe(9);
    }
    expect(await database.agendaItem.count()).toBe(COUNCILS);
    expect(await database.message.count({ where: { outcome: 'received' } })).toBe(COUNCILS);
    const twice = await database.notification.groupBy({ by: ['personId', 'sourceKey'], _count: true });
    expect(twice.filter(({ _count }) => _count > 1)).toEqual([]);
  }, 300_000);

  it('leave histories that any other worker can take up', async () => {
    expect(await replayErrors(services[0]!)).toEqual({});
  });
});
