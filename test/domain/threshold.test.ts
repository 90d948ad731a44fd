import fc from 'fast-check';
import {
  arithmetic,
  HALF_OR_MORE,
  isAtLeastAsStrict,
  isThreshold,
  MORE_THAN_HALF,
  needed,
  reaches,
  TWO_THIRDS_OR_MORE,
} from '../../src/domain/threshold';

const thresholds = fc
  .record({
    numerator: fc.integer({ min: 1, max: 12 }),
    denominator: fc.integer({ min: 1, max: 12 }),
    strict: fc.boolean(),
  })
  .filter(isThreshold);

describe.each([
  // base, the smallest count that reaches half or more, more than half, two thirds or more
  [1, 1, 1, 1],
  [2, 1, 2, 2],
  [3, 2, 2, 2],
  [4, 2, 3, 3],
  [6, 3, 4, 4],
  [7, 4, 4, 5],
  [8, 4, 5, 6],
  [9, 5, 5, 6],
  [10, 5, 6, 7],
  [300, 150, 151, 200],
])('of %i', (base, half, moreThanHalf, twoThirds) => {
  test.each([
    ['half or more (半数以上) includes the half [PWR-3.1.4a]', HALF_OR_MORE, half],
    ['more than half (过半数) does not [HDA-7.1.3]', MORE_THAN_HALF, moreThanHalf],
    ['two thirds or more (三分之二以上) includes them [HDA-11.2.1]', TWO_THIRDS_OR_MORE, twoThirds],
  ])('%s', (_rule, threshold, smallest) => {
    expect(needed(threshold, base)).toBe(smallest);
    expect(reaches(threshold, smallest, base)).toBe(true);
    expect(reaches(threshold, smallest - 1, base)).toBe(false);
  });
});

test('never passes on a base of zero [HDA-11.2.1]', () => {
  for (const threshold of [HALF_OR_MORE, MORE_THAN_HALF, TWO_THIRDS_OR_MORE]) {
    expect(reaches(threshold, 0, 0)).toBe(false);
    expect(needed(threshold, 0)).toBeNull();
  }
});

test('needs exactly the smallest count that reaches it', () => {
  fc.assert(
    fc.property(thresholds, fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (threshold, base, count) => {
      expect(reaches(threshold, count, base)).toBe(count >= needed(threshold, base)!);
      expect(needed(threshold, base)).toBeLessThanOrEqual(base);
    }),
  );
});

test.each([
  ['two thirds or more', 'more than half', true, TWO_THIRDS_OR_MORE, MORE_THAN_HALF],
  ['more than half', 'half or more', true, MORE_THAN_HALF, HALF_OR_MORE],
  ['half or more', 'more than half', false, HALF_OR_MORE, MORE_THAN_HALF],
  [
    'four sixths or more',
    'two thirds or more',
    true,
    { numerator: 4, denominator: 6, strict: false },
    TWO_THIRDS_OR_MORE,
  ],
  [
    'more than two thirds',
    'two thirds or more',
    true,
    { numerator: 2, denominator: 3, strict: true },
    TWO_THIRDS_OR_MORE,
  ],
])('%s is at least as strict as %s: %s', (_a, _b, expected, a, b) => {
  expect(isAtLeastAsStrict(a, b)).toBe(expected);
});

test('what reaches the stricter threshold reaches the other', () => {
  fc.assert(
    fc.property(thresholds, thresholds, fc.integer({ min: 1, max: 500 }), fc.nat(500), (a, b, base, count) => {
      fc.pre(isAtLeastAsStrict(a, b) && reaches(a, count, base));
      expect(reaches(b, count, base)).toBe(true);
    }),
  );
});

test.each([
  ['1/2', { numerator: 1, denominator: 2, strict: false }, true],
  ['all', { numerator: 1, denominator: 1, strict: false }, true],
  ['more than all', { numerator: 1, denominator: 1, strict: true }, false],
  ['zero', { numerator: 0, denominator: 2, strict: true }, false],
  ['above one', { numerator: 3, denominator: 2, strict: false }, false],
  ['a denominator of zero', { numerator: 1, denominator: 0, strict: false }, false],
  ['a negative', { numerator: -1, denominator: -2, strict: false }, false],
  ['a broken number', { numerator: 0.5, denominator: 1, strict: false }, false],
  ['no word on strictness', { numerator: 1, denominator: 2 }, false],
  ['parts too large to multiply exactly', { numerator: 1001, denominator: 2002, strict: false }, false],
  ['a float', 0.5, false],
  ['nothing', null, false],
])('knows a threshold: %s', (_case, value, expected) => {
  expect(isThreshold(value)).toBe(expected);
});

test('keeps every number of the arithmetic [HDA-11.2.1]', () => {
  expect(arithmetic({ threshold: TWO_THIRDS_OR_MORE, count: 5, base: 9 })).toEqual({
    count: 5,
    base: 9,
    threshold: TWO_THIRDS_OR_MORE,
    needed: 6,
    reached: false,
  });
});
