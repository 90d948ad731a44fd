import { Client } from 'pg';
import { EXAMPLE } from '../src/adapters/postgres/seed/example';
import { hashPassword, isPassword } from '../src/api/passwords';
import { ROLES, type Role } from '../src/domain/permissions';
import { seedExample, type ExampleAccount } from '../src/seed';
import { createTestDatabase, type TestDatabase } from './support/database';

const password = 'an example password';
const tables = ['organisation', 'body', 'person', 'membership', 'account', 'role_grant', 'calendar_version'];

let database: TestDatabase;
let client: Client;

async function openDatabase(): Promise<void> {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
}

async function dropDatabase(): Promise<void> {
  await client.end();
  await database.drop();
}

async function rows<Row>(query: string, ...values: unknown[]): Promise<Row[]> {
  return (await client.query(query, values)).rows as Row[];
}

async function everything(): Promise<Record<string, unknown[]>> {
  const contents = [];
  for (const table of tables) contents.push([table, await rows(`SELECT * FROM ${table} ORDER BY 1`)]);
  return Object.fromEntries(contents) as Record<string, unknown[]>;
}

async function storedHash(accountId: string): Promise<string> {
  const [account] = await rows<{ passwordHash: string }>(`SELECT "passwordHash" FROM account WHERE id = $1`, accountId);
  return account!.passwordHash;
}

describe('the example', () => {
  let accounts: readonly ExampleAccount[];

  beforeAll(async () => {
    await openDatabase();
    accounts = await seedExample(database.url, password);
  });

  afterAll(dropDatabase);

  it('has one subdistrict with an urban and a village-converted community of two grids each', async () => {
    const organisations = await rows<{ name: string; parent: string | null; communityType: string | null }>(
      `SELECT o.name, p.name AS parent, o."communityType" FROM organisation o
         LEFT JOIN organisation p ON p.id = o."parentId" ORDER BY length(o.path), o.name`,
    );
    expect(organisations).toEqual([
      { name: '示范区', parent: null, communityType: null },
      { name: '和畅街道', parent: '示范区', communityType: null },
      { name: '新禾社区', parent: '和畅街道', communityType: 'village-converted' },
      { name: '春和社区', parent: '和畅街道', communityType: 'urban' },
      { name: '新禾社区第一网格', parent: '新禾社区', communityType: null },
      { name: '新禾社区第二网格', parent: '新禾社区', communityType: null },
      { name: '春和社区第一网格', parent: '春和社区', communityType: null },
      { name: '春和社区第二网格', parent: '春和社区', communityType: null },
    ]);
    const misplaced = `SELECT o.name FROM organisation o LEFT JOIN organisation p ON p.id = o."parentId"
                        WHERE o.path <> coalesce(p.path, '/') || o.id || '/'`;
    expect(await rows(misplaced)).toEqual([]);
  });

  it.each([
    ['office.pwc', { 书记: 1, 副书记: 2, 委员: 6 }],
    ...(['chunhe', 'xinhe'] as const).flatMap((community) => [
      [`${community}.party-organisation`, { 书记: 1, 副书记: 1, 委员: 3 }] as const,
      [`${community}.residents-committee`, { 主任: 1, 副主任: 1, 委员: 5 }] as const,
      [`${community}.supervision-committee`, { 主任: 1, 委员: 2 }] as const,
      [`${community}.representatives`, { 代表: 15 }] as const,
    ]),
  ] as const)('fills %s', async (body, positions) => {
    const seats = await rows<{ position: string; count: number }>(
      `SELECT position, count(DISTINCT "personId")::int AS count FROM membership WHERE "bodyId" = $1 GROUP BY position`,
      EXAMPLE.bodies[body],
    );
    expect(Object.fromEntries(seats.map(({ position, count }) => [position, count]))).toEqual(positions);
  });

  it("seats nobody of the residents' committee on the supervision committee [LAW-RCL-36]", async () => {
    const both = `SELECT "personId" FROM membership JOIN body ON body.id = "bodyId"
                   WHERE kind IN ('residents-committee', 'supervision-committee') GROUP BY 1 HAVING count(*) > 1`;
    expect(await rows(both)).toEqual([]);
  });

  it('gives every person a name of their own', async () => {
    expect(await rows('SELECT name FROM person GROUP BY name HAVING count(*) > 1')).toEqual([]);
  });

  it('has an account for every role, only where the role exists, in both communities where it is theirs', async () => {
    const grants = await rows<{ role: Role; kind: string; organisationId: string }>(
      `SELECT role, kind, "organisationId" FROM role_grant g JOIN organisation o ON o.id = g."organisationId"`,
    );
    expect(new Set(grants.map(({ role }) => role))).toEqual(new Set(Object.keys(ROLES)));
    expect(grants.filter(({ role, kind }) => !(ROLES[role].at as readonly string[]).includes(kind))).toEqual([]);
    for (const community of ['chunhe', 'xinhe'] as const) {
      const held = grants.filter(({ organisationId }) => organisationId === EXAMPLE.organisations[community]);
      expect(new Set(held.map(({ role }) => role))).toEqual(
        new Set([
          'staff',
          'chair',
          'secretary',
          'recorder',
          'member',
          'supervision-committee',
          'custodian',
          'resident',
        ]),
      );
    }
  });

  it('lets nine members of the urban community sign in', async () => {
    const members = accounts.filter(({ username }) => /^chunhe\.member[1-9]$/.test(username));
    expect(members).toHaveLength(9);
    const chunhe = { zh: '春和社区', en: 'Chunhe Community' };
    expect(members[0]).toEqual({
      id: EXAMPLE.accounts['chunhe.member1'],
      username: 'chunhe.member1',
      name: expect.stringMatching(/^.示.$/),
      title: { zh: '党组织委员', en: 'Party organisation member' },
      roles: [{ role: 'member', organisationId: EXAMPLE.organisations.chunhe, organisation: chunhe }],
    });
    expect(await isPassword(password, await storedHash(EXAMPLE.accounts['chunhe.member9']))).toBe(true);
  });

  it('brings the holiday table of 2026 with its notice', async () => {
    const [calendar] = await rows<{ version: string; source: string; data: { years: number[]; days: object } }>(
      'SELECT version, source, data FROM calendar_version',
    );
    expect(calendar).toMatchObject({ version: '2026', data: { years: [2026] } });
    expect(calendar!.source).toBe('国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）');
    expect(calendar!.data.days).toHaveProperty(['2026-10-10', 'kind'], 'make-up working day');
  });
});

