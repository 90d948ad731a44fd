import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataConverter, Payload } from '@temporalio/common';
import { ApplicationFailure } from '@temporalio/common';
import { Client } from 'pg';
import { loadConfig } from '../../../src/config';
import { workflowIdOf, type CourseActivities } from '../../../src/contract/messages/course';
import { lookSignal } from '../../../src/contract/messages/definitions';
import { findTemporalCli } from '../../../src/embedded/binaries';
import { freePort } from '../../../src/embedded/port';
import { startTemporal, type EmbeddedTemporal } from '../../../src/embedded/temporal';
import { act, morning, signInCast, type Cast } from '../../support/council';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { temporaryFolders } from '../../support/folders';
import {
  announceMarked,
  nameTheChair,
  newMarks,
  startMarked,
  walkMarked,
  type Marks,
} from '../../support/marked-council';
import { clearOfTheDaysMoments } from '../../support/narrow-council';
import { patient, until } from '../../support/patient';
import { ENCRYPTED, PLAIN } from '../../support/payloads';
import { isFoundIn, rawWorkflow } from '../../support/raw-histories';
import { startService, type Service } from '../../support/service';

const newFolder = temporaryFolders();
let folder: string;
let temporal: EmbeddedTemporal;

beforeAll(async () => {
  folder = await newFolder();
  const cli = await findTemporalCli(loadConfig().TEMPORAL_CLI_PATH);
  temporal = await startTemporal({ cli, dataDir: folder, port: await freePort() });
  await clearOfTheDaysMoments();
}, 300_000);
afterAll(() => temporal.stop());

/** A service of its own on the server whose files are looked through. */
interface Scene {
  readonly service: Service;
  readonly cast: Cast;
  readonly mark: ReturnType<typeof newMarks>;
  readonly database: TestDatabase;
}

async function withScene(
  options: {
    dataConverter: DataConverter;
    spoil?: (mark: Marks) => (activities: CourseActivities) => CourseActivities;
  },
  play: (scene: Scene) => Promise<void>,
): Promise<void> {
  const mark = newMarks();
  const database = await createTestDatabase();
  const { dataConverter, spoil } = options;
  const service = await startService({
    databaseUrl: database.url,
    temporalAddress: temporal.address,
    dataConverter,
    ...(spoil && { spoil: spoil(mark) }),
  });
  try {
    await play({ service, cast: await signInCast(service), mark, database });
  } finally {
    await service.close();
    await database.drop();
  }
}

/** Everything that the server has written to its folder so far. */
function filesOfTemporal(): Buffer {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Buffer.concat(files.map(({ name }) => readFileSync(path.join(folder, name))));
}

/** What was marked and is found there, by what it was for. */
function readable({ mark }: Scene, bytes: Buffer): string[] {
  return [...mark.all].filter(([, text]) => isFoundIn(text, bytes)).map(([what]) => what);
}

async function storedOf({ service }: Scene, ...ids: string[]) {
  const workflows = await Promise.all(ids.map((id) => rawWorkflow(service, workflowIdOf('council', id))));
  return {
    bytes: Buffer.concat(workflows.map(({ bytes }) => bytes)),
    payloads: workflows.flatMap(({ payloads }) => payloads),
  };
}

/** The payloads as the system administrator has them decrypted. */
async function decrypted({ service }: Scene, payloads: readonly Payload[]): Promise<Buffer> {
  const body = { payloads: payloads.map(({ metadata, data }) => ({ metadata: texts(metadata), data: base64(data) })) };
  const answer = await (await service.signIn('admin')).post('/api/temporal-codec/decode', body);
  expect(answer.status).toBe(200);
  const decoded = answer.body.payloads as { data?: string }[];
  return Buffer.concat(decoded.map(({ data = '' }) => Buffer.from(data, 'base64')));
}

const base64 = (bytes: Uint8Array | null | undefined) => Buffer.from(bytes ?? []).toString('base64');
const texts = (metadata: Payload['metadata']) =>
  Object.fromEntries(Object.entries(metadata ?? {}).map(([name, bytes]) => [name, base64(bytes)]));

/** Two councils: one of few from its beginning to its publication, and one of broad interest that is posted and cancelled. */
async function twoCouncils(scene: Scene): Promise<[string, string]> {
  const { service, cast, mark } = scene;
  await nameTheChair(service, mark);
  const published = await startMarked(cast, mark);
  await walkMarked({ cast, id: published, mark });
  const cancelled = await startMarked(cast, mark, { broadInterest: true });
  await announceMarked(cast, cancelled, mark, morning(Date.now(), 5));
  await act(cast.secretary, cancelled, 'cancel', { reason: mark('cancelled') });
  return [published, cancelled];
}

