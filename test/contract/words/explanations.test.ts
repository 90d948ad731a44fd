import { explain } from '../../../src/contract/words/explanations';
import { HOLIDAYS_2026 } from '../../../src/domain/calendar/data/holidays-2026';
import { dueWithin } from '../../../src/domain/calendar/deadline';
import { boardPeriod, clearDays } from '../../../src/domain/calendar/notice-period';

const within = (eventOn: string, days: number, unit: 'natural' | 'working' = 'natural') =>
  dueWithin({ eventOn, days, unit, clause: 'HDA-11.3.3' }, HOLIDAYS_2026).explanation.map(explain);

test('says why a council may be held on a day [HDA-11.1.2]', () => {
  const { explanation } = clearDays({ postedOn: '2026-07-01', days: 3, clause: 'HDA-11.1.2' });
  expect(explanation.map(explain)).toEqual([
    { zh: '2026年7月1日（周三）张贴，当日不计算在内', en: 'Posted on Wednesday 1 July 2026; that day does not count' },
    {
      zh: '提前3天：须隔满3个整天，即2026年7月2日（周四）至2026年7月4日（周六），节假日照算',
      en: '3 clear days ahead: Thursday 2 July 2026 to Saturday 4 July 2026, holidays included',
    },
    {
      zh: '最早可于2026年7月5日（周日）开会',
      en: 'The meeting may be held on Sunday 5 July 2026 at the earliest',
    },
  ]);
});

test('says why a deadline moved [LAW-CC-203]', () => {
  expect(within('2026-02-10', 5)).toEqual([
    {
      zh: '从2026年2月10日（周二）起算，当日不计算在内',
      en: 'Counted from Tuesday 10 February 2026; that day does not count',
    },
    { zh: '期限5天，最后一天是2026年2月15日（周日）', en: '5 days: the last day is Sunday 15 February 2026' },
    {
      zh: '2026年2月15日（周日）是春节假期，顺延到下一个工作日2026年2月24日（周二）',
      en: 'Sunday 15 February 2026 is a rest day (Spring Festival), so the next working day counts: Tuesday 24 February 2026',
    },
    {
      zh: '截止时间为2026年2月24日（周二）24时',
      en: 'The period ends at 24:00 on Tuesday 24 February 2026',
    },
  ]);
});

test('names a weekend, a make-up working day and rest days that are not counted [LAW-CC-203]', () => {
  expect(within('2026-03-06', 1)[2]?.zh).toContain('是周末，顺延到下一个工作日2026年3月9日（周一）');
  expect(within('2026-02-13', 1)[2]).toEqual({
    zh: '2026年2月14日（周六）因春节调休上班，算工作日',
    en: 'Saturday 14 February 2026 is a make-up working day (Spring Festival), so it counts as a working day',
  });
  expect(within('2026-03-05', 2, 'working')[1]).toEqual({
    zh: '期限2个工作日，其间2天休息日不计算，最后一天是2026年3月9日（周一）',
    en: '2 working days, 2 rest days not counted: the last day is Monday 9 March 2026',
  });
});

test('says that a deadline is provisional, naming the year', () => {
  expect(within('2026-12-31', 1).at(-1)).toEqual({
    zh: '2027年的放假安排尚未录入，暂只按周末推算；录入后重新计算',
    en: 'The holidays of 2027 are not known yet, so only weekends are considered; it is computed again when they are',
  });
});

test('says how long a posting stays [LAW-RCL-34]', () => {
  const { explanation } = boardPeriod({ publishedOn: '2026-07-01', days: 15, clause: 'LAW-RCL-34' });
  expect(explain(explanation[1]!)).toEqual({
    zh: '自2026年7月2日（周四）起公示满15天，节假日照算，至2026年7月16日（周四）24时止',
    en: '15 full days on the board from Thursday 2 July 2026, holidays included, until 24:00 on Thursday 16 July 2026',
  });
});

test('leaves the name of a festival it does not know as the notice has it', () => {
  const days = { '2026-03-03': { kind: 'holiday', name: '元宵节', notice: 'a local notice' } } as const;
  const { explanation } = dueWithin(
    { eventOn: '2026-03-02', days: 1, unit: 'natural', clause: 'HDA-11.3.3' },
    { version: 'local', years: [2026], days },
  );
  expect(explain(explanation[2]!).en).toContain('(元宵节)');
});
