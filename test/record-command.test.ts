import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '../src/adapters/postgres/database';
import { createLedger } from '../src/adapters/postgres/ledger';
import { EXAMPLE } from '../src/adapters/postgres/seed/example';
import { writeExample } from '../src/adapters/postgres/seed/write-example';
import { createCommands } from '../src/commands/engine';
import { workflowIdOf } from '../src/contract/messages/course';
import { runCommand } from './support/command';
import { person } from './support/council';
import { createTestDatabase, type TestDatabase } from './support/database';
import { narrowBody } from './support/narrow-council';

let testDatabase: TestDatabase;
let database: Database;
const ids = [randomUUID(), randomUUID()] as const;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = openDatabase(testDatabase.url);
  await writeExample(database, '');
  const commands = createCommands(createLedger(database));
  const actor = { accountId: EXAMPLE.accounts['chunhe.staff'], personId: person('chunhe.staff') };
  const { kind, organisationId, ...input } = narrowBody();
  for (const procedureId of ids) {
    const order = { procedureId, workflowId: workflowIdOf('council', procedureId), actor, now: Date.now() };
    await commands.begin({ ...order, kind, organisationId, input });
  }
});
afterAll(async () => {
  await database?.$disconnect();
  await testDatabase?.drop();
});

const run = (command: 'verify' | 'rebuild', ...args: string[]) =>
  runCommand(command, args, { DATABASE_URL: testDatabase.url });

describe('verify and rebuild from the command line', () => {
  test('say of every procedure that it is whole', async () => {
    const { code, output } = await run('verify', '--all');
    const lines = output.trim().split('\n');
    expect([...lines.slice(0, 2).sort(), ...lines.slice(2)]).toEqual([
      ...ids
        .map((id) => `${id} 完好 / whole；未配置密钥，签名未核对 / no key is configured: signatures were not checked`)
        .sort(),
      '共 2 个程序，0 个有问题 / 2 procedures, 0 with a fault',
    ]);
    expect(code).toBe(0);
  });

  test('say how they are used', async () => {
    for (const args of [[], ['--all', ids[0]], ['nonsense'], ['--what']]) {
      const { code, output } = await run('verify', ...args);
      expect(code).toBe(2);
      expect(output).toContain('Usage: npm run verify -- <程序编号 / procedure id>|--all [--heads <文件 / file>]');
    }
  });

  test('name the place that is wrong, say what a rebuild would do, do it, and are satisfied', async () => {
    await database.procedure.update({ where: { id: ids[1] }, data: { stage: 'sitting' } });
    const verified = await run('verify', '--all');
    expect(verified.code).toBe(1);
    expect(verified.output).toContain(
      `${ids[1]} procedure/stage: 列表和公开栏所用的数据与日志推出的不符 / what lists and boards show is not what the log gives` +
        '；应为 / should be "draft"；现为 / is "sitting"',
    );
    expect(await run('rebuild', ids[1], '--check')).toMatchObject({ code: 1 });
    expect((await run('verify', ids[1])).code).toBe(1);
    const { code, output } = await run('rebuild', ids[1]);
    expect(output).toContain('已更正 / put right: procedure/stage');
    expect(code).toBe(0);
    expect(await run('verify', ids[1])).toMatchObject({ code: 0 });
  });
});
