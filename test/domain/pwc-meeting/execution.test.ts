import { must } from '../../support/domain-story';
import {
  at,
  BALLOT,
  committee,
  entry,
  meeting,
  MEMBER,
  OFFICE,
  proposal,
  RECORDER,
  SECRETARY,
} from '../../support/meeting-domain';

const NEXT = at('2026-03-07 09:00');
const LATER = at('2026-03-10 09:00');
type Story = ReturnType<typeof meeting>;

const tells = (story: Story, on: string, now = LATER) =>
  story.does('tell-downward', { itemIds: [story.itemId('a')], on, how: 'oral', audience: '各社区' }, OFFICE, now);
const assigns = (story: Story, more: object = {}, now = LATER) =>
  story.does(
    'assign-task',
    { itemId: story.itemId('a'), what: '落实', responsibleId: 'm1', dueOn: '2026-03-20', ...more },
    SECRETARY,
    now,
  );

describe('what was decided before the rest was adjourned', () => {
  const again = () => {
    const story = meeting({ entries: [entry('a'), entry('b')] }).sits();
    story.decides('a', 9);
    must(story.does('adjourn', { reason: '时间已晚' }));
    return story;
  };

  test('is told, assigned and disagreed with also while the next sitting is announced [PWW-3.1b] [PWR-4.3] [PWR-4.4]', () => {
    const story = again();
    must(story.tells({ meetingAt: '2026-03-20T09:00:00+08:00' }, NEXT));
    must(tells(story, '2026-03-10'));
    const taskId = must(assigns(story)).answer!['taskId'];
    must(story.does('report-progress', { taskId, text: '已开始' }, MEMBER, LATER));
    must(story.does('record-dissent', { itemId: story.itemId('a'), text: '保留', route: 'inside' }, MEMBER, LATER));
    must(story.does('complete-task', { taskId, text: '已办', doneOn: '2026-03-10' }, MEMBER, LATER));
    expect(story.now().stage).toBe('noticed');
    for (const key of [`tell-downward:${story.itemId('a')}`, `assign-task:${story.itemId('a')}`])
      expect(story.now().duties[key]!.status).toBe('met');
  });

  test('leaves nothing to tell or to assign before a first decision [PWW-3.1b] [PWR-4.4]', () => {
    const story = meeting();
    must(story.fixes());
    must(story.tells());
    expect(tells(story, '2026-03-02', at('2026-03-02 10:00'))).toMatchObject({ code: 'pwc.nothing-to-tell' });
    expect(assigns(story, {}, at('2026-03-02 10:00'))).toMatchObject({ code: 'pwc.nothing-to-carry-out' });
  });
});

describe('what the district committee decided on a referred item', () => {
  const referred = () => {
    const story = meeting().sits();
    const itemId = story.itemId('a');
    for (const { personId } of committee().slice(-5))
      must(story.does('record-recusal', { itemId, personId, reason: '亲属' }, RECORDER));
    must(story.does('refer-item', { itemId }));
    must(story.does('close-sitting', {}));
    return story;
  };
  const decides = (story: Story, outcome: string) =>
    story.does(
      'enter-district-decision',
      { itemId: story.itemId('a'), outcome, on: '2026-03-09', reference: '区委3号' },
      OFFICE,
      LATER,
    );

  test('is told and carried out from its own day on, not from that of the meeting [PWW-3.1b] [PWR-3.1.12] [PWR-4.4]', () => {
    const story = referred();
    expect(tells(story, '2026-03-10')).toMatchObject({ code: 'pwc.nothing-to-tell' });
    must(decides(story, 'adopted'));
    expect(tells(story, '2026-03-08')).toMatchObject({
      code: 'pwc.told-out-of-time',
      params: { from: '2026-03-09', to: '2026-03-10' },
    });
    must(tells(story, '2026-03-09'));
    const taskId = must(assigns(story)).answer!['taskId'];
    const done = (doneOn: string) => story.does('complete-task', { taskId, text: '已办', doneOn }, MEMBER, LATER);
    expect(done('2026-03-08')).toMatchObject({ code: 'pwc.done-out-of-time', clause: 'PWR-4.4' });
    must(done('2026-03-09'));
  });

  test('is told and not carried out when it was not adopted; until it comes the meeting stays open [PWW-3.1b] [PWR-3.1.12]', () => {
    const story = referred();
    const minutes = must(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, NEXT)).answer!;
    must(story.does('sign-document', { documentId: minutes['documentId'] }, SECRETARY, NEXT));
    expect(story.now().stage).toBe('carrying-out');
    must(decides(story, 'dropped'));
    expect(assigns(story)).toMatchObject({ code: 'pwc.nothing-to-carry-out' });
    must(tells(story, '2026-03-10'));
    expect(story.now().stage).toBe('closed');
  });
});

