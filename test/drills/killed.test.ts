import path from 'node:path';
import type { Connection } from '@temporalio/client';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import type { Database } from '../../src/adapters/postgres/database';
import { freePort } from '../../src/embedded/port';
import { apiClient, type ApiAnswer, type ApiClient } from '../support/api';
import { definitionOf } from '../../src/commands/registry';
import type { ProcedureState } from '../../src/domain/procedure/model';
import { deriveId } from '../../src/contract/ids';
import { workflowIdOf } from '../../src/contract/messages/course';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import {
  act,
  announce,
  gather,
  itemIds,
  NINE,
  person,
  settledAbove,
  signInCast,
  startCouncil,
  type Cast,
} from '../support/council';
import { decideOn } from '../support/pwc-meeting';
import { createTestDatabase, createTrainingDatabase, type TestDatabase } from '../support/database';
import { temporaryFolders } from '../support/folders';
import { deathOf, type KillPlan, type Moment } from '../support/killable-service';
import { bundleInto, startKilledServices, type KilledServices } from '../support/killed-services';
import { clearOfTheDaysMoments, narrowBody } from '../support/narrow-council';
import { patient, patientCast, until, untilMoment } from '../support/patient';
import { replayErrors } from '../support/replay';
import { startService, type Service } from '../support/service';
import { isWhole, storyOf } from '../support/story';

const DAY = 86_400_000;
const newFolder = temporaryFolders();
let bundle: string;
beforeAll(async () => {
  bundle = await bundleInto(await newFolder());
});

/** A service whose processes die at the planned moments; `service` only looks on. */
interface Stricken {
  readonly service: Service;
  readonly cast: Cast;
  /** The same people at a process that nobody kills. */
  readonly calm: Cast;
  readonly killed: KilledServices;
  close(): Promise<void>;
}

async function strike(
  plan: Pick<KillPlan, 'moments' | 'steps'>,
  { training }: { training: boolean } = { training: false },
): Promise<Stricken> {
  const database = await (training ? createTrainingDatabase() : createTestDatabase());
  const service = await startService({ databaseUrl: database.url, ownWorker: false, training });
  const { address } = (service.temporal.connection as Connection).options;
  const port = await freePort();
  const killed = startKilledServices({
    ...plan,
    port,
    databaseUrl: database.url,
    address,
    namespace: 'default',
    taskQueue: service.taskQueue,
    bundle,
    deaths: path.join(await newFolder(), 'deaths'),
  });
  return {
    service,
    killed,
    cast: await castOf(service, `http://127.0.0.1:${port}`),
    calm: patientCast(await signInCast(service)),
    async close() {
      await killed.stop();
      await service.close();
      await database.drop();
    },
  };
}

/** The cast, who sign in where nobody dies and do everything else at the service that does. */
async function castOf(service: Service, url: string): Promise<Cast> {
  const at = (client: ApiClient) => patient(surviving(service.database, apiClient(url, client.cookie)));
  const { staff, secretary, chair, recorder } = await signInCast(service);
  return { staff: at(staff), secretary: at(secretary), chair: at(chair), recorder: at(recorder) };
}

/**
 * Takes a connection that broke for an answer that says "later". The keys that the dead process held are as if half a minute had passed: then they are
 * taken over.
 */
function surviving(database: Database, client: ApiClient): ApiClient {
  const orLater = async (asked: Promise<ApiAnswer>): Promise<ApiAnswer> => {
    try {
      return await asked;
    } catch (error) {
      if ((error as Error).name !== 'TypeError') throw error;
      await database.idempotencyKey.updateMany({ where: { status: null }, data: { createdAt: new Date(0) } });
      return { status: 503, headers: new Headers(), body: null };
    }
  };
  return {
    ...client,
    get: (path, sent) => orLater(client.get(path, sent)),
    post: (path, body, sent) => orLater(client.post(path, body, sent)),
  };
}

/** The steps of the councils, told by the keys of what was asked. */
class Steps {
  readonly taken: { workflowId: string; step: string }[] = [];

  begun(id: string): string {
    this.taken.push({ workflowId: workflowIdOf('council', id), step: 'begin' });
    return id;
  }

  /** Does an action under a key that tells its step. */
  async command(cast: Cast, who: keyof Cast, id: string, action: string, body: object = {}): Promise<any> {
    const key = `${action} ${id}`.replace(' ', '-');
    const step = deriveId(EXAMPLE.accounts[`chunhe.${who}`], key, 'step');
    this.taken.push({ workflowId: workflowIdOf('council', id), step });
    return act(cast[who], id, action, body, key);
  }
}

