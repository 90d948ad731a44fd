import { HOLIDAYS_2026 } from '../../../src/domain/calendar/data/holidays-2026';
import { reportEmergency } from '../../../src/domain/pwc/emergency';

const report = (actedOn: string, today: string, position: string | null = '委员') =>
  reportEmergency({ actedOn, actedById: 'm1' }, { today, days: 5, calendar: HOLIDAYS_2026, position });

describe('what was done before anybody could meet', () => {
  test.each([
    ['2026-03-02', '2026-03-07', '2026-03-09', false],
    ['2026-03-02', '2026-03-09', '2026-03-09', false],
    ['2026-03-02', '2026-03-10', '2026-03-09', true],
    ['2026-03-04', '2026-03-09', '2026-03-09', false],
    ['2026-03-04', '2026-03-10', '2026-03-09', true],
    ['2025-12-28', '2026-01-04', '2026-01-04', false],
    ['2025-12-28', '2026-01-05', '2026-01-04', true],
  ])('on %s, reported on %s, was due on %s: late %s [PWR-3.1.13] [LAW-CC-203]', (actedOn, today, reportDueOn, late) => {
    expect(report(actedOn, today)).toMatchObject({ actedOn, reportedOn: today, reportDueOn, late });
  });

  test('is reported by whoever had a seat on that day, and after the act [PWR-3.1.13]', () => {
    expect(report('2026-03-02', '2026-03-03', null)).toMatchObject({ code: 'agenda.acted-without-seat' });
    expect(report('2026-03-04', '2026-03-03')).toMatchObject({ code: 'agenda.acted-in-the-future' });
  });
});