describe('a task', () => {
  test('is due today at the earliest, and done between the decision and today [PWR-4.4]', () => {
    const story = meeting().held();
    expect(assigns(story, { dueOn: '2026-03-09' })).toMatchObject({ code: 'pwc.task-due-in-the-past' });
    const taskId = must(assigns(story, { dueOn: '2026-03-10' })).answer!['taskId'];
    const done = (doneOn: string) => story.does('complete-task', { taskId, text: '已办', doneOn }, MEMBER, LATER);
    for (const doneOn of ['2026-03-05', '2026-03-11'])
      expect(done(doneOn)).toMatchObject({ code: 'pwc.done-out-of-time', clause: 'PWR-4.4' });
    must(done('2026-03-06'));
    expect(done('2026-03-06')).toMatchObject({ code: 'procedure.not-entitled' });
  });

  test('is of nothing that was not adopted, and no reason is needed why there is none [PWR-4.4]', () => {
    const story = meeting().held(4);
    expect(assigns(story)).toMatchObject({ code: 'pwc.nothing-to-carry-out', clause: 'PWR-4.4' });
    expect(story.does('note-no-task', { itemId: story.itemId('a'), reason: '未通过' }, SECRETARY, LATER)).toMatchObject(
      { code: 'pwc.nothing-to-assign' },
    );
    must(tells(story, '2026-03-10'));
    const minutes = must(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, LATER)).answer!;
    must(story.does('sign-document', { documentId: minutes['documentId'] }, SECRETARY, LATER));
    expect(story.now().stage).toBe('closed');
  });

  test('is reported on by who is responsible or the Party affairs office, and by nobody else [PWR-4.4] [PWW-3.2]', () => {
    const story = meeting().held();
    const first = must(assigns(story)).answer!['taskId'];
    const other = must(assigns(story, { responsibleId: 'm2' })).answer!['taskId'];
    const reports = (taskId: unknown, actor = MEMBER) =>
      story.does('report-progress', { taskId, text: '已开始' }, actor, LATER);
    expect(reports(other)).toMatchObject({ code: 'pwc.unknown-task' });
    must(reports(first));
    must(reports(other, OFFICE));
    expect(reports(first, SECRETARY)).toMatchObject({ code: 'procedure.not-entitled' });
  });

  test('is across portfolios coordinated by another member, who may be a deputy [PWR-4.1]', () => {
    const story = meeting().held();
    for (const coordinatorId of ['m1', 'office'])
      expect(assigns(story, { coordinatorId })).toMatchObject({
        code: 'pwc.coordinator-not-another-member',
        clause: 'PWR-4.1',
      });
    const { notices } = must(assigns(story, { coordinatorId: 'deputy' }));
    expect(notices).toMatchObject([{ kind: 'pwc-task-assigned', persons: ['m1', 'deputy'] }]);
  });
});

