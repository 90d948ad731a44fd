import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import { projectRoot } from '../../../src/config';
import { workflowIdOf, type CourseActivities } from '../../../src/contract/messages/course';
import { lookSignal } from '../../../src/contract/messages/definitions';
import { act, signInCast, startCouncil, type Cast } from '../../support/council';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { announceSoon, clearOfTheDaysMoments, NARROW, sit } from '../../support/narrow-council';
import { patient, until } from '../../support/patient';
import { encryptedWith, newKey, PLAIN } from '../../support/payloads';
import { rawWorkflow } from '../../support/raw-histories';
import { startService, type Service } from '../../support/service';
import { isWhole } from '../../support/story';

const [oldKey, newest] = [newKey('2025'), newKey('2026')];
const OLD = encryptedWith(oldKey);
const BOTH = encryptedWith(newest, oldKey);
const NEW = encryptedWith(newest);

let database: TestDatabase;
let taskQueue: string;
beforeAll(clearOfTheDaysMoments, 300_000);
beforeEach(async () => {
  database = await createTestDatabase();
  taskQueue = `test-${randomUUID()}`;
});
afterEach(() => database.drop());

/** The service, API and worker, as it is started with these keys; one after another they serve the same procedures. */
async function startedWith<T>(
  dataConverter: DataConverter,
  work: (service: Service, cast: Cast) => Promise<T>,
  spoil = (activities: CourseActivities) => activities,
): Promise<T> {
  const service = await startService({ databaseUrl: database.url, taskQueue, dataConverter, spoil });
  try {
    return await work(service, await signInCast(service));
  } finally {
    await service.close();
  }
}

const begin = (dataConverter: DataConverter) =>
  startedWith(dataConverter, (_service, cast) => startCouncil(cast, NARROW));

/** The ids of the keys with which a workflow's payloads were encrypted, in the order of their first use. */
async function keysUsed(service: Service, id: string): Promise<string[]> {
  const { payloads } = await rawWorkflow(service, workflowIdOf('council', id));
  const ids = payloads.map(({ metadata }) => metadata?.['encryption-key-id']);
  return [...new Set(ids.map((bytes) => (bytes ? Buffer.from(bytes).toString() : 'none')))];
}

/** Whether the workflow can be taken up again from its history. */
async function replayError(service: Service, id: string, dataConverter: DataConverter): Promise<unknown> {
  const workflowId = workflowIdOf('council', id);
  const history = await service.temporal.workflow.getHandle(workflowId).fetchHistory();
  const workflowsPath = path.join(projectRoot, 'src', 'workflows', 'index.ts');
  for await (const { error } of Worker.runReplayHistories({ workflowsPath, dataConverter }, [
    { workflowId, history },
  ])) {
    return error;
  }
}

/** Issues the notice of a council. */
async function issueNotice(cast: Cast, id: string): Promise<void> {
  const notice = { meetingAt: new Date(Date.now() + 600_000).toISOString(), place: '社区议事厅', channels: [] };
  expect(await act(cast.staff, id, 'issue-notice', notice)).toMatchObject({ stage: 'waiting' });
}

async function isHeard(cast: Cast, id: string, stage: string): Promise<void> {
  const state = async () => (await patient(cast.staff).get(`/api/procedures/${id}/state`)).body;
  await until(state, (answer) => answer.stage === stage);
}

/** The workflow has heard of the notice, whenever that was issued, and can be taken up by another worker. */
async function goesOnUnharmed(service: Service, cast: Cast, id: string): Promise<void> {
  await isHeard(cast, id, 'waiting');
  expect(await isWhole(service.database, id)).toBe(true);
  expect(await replayError(service, id, BOTH)).toBeUndefined();
}

const look = (service: Service, id: string) =>
  service.temporal.workflow.getHandle(workflowIdOf('council', id)).signal(lookSignal);

/** As the log, in JSON, says that the old key is missing. */
const MISSING = /\\"2025\\", which TEMPORAL_PAYLOAD_KEYS does not hold/;

describe('a council that began under one key', () => {
  it('goes on under a new one in front of it', async () => {
    const id = await begin(OLD);
    await startedWith(BOTH, async (service, cast) => {
      await sit(cast, id);
      await isHeard(cast, id, 'sitting');
      expect(await keysUsed(service, id)).toEqual(expect.arrayContaining(['2025', '2026']));
      expect(await replayError(service, id, BOTH)).toBeUndefined();
    });
  });

  it('waits where the old key is missing, which the log says with the setting, and goes on unharmed when it is back', async () => {
    const id = await begin(OLD);
    await startedWith(NEW, async (service, cast) => {
      await issueNotice(cast, id);
      await until(
        async () => service.log(),
        (log) => MISSING.test(log),
      );
    });
    await startedWith(BOTH, (service, cast) => goesOnUnharmed(service, cast, id));
  });

  it('also waits in the middle of a step', async () => {
    const id = await begin(OLD);
    const never = (activities: CourseActivities) => ({
      ...activities,
      catchUp: () => Promise.reject(new Error('not this time')),
    });
    await startedWith(
      OLD,
      async (service, cast) => {
        await issueNotice(cast, id);
        await look(service, id);
        await until(
          async () => service.log(),
          (log) => log.includes('not this time'),
        );
      },
      never,
    );
    await startedWith(NEW, async (service) => {
      await until(
        async () => service.log(),
        (log) => /catchUp: [^\n]*"2025\\", which TEMPORAL_PAYLOAD_KEYS/.test(log),
      );
    });
    await startedWith(BOTH, (service, cast) => goesOnUnharmed(service, cast, id));
  });

  it('goes on encrypted when it began in the clear', async () => {
    const id = await begin(PLAIN);
    await startedWith(NEW, async (service, cast) => {
      expect(await keysUsed(service, id)).toEqual(['none']);
      await announceSoon(cast, id, 600);
      await isHeard(cast, id, 'waiting');
      expect(await keysUsed(service, id)).toEqual(['none', '2026']);
      expect(await replayError(service, id, NEW)).toBeUndefined();
    });
  });
});