describe('seeding again', () => {
  beforeEach(openDatabase);
  afterEach(dropDatabase);

  it('changes nothing', async () => {
    const accounts = await seedExample(database.url, password);
    const before = await everything();
    expect(await seedExample(database.url, 'another password')).toEqual(accounts);
    expect(await everything()).toEqual(before);
  });

  it('at the same time adds everything once', async () => {
    await Promise.all(['one', 'two', 'three'].map((each) => seedExample(database.url, each)));
    const together = await everything();
    await seedExample(database.url, 'four');
    expect(await everything()).toEqual(together);
    expect(together.account).toHaveLength(Object.keys(EXAMPLE.accounts).length);
    expect(together.person).toHaveLength(Object.keys(EXAMPLE.people).length);
  });

  it('keeps a changed password, a new name and an ended term', async () => {
    await seedExample(database.url, password);
    const id = EXAMPLE.accounts['chunhe.staff'];
    await rows('UPDATE account SET "passwordHash" = $2 WHERE id = $1', id, await hashPassword('changed by its owner'));
    await rows('UPDATE person SET name = $2 WHERE id = $1', EXAMPLE.people['chunhe.staff'], '改名');
    await rows(`UPDATE role_grant SET "validTo" = '2026-03-31' WHERE "accountId" = $1`, id);
    await rows(`UPDATE membership SET "validTo" = '2026-03-31' WHERE "bodyId" = $1`, EXAMPLE.bodies['office.pwc']);
    const changed = await everything();
    await seedExample(database.url, password);
    expect(await everything()).toEqual(changed);
    expect(await isPassword('changed by its owner', await storedHash(id))).toBe(true);
  });

  it('adds a missing seat again but not the holiday table beside a newer one', async () => {
    await seedExample(database.url, password);
    const personId = EXAMPLE.people['chunhe.representative13'];
    await rows('DELETE FROM membership WHERE "personId" = $1', personId);
    await rows(`UPDATE calendar_version SET version = '2027'`);
    await seedExample(database.url, password);
    const { membership, calendar_version: calendars } = await everything();
    expect(membership).toContainEqual(expect.objectContaining({ personId, position: '代表' }));
    expect(calendars).toHaveLength(1);
  });

  it('gives nothing to an account that had one of the usernames before', async () => {
    const otherId = '00000000-0000-4000-8000-000000000001';
    await client.query(
      `INSERT INTO organisation (id, kind, name, "nameEn", path) VALUES ('${otherId}', 'district', '区', 'D', '/x/');
       INSERT INTO person (id, name, "organisationId") VALUES ('${otherId}', '某', '${otherId}');
       INSERT INTO account (id, username, "passwordHash", "personId") VALUES ('${otherId}', 'admin', '-', '${otherId}')`,
    );
    const accounts = await seedExample(database.url, password);
    expect(accounts.map(({ username }) => username)).not.toContain('admin');
    expect(await rows('SELECT id FROM role_grant WHERE "accountId" = $1', otherId)).toEqual([]);
    expect(await rows(`SELECT id FROM role_grant WHERE role = 'administrator'`)).toHaveLength(1);
  });
});
