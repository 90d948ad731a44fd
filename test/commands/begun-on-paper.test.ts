import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '../../src/adapters/postgres/database';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { writeExample } from '../../src/adapters/postgres/seed/write-example';
import { createCommands } from '../../src/commands/engine';
import { atTime, startOfDay } from '../../src/domain/calendar/civil-date';
import { isRefusal } from '../../src/domain/refusal';
import { councilBody } from '../support/council';
import { createTestDatabase, type TestDatabase } from '../support/database';

let testDatabase: TestDatabase;
let database: Database;
const fileId = randomUUID();
const actor = {
  accountId: EXAMPLE.accounts['chunhe.secretary'],
  personId: EXAMPLE.people['chunhe.secretary'],
};

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url);
  await writeExample(database, '');
  const organisationId = EXAMPLE.organisations.chunhe;
  await database.rulebook.create({
    data: {
      ...{ id: randomUUID(), organisationId, version: 1, effectiveOn: '2026-03-10', note: '提前五天公告' },
      ...{ values: { 'council.noticeClearDays': 5 }, createdById: actor.accountId },
    },
  });
  await database.file.create({
    data: {
      ...{ id: fileId, organisationId, sha256: 'a'.repeat(64), mediaType: 'image/png', size: 1 },
      ...{ content: new Uint8Array(1), uploadedById: actor.accountId },
    },
  });
});
afterAll(async () => {
  await database?.$disconnect();
  await testDatabase?.drop();
});

/** Takes over, on 20 March, a council whose paper hung on that day, for a meeting in that month. */
async function takeOver(postedOn: string, meetingOn: string): Promise<string | null> {
  const procedureId = randomUUID();
  const { kind, organisationId, ...input } = councilBody();
  const moment = (instant: number) => new Date(instant).toISOString();
  const postings = [{ channel: 'window', location: '东门', postedOn }];
  const notice = {
    issuedAt: moment(atTime(postedOn, '09:00')),
    meetingAt: moment(atTime(meetingOn, '14:00')),
    place: '社区议事厅',
    postings,
  };
  const answer = await createCommands(createLedger(database)).begin({
    ...{ procedureId, workflowId: `council/${procedureId}`, kind, organisationId, actor },
    input: { ...input, paper: { reason: '系统启用前已开始', proofs: [{ fileId }], notice } },
    now: startOfDay('2026-03-20'),
  });
  return isRefusal(answer) ? answer.code : null;
}

test.each([
  ['three clear days before the new rulebook', '2026-03-09', '2026-03-13', null],
  ['two of them', '2026-03-09', '2026-03-12', 'council.meeting-too-soon'],
  ['three from its first day on', '2026-03-10', '2026-03-14', 'council.meeting-too-soon'],
  ['five from its first day on', '2026-03-10', '2026-03-16', null],
])(
  'a council begun on paper goes by the rulebook of its notice and not by the one of today (reading 14): %s [HDA-11.1.2]',
  async (_case, postedOn, meetingOn, code) => {
    expect(await takeOver(postedOn, meetingOn)).toBe(code);
  },
);
