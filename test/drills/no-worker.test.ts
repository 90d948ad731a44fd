import { workflowIdOf } from '../../src/contract/messages/course';
import { act, signInCast, startCouncil, type Cast } from '../support/council';
import { expectLater } from '../support/in-time';
import { announceSoon, clearOfTheDaysMoments, narrowBody, sit } from '../support/narrow-council';
import { patient, until } from '../support/patient';
import { startService, type Service } from '../support/service';
import { eventsOf, isWhole } from '../support/story';

let service: Service;
let cast: Cast;
beforeAll(async () => {
  await clearOfTheDaysMoments();
  service = await startService();
  cast = await signInCast(service);
}, 250_000);
afterAll(() => service?.close());

const state = (id: string) => `/api/procedures/${id}/state`;

/** One for each run of a workflow that was started here; the server lists a new one a moment later. */
async function workflows(): Promise<string[]> {
  const ids: string[] = [];
  const started = service.temporal.workflow.list({ query: `TaskQueue = '${service.taskQueue}'` });
  for await (const { workflowId } of started) ids.push(workflowId);
  return ids;
}

describe('without a worker', () => {
  it('a procedure is started and carried on, once for each key; its workflow hears of it when there is a worker again', async () => {
    await service.stopWorker();
    const start = () => cast.staff.post('/api/procedures', narrowBody(), { key: 'start-without-worker' });
    const { status, body } = await start();
    expect({ status, version: body.version }).toEqual({ status: 201, version: 1 });
    expect((await start()).body).toEqual(body);
    const notice = { meetingAt: new Date(Date.now() + 600_000).toISOString(), place: '社区议事厅', channels: [] };
    const issue = () => act(cast.staff, body.id, 'issue-notice', notice, 'command-without-worker');
    const issued = await issue();
    expect(issued).toMatchObject({ stage: 'waiting', answer: { round: 1 } });
    expect(await issue()).toEqual(issued);
    expect(await until(workflows, (ids) => ids.length > 0)).toEqual([workflowIdOf('council', body.id)]);

    await service.startWorker();
    const heard = (await patient(cast.staff).get(state(body.id))).body;
    expect(heard).toMatchObject({ stage: 'waiting', version: issued.version });
    expect(heard.timers.map(({ key }: { key: string }) => key)).toContain('hold-sitting:1/overdue');
    const types = (await eventsOf(service.database, body.id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'notice-issued')).toHaveLength(1);
    expect(await isWhole(service.database, body.id)).toBe(true);
  });

  it('a sitting is adjourned and announced again; afterwards the workflow stands where the record does, whatever it did not hear [HDA-9]', async () => {
    const id = await startCouncil(cast, narrowBody());
    await sit(cast, id);
    expect((await patient(cast.staff).get(state(id))).body).toMatchObject({ stage: 'sitting' });
    await service.stopWorker();
    await act(cast.chair, id, 'adjourn', { reason: '会场停电' });
    await announceSoon(cast, id, 600);

    await service.startWorker();
    expect((await patient(cast.staff).get(state(id))).body).toMatchObject({ stage: 'waiting' });
    const { status } = await service.temporal.workflow.getHandle(workflowIdOf('council', id)).describe();
    expect(status.name).toBe('RUNNING');
  });

  it('what the record knows is read, and the live state is answered with "later"', async () => {
    await service.stopWorker();
    const id = await startCouncil(cast, narrowBody());
    await expectLater(() => cast.staff.get(state(id)));
    for (const part of ['', '/actions', '/timeline']) {
      expect((await cast.staff.get(`/api/procedures/${id}${part}`)).status).toBe(200);
    }
    expect((await cast.staff.get('/api/procedures')).status).toBe(200);

    await service.startWorker();
    expect((await patient(cast.staff).get(state(id))).body).toMatchObject({ stage: 'draft', version: 1 });
  });
});
