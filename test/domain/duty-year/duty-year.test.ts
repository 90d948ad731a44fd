import { atTime, civilDateOf, type Instant } from '../../../src/domain/calendar/civil-date';
import type { FULFILLED_BY } from '../../../src/domain/duty-year/catalogue';
import { dutyYear } from '../../../src/domain/duty-year/duty-year';
import type { DutyYearEvent, DutyYearState } from '../../../src/domain/duty-year/state';
import type { Context, Decision, Standing } from '../../../src/domain/procedure/model';
import { isRefusal, type Refusal } from '../../../src/domain/refusal';
import { completeRulebook } from '../../../src/domain/rulebook';
import { HOLIDAYS_2026 } from '../../../src/domain/calendar/data/holidays-2026';

const at = (text: string): Instant => atTime(text.slice(0, 10), text.slice(11));
const OFFICE: Standing = { accountId: 'office', personId: 'office', roles: ['party-affairs-office'] };
const SECRETARY: Standing = { accountId: 'secretary', personId: 'secretary', roles: ['secretary'] };

/** The duties of 2027 in a subdistrict, opened at that moment. */
function duties(opened: Instant = at('2027-01-01 08:00'), kind: 'subdistrict' | 'community' = 'subdistrict') {
  let state: DutyYearState | null = null;
  const now = () => state as DutyYearState;
  const context = (actor: Standing, moment: Instant): Context => ({
    now: moment,
    today: civilDateOf(moment),
    actor,
    calendar: HOLIDAYS_2026,
    keep: (text) => ({ evidence: text }),
    read: () => null,
    nameOf: () => null,
    agenda: new Map(),
    roster: [],
    tally: null,
    id: (label) => label,
  });
  const apply = (result: Decision<DutyYearEvent> | Refusal) => {
    if (!isRefusal(result)) state = result.events.reduce<DutyYearState | null>(dutyYear.evolve, state);
    return result;
  };
  const lineage = [
    { id: 'district', kind: 'district' },
    { id: 'here', kind },
  ] as const;
  const beginning = { organisationId: 'here', lineage, rulebook: completeRulebook({}), roster: [] };
  apply(dutyYear.begin({ year: 2027 } as never, beginning, context(OFFICE, opened)));
  let meetings = 0;
  return {
    now,
    status: (key: string) => now().duties[key]?.status,
    held: (meeting: keyof typeof FULFILLED_BY, on: string, moment = at(`${on} 12:00`)) => {
      const data = { meeting, on, procedureId: `meeting-${(meetings += 1)}` };
      return apply(dutyYear.receive({ kind: 'meeting-held', data }, now(), context(OFFICE, moment)));
    },
    does: (
      action: 'file-document' | 'explain-overdue' | 'record-deviation',
      input: object,
      moment: Instant,
      actor = OFFICE,
    ) => {
      const judged = dutyYear.judge(action, now(), actor, moment);
      return judged ?? apply(dutyYear.decide(action, now(), input as never, context(actor, moment)));
    },
    passes(until: Instant) {
      for (;;) {
        const due = dutyYear.timers(now()).filter((timer) => timer.at <= until);
        const next = due.toSorted((one, other) => one.at - other.at)[0];
        if (!next) return;
        apply(dutyYear.elapse(next.key, now(), context(OFFICE, next.at)));
      }
    },
  };
}

