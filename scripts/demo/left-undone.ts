import { momentWords } from '../../src/contract/words/dates';
import { act, morning, startCouncil } from '../../test/support/council';
import { look, type Stage } from './stage';

const DAY = 86_400_000;

/** A notice that nobody posts: days later everybody has been told on the day on which it was due, and supervisors see what is late. */
export async function leftUndone({ service, cast, narrator }: Stage): Promise<void> {
  const stage = { service, cast, narrator };
  narrator.title('第三场：公告无人张贴', 'Third: a notice that nobody posts');
  const id = await startCouncil(cast, { title: '小区绿化改造' });
  const channels = [{ channel: 'window', location: '春和社区东门橱窗' }];
  const meetingAt = new Date(morning(await service.now(), 8)).toISOString();
  await act(cast.staff, id, 'issue-notice', { meetingAt, place: '社区议事厅', channels });
  const { moments, clause, dueOn } = (await look(stage, id)).details.duties['post-notice:1'];
  await narrator.tell(clause, `公告须于 ${dueOn} 前张贴`, `the notice is to be posted by ${dueOn}`);

  await service.pass(10 * DAY);
  const events = (await cast.staff.get(`/api/procedures/${id}/timeline`)).body.items;
  const told = events.filter(({ type, data }: Told) => type === 'deadline-told' && data.key === 'post-notice:1');
  narrator.check('told', told.map(phaseOf), ['remind', 'due', 'overdue']);
  for (const { at, data } of told as Told[]) {
    const late = Date.parse(at) - new Date(moments[data.phase]!).getTime();
    narrator.check(`${data.phase} on its day`, late >= 0 && late < 60_000, true);
  }
  await narrator.tell(
    clause,
    '一次过了十天，提醒和逾期各记在当天',
    'ten days at once, and every word is on its own day',
  );
  for (const { at, data } of told as Told[]) narrator.detail(`${momentWords(Date.parse(at))}  ${data.phase}`);

  const supervisor = await service.signIn('office.supervisor');
  const overdue = (await supervisor.get('/api/deadlines?state=overdue')).body.items;
  const mine = overdue.filter(({ procedureId }: { procedureId: string }) => procedureId === id);
  narrator.check(
    'the supervisor sees what is overdue',
    mine.map(({ key }: { key: string }) => key).includes('post-notice:1'),
    true,
  );
  await narrator.tell(clause, '街道监督人员看到公告逾期', 'the subdistrict supervisor sees that the notice is overdue');
}

interface Told {
  readonly type: string;
  readonly at: string;
  readonly data: { readonly key: string; readonly phase: string };
}

const phaseOf = ({ data }: Told) => data.phase;
