import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import { pino } from 'pino';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { wakeWith } from '../../src/adapters/temporal/courses';
import { createCommands, type Commands } from '../../src/commands/engine';
import { workflowIdOf } from '../../src/contract/messages/course';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import { wakeLate } from '../../src/waking';
import { act, councilBody, morning, person, signInCast, startCouncil, type Cast } from '../support/council';
import { startSkippingService, type Service } from '../support/service';

const MINUTE = 60_000;

/** As when the process that carried a step out died before it could tell the procedure's workflow. */
describe('a step of which the workflow was not told', () => {
  let service: Service;
  let cast: Cast;
  let untold: Commands;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCast(service);
    untold = createCommands(createLedger(service.database));
  });
  afterAll(() => service?.close());

  const state = async (id: string) => (await cast.staff.get(`/api/procedures/${id}/state`)).body;
  const actorOf = (name: 'chunhe.staff' | 'chunhe.secretary') => ({
    accountId: EXAMPLE.accounts[name],
    personId: person(name),
  });
  const wakeAt = (moment: number) =>
    wakeLate({
      database: service.database,
      clock: { now: async () => moment },
      wake: wakeWith(service.temporal, { taskQueue: service.taskQueue, workflowTaskTimeoutSeconds: 2 }),
      log: pino({ level: 'silent' }),
    });

  const issueNotice = async (id: string) => {
    const now = await service.now();
    const channels = [{ channel: 'window', location: '东门' }];
    const written = await untold.execute({
      procedureId: id,
      workflowId: workflowIdOf('council', id),
      step: randomUUID(),
      action: 'issue-notice',
      actor: actorOf('chunhe.staff'),
      input: { meetingAt: new Date(morning(now, 9)).toISOString(), place: '议事厅', channels },
      now,
    });
    expect(written).toMatchObject({ stage: 'posting', moved: true });
    return (written as unknown as { answer: { postings: { id: string }[] } }).answer.postings[0]!.id;
  };
  const begin = async () => {
    const { kind, organisationId, ...input } = councilBody() as { kind: string; organisationId: string };
    const procedureId = randomUUID();
    const order = { procedureId, workflowId: workflowIdOf(kind, procedureId), kind, organisationId, input };
    await untold.begin({ ...order, actor: actorOf('chunhe.staff'), now: await service.now() });
    return procedureId;
  };
  const isHeard = async (id: string) => {
    for (let tries = 0; tries < 100 && (await state(id)).stage !== 'posting'; tries += 1) await pause(50);
    const heard = await state(id);
    expect(heard.stage).toBe('posting');
    expect(heard.timers.map(({ key }: { key: string }) => key)).toContain('post-notice:1/overdue');
  };

  it('is heard of by it minutes after its next moment has passed, deadlines and all [HDA-11.1.2]', async () => {
    const id = await startCouncil(cast);
    await issueNotice(id);
    expect(await state(id)).toMatchObject({ stage: 'draft', timers: [] });
    const { wakesAt } = await service.database.procedure.findUniqueOrThrow({ where: { id } });
    expect(await wakeAt(wakesAt!.getTime() + MINUTE)).toEqual([]);
    expect(await wakeAt(wakesAt!.getTime() + 3 * MINUTE)).toEqual([workflowIdOf('council', id)]);
    await isHeard(id);
  });

  it('gives it a workflow by then, when it was the beginning', async () => {
    const id = await begin();
    await issueNotice(id);
    const handle = service.temporal.workflow.getHandle(workflowIdOf('council', id));
    await expect(handle.describe()).rejects.toThrow(WorkflowNotFoundError);
    const { wakesAt } = await service.database.procedure.findUniqueOrThrow({ where: { id } });
    expect(await wakeAt(wakesAt!.getTime() + 3 * MINUTE)).toContain(workflowIdOf('council', id));
    await isHeard(id);
  });

  it('is heard of with the next one, whether it was the beginning or another', async () => {
    for (const id of [await startCouncil(cast), await begin()]) {
      const postingId = await issueNotice(id);
      const proof = { postingId, postedOn: civilDateOf(await service.now()), note: '已张贴' };
      await act(cast.staff, id, 'confirm-posting', proof);
      expect((await state(id)).stage).toBe('waiting');
    }
  });

  it('that moved a moment away leaves the old one without effect: nothing is told too early, and the new day is [HDA-11.1.2]', async () => {
    const id = await startCouncil(cast);
    const workflowId = workflowIdOf('council', id);
    await issueNotice(id);
    await wakeAt((await service.now()) + 30 * 86_400_000);
    await isHeard(id);
    const { timers } = await state(id);
    const [first] = timers.map(({ key, at }: { key: string; at: string }) => ({ key, at: Date.parse(at) }));
    const elapse = (timer: { key: string; at: number }, version: number) =>
      untold.elapse({ procedureId: id, workflowId, timer, version, now: timer.at });
    const told = () => service.database.event.count({ where: { procedureId: id, type: 'deadline-told' } });
    // As an old moment that the record has moved away.
    const report = await elapse({ key: first!.key, at: first!.at - 1_000 }, 4);
    expect(await told()).toBe(0);
    expect(report.timers).toContainEqual(first);
    // Asked for the moment that stands, in the same words twice: once.
    await elapse(first!, 4);
    await elapse(first!, 4);
    expect(await told()).toBe(1);
  });

  it('begins a workflow anew that was ended from outside', async () => {
    const id = await startCouncil(cast);
    const handle = service.temporal.workflow.getHandle(workflowIdOf('council', id));
    await handle.terminate('by mistake');
    const now = await service.now();
    const channels = [{ channel: 'window', location: '东门' }];
    const notice = { meetingAt: new Date(morning(now, 9)).toISOString(), place: '议事厅', channels };
    await act(cast.staff, id, 'issue-notice', notice);
    await isHeard(id);
  });

  it('ends the workflow minutes later, when it was the end', async () => {
    const id = await startCouncil(cast);
    const now = await service.now();
    const workflowId = workflowIdOf('council', id);
    const handle = service.temporal.workflow.getHandle(workflowId);
    const reason = { reason: '议题已由上级统一安排' };
    const order = { procedureId: id, workflowId, step: randomUUID(), action: 'cancel', input: reason, now };
    await untold.execute({ ...order, actor: actorOf('chunhe.secretary') });
    expect((await handle.describe()).status.name).toBe('RUNNING');
    expect(await wakeAt(now + 5 * MINUTE)).toContain(workflowId);
    await handle.result();
    expect((await handle.describe()).status.name).toBe('COMPLETED');
    // Once it has ended it is not woken again, however often its record is come across.
    expect(await wakeAt(now + 6 * MINUTE)).not.toContain(workflowId);
  });
});
