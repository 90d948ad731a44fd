import type { Question } from '../../../src/domain/council/vote';
import { codeOf, put, refusal, sitting, vote } from '../../support/council-domain';
import { close, voteThrough } from './stories';

describe('without two thirds', () => {
  test.each<[Question, string]>([
    ['drop', 'dropped'],
    ['postpone', 'postponed'],
  ])('the council may resolve to %s, again by two thirds [HDA-11.2.1]', (question, outcome) => {
    const asked = { question, ...(question === 'postpone' && { postponeTo: '2026-06-01' }) };
    const council = sitting(9);
    vote(council, 5);
    expect(vote(council, 5, asked)).toMatchObject({ outcome: null, verdict: { needed: 6 } });
    const other = sitting(9);
    vote(other, 5);
    expect(vote(other, 6, asked)).toMatchObject({ outcome });
    expect(other.state.items[0]?.outcome).toBe(outcome);
  });

  test('it may try the one after the other, in either order, and each once [HDA-11.2.1]', () => {
    for (const order of [
      ['drop', 'postpone'],
      ['postpone', 'drop'],
    ] as const) {
      const council = sitting(9);
      vote(council, 0);
      for (const question of order) vote(council, 5, { question, postponeTo: '2026-06-01' });
      for (const question of ['adopt', 'drop', 'postpone'] as const) {
        expect(put(council, { question, postponeTo: '2026-06-01' })).toEqual(
          refusal('council.question-not-open', 'HDA-11.2.1', { question }),
        );
      }
    }
  });

  test.each<[Question]>([['drop'], ['postpone']])(
    'to %s comes only after the vote to adopt [HDA-11.2.1]',
    (question) => {
      expect(put(sitting(9), { question, postponeTo: '2026-06-01' })).toEqual(
        refusal('council.question-not-open', 'HDA-11.2.1', { question, possible: 'adopt' }),
      );
    },
  );

  test('there is no second vote to adopt [HDA-11.2.1]', () => {
    const council = sitting(9);
    vote(council, 5);
    expect(put(council)).toEqual(
      refusal('council.question-not-open', 'HDA-11.2.1', { question: 'adopt', possible: 'drop, postpone' }),
    );
  });

  test.each([
    ['the day of the sitting', '2026-03-06', true],
    ['no day', undefined, true],
    ['the day after', '2026-03-07', false],
  ])('a postponement lasts until a day in the future: %s [HDA-11.2.1]', (_case, postponeTo, refused) => {
    const council = sitting(9);
    vote(council, 5);
    const result = put(council, { question: 'postpone', ...(postponeTo && { postponeTo }) });
    expect(codeOf(result)).toBe(refused ? 'vote.postponed-to-no-future-day' : null);
    if (!refused) expect(council.state.items[0]?.votes[1]?.postponeTo).toBe(postponeTo);
  });

  test('and with neither, closing the sitting leaves no agreement [HDA-11.2.3a]', () => {
    const council = sitting(9);
    voteThrough(council, 5);
    vote(council, 6, { item: 2 });
    close(council);
    expect(council.state.items.map(({ outcome }) => outcome)).toEqual(['no-agreement', 'adopted']);
  });
});
