import fc from 'fast-check';
import { addDays, daysBetween } from '../../../src/domain/calendar/civil-date';
import { boardPeriod, clearDays, latestPostingOn } from '../../../src/domain/calendar/notice-period';

const announced = (postedOn: string, days = 3) => clearDays({ postedOn, days, clause: 'HDA-11.1.2' });

test.each([
  ['posted on the 1st, on the 5th at the earliest', '2026-07-01', '2026-07-05'],
  ['over a month end', '2026-02-26', '2026-03-02'],
  ['into another year', '2026-12-30', '2027-01-03'],
  ['over Spring Festival as on any days', '2026-02-14', '2026-02-18'],
])('leaves three clear days between announcement and council: %s [HDA-11.1.2]', (_case, postedOn, earliestOn) => {
  expect(announced(postedOn).earliestOn).toBe(earliestOn);
});

test('counts neither the day of posting nor the day of the meeting [HDA-11.1.2]', () => {
  expect(announced('2026-07-01').explanation).toEqual([
    { code: 'posted', date: '2026-07-01', clause: 'LAW-CC-201', params: {} },
    { code: 'clear-days', date: '2026-07-02', clause: 'HDA-11.1.2', params: { days: 3, until: '2026-07-04' } },
    { code: 'earliest', date: '2026-07-05', clause: 'HDA-11.1.2', params: {} },
  ]);
});

test('tells the last day for posting, which the day after is too late for [HDA-11.1.2]', () => {
  expect(latestPostingOn('2026-07-05', 3)).toBe('2026-07-01');
  fc.assert(
    fc.property(fc.nat(1000), fc.integer({ min: 1, max: 365 }), (start, days) => {
      const meetingOn = addDays('2026-01-01', start);
      const postedOn = latestPostingOn(meetingOn, days);
      expect(daysBetween(postedOn, meetingOn) - 1).toBe(days);
      expect(announced(postedOn, days).earliestOn).toBe(meetingOn);
      expect(announced(addDays(postedOn, 1), days).earliestOn > meetingOn).toBe(true);
    }),
  );
});

test.each([
  ['posted on the 1st, until 24:00 of the 16th', '2026-07-01', '2026-07-16', '2026-07-17T00:00:00+08:00'],
  ['ends on a Sunday, which does not lengthen it', '2026-03-07', '2026-03-22', '2026-03-23T00:00:00+08:00'],
  ['ends on a holiday, which does not lengthen it', '2026-09-17', '2026-10-02', '2026-10-03T00:00:00+08:00'],
])('stays on the board for 15 full days: %s [LAW-RCL-34]', (_case, publishedOn, untilOn, untilAt) => {
  const period = boardPeriod({ publishedOn, days: 15, clause: 'LAW-RCL-34' });
  expect(period).toMatchObject({ untilOn, untilAt: Date.parse(untilAt), clause: 'LAW-RCL-34' });
  expect(period.explanation.map((step) => [step.code, step.clause])).toEqual([
    ['posted', 'LAW-CC-201'],
    ['on-the-board', 'LAW-RCL-34'],
  ]);
});

test.each([0, -3, 2.5])('throws for a notice or a posting of %d days', (days) => {
  expect(() => announced('2026-07-01', days)).toThrow(RangeError);
  expect(() => latestPostingOn('2026-07-05', days)).toThrow(RangeError);
  expect(() => boardPeriod({ publishedOn: '2026-07-01', days, clause: 'LAW-RCL-34' })).toThrow(RangeError);
});
