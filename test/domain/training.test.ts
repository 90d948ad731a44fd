import { atTime } from '../../src/domain/calendar/civil-date';
import { destination, TRAINING_BEGINS } from '../../src/domain/training';

const from = atTime('2026-03-02', '09:00');

describe('where the training clock is moved to', () => {
  it('begins on a Monday at nine', () => {
    expect(TRAINING_BEGINS).toBe(Date.parse('2026-03-02T01:00:00Z'));
  });

  it.each([
    ['the next millisecond', { to: from + 1 }, from + 1],
    ['one day, at the same hour', { advanceDays: 1 }, atTime('2026-03-03', '09:00')],
    [
      'the last hour of the last day that is allowed',
      { to: atTime('2027-04-06', '23:59') },
      atTime('2027-04-06', '23:59'),
    ],
    ['as many days as are allowed', { advanceDays: 400 }, atTime('2027-04-06', '09:00')],
  ])('goes to %s', (_name, wish, expected) => {
    expect(destination(from, wish)).toBe(expected);
  });

  it.each([
    ['the moment it shows', { to: from }, 'clock.backward', { earliest: from }],
    ['an earlier moment', { to: from - 1 }, 'clock.backward', { earliest: from }],
    [
      'more days than are allowed',
      { to: atTime('2027-04-07', '00:00') },
      'clock.too-far',
      { days: 400, latest: '2027-04-06' },
    ],
    ['neither a moment nor days', {}, 'clock.moment-or-days', {}],
    ['both a moment and days', { to: from + 1, advanceDays: 1 }, 'clock.moment-or-days', {}],
  ])('does not go to %s', (_name, wish, code, params) => {
    expect(destination(from, wish)).toEqual({ refused: true, code, clause: null, params });
  });
});
