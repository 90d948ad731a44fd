import { endOfDay } from '../../src/domain/calendar/civil-date';
import { startCouncil, signInCast } from '../support/council';
import { until } from '../support/patient';
import { startService, type Service } from '../support/service';

let service: Service;
beforeAll(async () => {
  service = await startService({ ownWorker: false });
});
afterAll(() => service?.close());

const readyz = () => service.anonymous.get('/readyz');

async function measured(name: string): Promise<number> {
  const { body } = await service.anonymous.get('/metrics');
  return Number(new RegExp(`^${name} (-?[\\d.]+)$`, 'm').exec(String(body))?.[1]);
}

describe('what those who run the service see', () => {
  test('without a worker the service is ready to be read, and warns that nothing moves', async () => {
    expect(await readyz()).toMatchObject({
      status: 200,
      body: { status: 'ready', notReady: [], warnings: ['worker'] },
    });
  });

  test('with a worker it does not', async () => {
    await service.startWorker();
    const answer = await until(readyz, ({ body }) => body.warnings.length === 0);
    expect(answer.body).toEqual({ status: 'ready', notReady: [], warnings: [] });
  });

  test('workers, procedures under way and what is overdue are counted', async () => {
    const cast = await signInCast(service);
    const open = await startCouncil(cast);
    await startCouncil(cast);
    const closed = await startCouncil(cast);
    await service.database.procedure.update({ where: { id: closed }, data: { status: 'closed' } });
    const deadline = {
      procedureId: open,
      kind: 'publish-result',
      clause: 'HDA-11.3.3',
      dueOn: '2026-01-05',
      provisional: false,
      calendarVersion: '2026',
      explanation: [],
    };
    const hour = 3_600_000;
    const rows = [
      { key: 'overdue', state: 'overdue', dueAt: new Date(Date.now() - hour) },
      { key: 'just-passed', state: 'open', dueAt: new Date(Date.now() - 1) },
      { key: 'unnoticed', state: 'open', dueAt: new Date(Date.now() - hour) },
      { key: 'ahead', state: 'open', dueAt: new Date(Date.now() + hour) },
      { key: 'met-late', state: 'met', dueAt: new Date(Date.now() - hour) },
    ];
    await service.database.deadline.createMany({ data: rows.map((row) => ({ ...deadline, ...row })) });
    expect({
      workers: await measured('guicheng_workers'),
      open: await measured('guicheng_procedures_open'),
      overdue: await measured('guicheng_deadlines_overdue'),
      unnoticed: await measured('guicheng_deadlines_unnoticed'),
    }).toEqual({ workers: 1, open: 2, overdue: 3, unnoticed: 1 });
  });

  test('the calendar says how long its holidays are known', async () => {
    const left = await measured('guicheng_calendar_seconds_left');
    const { years } = (await service.database.calendarVersion.findFirstOrThrow()).data as { years: number[] };
    const end = endOfDay(`${Math.max(...years)}-12-31`);
    expect(Math.abs(left - (end - Date.now()) / 1_000)).toBeLessThan(60);
  });
});