/**
 * Announces two narrow councils for a little later and, until then, takes a broad one as far as its notice period. One of the narrow ones
 * goes its whole way, and what was referred comes back decided; to the other nobody comes. Who came and who is recused is entered calmly: it is
 * the same step as any other.
 */
async function walkThree({ service, cast, calm }: Pick<Stricken, 'service' | 'cast' | 'calm'>, secondsAhead: number) {
  const steps = new Steps();
  const narrow = steps.begun((await cast.staff.post('/api/procedures', narrowBody())).body.id);
  const meetingAt = Date.now() + secondsAhead * 1_000;
  const notice = { meetingAt: new Date(meetingAt).toISOString(), place: '社区议事厅', channels: [] };
  await steps.command(cast, 'staff', narrow, 'issue-notice', notice);
  for (const name of NINE) await act(calm.recorder, narrow, 'check-in', { personId: person(name) });

  const empty = steps.begun((await cast.staff.post('/api/procedures', narrowBody())).body.id);
  await steps.command(cast, 'staff', empty, 'issue-notice', notice);

  const broad = steps.begun(await startCouncil(cast));
  const channels = [{ channel: 'window', location: '春和社区东门橱窗' }];
  const later = { ...notice, meetingAt: new Date(meetingAt + 4 * DAY).toISOString(), channels };
  const { answer } = await steps.command(cast, 'staff', broad, 'issue-notice', later);
  const proof = { postingId: answer.postings[0].id, postedOn: civilDateOf(Date.now()), note: '已张贴' };
  await steps.command(cast, 'staff', broad, 'confirm-posting', proof);

  await untilMoment(meetingAt);
  await steps.command(cast, 'chair', narrow, 'open-sitting');
  const [itemId, second] = await itemIds(cast.staff, narrow);
  await steps.command(cast, 'chair', narrow, 'put-to-vote', { itemId, question: 'adopt', method: 'open-ballot' });
  for (const name of NINE.slice(0, 7)) {
    await act(cast.recorder, narrow, 'enter-ballot', { personId: person(name), choice: 'in-favour' });
  }
  await steps.command(cast, 'recorder', narrow, 'close-vote');
  for (const name of NINE.slice(1, 6)) {
    const recusal = { itemId: second, personId: person(name), reason: '涉及本人亲属' };
    await act(calm.recorder, narrow, 'record-recusal', recusal);
  }
  await steps.command(cast, 'chair', narrow, 'refer-item', { itemId: second });
  await steps.command(cast, 'chair', narrow, 'close-sitting');
  const telling = { how: 'oral', toldOn: civilDateOf(Date.now()), audience: '有停车需求的居民', itemIds: [itemId] };
  await steps.command(cast, 'staff', narrow, 'record-telling', telling);
  await steps.command(cast, 'staff', narrow, 'publish-result');
  await steps.command(cast, 'staff', narrow, 'hand-to-assembly', { itemIds: [itemId] });
  await steps.command(cast, 'staff', narrow, 'escalate', { itemId: second });
  await decideOn(service, second!);
  await settledAbove(cast.staff, narrow, second!);
  const told = await service.database.message.findFirstOrThrow({ where: { procedureId: narrow } });
  steps.taken.push({ workflowId: workflowIdOf('council', narrow), step: `message/${told.id}` });
  await steps.command(cast, 'chair', empty, 'adjourn', { reason: '无人到会' });
  await steps.command(cast, 'secretary', empty, 'cancel', { reason: '议题已由上级统一安排' });
  return { steps, narrow, broad, empty };
}

const MOMENTS: readonly Moment[] = ['before', 'inside', 'after'];