describe('an item that was put off', () => {
  test('is before the next meeting by itself, and is decided there [PWR-3.1.11h]', () => {
    const first = meeting({ entries: [proposal('a'), proposal('b')] }).sits();
    must(first.does('defer-item', { itemId: first.itemId('a'), reason: '意见不一' }));
    first.decides('b', 9);
    must(first.does('close-sitting', {}));
    expect(first.now().duties[`tell-downward:${first.itemId('a')}`]).toBeUndefined();
    const next = meeting({ entries: [...first.entries.values()] });
    next.sits(9, []);
    expect(next.now().items.map(({ agendaItemId }) => agendaItemId)).toEqual(['a']);
    next.decides('a', 5);
    expect(next.entries.get('a')!.status).toBe('settled');
  });

  test('may be an emergency: it is urgent, and heard or decided at once [PWR-3.1.11h] [PWR-3.1.13]', () => {
    const emergency = { actedOn: '2026-03-01', actedById: 'deputy', reportedOn: '2026-03-01' };
    const fire = {
      ...entry('a'),
      reason: 'emergency' as const,
      emergency: { ...emergency, reportDueOn: '2026-03-06', late: false },
    };
    const story = meeting({ entries: [fire] }).sits(9, []);
    expect(story.does('defer-item', { itemId: story.itemId('a'), reason: '意见不一' })).toMatchObject({
      code: 'pwc.urgent-not-deferred',
      clause: 'PWR-3.1.11h',
    });
    must(story.does('note-item', { itemId: story.itemId('a') }));
    expect(story.item('a').outcome).toBe('noted');
  });
});

describe('a resolution that comes before a meeting again', () => {
  test('is changed by a vote alone: what was voted on is not merely heard then [PWR-4.2] [PWR-4.3]', () => {
    const again = { ...proposal('a', 'work-reports'), reason: 'reconsideration' as const };
    const story = meeting({ entries: [again] }).sits();
    expect(story.does('note-item', { itemId: story.itemId('a') })).toMatchObject({
      code: 'pwc.nothing-to-hear',
      clause: 'PWR-3.1.10a',
    });
    story.decides('a', 5);
    expect(story.item('a').outcome).toBe('adopted');
  });

  test.each([
    ['adopted', 'open'],
    ['dropped', 'void'],
  ])('and is %s there leaves its task %s; a postponement changes nothing [PWR-4.2]', (outcome, status) => {
    const story = meeting().held();
    const key = `carry-out-task:${String(must(assigns(story)).answer!['taskId'])}`;
    must(story.does('reopen-item', { itemId: story.itemId('a'), reason: '新情况' }, SECRETARY, LATER));
    expect(story.now().duties[key]!.status).toBe('open');
    const hears = (what: string) => {
      const settlement = { by: 'pwc', outcome: what, decidedOn: '2026-03-12', postponedTo: null };
      const data = { itemId: story.itemId('a'), settlement: { ...settlement, reference: null, note: null } };
      return must(story.receives({ kind: 'agenda-settled', data }, at('2026-03-12 12:00')));
    };
    expect(hears('postponed').events).toEqual([]);
    hears(outcome);
    expect(story.now().duties[key]!.status).toBe(status);
    expect(hears(outcome).events).toEqual([]);
  });

  test.each([
    ['a member twice', ['m1', 'm1', 'm2', 'm3', 'm4'], 'pwc.too-few-for-reconsideration'],
    ['somebody who is no member', ['m1', 'm2', 'm3', 'm4', 'office'], 'pwc.not-a-member'],
  ])('counts no supporter who is %s [PWR-4.2]', (_who, people, code) => {
    const story = meeting({ rules: { 'pwc.reconsiderationByHalf': 1 } }).held();
    const supporters = people.map((personId) => ({ personId }));
    expect(
      story.does('reopen-item', { itemId: story.itemId('a'), reason: '新情况', supporters }, SECRETARY, LATER),
    ).toMatchObject({ code, clause: 'PWR-4.2' });
  });

  test('may be one that was not adopted, and is none that was only heard [PWR-4.2] [PWR-4.3]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('b', 'work-reports')] }).sits();
    story.decides('a', 4);
    must(story.does('note-item', { itemId: story.itemId('b') }));
    must(story.does('close-sitting', {}));
    const reopens = (item: string) =>
      story.does('reopen-item', { itemId: story.itemId(item), reason: '新情况' }, SECRETARY, LATER);
    expect(reopens('b')).toMatchObject({ code: 'pwc.unknown-item' });
    expect(
      story.does('record-dissent', { itemId: story.itemId('b'), text: '?', route: 'inside' }, MEMBER, LATER),
    ).toMatchObject({ code: 'pwc.nothing-resolved', clause: 'PWR-4.3' });
    must(reopens('a'));
  });
});

