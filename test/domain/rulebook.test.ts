import { checkRulebook, completeRulebook, RULEBOOK } from '../../src/domain/rulebook';
import { HALF_OR_MORE, MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from '../../src/domain/threshold';

const fraction = (numerator: number, denominator: number, strict = false) => ({ numerator, denominator, strict });

test('announces a council three clear days ahead unless the rulebook says more [HDA-11.1.2]', () => {
  expect(completeRulebook({})['council.noticeClearDays']).toBe(3);
  expect(completeRulebook({ 'council.noticeClearDays': 7 })['council.noticeClearDays']).toBe(7);
});

test('completes a rulebook with the defaults of the catalogue', () => {
  expect(completeRulebook({ 'council.publishWithinDays': 3 })).toEqual({
    'council.noticeClearDays': 3,
    'council.quorum': MORE_THAN_HALF,
    'council.passing': TWO_THIRDS_OR_MORE,
    'council.tellWithinDays': 5,
    'council.publishWithinDays': 3,
    'council.renewNoticeWithinDays': 5,
    'council.escalateWithinDays': 5,
    'council.fileWithinDays': 5,
    'council.handOverWithinDays': 5,
    'council.answerProblemWithinDays': 5,
    'pwc.noticeClearDays': 3,
    'pwc.quorum': HALF_OR_MORE,
    'pwc.personnelQuorum': TWO_THIRDS_OR_MORE,
    'pwc.passing': MORE_THAN_HALF,
    'pwc.itemsAtMost': 10,
    'pwc.renewNoticeWithinDays': 5,
    'pwc.tellAbsentWithinDays': 5,
    'pwc.reportEmergencyWithinDays': 5,
    'pwc.minutesWithinDays': 3,
    'pwc.signWithinDays': 5,
    'pwc.tellWithinDays': 5,
    'pwc.assignWithinDays': 5,
    'pwc.reconsiderationByHalf': 0,
    'duties.leaderOpinions': 4,
    'duties.subordinateReports': 4,
    'duties.pwcMeetings': 12,
    'duties.partyBuildingMeetings': 0,
    'duties.democraticLifeMeetings': 1,
    'duties.studySessions': 12,
    'duties.subordinateAssessments': 4,
    'duties.itemSolicitations': 12,
    'duties.opinionsUpward': 4,
    'duties.committeeMeetings': 12,
    'duties.organisationalLifeMeetings': 2,
    'duties.jointMeetings': 4,
    'duties.planReviews': 4,
    'duties.membersStudySessions': 4,
    'duties.representativesAssemblies': 2,
    'board.days': 15,
    'deadline.remindDaysAhead': 1,
  });
});

test('its own defaults pass its own check', () => {
  expect(checkRulebook(completeRulebook({}))).toEqual([]);
  expect(checkRulebook({})).toEqual([]);
});

test.each(Object.entries(RULEBOOK))('%s is a number of the text or a law only with a floor', (_key, parameter) => {
  expect('floor' in parameter).toBe(parameter.origin !== 'local');
});

test.each([
  ['council.noticeClearDays', 3],
  ['council.noticeClearDays', 365],
  ['council.quorum', fraction(1, 3)],
  ['council.quorum', fraction(1, 1)],
  ['council.passing', fraction(2, 3)],
  ['council.passing', fraction(2, 3, true)],
  ['council.passing', fraction(3, 4)],
  ['pwc.quorum', fraction(1, 2)],
  ['pwc.personnelQuorum', fraction(2, 3)],
  ['pwc.passing', fraction(1, 2, true)],
  ['pwc.reconsiderationByHalf', 1],
  ['council.tellWithinDays', 1],
  ['board.days', 15],
  ['deadline.remindDaysAhead', 0],
  ['deadline.remindDaysAhead', 30],
])('accepts %s = %j [HDA-19]', (key, value) => {
  expect(checkRulebook({ [key]: value })).toEqual([]);
});

test.each([
  ['council.noticeClearDays', 2, 'HDA-11.1.2', { value: 2, floor: 3, origin: 'text' }],
  ['council.passing', fraction(1, 2, true), 'HDA-11.2.1', { value: '>1/2', floor: '>=2/3', origin: 'text' }],
  ['council.passing', fraction(65, 100), 'HDA-11.2.1', { value: '>=65/100', floor: '>=2/3', origin: 'text' }],
  ['pwc.quorum', fraction(4, 9), 'PWR-3.1.4a', { value: '>=4/9', floor: '>=1/2', origin: 'text' }],
  ['pwc.personnelQuorum', fraction(1, 2, true), 'PWR-3.1.4b', { value: '>1/2', floor: '>=2/3', origin: 'text' }],
  ['pwc.passing', fraction(1, 2), 'PWR-3.1.11a', { value: '>=1/2', floor: '>1/2', origin: 'text' }],
  ['duties.jointMeetings', 3, 'CPO-2.2.3', { value: 3, floor: 4, origin: 'text' }],
  ['duties.representativesAssemblies', 1, 'LAW-RCL-28', { value: 1, floor: 2, origin: 'law' }],
  ['board.days', 14, 'LAW-RCL-34', { value: 14, floor: 15, origin: 'law' }],
])('refuses %s = %j, naming the clause or article it falls below: %s [HDA-19]', (key, value, clause, params) => {
  expect(checkRulebook({ [key]: value })).toEqual([
    { refused: true, code: 'rulebook.below-floor', clause, params: { key, ...params } },
  ]);
});

test.each([
  ['council.tellWithinDays', 0, { least: 1, most: 365 }],
  ['council.tellWithinDays', 366, { least: 1, most: 365 }],
  ['council.noticeClearDays', -3, { least: 1, most: 365 }],
  ['deadline.remindDaysAhead', -1, { least: 0, most: 30 }],
  ['deadline.remindDaysAhead', 31, { least: 0, most: 30 }],
])('refuses %s = %d, out of its range', (key, value, range) => {
  expect(checkRulebook({ [key]: value })).toMatchObject([
    { code: 'rulebook.out-of-range', params: { key, value, ...range } },
  ]);
});

test.each([
  ['board.days', '15', 'whole number'],
  ['board.days', 15.5, 'whole number'],
  ['board.days', null, 'whole number'],
  ['board.days', undefined, 'whole number'],
  ['council.quorum', 0.5, 'threshold'],
  ['council.quorum', fraction(0, 2), 'threshold'],
  ['council.quorum', fraction(1, 1, true), 'threshold'],
  ['council.passing', fraction(3, 2), 'threshold'],
])('refuses %s = %j, which is no %s', (key, value, expected) => {
  expect(checkRulebook({ [key]: value })).toMatchObject([
    { code: 'rulebook.wrong-type', clause: RULEBOOK[key as keyof typeof RULEBOOK].clause, params: { key, expected } },
  ]);
});

test.each(['council.colour', 'toString', 'constructor'])('refuses the unknown key %s', (key) => {
  expect(checkRulebook({ [key]: 3 })).toMatchObject([{ code: 'rulebook.unknown-key', clause: null, params: { key } }]);
});

test('names everything that is wrong at once', () => {
  expect(checkRulebook({ 'board.days': 7, 'council.noticeClearDays': 1, extra: 1 })).toHaveLength(3);
});
