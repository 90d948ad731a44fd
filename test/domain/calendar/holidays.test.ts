import { addDays } from '../../../src/domain/calendar/civil-date';
import { HOLIDAYS_2026 } from '../../../src/domain/calendar/data/holidays-2026';
import { checkCalendar, checkReplacing, hasData, isWeekend, isWorkingDay } from '../../../src/domain/calendar/holidays';

const entries = Object.entries(HOLIDAYS_2026.days);
const year2026 = Array.from({ length: 365 }, (_, day) => addDays('2026-01-01', day));

describe('the notice of the State Council for 2026', () => {
  test.each([
    ['元旦', '2026-01-01', '2026-01-03', 3, ['2026-01-04']],
    ['春节', '2026-02-15', '2026-02-23', 9, ['2026-02-14', '2026-02-28']],
    ['清明节', '2026-04-04', '2026-04-06', 3, []],
    ['劳动节', '2026-05-01', '2026-05-05', 5, ['2026-05-09']],
    ['端午节', '2026-06-19', '2026-06-21', 3, []],
    ['中秋节', '2026-09-25', '2026-09-27', 3, []],
    ['国庆节', '2026-10-01', '2026-10-07', 7, ['2026-09-20', '2026-10-10']],
  ])('gives %s from %s to %s, %i days, made up on %j', (name, first, last, count, madeUpOn) => {
    const ofFestival = (kind: string) =>
      entries.filter(([, day]) => day.name === name && day.kind === kind).map(([date]) => date);
    const rest = ofFestival('holiday');
    expect(rest).toEqual(Array.from({ length: count }, (_, day) => addDays(first, day)));
    expect(rest.at(-1)).toBe(last);
    expect(ofFestival('make-up working day')).toEqual(madeUpOn);
  });

  test('has 33 rest days and 6 make-up days, and leaves 248 working days', () => {
    expect(entries).toHaveLength(39);
    expect(entries.filter(([, day]) => day.kind === 'holiday')).toHaveLength(33);
    expect(year2026.filter((date) => isWorkingDay(HOLIDAYS_2026, date))).toHaveLength(248);
  });

  test('makes up on weekends only, lies in 2026, and names its source', () => {
    for (const [date, day] of entries) {
      expect(year2026).toContain(date);
      if (day.kind === 'make-up working day') expect(isWeekend(date)).toBe(true);
      expect(day.notice).toContain('国办发明电〔2025〕7号');
    }
  });
});

test.each([
  ['a Friday', '2026-03-06', true],
  ['a Saturday', '2026-03-07', false],
  ['a Sunday', '2026-03-08', false],
  ['a make-up Saturday', '2026-02-14', true],
  ['a make-up Sunday', '2026-01-04', true],
  ['a holiday on a Monday', '2026-02-16', false],
])('takes %s, %s, for a working day: %s [LAW-CC-203]', (_what, date, expected) => {
  expect(isWorkingDay(HOLIDAYS_2026, date)).toBe(expected);
});

test.each([
  ['2025-12-31', false],
  ['2026-01-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
])('knows whether it has data for %s: %s', (date, expected) => {
  expect(hasData(HOLIDAYS_2026, date)).toBe(expected);
});

describe('a holiday table', () => {
  const holiday = { kind: 'holiday', name: '元旦', notice: 'a notice' } as const;

  test('names no year without a holiday: its days would be certain though nobody knows them [LAW-CC-203]', () => {
    const days = { '2026-01-01': holiday };
    expect(checkCalendar({ years: [2026], days })).toBeNull();
    expect(checkCalendar({ years: [2026, 2027], days })).toMatchObject({
      code: 'calendar.year-without-holidays',
      params: { year: 2027 },
    });
    expect(checkCalendar({ years: [2026, 2027], days: { ...days, '2027-01-01': holiday } })).toBeNull();
    const madeUp = { '2027-01-02': { ...holiday, kind: 'make-up working day' } as const };
    expect(checkCalendar({ years: [2026, 2027], days: { ...days, ...madeUp } })).toMatchObject({
      params: { year: 2027 },
    });
  });

  test.each([
    ['the same years', [2026], null],
    ['one more', [2026, 2027], null],
    ['the next instead', [2027], 2026],
  ])('keeps every year of the one that it replaces: %s [LAW-CC-203]', (_case, years, dropped) => {
    const refused = checkReplacing(HOLIDAYS_2026, { years });
    expect(refused?.params['year'] ?? null).toBe(dropped);
    expect(refused?.clause ?? null).toBe(dropped && 'LAW-CC-203');
  });
});
