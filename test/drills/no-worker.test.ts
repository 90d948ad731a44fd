import { workflowIdOf } from '../../src/contract/messages/course';
import { act, councilBody, signInCast, startCouncil, type Cast } from '../support/council';
import { expectLater } from '../support/in-time';
import { narrowBody } from '../support/narrow-council';
import { patient, patientCast, until } from '../support/patient';
import { startService, type Service } from '../support/service';
import { isWhole } from '../support/story';

let service: Service;
let cast: Cast;
beforeAll(async () => {
  service = await startService();
  cast = await signInCast(service);
});
afterAll(() => service?.close());

const notice = { meetingAt: new Date(Date.now() + 600_000).toISOString(), place: '社区议事厅', channels: [] };

/** One for each run of a workflow that was started here; the server lists a new one a moment later. */
async function workflows(): Promise<string[]> {
  const ids: string[] = [];
  const started = service.temporal.workflow.list({ query: `TaskQueue = '${service.taskQueue}'` });
  for await (const { workflowId } of started) ids.push(workflowId);
  return ids;
}

describe('without a worker', () => {
  it('a start is answered with "later"; with a worker the same key gives the procedure, once', async () => {
    await service.stopWorker();
    const start = () => cast.staff.post('/api/procedures', councilBody(), { key: 'start-without-worker' });
    await expectLater(start);
    await expectLater(start);
    expect(await service.database.procedure.count()).toBe(0);

    await service.startWorker();
    const { status, body } = await patient(cast.staff).post('/api/procedures', councilBody(), {
      key: 'start-without-worker',
    });
    expect({ status, version: body.version }).toEqual({ status: 201, version: 1 });
    expect((await start()).body).toEqual(body);
    expect(await service.database.procedure.count()).toBe(1);
    expect(await service.database.event.count()).toBe(1);
    expect(await until(workflows, (ids) => ids.length > 0)).toEqual([workflowIdOf('council', body.id)]);
  });

  it('a command is answered with "later"; with a worker the same key carries it out, once', async () => {
    const id = await startCouncil(patientCast(cast), narrowBody());
    await service.stopWorker();
    const issue = () =>
      cast.staff.post(`/api/procedures/${id}/actions/issue-notice`, notice, { key: 'command-without-worker' });
    await expectLater(issue);
    await expectLater(issue);

    await service.startWorker();
    const answer = await act(patient(cast.staff), id, 'issue-notice', notice, 'command-without-worker');
    expect(answer).toMatchObject({ stage: 'waiting', answer: { round: 1 } });
    expect((await issue()).body).toEqual(answer);
    const issued = await service.database.event.findMany({ where: { procedureId: id, type: 'notice-issued' } });
    expect(issued).toHaveLength(1);
    expect(await isWhole(service.database, id)).toBe(true);
  });

  it('what the record knows is read, and the live state is answered with "later"', async () => {
    const id = await startCouncil(patientCast(cast), narrowBody());
    await service.stopWorker();
    await expectLater(() => cast.staff.get(`/api/procedures/${id}/state`));
    for (const part of ['', '/actions', '/timeline']) {
      expect((await cast.staff.get(`/api/procedures/${id}${part}`)).status).toBe(200);
    }
    expect((await cast.staff.get('/api/procedures')).status).toBe(200);

    await service.startWorker();
    const state = await patient(cast.staff).get(`/api/procedures/${id}/state`);
    expect(state.body).toMatchObject({ stage: 'draft', version: 1 });
  });
});
