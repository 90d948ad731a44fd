import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { postgresCalendars } from '../../src/adapters/postgres/calendars';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { writeExample } from '../../src/adapters/postgres/seed/write-example';
import { createCommands } from '../../src/commands/engine';
import { atTime } from '../../src/domain/calendar/civil-date';
import { isRefusal } from '../../src/domain/refusal';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { until } from '../support/patient';
import { narrowBody } from '../support/narrow-council';

let testDatabase: TestDatabase;
/** One connection for steps, another for the import. */
let steps: Database;
let imports: Database;
let onlooker: Client;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  steps = openDatabase(testDatabase.url);
  imports = openDatabase(testDatabase.url);
  onlooker = new Client({ connectionString: testDatabase.url });
  await onlooker.connect();
  await writeExample(steps, '');
});
afterAll(async () => {
  await onlooker?.end();
  await Promise.all([steps?.$disconnect(), imports?.$disconnect()]);
  await testDatabase?.drop();
});

const username = 'chunhe.secretary';
const actor = { accountId: EXAMPLE.accounts[username], personId: EXAMPLE.people[username] };
const MEETING = atTime('2026-03-05', '14:00');

/** A council that nobody came to, to be announced anew within days that a calendar counts; `inside` runs before the last step commits. */
async function adjournedCouncil(inside: () => Promise<void> = async () => {}): Promise<string> {
  const id = randomUUID();
  const order = { procedureId: id, workflowId: `council/${id}`, actor, now: atTime('2026-03-05', '09:00') };
  const ledger = createLedger(steps, async (moment, { step }) => {
    if (moment === 'inside' && step === 'adjourn') await inside();
  });
  const commands = createCommands(ledger);
  const { kind, organisationId, ...input } = narrowBody();
  const notice = { meetingAt: new Date(MEETING).toISOString(), place: '社区议事厅', channels: [] };
  const act = (action: string, given: object, now = order.now) =>
    commands.execute({ ...order, now, step: action, action, input: given });
  await commands.begin({ ...order, kind, organisationId, input });
  await act('issue-notice', notice);
  const answer = await act('adjourn', { reason: '人数不足' }, MEETING);
  if (isRefusal(answer)) throw new Error(answer.code);
  return id;
}

const duty = (procedureId: string) => steps.deadline.findFirstOrThrow({ where: { procedureId, kind: 'renew-notice' } });

/** The table in force, with one more holiday. */
async function tableWith(version: string, day: string) {
  const { calendar } = (await postgresCalendars(imports).current())!;
  const special = { kind: 'holiday', name: '临时放假', notice: '补充通知' } as const;
  return { calendar: { ...calendar, version, days: { ...calendar.days, [day]: special } }, source: '补充通知' };
}

/** Until somebody waits for a lock of that kind. */
const waiting = (locktype: string) =>
  until(
    async () => (await onlooker.query('SELECT FROM pg_locks WHERE NOT granted AND locktype = $1', [locktype])).rowCount,
    (count) => count === 1,
  );

test('a step that counted by the old table is recounted, though it commits after the import began [LAW-CC-203]', async () => {
  const known = await adjournedCouncil();
  const { dueOn } = await duty(known);
  const edition = await tableWith('a holiday more', dueOn);
  let imported: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const counting = await adjournedCouncil(async () => {
    imported = postgresCalendars(imports)
      .add(edition, MEETING)
      .finally(() => (isOver = true));
    await waiting('advisory');
    await pause(100);
    expect(isOver).toBe(false);
  });
  expect(await duty(counting)).toMatchObject({ dueOn, calendarVersion: (await duty(known)).calendarVersion });
  const told = (await imported) as { id: string }[];
  expect(told.map(({ id }) => id).sort()).toEqual([known, counting].sort());
  const order = { procedureId: counting, workflowId: `council/${counting}`, now: MEETING };
  await createCommands(createLedger(steps)).catchUp(order);
  const recounted = await duty(counting);
  expect(recounted.calendarVersion).toBe('a holiday more');
  expect(recounted.dueOn > dueOn).toBe(true);
});

test('a step that comes while a table is imported counts by it, and neither stands in the way of the other [LAW-CC-203]', async () => {
  const held = await adjournedCouncil();
  const acting = await adjournedCouncil();
  const { dueOn } = await duty(acting);
  await onlooker.query('BEGIN');
  await onlooker.query('SELECT FROM procedure WHERE id = $1 FOR UPDATE', [held]);
  const imported = postgresCalendars(imports).add(await tableWith('another holiday', dueOn), MEETING);
  // The import stands still before it has told the first of the two.
  await waiting('transactionid');
  const extended = createCommands(createLedger(steps)).execute({
    ...{ procedureId: acting, workflowId: `council/${acting}`, actor, now: MEETING },
    ...{ step: 'extend', action: 'extend-deadline' },
    input: { key: 'renew-notice:1', dueOn: '2026-03-31', reason: '场地未定' },
  });
  await waiting('advisory');
  await onlooker.query('COMMIT');
  expect(isRefusal(await extended)).toBe(false);
  expect((await imported) as object[]).toHaveLength(3);
  expect(await duty(acting)).toMatchObject({ dueOn: '2026-03-31', calendarVersion: 'another holiday' });
});

test('whoever has read no table yet counts by the one that is there, whatever it is called', async () => {
  const { dueOn } = await duty(await adjournedCouncil());
  await postgresCalendars(imports).add(await tableWith('none', dueOn), MEETING);
  const counted = await duty(await adjournedCouncil());
  expect(counted.calendarVersion).toBe('none');
  expect(counted.dueOn > dueOn).toBe(true);
});
