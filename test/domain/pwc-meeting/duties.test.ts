import { HOLIDAYS_2026 } from '../../../src/domain/calendar/data/holidays-2026';
import { civilDateOf } from '../../../src/domain/calendar/civil-date';
import { pwcMeeting } from '../../../src/domain/pwc-meeting/meeting';
import { must } from '../../support/domain-story';
import { at, BALLOT, meeting, MEETING, OFFICE, proposal, SECRETARY } from '../../support/meeting-domain';

const NEXT = at('2026-03-07 09:00');
type Story = ReturnType<typeof meeting>;

const held = () => {
  const story = meeting({ entries: [proposal('a', 'major-expenditure')] }).sits(8);
  story.decides('a', 8, 0, BALLOT);
  must(story.does('close-sitting', {}));
  return story;
};
const adjourned = () => {
  const story = meeting().sits();
  must(story.does('adjourn', { reason: '时间已晚' }));
  return story;
};
const noticed = () => {
  const story = meeting();
  must(story.fixes());
  must(story.tells());
  return story;
};
const drafted = (on = '2026-03-07') => {
  const story = held();
  const draft = { kind: 'upward-area', title: '报告', text: '正文' };
  must(story.does('draft-document', draft, OFFICE, at(`${on} 09:00`)));
  return story;
};
const assigned = () => {
  const story = held();
  const task = { itemId: story.itemId('a'), what: '落实', responsibleId: 'm2', dueOn: '2026-03-20' };
  must(story.does('assign-task', task, SECRETARY, NEXT));
  return story;
};
const dutyOf = (story: Story, kind: string) =>
  Object.values(story.now().duties).find((duty) => duty.kind === kind && duty.status !== 'void')!;

