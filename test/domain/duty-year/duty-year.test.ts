import { atTime, type Instant } from '../../../src/domain/calendar/civil-date';
import type { DutyYearAction } from '../../../src/domain/duty-year/actions';
import type { FULFILLED_BY } from '../../../src/domain/duty-year/catalogue';
import { dutyYearSheet } from '../../../src/contract/views/duty-year';
import { dutyYear } from '../../../src/domain/duty-year/duty-year';
import { leftOutLate } from '../../../src/domain/duty-year/reading';
import { isRefusal } from '../../../src/domain/refusal';
import { domainStory, must, standing } from '../../support/domain-story';

const at = (text: string): Instant => atTime(text.slice(0, 10), text.slice(11));
const OFFICE = standing('office', ['party-affairs-office']);
const SECRETARY = standing('secretary', ['secretary']);

/** The duties of 2027 in a subdistrict or community, opened at that moment. */
function duties(opened: Instant = at('2027-01-01 08:00'), kind: 'subdistrict' | 'community' = 'subdistrict') {
  const lineage = [
    { id: 'district', kind: 'district' },
    { id: 'here', kind },
  ] as const;
  const story = domainStory(dutyYear, { lineage });
  must(story.begin({ year: 2027 }, OFFICE, opened));
  let meetings = 0;
  return {
    ...story,
    status: (key: string) => story.now().duties[key]?.status,
    held: (meeting: keyof typeof FULFILLED_BY, on: string) => {
      const data = { meeting, on, procedureId: `meeting-${(meetings += 1)}` };
      return story.receives({ kind: 'meeting-held', data }, at(`${on} 12:00`));
    },
    does: (action: DutyYearAction, input: object, moment: Instant, actor = OFFICE) =>
      story.does(action, input, actor, moment),
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

  test('pass a meeting that they have no use for on to the year before, for what is overdue there [CPO-2.2.3] [PWW-2.3]', () => {
    const year = duties();
    const first = year.held('democratic-life', '2027-05-05');
    expect(first).toMatchObject({ held: [] });
    const second = year.held('democratic-life', '2027-06-05');
    expect(second).toMatchObject({
      held: [{ meeting: 'democratic-life', on: '2027-06-05', procedureId: 'meeting-2', year: 2026 }],
    });
  });

  test('count each meeting once, and one that nobody owed changes nothing else [PWW-2.3]', () => {
    const year = duties();
    year.held('democratic-life', '2027-05-05');
    year.held('democratic-life', '2027-06-05');
    expect(year.now().meetings.map(({ key }) => key)).toEqual(['hold-democratic-life-meeting:2027-1', null]);
    const data = { meeting: 'democratic-life', on: '2027-05-05', procedureId: 'meeting-1' };
    const again = { kind: 'meeting-held', data };
    expect(must(year.receives(again, at('2027-06-06 09:00'))).events).toEqual([]);
  });

  test('are fulfilled by a document on file, never by a meeting or a tick, and not before their first day [PWR-3.1.5b] [PWR-5.3] [PWW-3.2]', () => {
    const year = duties();
    const file = (key: string, on: string, moment = at(`${on} 12:00`)) =>
      year.does('file-document', { key, on, text: '已印发', fileId: 'file' }, moment);
    expect(file('hold-pwc-meeting:2027-1', '2027-01-10')).toMatchObject({
      ...{ code: 'duties.by-meeting', clause: 'PWW-2.1.8' },
    });
    expect(file('report-rule-compliance:2027', '2027-11-30')).toMatchObject({
      ...{ code: 'duties.not-yet', clause: 'PWR-5.3', params: { from: '2027-12-01' } },
    });
    expect(file('plan-items-of-year:2027', '2027-01-12', at('2027-01-11 12:00'))).toMatchObject({
      code: 'duties.filed-out-of-time',
      clause: 'PWR-3.1.5b',
    });
    file('plan-items-of-year:2027', '2027-01-31');
    expect(year.status('plan-items-of-year:2027')).toBe('met');
    year.passes(at('2027-04-02 09:00'));
    // It counts from when it is on file: the day that it names does not make it one of March.
    file('gather-opinions-on-leaders:2027-1', '2027-03-30', at('2027-04-02 09:00'));
    const backdated = year.now().duties['gather-opinions-on-leaders:2027-1']!;
    expect(backdated.metAt! >= backdated.dueAt).toBe(true);
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

  test('that are left out only when they are overdue stay marked as such, from the first moment after their day on [PWR-3.1.1]', () => {
    const year = duties();
    const leaveOut = (key: string, moment: Instant) =>
      must(year.does('record-deviation', { key, reason: '防汛' }, moment, SECRETARY));
    leaveOut('hold-pwc-meeting:2027-1', at('2027-01-31 23:59'));
    year.passes(at('2027-03-01 00:00'));
    leaveOut('hold-pwc-meeting:2027-2', at('2027-03-01 00:00'));
    expect(leftOutLate(year.now()).map(({ key }) => key)).toEqual(['hold-pwc-meeting:2027-2']);
    expect(JSON.stringify(dutyYearSheet(year.now())).split('逾期后才免办')).toHaveLength(2);
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
