import fc from 'fast-check';
import {
  checkPostponement,
  countVote,
  outcomeOf,
  questionsLeft,
  type Question,
} from '../../../src/domain/council/vote';
import { isRefusal } from '../../../src/domain/refusal';
import { TWO_THIRDS_OR_MORE } from '../../../src/domain/threshold';

const count = (present: number, inFavour: number, against = 0, abstained = 0) =>
  countVote({ present, counts: { inFavour, against, abstained }, threshold: TWO_THIRDS_OR_MORE });

test.each([
  ['one short of two thirds', 9, 5, false],
  ['exactly two thirds', 9, 6, true],
  ['just under two thirds', 10, 6, false],
  ['just over two thirds', 10, 7, true],
  ['all', 9, 9, true],
  ['none', 9, 0, false],
  ['nobody present', 0, 0, false],
])('a topic passes with two thirds or more of those present: %s [HDA-11.2.1]', (_case, present, inFavour, passed) => {
  expect(count(present, inFavour)).toMatchObject({ base: present, inFavour, passed });
});

test('keeps abstained, spoilt and unused votes in the base [HDA-11.2.1]', () => {
  expect(count(9, 5, 1, 2)).toEqual({
    base: 9,
    inFavour: 5,
    against: 1,
    abstained: 2,
    notVoting: 1,
    threshold: TWO_THIRDS_OR_MORE,
    needed: 6,
    passed: false,
  });
});

test.each([
  ['a negative count', 9, 6, -1, 0, 'vote.count-not-whole', { count: 'against', value: -1 }],
  ['half a vote', 9, 5.5, 0, 0, 'vote.count-not-whole', { count: 'inFavour', value: 5.5 }],
  ['no number', 9, 6, 0, Number.NaN, 'vote.count-not-whole', { count: 'abstained', value: Number.NaN }],
  ['one vote more than members', 9, 6, 3, 1, 'vote.more-votes-than-present', { cast: 10, present: 9 }],
])('refuses %s [HDA-11.2.1]', (_case, present, inFavour, against, abstained, code, params) => {
  expect(count(present, inFavour, against, abstained)).toEqual({
    refused: true,
    code,
    clause: 'HDA-11.2.1',
    params,
  });
});

test('accounts for every member present [HDA-11.2.1]', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), fc.nat(300), fc.nat(300), (present, inFavour, against, abstained) => {
      const verdict = count(present, inFavour, against, abstained);
      expect(isRefusal(verdict)).toBe(inFavour + against + abstained > present);
      if (isRefusal(verdict)) return;
      expect(verdict.inFavour + verdict.against + verdict.abstained + verdict.notVoting).toBe(present);
      expect(verdict.passed).toBe(present > 0 && 3 * inFavour >= 2 * present);
    }),
  );
});

test.each([
  ['adopt', true, 'adopted'],
  ['adopt', false, null],
  ['drop', true, 'dropped'],
  ['drop', false, null],
  ['postpone', true, 'postponed'],
  ['postpone', false, null],
] as const)('to %s, passed %s, means %s [HDA-11.2.1]', (question, passed, outcome) => {
  expect(outcomeOf(question, passed)).toBe(outcome);
});

test.each<[Question[], Question[]]>([
  [[], ['adopt']],
  [['adopt'], ['drop', 'postpone']],
  [['adopt', 'drop'], ['postpone']],
  [['adopt', 'postpone'], ['drop']],
])('without agreement on %j, %j may be put to the vote [HDA-11.2.1]', (answered, left) => {
  expect(questionsLeft(answered)).toEqual(left);
});

test('leaves no question when none of the three has passed, so that the topic goes up [HDA-11.2.3a]', () => {
  expect(questionsLeft(['adopt', 'drop', 'postpone'])).toEqual([]);
});

test.each([
  ['tomorrow', '2026-03-06', true],
  ['today', '2026-03-05', false],
  ['yesterday', '2026-03-04', false],
  ['a day that does not exist', '2026-04-31', false],
  ['no day', '', false],
])('a postponement lasts until a day in the future: %s [HDA-11.2.1]', (_case, until, fine) => {
  const today = '2026-03-05';
  expect(checkPostponement({ until, today })).toEqual(
    fine
      ? null
      : { refused: true, code: 'vote.postponed-to-no-future-day', clause: 'HDA-11.2.1', params: { until, today } },
  );
});