describe('the duties of a year', () => {
  test('are fulfilled by a meeting of their own days, on the last day as on the first [PWW-2.1.8] [PWR-3.1.1]', () => {
    const year = duties();
    year.held('pwc-meeting', '2027-01-31');
    year.held('pwc-meeting', '2027-02-01');
    expect([1, 2, 3].map((n) => year.status(`hold-pwc-meeting:2027-${n}`))).toEqual(['met', 'met', 'open']);
    expect(year.now().duties['hold-pwc-meeting:2027-1']!.metAt).toBeLessThan(at('2027-02-01 00:00'));
  });

  test('are overdue when their last day has ended, and made up late by the next meeting that is one too many [PWW-2.1.8]', () => {
    const year = duties();
    year.passes(at('2027-01-31 23:59'));
    expect(year.status('hold-pwc-meeting:2027-1')).toBe('open');
    year.passes(at('2027-02-01 00:00'));
    expect(year.status('hold-pwc-meeting:2027-1')).toBe('overdue');
    year.held('pwc-meeting', '2027-02-10');
    expect([1, 2].map((n) => year.status(`hold-pwc-meeting:2027-${n}`))).toEqual(['overdue', 'met']);
    year.held('pwc-meeting', '2027-02-20');
    const late = year.now().duties['hold-pwc-meeting:2027-1']!;
    expect(late.status).toBe('met');
    expect(late.metAt).toBeGreaterThanOrEqual(late.dueAt);
  });

  test('count each meeting once, and one that nobody owed changes nothing else [PWW-2.3]', () => {
    const year = duties();
    year.held('democratic-life', '2027-05-05');
    year.held('democratic-life', '2027-06-05');
    expect(year.now().meetings.map(({ key }) => key)).toEqual(['hold-democratic-life-meeting:2027-1', null]);
    const data = { meeting: 'democratic-life', on: '2027-05-05', procedureId: 'meeting-1' };
    const again = { kind: 'meeting-held', data };
    const context = { now: at('2027-06-06 09:00'), today: '2027-06-06', calendar: HOLIDAYS_2026 };
    expect(dutyYear.receive(again, year.now(), context).events).toEqual([]);
  });

  test('are fulfilled by a document on file, never by a meeting or a tick, and not before their first day [PWR-3.1.5b] [PWR-5.3] [PWW-3.2]', () => {
    const year = duties();
    const file = (key: string, on: string, moment = at(`${on} 12:00`)) =>
      year.does('file-document', { key, on, text: '已印发', fileId: 'file' }, moment);
    expect(file('hold-pwc-meeting:2027-1', '2027-01-10')).toMatchObject({ code: 'duties.not-owed' });
    expect(file('report-rule-compliance:2027', '2027-11-30')).toMatchObject({ code: 'duties.not-owed' });
    expect(file('plan-items-of-year:2027', '2027-01-12', at('2027-01-11 12:00'))).toMatchObject({
      code: 'duties.filed-out-of-time',
      clause: 'PWR-3.1.5b',
    });
    file('plan-items-of-year:2027', '2027-01-31');
    expect(year.status('plan-items-of-year:2027')).toBe('met');
    year.passes(at('2027-04-02 09:00'));
    file('assess-subordinates:2027-1', '2027-04-02');
    const late = year.now().duties['assess-subordinates:2027-1']!;
    expect([late.status, late.metAt! >= late.dueAt]).toEqual(['met', true]);
    file('report-rule-compliance:2027', '2027-12-01');
    expect(year.status('report-rule-compliance:2027')).toBe('met');
  });

  test('are explained when they are late, once each [PWW-1.6]', () => {
    const year = duties();
    const explain = () =>
      year.does('explain-overdue', { key: 'solicit-items:2027-1', reason: '机构调整' }, at('2027-02-03 09:00'));
    expect(explain()).toMatchObject({ code: 'duties.nothing-to-explain' });
    year.passes(at('2027-02-03 09:00'));
    expect(isRefusal(explain())).toBe(false);
    expect(explain()).toMatchObject({ code: 'duties.nothing-to-explain' });
    expect(year.status('solicit-items:2027-1')).toBe('overdue');
  });

  test('are left out with a reason by the secretary where the text says generally, and nowhere else [PWR-3.1.1] [PWW-2.4]', () => {
    const year = duties();
    const leaveOut = (key: string, actor = SECRETARY) =>
      year.does('record-deviation', { key, reason: '防汛' }, at('2027-01-20 09:00'), actor);
    expect(leaveOut('hold-pwc-meeting:2027-1', OFFICE)).toMatchObject({ code: 'procedure.not-entitled' });
    expect(leaveOut('hold-study:2027-1')).toMatchObject({ code: 'duties.no-deviation' });
    expect(leaveOut('hold-pwc-meeting:2027-1')).toMatchObject({ notices: [{ kind: 'duties-deviation' }] });
    expect(year.status('hold-pwc-meeting:2027-1')).toBe('void');
  });

  test('that are opened in the middle of a year ask only for what can still be done [PWW-2.4]', () => {
    const year = duties(at('2027-03-31 08:00'));
    const keys = year.now().occurrences.map(({ key }) => key);
    expect(keys).toContain('hold-study:2027-3');
    expect(keys).not.toContain('hold-study:2027-2');
    expect(keys).not.toContain('plan-items-of-year:2027');
  });

  test('stay open after the year until everything is made up and what was late is explained [CPO-2.2.1]', () => {
    const year = duties(at('2027-12-30 08:00'), 'community');
    for (const { key, kind } of year.now().occurrences)
      if (kind === 'pass-opinions-upward' || kind === 'review-plan-and-report' || kind === 'sum-up-party-building')
        year.does(
          'file-document',
          { key, on: '2027-12-30', text: '已办', fileId: 'file' },
          at('2027-12-30 12:00'),
          SECRETARY,
        );
    for (const meeting of ['organisational-life', 'joint', 'members-study', 'representatives'] as const)
      year.held(meeting, '2027-12-31');
    year.passes(at('2028-01-01 00:00'));
    expect([year.now().stage, dutyYear.status(year.now())]).toEqual(['making-up', 'open']);
    year.held('committee', '2028-01-05');
    expect(year.now().stage).toBe('making-up');
    const explanation = { key: 'hold-committee-meeting:2027-12', reason: '年底换届' };
    year.does('explain-overdue', explanation, at('2028-01-05 15:00'), SECRETARY);
    expect(year.now().stage).toBe('closed');
  });
});
