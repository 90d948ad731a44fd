import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { postgresOutbox } from '../../src/adapters/postgres/outbox';
import { postgresOutboxQueue } from '../../src/adapters/postgres/outbox-queue';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { writeExample } from '../../src/adapters/postgres/seed/write-example';
import { sendDue } from '../../src/commands/outbox';
import type { Channel, Settled } from '../../src/domain/outbox';
import type { Senders } from '../../src/ports/outbox';
import { createTestDatabase, type TestDatabase } from '../support/database';

const procedureId = '4f3f6a36-6a53-4c4e-8f0a-0a3b8a2f7b01';
const personId = EXAMPLE.people['chunhe.chair'];

let testDatabase: TestDatabase;
let database: Database;
let other: Database;
beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url);
  other = openDatabase(testDatabase.url);
  await writeExample(database, 'nobody signs in');
  await database.contact.create({
    data: {
      personId,
      email: 'zhou.min@example.cn',
      mobile: '13812345678',
      mailTopics: ['meetings'],
      smsTopics: ['meetings'],
    },
  });
  await database.procedure.create({
    data: {
      id: procedureId,
      kind: 'council',
      organisationId: EXAMPLE.organisations.chunhe,
      title: '小区停车位改造',
      stage: 'draft',
      status: 'open',
      version: 1,
      headHash: '',
      state: {},
      startedById: personId,
      startedAt: new Date(),
    },
  });
});
beforeEach(async () => {
  await database.outboxMessage.deleteMany();
  await database.notification.deleteMany();
});
afterAll(async () => {
  await Promise.all([database?.$disconnect(), other?.$disconnect()]);
  await testDatabase?.drop();
});

async function write(channel: Channel, count: number): Promise<void> {
  const written = await database.notification.createManyAndReturn({
    data: Array.from({ length: count }, (_, index) => ({
      personId,
      procedureId,
      sourceKey: String(index),
      kind: 'council-cancelled',
      params: {},
      createdAt: new Date(),
    })),
  });
  await database.outboxMessage.createMany({ data: written.map(({ id }) => ({ notificationId: id, channel })) });
}

const sentState: Settled = { state: 'sent', reason: null, status: null, retryInMs: null };
const isTraining = async () => false;
const only = () => database.outboxMessage.findFirstOrThrow();

test('two workers at once send each message once', async () => {
  await write('mail', 60);
  const sent: string[] = [];
  const senders: Senders = {
    mail: {
      async send({ id }) {
        sent.push(id);
        return { outcome: 'sent' };
      },
    },
  };
  const reports = await Promise.all(
    [database, other, database, other].map((one) => sendDue({ queue: postgresOutboxQueue(one), senders, isTraining })),
  );
  expect(sent).toHaveLength(60);
  expect(new Set(sent).size).toBe(60);
  expect(reports.reduce((sum, { taken }) => sum + taken, 0)).toBe(60);
  expect(await postgresOutboxQueue(database).nextDueInMs(['mail'])).toBeNull();
  expect(await database.outboxMessage.count({ where: { state: 'sent', attempts: 1 } })).toBe(60);
});

test('what somebody has in hand is taken by nobody else until their lease ends', async () => {
  await write('mail', 1);
  const queue = postgresOutboxQueue(database);
  const first = await queue.claim('mail', 400);
  expect(await postgresOutboxQueue(other).claim('mail', 400)).toBeNull();
  expect(await queue.nextDueInMs(['mail'])).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const second = await postgresOutboxQueue(other).claim('mail', 60_000);
  expect(second).toMatchObject({ id: first!.id, attempts: 2 });
  await queue.settle(first!, { state: 'failed', reason: 'refused', status: 550, retryInMs: null }, null);
  expect(await only()).toMatchObject({ state: 'sending', attempts: 2 });
  await queue.settle(second!, sentState, 'z***@example.cn');
  expect(await only()).toMatchObject({
    state: 'sent',
    maskedTo: 'z***@example.cn',
    sentAt: expect.any(Date),
    dueAt: null,
  });
});

test('a text message whose sender was lost is uncertain and is not taken again', async () => {
  await write('sms', 1);
  const queue = postgresOutboxQueue(database);
  await queue.claim('sms', 0);
  expect(await queue.claim('sms', 0)).toBeNull();
  await queue.giveUpLostTexts();
  expect(await only()).toMatchObject({ state: 'uncertain', reason: 'worker-lost', dueAt: null });
  expect(await queue.claim('sms', 0)).toBeNull();
  expect(await queue.nextDueInMs(['sms'])).toBeNull();
});

test('a sender that was only slow still says what became of a text message, unless a person has decided', async () => {
  await write('sms', 1);
  const queue = postgresOutboxQueue(database);
  const claimed = (await queue.claim('sms', 0))!;
  await queue.giveUpLostTexts();
  await queue.settle(claimed, sentState, null);
  expect(await only()).toMatchObject({ state: 'sent', reason: null });

  await database.outboxMessage.updateMany({ data: { state: 'waiting', dueAt: new Date(0) } });
  const again = (await queue.claim('sms', 0))!;
  await queue.giveUpLostTexts();
  const decision = { id: procedureId, what: 'resend', accountId: EXAMPLE.accounts['chunhe.staff'] } as const;
  expect(await postgresOutbox(database).decide(again.id, decision)).toBe(true);
  await queue.settle(again, sentState, null);
  expect(await only()).toMatchObject({ state: 'waiting', attempts: 0 });
});

test('a decision that was carried out is not refused when it comes again', async () => {
  await write('sms', 1);
  await postgresOutboxQueue(database).claim('sms', 0);
  await postgresOutboxQueue(database).giveUpLostTexts();
  const { id } = await only();
  const decision = { id: procedureId, what: 'give-up', accountId: EXAMPLE.accounts['chunhe.staff'] } as const;
  const outbox = postgresOutbox(database);
  expect(await outbox.decide(id, decision)).toBe(true);
  expect(await outbox.decide(id, decision)).toBe(true);
  expect(await outbox.decide(id, { ...decision, id: personId })).toBe(false);
});

test('without a channel nothing is touched', async () => {
  await write('sms', 1);
  const report = await sendDue({ queue: postgresOutboxQueue(database), senders: {}, isTraining });
  expect(report).toEqual({ taken: 0, nextInMs: null });
  expect(await only()).toMatchObject({ state: 'waiting', attempts: 0 });
});