describe('of what people write', () => {
  it('Temporal holds nothing at all, even where nothing is encrypted, and neither do the log and the metrics', async () => {
    await withScene({ dataConverter: PLAIN }, async (scene) => {
      const [published, cancelled] = await twoCouncils(scene);
      await heard(scene, published, 'on-board');
      const stored = await storedOf(scene, published, cancelled);
      expect(scene.mark.all.size).toBeGreaterThan(12);
      expect(readable(scene, stored.bytes)).toEqual([]);
      expect(readable(scene, filesOfTemporal())).toEqual([]);
      expect(readable(scene, Buffer.from(scene.service.log()))).toEqual([]);
      expect(readable(scene, (await scene.service.anonymous.get('/metrics')).body)).toEqual([]);
      // Otherwise it would not be seen here: what the workflow does hear of is found.
      expect(isFoundIn(TIMER, stored.bytes)).toBe(true);
      expect(isFoundIn(TIMER, filesOfTemporal())).toBe(true);
    });
  });

  it('nothing can be read after a step that the database turned away together with its texts', async () => {
    await withScene({ dataConverter: PLAIN }, async (scene) => {
      const { service, cast, mark, database } = scene;
      const id = await startMarked(cast, mark);
      const owner = new Client({ connectionString: database.url });
      await owner.connect();
      const check = `CHECK (content NOT LIKE '%${mark('reason')}%') NOT VALID`;
      await owner.query(`ALTER TABLE evidence ADD CONSTRAINT broken ${check}`);
      const cancelling = act(cast.secretary, id, 'cancel', { reason: mark('reason') });
      await expect(cancelling).rejects.toThrow('request.internal');
      await owner.query('ALTER TABLE evidence DROP CONSTRAINT broken');
      await act(cast.secretary, id, 'cancel', { reason: mark('reason') });
      await owner.end();
      const { bytes } = await storedOf(scene, id);
      expect(service.log()).toContain('request failed');
      expect(readable(scene, Buffer.from(service.log()))).toEqual([]);
      expect(readable(scene, bytes)).toEqual([]);
      expect(readable(scene, filesOfTemporal())).toEqual([]);
    });
  });
});

/** What a workflow is told while a worker has it in hand is in its history only afterwards. */
async function heard({ cast }: Scene, id: string, stage: string): Promise<void> {
  const state = async () => (await patient(cast.staff).get(`/api/procedures/${id}/state`)).body;
  await until(state, (answer) => answer.stage === stage);
}

/** A moment that a council of broad interest waits for, as its workflow knows it. */
const TIMER = 'post-notice:1/overdue';

describe('of what a workflow hears', () => {
  it('nothing can be read where it is encrypted, and the codec reads it all', async () => {
    await withScene({ dataConverter: ENCRYPTED }, async (scene) => {
      const { cast, mark } = scene;
      const id = await startMarked(cast, mark, { broadInterest: true });
      await announceMarked(cast, id, mark, morning(Date.now(), 5));
      await heard(scene, id, 'waiting');
      const { bytes, payloads } = await storedOf(scene, id);
      expect(isFoundIn(TIMER, bytes)).toBe(false);
      expect(isFoundIn(TIMER, await decrypted(scene, payloads))).toBe(true);
    });
  });
});

/** A look that fails once and then for good; each time it says a marked text. */
const failing = (mark: Marks) => (activities: CourseActivities) => {
  let tries = 0;
  const spoilt: CourseActivities = {
    ...activities,
    async catchUp() {
      tries += 1;
      if (tries === 1) throw new Error(mark('passing'));
      throw ApplicationFailure.nonRetryable(mark('message'), 'Broken', { detail: mark('detail') });
    },
  };
  return spoilt;
};

describe('of what goes wrong', () => {
  it('Temporal holds no message, no detail and no stack that can be read, and the codec reads them all', async () => {
    await withScene({ dataConverter: ENCRYPTED, spoil: failing }, async (scene) => {
      const { service, cast, mark } = scene;
      const id = await startMarked(cast, mark);
      const handle = service.temporal.workflow.getHandle(workflowIdOf('council', id));
      await handle.signal(lookSignal);
      await expect(handle.result()).rejects.toThrow();
      const stored = await storedOf(scene, id);
      expect(readable(scene, stored.bytes)).toEqual([]);
      expect(readable(scene, filesOfTemporal())).toEqual([]);
      expect(stored.bytes.includes('secret-scan.test')).toBe(false);
      const read = await decrypted(scene, stored.payloads);
      expect(readable(scene, read)).toEqual(expect.arrayContaining(['message', 'detail']));
      expect(read.includes('secret-scan.test')).toBe(true);
    });
  });
});
