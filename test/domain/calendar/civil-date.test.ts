import fc from 'fast-check';
import {
  addDays,
  atTime,
  civilDateOf,
  daysBetween,
  endOfDay,
  isCivilDate,
  startOfDay,
  weekday,
} from '../../../src/domain/calendar/civil-date';

const civilDates = fc
  .integer({ min: Date.UTC(1992, 0, 1) / 86_400_000, max: Date.UTC(2100, 0, 1) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

test.each([
  ['2026-03-05', true],
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-3-5', false],
  ['2026-03-05T00:00', false],
  ['20260305', false],
  ['', false],
])('knows whether %j is a day: %s', (text, expected) => {
  expect(isCivilDate(text)).toBe(expected);
});

test.each([
  ['2026-03-04T15:59:59.999Z', '2026-03-04'],
  ['2026-03-04T16:00:00.000Z', '2026-03-05'],
  ['2026-03-05T15:59:59.999Z', '2026-03-05'],
  ['2026-12-31T16:00:00.000Z', '2027-01-01'],
])('reads %s as %s in Asia/Shanghai, whatever zone the machine is in', (moment, expected) => {
  expect(civilDateOf(Date.parse(moment))).toBe(expected);
});

test('starts a day at 00:00 and ends it at 24:00, which belongs to the next day [LAW-CC-203]', () => {
  expect(startOfDay('2026-03-05')).toBe(Date.parse('2026-03-05T00:00:00+08:00'));
  expect(endOfDay('2026-03-05')).toBe(Date.parse('2026-03-06T00:00:00+08:00'));
  expect(civilDateOf(endOfDay('2026-03-05') - 1)).toBe('2026-03-05');
  expect(civilDateOf(endOfDay('2026-03-05'))).toBe('2026-03-06');
});

test.each([
  ['00:00', '2026-03-05T00:00:00+08:00'],
  ['09:30', '2026-03-05T09:30:00+08:00'],
  ['23:59', '2026-03-05T23:59:00+08:00'],
])('reads the time %s in Asia/Shanghai', (time, expected) => {
  expect(atTime('2026-03-05', time)).toBe(Date.parse(expected));
});

test.each(['24:00', '9:30', '09:60', '09:30:00', ''])('throws for the time %j', (time) => {
  expect(() => atTime('2026-03-05', time)).toThrow(RangeError);
});

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2026-03-01', -1, '2026-02-28'],
  ['2026-03-08', 0, '2026-03-08'],
])('%s plus %i days is %s', (from, days, expected) => {
  expect(addDays(from, days)).toBe(expected);
  expect(daysBetween(from, expected)).toBe(days);
});

test.each([
  ['2026-03-02', 1],
  ['2026-03-07', 6],
  ['2026-03-08', 7],
])('%s is day %i of the week', (date, expected) => {
  expect(weekday(date)).toBe(expected);
});

test('counts back what it counted forward, and reads every moment of a day as that day', () => {
  fc.assert(
    fc.property(civilDates, fc.integer({ min: -1000, max: 1000 }), fc.nat(86_399_999), (date, days, ms) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      expect(addDays(addDays(date, days), -days)).toBe(date);
      expect(civilDateOf(startOfDay(date) + ms)).toBe(date);
    }),
  );
});

test('throws for what is no day and no whole number of days', () => {
  expect(() => startOfDay('2026-02-30')).toThrow(RangeError);
  expect(() => weekday('today')).toThrow(RangeError);
  expect(() => addDays('2026-03-05', 0.5)).toThrow(RangeError);
});
