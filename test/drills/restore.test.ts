import { cp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { migrate } from '../../src/adapters/postgres/migrations';
import { markAsTraining } from '../../src/adapters/postgres/training-mark';
import { loadConfig } from '../../src/config';
import { atTime } from '../../src/domain/calendar/civil-date';
import { findTemporalCli } from '../../src/embedded/binaries';
import { freePort } from '../../src/embedded/port';
import { startPostgres } from '../../src/embedded/postgres';
import { startTemporal } from '../../src/embedded/temporal';
import { runCommand } from '../support/command';
import { act, announce, signInCast, startCouncil, type Cast } from '../support/council';
import { temporaryFolders } from '../support/folders';
import { hurried } from '../support/hurried';
import { until } from '../support/patient';
import { TEST_KEYS } from '../support/payloads';
import { startService, type Service } from '../support/service';
import { eventsOf, isWhole } from '../support/story';

// Each test starts servers and programs of its own, several times.
jest.setTimeout(240_000);

const DAY = 86_400_000;
const QUEUE = 'restored';
const newFolder = temporaryFolders();

/** An embedded installation: its data folder, and the servers on it while it runs. */
interface Installation {
  readonly dataDir: string;
  readonly settings: NodeJS.ProcessEnv;
}

async function install(): Promise<Installation> {
  const dataDir = path.join(await newFolder(), 'data');
  const settings = { GUICHENG_DATA_DIR: dataDir, POSTGRES_PORT: String(await freePort()) };
  return { dataDir, settings };
}

interface Running {
  readonly service: Service;
  readonly cast: Cast;
  /** What a command needs that speaks to the running servers. */
  readonly settings: NodeJS.ProcessEnv;
}

/** Starts everything on an installation, does something, and stops everything in good order. */
async function whileRunning<T>({ dataDir }: Installation, work: (running: Running) => Promise<T>): Promise<T> {
  const cli = await findTemporalCli(loadConfig().TEMPORAL_CLI_PATH);
  const postgres = await startPostgres({
    dataDir: path.join(dataDir, 'postgres'),
    port: await freePort(),
    settings: hurried,
  });
  const temporal = await startTemporal({ cli, dataDir: path.join(dataDir, 'temporal'), port: await freePort() });
  try {
    await migrate(postgres.url);
    await markAsTraining(postgres.url, atTime('2026-03-02', '09:00'));
    const { address: temporalAddress } = temporal;
    const service = await startService({
      databaseUrl: postgres.url,
      temporalAddress,
      taskQueue: QUEUE,
      training: true,
    });
    const settings = {
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_TASK_QUEUE: QUEUE,
      TEMPORAL_PAYLOAD_KEYS: TEST_KEYS,
    };
    try {
      return await work({ service, cast: await signInCast(service), settings });
    } finally {
      await service.close();
    }
  } finally {
    await temporal.stop();
    await postgres.stop();
  }
}

async function backUp(installation: Installation): Promise<string> {
  const folder = path.join(await newFolder(), 'backup');
  const { code, output } = await runCommand('backup', [folder], installation.settings);
  expect(output).toContain(`已备份到 / backed up into ${folder}`);
  expect(code).toBe(0);
  return folder;
}

/** An installation made of a backup's parts, whose records are whole. */
async function restored(folder: string): Promise<Installation> {
  const installation = await install();
  const { code, output } = await runCommand('restore', [folder], installation.settings);
  expect(output).toContain('已恢复');
  expect(code).toBe(0);
  const verified = await runCommand('verify', ['--all'], installation.settings);
  expect(verified.output).toMatch(/[1-9]\d* procedures, 0 with a fault/);
  return installation;
}

/** Workflows of one backup beside the database of another. */
async function mixed(parts: { temporal: string; database: string }): Promise<string> {
  const folder = await newFolder();
  await cp(path.join(parts.temporal, 'temporal'), path.join(folder, 'temporal'), { recursive: true });
  await cp(path.join(parts.database, 'database'), path.join(folder, 'database'), { recursive: true });
  return folder;
}

/** Announced councils go on: a command is carried out, and what falls due later rings. */
async function expectToGoOn({ service, cast }: Running, id: string): Promise<void> {
  const before = (await eventsOf(service.database, id)).length;
  await service.pass(9 * DAY);
  const later = (await eventsOf(service.database, id)).slice(before);
  expect(later.map(({ type }) => type)).toContain('deadline-told');
  const overdue = await service.database.deadline.count({ where: { procedureId: id, state: 'overdue' } });
  expect(overdue).toBeGreaterThan(0);
  await act(cast.secretary, id, 'cancel', { reason: '议题已由上级统一安排' });
  expect(await isWhole(service.database, id)).toBe(true);
  const { status } = await service.database.procedure.findUniqueOrThrow({ where: { id } });
  expect(status).toBe('cancelled');
}

let first: string;
let second: string;
const ids = { announced: '', late: '' };

beforeAll(async () => {
  const installation = await install();
  await whileRunning(installation, async ({ service, cast }) => {
    ids.announced = await startCouncil(cast);
    await service.database.file.create({
      data: {
        id: '6d9f3f3c-8a58-4d0e-9d0b-4b1c3a0e7a11',
        organisationId: (await service.database.procedure.findFirstOrThrow()).organisationId,
        sha256: 'x',
        mediaType: 'image/png',
        size: 3,
        content: Buffer.from([0, 1, 255]),
        uploadedById: ids.announced,
      },
    });
  });
  await writeFile(path.join(installation.dataDir, 'temporal-payload-keys'), TEST_KEYS);
  first = await backUp(installation);
  await whileRunning(installation, async ({ service, cast }) => {
    await announce(service, cast, ids.announced);
    ids.late = await startCouncil(cast);
    await announce(service, cast, ids.late);
  });
  second = await backUp(installation);
  await rm(installation.dataDir, { recursive: true });
});

describe('a backup', () => {
  test('is for its owner only, with the keys without which Temporal cannot be read', async () => {
    expect((await stat(second)).mode & 0o77).toBe(0);
    expect((await stat(path.join(second, 'database', 'event.copy'))).mode & 0o77).toBe(0);
    expect(await readFile(path.join(second, 'temporal-payload-keys'), 'utf8')).toBe(TEST_KEYS);
  });

  test('does not write over another, and is not made while the service runs', async () => {
    const installation = await restored(second);
    expect(await runCommand('backup', [second], installation.settings)).toMatchObject({ code: 1 });
    await whileRunning(installation, async () => {
      const folder = path.join(await newFolder(), 'b');
      const { code, output } = await runCommand('backup', [folder], installation.settings);
      expect(code).toBe(1);
      expect(output).toMatch(/in use by process \d+\. Stop it first/);
      await expect(stat(folder)).rejects.toThrow('ENOENT');
    });
  });

  test('goes into nothing that holds anything, and a damaged one into nothing at all', async () => {
    const installation = await restored(second);
    const again = await runCommand('restore', [second], installation.settings);
    expect(again).toMatchObject({ code: 1, output: expect.stringContaining('is there already') });
    const damaged = await mixed({ temporal: first, database: second });
    const file = path.join(damaged, 'database', 'deadline.copy');
    const bytes = await readFile(file);
    bytes[bytes.length - 30]! ^= 1;
    await writeFile(file, bytes);
    const other = await install();
    const { code, output } = await runCommand('restore', [damaged], other.settings);
    expect(code).toBe(1);
    expect(output).not.toContain('已恢复');
    const verified = await runCommand('verify', ['--all'], other.settings);
    expect(verified.output).toContain('0 procedures, 0 with a fault');
  });
});

describe('after everything was destroyed and restored', () => {
  test('an open council goes on', async () => {
    await whileRunning(await restored(second), async (running) => {
      const reconciled = await runCommand('reconcile', [], running.settings);
      expect(reconciled.output).toContain(`${ids.announced} 流程已终止，并按记录重新启动`);
      expect(reconciled.code).toBe(0);
      const file = await running.service.database.file.findFirstOrThrow();
      expect([...file.content]).toEqual([0, 1, 255]);
      await expectToGoOn(running, ids.announced);
    });
  });

  test('a database that is later than its workflows: they catch up, and what they never knew begins', async () => {
    const folder = await mixed({ temporal: first, database: second });
    await whileRunning(await restored(folder), async (running) => {
      const { output } = await runCommand('reconcile', [], running.settings);
      expect(output).toContain(`${ids.announced} 流程已终止，并按记录重新启动`);
      expect(output).toContain(`${ids.late} 没有流程在运行，已重新启动`);
      await standsWhereItsRecordStands(running, ids.announced);
      await standsWhereItsRecordStands(running, ids.late);
      await expectToGoOn(running, ids.late);
    });
  });

  test('a database that is earlier than its workflows: they are ended and begin anew where the record stands', async () => {
    const folder = await mixed({ temporal: second, database: first });
    await whileRunning(await restored(folder), async (running) => {
      const { service, cast } = running;
      const { output } = await runCommand('reconcile', [], running.settings);
      expect(output).toContain(`${ids.announced} 流程已终止，并按记录重新启动`);
      await standsWhereItsRecordStands(running, ids.announced);
      await announce(service, cast, ids.announced);
      await expectToGoOn(running, ids.announced);
    });
  });
});

async function standsWhereItsRecordStands({ service, cast }: Running, id: string): Promise<void> {
  const { version } = await service.database.procedure.findUniqueOrThrow({ where: { id } });
  const state = async () => (await cast.staff.get(`/api/procedures/${id}/state`)).body?.version;
  await until(state, (known) => known === version);
}
