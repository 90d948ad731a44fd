import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { createLedger } from '../../src/adapters/postgres/ledger';
import { lookWith } from '../../src/adapters/temporal/courses';
import { createCommands } from '../../src/commands/engine';
import { workflowIdOf } from '../../src/contract/messages/course';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { wakeLate } from '../../src/waking';
import { morning, person, signInCast, startCouncil, type Cast } from '../support/council';
import { startSkippingService, type Service } from '../support/service';

const MINUTE = 60_000;

describe('a command that was written, but whose Update the server lost with the process that carried it out', () => {
  let service: Service;
  let cast: Cast;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCast(service);
  });
  afterAll(() => service?.close());

  const state = async (id: string) => (await cast.staff.get(`/api/procedures/${id}/state`)).body;

  /** As when the process that carried it out died before it could tell the workflow. */
  const loseIssueNotice = async (id: string) => {
    const now = await service.now();
    const channels = [{ channel: 'window', location: '东门' }];
    const written = await createCommands(createLedger(service.database)).execute({
      procedureId: id,
      workflowId: workflowIdOf('council', id),
      step: 'lost',
      action: 'issue-notice',
      actor: { accountId: EXAMPLE.accounts['chunhe.staff'], personId: person('chunhe.staff') },
      input: { meetingAt: new Date(morning(now, 9)).toISOString(), place: '议事厅', channels },
      now,
    });
    expect(written).toMatchObject({ stage: 'posting' });
    expect(await state(id)).toMatchObject({ stage: 'draft', timers: [] });
    return { postingId: (written as unknown as { answer: { postings: { id: string }[] } }).answer.postings[0]!.id };
  };
  const isHeard = async (id: string) => {
    for (let tries = 0; tries < 100 && (await state(id)).stage === 'draft'; tries += 1) await pause(50);
    const heard = await state(id);
    expect(heard.stage).toBe('posting');
    expect(heard.timers.map(({ key }: { key: string }) => key)).toContain('post-notice:1/overdue');
  };

  it('is heard of by its workflow minutes after its next moment has passed, deadlines and all [HDA-11.1.2]', async () => {
    const id = await startCouncil(cast);
    await loseIssueNotice(id);
    const { wakesAt } = await service.database.procedure.findUniqueOrThrow({ where: { id } });
    const wakeAt = (moment: number) =>
      wakeLate({
        database: service.database,
        clock: { now: async () => moment },
        look: lookWith(service.temporal),
        log: pino({ level: 'silent' }),
      });
    expect(await wakeAt(wakesAt!.getTime() + MINUTE)).toEqual([]);
    expect(await wakeAt(wakesAt!.getTime() + 3 * MINUTE)).toEqual([workflowIdOf('council', id)]);
    await isHeard(id);
  });

  it('is heard of when the next command comes: its asker is asked to repeat, and then it is carried out', async () => {
    const id = await startCouncil(cast);
    const { postingId } = await loseIssueNotice(id);
    const proof = { postingId, postedOn: civilDateOf(await service.now()), note: '已张贴' };
    const key = randomUUID();
    const confirm = () => cast.staff.post(`/api/procedures/${id}/actions/confirm-posting`, proof, { key });
    const first = await confirm();
    expect([first.status, first.body.code]).toEqual([503, 'request.unavailable']);
    await isHeard(id);
    expect((await confirm()).status).toBe(200);
  });
});