describe('what is owed', () => {
  test.each<[string, string, string, string, () => Story]>([
    ['the papers, on the day before', 'circulate-papers', 'PWR-3.1.9', '2026-03-05', noticed],
    ['the meeting, on its day', 'hold-meeting', 'PWR-3.1.6a', '2026-03-06', noticed],
    ['the closing, on the same day', 'close-sitting', 'PWR-3.1.6a', '2026-03-06', () => meeting().sits()],
    ['another notice, in five days', 'renew-notice', 'PWR-3.1.6a', '2026-03-11', adjourned],
    ['the minutes, in three days', 'sign-minutes', 'PWR-3.1.14', '2026-03-09', held],
    ['telling it downward, in five days', 'tell-downward', 'PWW-3.1b', '2026-03-11', held],
    ['somebody who carries it out, in five days', 'assign-task', 'PWR-4.4', '2026-03-11', held],
    ['telling who was absent, in five days', 'inform-absent', 'PWR-3.1.10b', '2026-03-11', held],
    ['a signature, in five days', 'sign-document', 'PWR-3.2.2', '2026-03-12', drafted],
    [
      'a signature whose fifth day is a Saturday, on Monday',
      'sign-document',
      'PWR-3.2.2',
      '2026-03-16',
      () => drafted('2026-03-09'),
    ],
    ['a task, on the day that was set with it', 'carry-out-task', 'PWR-4.4', '2026-03-20', assigned],
  ])(
    'is %s: %s by %s is due on %s and overdue when that day has ended [PWR-3.1.6a] [PWR-3.1.9] [PWR-3.1.10b] [PWR-3.1.14] [PWR-3.2.2] [PWR-4.4] [PWW-3.1b]',
    (_what, kind, clause, dueOn, begin) => {
      const story = begin();
      expect(dutyOf(story, kind)).toMatchObject({ status: 'open', clause, dueOn });
      story.passes(at(`${dueOn} 23:59`));
      expect(dutyOf(story, kind).status).toBe('open');
      story.passes(at(`${dueOn} 23:59`) + 60_000);
      expect(dutyOf(story, kind).status).toBe('overdue');
    },
  );

  test('is in the days of the rulebook, where it says others [PWR-3.1.14] [PWW-3.1b]', () => {
    const rules = { 'pwc.minutesWithinDays': 1, 'pwc.tellWithinDays': 30 };
    const story = meeting({ rules }).held();
    // The day after is a Saturday.
    expect(dutyOf(story, 'sign-minutes').dueOn).toBe('2026-03-09');
    // The thirtieth day is the Sunday of 清明节, whose Monday is a holiday too.
    expect(dutyOf(story, 'tell-downward').dueOn).toBe('2026-04-07');
  });

  test('is told to the secretary, the recorder and the office, and once it is late to those who supervise [PWR-3.1.14] [PWR-5.1]', () => {
    const story = held();
    story.passes(at('2026-03-10 00:00'));
    const told = story.told.filter(({ params }) => params['duty'] === 'sign-minutes');
    expect(told.map(({ kind }) => kind)).toEqual(['deadline-remind', 'deadline-due', 'deadline-overdue']);
    for (const { persons, clause } of told)
      expect([persons, clause]).toEqual([['secretary', 'recorder'], 'PWR-3.1.14']);
    expect(told.map(({ roles }) => roles)).toEqual([
      ['party-affairs-office'],
      ['party-affairs-office'],
      [
        ...['party-affairs-office', 'subdistrict-supervisor'],
        ...['district-discipline', 'district-organisation-department'],
      ],
    ]);
  });

  test('by one person is told to that person as well: who carries out, and who signs [PWR-4.4] [PWR-3.2.2]', () => {
    const task = assigned();
    task.passes(at('2026-03-20 09:00'));
    const last = (story: Story, duty: string) => story.told.findLast(({ params }) => params['duty'] === duty)!;
    expect(last(task, 'carry-out-task').persons).toEqual(['secretary', 'recorder', 'm2']);
    const document = drafted();
    const documentId = document.now().documents[0]!.id;
    must(document.does('delegate-signature', { documentId, toId: 'm3' }, SECRETARY, NEXT));
    document.passes(at('2026-03-12 09:00'));
    expect(last(document, 'sign-document').persons).toEqual(['secretary', 'recorder', 'm3']);
  });

  test('rings no more once the meeting has ended [PWR-4.4]', () => {
    const story = adjourned();
    must(story.does('cancel', { reason: '另行安排' }, SECRETARY, NEXT));
    expect(pwcMeeting.timers(story.now())).toEqual([]);
    expect([pwcMeeting.status(story.now()), pwcMeeting.status(held().now())]).toEqual(['cancelled', 'open']);
  });

  test('counted in days moves with a new holiday table, and a day that people set does not [LAW-CC-203] [PWR-4.4]', () => {
    const story = held();
    const holiday = { kind: 'holiday', name: '临时放假', notice: '通知' } as const;
    const calendar = {
      ...HOLIDAYS_2026,
      version: '2026-2',
      days: { ...HOLIDAYS_2026.days, '2026-03-11': holiday, '2026-03-06': holiday },
    };
    const context = { now: NEXT, today: civilDateOf(NEXT), calendar };
    const { events } = pwcMeeting.receive({ kind: 'calendar-changed', data: {} }, story.now(), context);
    const after = events.reduce((state, event) => pwcMeeting.evolve(state, event), story.now());
    expect(after.duties[`tell-downward:${story.itemId('a')}`]!.dueOn).toBe('2026-03-12');
    expect(after.duties['sign-minutes']!.dueOn).toBe('2026-03-09');
    expect(after.duties['hold-meeting:1']).toEqual(story.now().duties['hold-meeting:1']);
  });

  test('by a notice given anew too late stays on record as late [PWR-3.1.6a]', () => {
    const story = noticed();
    story.passes(at('2026-03-07 00:00'));
    must(story.tells({ meetingAt: '2026-03-12T09:00:00+08:00' }, NEXT));
    const hold = story.now().duties['hold-meeting:1']!;
    expect([hold.status, hold.metAt! >= hold.dueAt]).toEqual(['met', true]);
    expect(story.now().duties['hold-meeting:2']!.dueOn).toBe('2026-03-12');
  });

  test('of the papers of a meeting called for the same day is due on that day [PWR-3.1.9] [PWR-3.1.6a]', () => {
    const story = meeting();
    must(story.fixes());
    must(story.tells({ meetingAt: '2026-03-02T15:00:00+08:00', adHocReason: '防汛' }));
    expect(story.now().duties['circulate-papers:1']!.dueOn).toBe('2026-03-02');
  });
});

test('a meeting that sat and was closed is told as held on its day, also when it is closed after midnight [PWR-3.1.1]', () => {
  const story = meeting().sits();
  story.decides('a', 9);
  expect(must(story.does('close-sitting', {}, SECRETARY, MEETING + 86_400_000)).held).toEqual([
    { meeting: 'pwc-meeting', on: '2026-03-06' },
  ]);
});
