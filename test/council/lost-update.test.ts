import { createLedger } from '../../src/adapters/postgres/ledger';
import { createCommands } from '../../src/commands/engine';
import { workflowIdOf } from '../../src/contract/messages/course';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { morning, person, signInCast, startCouncil, type Cast } from '../support/council';
import { startSkippingService, type Service } from '../support/service';

const HOUR = 3_600_000;

describe('a command that was written, but whose Update the server lost with the process that carried it out', () => {
  let service: Service;
  let cast: Cast;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCast(service);
  });
  afterAll(() => service?.close());

  const state = async (id: string) => (await cast.staff.get(`/api/procedures/${id}/state`)).body;

  it('is heard of by its workflow within a day, deadlines and all [HDA-11.1.2]', async () => {
    const id = await startCouncil(cast);
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
    await service.pass(25 * HOUR);
    const heard = await state(id);
    expect(heard.stage).toBe('posting');
    expect(heard.timers.map(({ key }: { key: string }) => key)).toContain('post-notice:1/overdue');
  });
});
