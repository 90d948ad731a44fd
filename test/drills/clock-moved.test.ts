import { businessClock } from '../../src/adapters/postgres/clock';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { markAsTraining } from '../../src/adapters/postgres/training-mark';
import { createCommands } from '../../src/commands/engine';
import { workflowIdOf } from '../../src/contract/messages/course';
import { Unavailable } from '../../src/ports/unavailable';
import { act, morning, signInCast, startCouncil } from '../support/council';
import { startPrivatePostgres, type PrivatePostgres } from '../support/database';
import { expectLater } from '../support/in-time';
import { until, untilAnswered } from '../support/patient';
import { replayErrors } from '../support/replay';
import { startService, type Service } from '../support/service';
import { eventsOf, isWhole } from '../support/story';

let postgres: PrivatePostgres;
let service: Service;
beforeAll(async () => {
  postgres = await startPrivatePostgres();
  await markAsTraining(postgres.url);
  service = await startService({ databaseUrl: postgres.url, training: true });
});
afterAll(async () => {
  await service?.close();
  await postgres?.remove();
});

describe('a training clock whose database stops while it is moved', () => {
  it('is answered with "later"; with a database the same key has moved it once, and everything due has happened on its day', async () => {
    const cast = await signInCast(service);
    const admin = await service.signIn('admin');
    const id = await startCouncil(cast);
    const channels = [{ channel: 'window', location: '东门' }];
    const meetingAt = new Date(morning(await service.now(), 8)).toISOString();
    await act(cast.staff, id, 'issue-notice', { meetingAt, place: '议事厅', channels });
    const before = await service.now();

    const move = () => admin.post('/api/clock', { advanceDays: 10 }, { key: 'ten-days' });
    await service.stopWorker();
    expect((await move()).status).toBe(202);
    await postgres.stop();
    await service.startWorker();
    await expectLater(move);
    await expectLater(() => service.anonymous.get('/api/clock'));
    // What a worker is asked to do meanwhile is not a mistake of ours: it is done later.
    const commands = createCommands(createLedger(service.database), businessClock(service.database));
    const order = { procedureId: id, workflowId: workflowIdOf('council', id), now: before };
    await expect(commands.catchUp(order)).rejects.toThrow(Unavailable);
    await postgres.start();

    const { body } = await until(
      () => untilAnswered(move),
      ({ status }) => status === 200,
    );
    expect(Date.parse(body.now) - before - 10 * 86_400_000).toBeLessThan(120_000);
    const told = (await eventsOf(service.database, id)).filter(({ type }) => type === 'deadline-told');
    expect(told.map(({ data }) => (data as { phase: string }).phase)).toEqual(
      expect.arrayContaining(['remind', 'due', 'overdue']),
    );
    expect(await service.database.clockMove.count()).toBe(1);
    expect(await isWhole(service.database, id)).toBe(true);
    expect(await replayErrors(service)).toEqual({});
  });
});