describe('an attempt to take something back', () => {
  test('after a meeting that resolved nothing is refused and is no lead [PWR-4.3] [ACC-6.3]', () => {
    const story = meeting().sits();
    must(story.does('defer-item', { itemId: story.itemId('a'), reason: '意见不一' }));
    must(story.does('close-sitting', {}));
    expect(story.does('withdraw-item', { itemId: story.itemId('a'), reason: '?' }, SECRETARY, NEXT)).toMatchObject({
      code: 'pwc.nothing-resolved',
      clause: 'PWR-4.3',
    });
    expect(story.now().leads).toEqual([]);
  });

  test('is on record each time it is made, while the resolution is documented and while it is carried out [PWR-4.3] [ACC-6.3]', () => {
    const story = meeting().held();
    const tries = () => story.does('withdraw-item', { itemId: story.itemId('a'), reason: '不办' }, SECRETARY, LATER);
    expect(tries()).toMatchObject({ code: 'pwc.resolution-stands', clause: 'PWR-4.3' });
    const minutes = must(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, LATER)).answer!;
    must(story.does('sign-document', { documentId: minutes['documentId'] }, SECRETARY, LATER));
    expect(tries()).toMatchObject({ code: 'pwc.resolution-stands' });
    expect(story.now().leads).toMatchObject([{ at: LATER }, { at: LATER }]);
    expect(story.item('a').outcome).toBe('adopted');
  });

  test('in the meeting that decided it is refused as well [PWR-4.3]', () => {
    const story = meeting({ entries: [proposal('a', 'yearly-budget'), entry('b')] }).sits();
    story.decides('a', 9, 0, BALLOT);
    const tries = (action: 'withdraw-item' | 'defer-item') =>
      story.does(action, { itemId: story.itemId('a'), reason: '?' });
    expect(tries('defer-item')).toMatchObject({
      ...{ code: 'pwc.item-decided', clause: 'PWR-4.3', params: { outcome: 'adopted' } },
    });
    expect(story.now().leads).toEqual([]);
    expect(tries('withdraw-item')).toMatchObject({ code: 'pwc.resolution-stands', clause: 'PWR-4.3' });
    expect(story.now().leads).toMatchObject([{ action: 'withdraw-item', by: 'secretary' }]);
  });

  test('is on record also when the meeting has long been closed [PWR-4.3] [ACC-6.3]', () => {
    const story = meeting({ entries: [entry('a')] }).held(4);
    must(tells(story, '2026-03-10'));
    const minutes = must(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, LATER)).answer!;
    must(story.does('sign-document', { documentId: minutes['documentId'] }, SECRETARY, LATER));
    expect(story.now().stage).toBe('closed');
    const attempt = story.does('withdraw-item', { itemId: story.itemId('a'), reason: '?' }, SECRETARY, LATER);
    expect(attempt).toMatchObject({ code: 'pwc.resolution-stands', clause: 'PWR-4.3' });
    expect(story.now()).toMatchObject({ stage: 'closed', leads: [{ action: 'withdraw-item', at: LATER }] });
  });
});
