import { occurrencesIn, PERIODIC_DUTIES, type DutyKind } from '../../../src/domain/duty-year/catalogue';
import { completeRulebook, type RulebookValues } from '../../../src/domain/rulebook';

const times = (kind: DutyKind, rules: Partial<RulebookValues> = {}, year = 2027) =>
  occurrencesIn(year, PERIODIC_DUTIES[kind].level, completeRulebook(rules))
    .filter((one) => one.kind === kind)
    .map(({ from, to }) => `${from} ${to}`);

describe('when something is owed again and again', () => {
  test('monthly: once in every month, to its last day, also in February of a leap year [PWW-2.1.8] [CPO-2.2.1]', () => {
    expect(times('hold-pwc-meeting').slice(0, 3)).toEqual([
      '2027-01-01 2027-01-31',
      '2027-02-01 2027-02-28',
      '2027-03-01 2027-03-31',
    ]);
    expect(times('hold-pwc-meeting', {}, 2028)[1]).toBe('2028-02-01 2028-02-29');
    expect(times('hold-committee-meeting')).toHaveLength(12);
    expect(times('hold-committee-meeting')[11]).toBe('2027-12-01 2027-12-31');
  });

  test('quarterly, half-yearly and yearly: by calendar periods [CPO-2.2.3] [CPO-2.2.2] [PWW-2.3] [LAW-RCL-28]', () => {
    expect(times('hold-joint-meeting')).toEqual([
      '2027-01-01 2027-03-31',
      '2027-04-01 2027-06-30',
      '2027-07-01 2027-09-30',
      '2027-10-01 2027-12-31',
    ]);
    const halves = ['2027-01-01 2027-06-30', '2027-07-01 2027-12-31'];
    expect(times('hold-organisational-life-meeting')).toEqual(halves);
    expect(times('hold-representatives-assembly')).toEqual(halves);
    expect(times('hold-democratic-life-meeting')).toEqual(['2027-01-01 2027-12-31']);
  });

  test('regularly (定期): quarterly unless the rulebook says otherwise [PWW-1.6] [PWW-2.1.2b] [PWW-3.2] [CPO-1.5] [CPO-3.3]', () => {
    for (const kind of [
      'gather-opinions-on-leaders',
      'hear-subordinates',
      'assess-subordinates',
      'pass-opinions-upward',
      'review-plan-and-report',
    ] as const)
      expect(times(kind)).toHaveLength(4);
    expect(times('assess-subordinates', { 'duties.subordinateAssessments': 3 })).toEqual([
      '2027-01-01 2027-04-30',
      '2027-05-01 2027-08-31',
      '2027-09-01 2027-12-31',
    ]);
  });

  test('twice a month: two times in the same days [PWW-2.4] [CPO-3.5]', () => {
    const twice = times('hold-study', { 'duties.studySessions': 24 });
    expect(twice.slice(0, 3)).toEqual(['2027-01-01 2027-01-31', '2027-01-01 2027-01-31', '2027-02-01 2027-02-28']);
    expect(twice).toHaveLength(24);
    expect(times('hold-members-study')).toHaveLength(4);
  });

  test('five times a year: the year is divided, and no month belongs to nobody or to two [PWW-3.2]', () => {
    expect(times('assess-subordinates', { 'duties.subordinateAssessments': 5 })).toEqual([
      '2027-01-01 2027-02-28',
      '2027-03-01 2027-04-30',
      '2027-05-01 2027-07-31',
      '2027-08-01 2027-09-30',
      '2027-10-01 2027-12-31',
    ]);
  });

  test('more often than the text asks: its own periods stay, the others come on top of them [CPO-2.2.3] [PWW-2.4]', () => {
    const joint = times('hold-joint-meeting', { 'duties.jointMeetings': 5 });
    expect(joint.slice(0, 4)).toEqual(times('hold-joint-meeting'));
    expect(joint.slice(4)).toEqual(['2027-01-01 2027-12-31']);
    const halfMonthly = times('hold-study', { 'duties.studySessions': 24 });
    expect(halfMonthly.slice(0, 3)).toEqual([
      '2027-01-01 2027-01-31',
      '2027-01-01 2027-01-31',
      '2027-02-01 2027-02-28',
    ]);
    const thirteen = times('hold-study', { 'duties.studySessions': 13 }).map((one) => one.slice(5, 7));
    expect(new Set(thirteen).size).toBe(12);
  });

  test('at the start of the year by 31 January, at its end in December [PWR-3.1.5b] [PWR-5.3] [CPO-1.4]', () => {
    expect(times('plan-items-of-year')).toEqual(['2027-01-01 2027-01-31']);
    expect(times('solicit-items')).toHaveLength(12);
    expect(times('report-rule-compliance')).toEqual(['2027-12-01 2027-12-31']);
    expect(times('plan-party-building')).toEqual(['2027-01-01 2027-01-31']);
    expect(times('sum-up-party-building')).toEqual(['2027-12-01 2027-12-31']);
  });

  test('Party-building meetings only when the committee has decided on regular ones [PWW-2.2a]', () => {
    expect(times('hold-party-building-meeting')).toEqual([]);
    expect(times('hold-party-building-meeting', { 'duties.partyBuildingMeetings': 2 })).toHaveLength(2);
  });
});