describe('a process killed at every step of a council', () => {
  let undisturbed: Service;
  let stories: { narrow: unknown; broad: unknown; empty: unknown };
  let stricken: readonly Stricken[];
  let walks: readonly Awaited<ReturnType<typeof walkThree>>[];
  beforeAll(async () => {
    await clearOfTheDaysMoments();
    stricken = await Promise.all(MOMENTS.map((moment) => strike({ moments: [moment], steps: '' })));
    const killed = Promise.all(stricken.map((one) => walkThree(one, 75)));
    undisturbed = await startService();
    const everybody = await signInCast(undisturbed);
    const people = { service: undisturbed, cast: everybody, calm: everybody };
    const { narrow, broad, empty } = await walkThree(people, 4);
    const { database } = undisturbed;
    stories = {
      narrow: await storyOf(database, narrow),
      broad: await storyOf(database, broad),
      empty: await storyOf(database, empty),
    };
    walks = await killed;
  }, 600_000);
  afterAll(async () => {
    await Promise.all([...(stricken ?? []), undisturbed].map((one) => one?.close()));
  });

  describe.each(MOMENTS.map((moment, index) => [moment, index] as const))('%s its transaction', (moment, index) => {
    it('dies once for each step', () => {
      const { steps } = walks[index]!;
      expect(steps.taken).toHaveLength(19);
      expect(stricken[index]!.killed.deaths().sort()).toEqual(steps.taken.map((step) => deathOf(moment, step)).sort());
    });

    it('loses nothing and doubles nothing', async () => {
      const { database } = stricken[index]!.service;
      for (const name of ['narrow', 'broad', 'empty'] as const) {
        expect(await storyOf(database, walks[index]![name])).toEqual(stories[name]);
        expect(await isWhole(database, walks[index]![name])).toBe(true);
      }
      expect(await database.procedure.count({ where: { kind: 'council' } })).toBe(3);
    });

    it('leaves a history that every other worker can take up', async () => {
      expect(await replayErrors(stricken[index]!.service)).toEqual({});
    });

    it('leaves the course where the record stands', async () => {
      const { service, cast } = stricken[index]!;
      for (const name of ['narrow', 'broad', 'empty'] as const) {
        const id = walks[index]![name];
        const { kind, stage, state } = await service.database.procedure.findUniqueOrThrow({ where: { id } });
        const timers = definitionOf(kind).timers(state as unknown as ProcedureState);
        const heard = (await cast.staff.get(`/api/procedures/${id}/state`)).body;
        expect(heard).toMatchObject({ stage, timers: timers.map(({ key }) => ({ key })) });
      }
    });
  });
});

/** A broad council whose result is published but of which nobody is told, so that everything that time does is done. */
async function walkThroughTime(service: Service, cast: Cast): Promise<string> {
  const id = await startCouncil(cast, { items: [{ title: '小区停车位改造' }] });
  await announce(service, cast, id);
  await gather(service, cast, id);
  await act(cast.chair, id, 'open-sitting');
  const [itemId] = await itemIds(cast.staff, id);
  await act(cast.chair, id, 'put-to-vote', { itemId, question: 'adopt', method: 'show-of-hands' });
  await act(cast.recorder, id, 'close-vote', { counts: { inFavour: 9, against: 0, abstained: 0 } });
  await act(cast.chair, id, 'close-sitting');
  await act(cast.staff, id, 'publish-result');
  await service.pass(17 * DAY);
  const takenDown = () =>
    service.database.publication.count({ where: { procedureId: id, takenDownAt: { not: null } } });
  await until(takenDown, (count) => count === 1);
  return id;
}

describe('a process killed at every step that time brings', () => {
  let quiet: TestDatabase;
  let undisturbed: Service;
  let stricken: readonly Stricken[];
  let story: unknown;
  let ids: readonly string[];
  beforeAll(async () => {
    quiet = await createTrainingDatabase();
    undisturbed = await startService({ databaseUrl: quiet.url, training: true });
    story = await storyOf(undisturbed.database, await walkThroughTime(undisturbed, await signInCast(undisturbed)));
    stricken = await Promise.all(
      MOMENTS.map((moment) => strike({ moments: [moment], steps: 'timer/' }, { training: true })),
    );
    ids = await Promise.all(stricken.map(({ service, cast }) => walkThroughTime(service, cast)));
  }, 600_000);
  afterAll(async () => {
    await Promise.all([undisturbed, ...(stricken ?? [])].map((one) => one?.close()));
    await quiet?.drop();
  });

  it.each(MOMENTS.map((moment, index) => [moment, index] as const))(
    '%s its transaction, tells everybody once and takes the paper down once',
    async (moment, index) => {
      const { service, killed } = stricken[index]!;
      const id = ids[index]!;
      expect(await storyOf(service.database, id)).toEqual(story);
      expect(await isWhole(service.database, id)).toBe(true);
      const where = { workflowId: workflowIdOf('council', id), step: { startsWith: 'timer/' } };
      const taken = await service.database.commandResult.findMany({ where });
      expect(taken.length).toBeGreaterThan(8);
      expect(killed.deaths().sort()).toEqual(taken.map((step) => deathOf(moment, step)).sort());
      expect(await replayErrors(service)).toEqual({});
    },
  );
});
