import fc from 'fast-check';
import { addDays, daysBetween } from '../../../src/domain/calendar/civil-date';
import { HOLIDAYS_2026 } from '../../../src/domain/calendar/data/holidays-2026';
import { dueWithin } from '../../../src/domain/calendar/deadline';
import { isWorkingDay } from '../../../src/domain/calendar/holidays';

const within = (eventOn: string, days: number, unit: 'natural' | 'working' = 'natural') =>
  dueWithin({ eventOn, days, unit, clause: 'HDA-11.3.3' }, HOLIDAYS_2026);

const codes = (deadline: ReturnType<typeof dueWithin>) => deadline.explanation.map((step) => step.code);

test('does not count the day of the event [LAW-CC-201]', () => {
  expect(within('2026-03-02', 1).dueOn).toBe('2026-03-03');
  expect(within('2026-03-02', 4).dueOn).toBe('2026-03-06');
});

test('ends at 24:00 of the last day [LAW-CC-203]', () => {
  expect(within('2026-03-02', 4).dueAt).toBe(Date.parse('2026-03-07T00:00:00+08:00'));
});

test.each([
  ['a Friday stays', '2026-03-02', 4, '2026-03-06'],
  ['a Saturday moves to Monday', '2026-03-02', 5, '2026-03-09'],
  ['a Sunday moves to Monday', '2026-03-02', 6, '2026-03-09'],
  ['a Monday stays', '2026-03-02', 7, '2026-03-09'],
  ['a make-up Saturday stays', '2026-02-09', 5, '2026-02-14'],
  ['the first day of Spring Festival moves past all nine', '2026-02-10', 5, '2026-02-24'],
  ['a holiday moves to the make-up Sunday after it', '2026-01-01', 2, '2026-01-04'],
  ['rest days inside the period change nothing', '2026-04-03', 5, '2026-04-08'],
  ['National Day moves to 8 October', '2026-09-26', 5, '2026-10-08'],
])('when the last day is a rest day, the next working day is the last: %s [LAW-CC-203]', (_case, event, days, due) => {
  expect(within(event, days)).toMatchObject({ dueOn: due, provisional: false });
});

test.each([
  ['over a weekend', '2026-03-05', 3, '2026-03-10'],
  ['from a Saturday', '2026-03-07', 1, '2026-03-09'],
  ['with a make-up Saturday', '2026-02-12', 2, '2026-02-14'],
  ['over Spring Festival', '2026-02-13', 2, '2026-02-24'],
])('counts working days where the rulebook says so: %s [LAW-CC-203]', (_case, event, days, due) => {
  expect(within(event, days, 'working').dueOn).toBe(due);
});

test.each([
  ['the last day of 2026', '2026-12-30', 1, 'natural', '2026-12-31', false],
  ['1 January 2027, taken for a plain Friday', '2026-12-31', 1, 'natural', '2027-01-01', true],
  ['a Saturday of 2027', '2026-12-31', 2, 'natural', '2027-01-04', true],
  ['working days that end in 2026', '2026-12-29', 2, 'working', '2026-12-31', false],
  ['working days that run into 2027', '2026-12-30', 2, 'working', '2027-01-01', true],
  ['natural days out of 2025, which are counted whatever they are', '2025-12-30', 5, 'natural', '2026-01-04', false],
  ['working days out of 2025', '2025-12-30', 2, 'working', '2026-01-04', true],
] as const)('is provisional in a year without holiday data: %s', (_case, event, days, unit, dueOn, provisional) => {
  const deadline = within(event, days, unit);
  expect(deadline).toMatchObject({ dueOn, provisional, calendarVersion: '2026' });
  expect(codes(deadline).includes('provisional')).toBe(provisional);
});

test('is final again when the data of the year arrives', () => {
  const notice = 'a later notice';
  const later = {
    version: '2027',
    years: [2026, 2027],
    days: { ...HOLIDAYS_2026.days, '2027-01-01': { kind: 'holiday', name: '元旦', notice } },
  } as const;
  const period = { eventOn: '2026-12-31', days: 1, unit: 'natural', clause: 'HDA-11.3.3' } as const;
  expect(dueWithin(period, later)).toMatchObject({
    dueOn: '2027-01-04',
    provisional: false,
    calendarVersion: '2027',
  });
});

test('explains step by step, naming the clause that sets the period and the law that counts it', () => {
  expect(within('2026-02-10', 5)).toMatchObject({
    clause: 'HDA-11.3.3',
    explanation: [
      { code: 'event-not-counted', date: '2026-02-10', clause: 'LAW-CC-201' },
      { code: 'last-day', date: '2026-02-15', clause: 'HDA-11.3.3', params: { days: 5, unit: 'natural', restDays: 0 } },
      {
        code: 'rest-day-moved',
        date: '2026-02-24',
        clause: 'LAW-CC-203',
        params: { from: '2026-02-15', festival: '春节' },
      },
      { code: 'due', date: '2026-02-24', clause: 'LAW-CC-203' },
    ],
  });
  expect(codes(within('2026-02-09', 5))).toContain('make-up-working-day');
  expect(within('2026-03-05', 3, 'working').explanation[1]).toMatchObject({ params: { restDays: 2 } });
});

test('always ends on a working day, never before the n-th day, with only rest days between', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 60 }), (start, days) => {
      const eventOn = addDays('2026-01-01', start);
      const { dueOn } = within(eventOn, days);
      const lastDay = addDays(eventOn, days);
      expect(isWorkingDay(HOLIDAYS_2026, dueOn)).toBe(true);
      for (let moved = daysBetween(lastDay, dueOn) - 1; moved >= 0; moved -= 1) {
        expect(isWorkingDay(HOLIDAYS_2026, addDays(lastDay, moved))).toBe(false);
      }
    }),
  );
});

test.each([0, -1, 1.5])('throws for a period of %d days', (days) => {
  expect(() => within('2026-03-02', days)).toThrow(RangeError);
});
