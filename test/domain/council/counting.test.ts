import type { VoteMethod } from '../../../src/domain/council/state';
import { hands, MEETING, member, must, people, put, RECORDER, refusal, sitting } from '../../support/council-domain';

describe('the counting', () => {
  const byName = (council: ReturnType<typeof sitting>, count: number) => {
    for (const personId of people(count))
      must(council, 'enter-ballot', { personId, choice: 'in-favour' }, RECORDER, MEETING);
  };

  test.each<VoteMethod>(['oral', 'show-of-hands'])('of a vote by %s takes counts [HDA-11.2.1]', (method) => {
    const council = sitting(9);
    put(council, { method });
    expect(must(council, 'close-vote', { counts: hands(6, 2, 1) }, RECORDER, MEETING).answer).toMatchObject({
      outcome: 'adopted',
      verdict: { inFavour: 6, against: 2, abstained: 1, notVoting: 0 },
    });
  });

  test.each<VoteMethod>(['oral', 'show-of-hands', 'open-ballot'])(
    'of a vote by %s takes names [HDA-11.2.1]',
    (method) => {
      const council = sitting(9);
      put(council, { method });
      byName(council, 6);
      must(council, 'enter-ballot', { personId: 'member6', choice: 'against' }, RECORDER, MEETING);
      must(council, 'enter-ballot', { personId: 'member7', choice: 'abstain' }, RECORDER, MEETING);
      expect(must(council, 'close-vote', {}, RECORDER, MEETING).answer).toMatchObject({
        outcome: 'adopted',
        verdict: { inFavour: 6, against: 1, abstained: 1, notVoting: 1 },
      });
    },
  );

  test.each<VoteMethod>(['oral', 'show-of-hands', 'open-ballot'])(
    'of a vote by %s takes names or counts, not both [HDA-11.2.1]',
    (method) => {
      const council = sitting(9);
      put(council, { method });
      byName(council, 1);
      expect(council.does('close-vote', { counts: hands(6) }, RECORDER, MEETING)).toEqual(
        refusal('council.counts-beside-ballots', 'HDA-11.2.1'),
      );
    },
  );

  test('of an open ballot takes no counts even when the box is empty, and an empty box is nobody in favour [HDA-11.2.1]', () => {
    const council = sitting(9);
    put(council, { method: 'open-ballot' });
    expect(council.does('close-vote', { counts: hands(6) }, RECORDER, MEETING)).toEqual(
      refusal('council.counts-beside-ballots', 'HDA-11.2.1'),
    );
    expect(must(council, 'close-vote', {}, RECORDER, MEETING).answer).toMatchObject({
      outcome: null,
      verdict: { inFavour: 0, notVoting: 9 },
    });
  });

  test.each<VoteMethod>(['oral', 'show-of-hands'])(
    'of a vote by %s needs something to count [HDA-11.2.1]',
    (method) => {
      const council = sitting(9);
      put(council, { method });
      expect(council.does('close-vote', {}, RECORDER, MEETING)).toEqual(
        refusal('council.counts-missing', 'HDA-11.2.1', { method }),
      );
    },
  );

  test('refuses more votes than members present, and the vote stays open [HDA-11.2.1]', () => {
    const council = sitting(6);
    put(council);
    expect(council.does('close-vote', { counts: hands(5, 1, 1) }, RECORDER, MEETING)).toEqual(
      refusal('vote.more-votes-than-present', 'HDA-11.2.1', { cast: 7, present: 6 }),
    );
    must(council, 'close-vote', { counts: hands(5, 1) }, RECORDER, MEETING);
  });

  test('takes ballots from electors themselves only when they vote by ballot [HDA-11.2.1]', () => {
    const council = sitting(9);
    put(council, { method: 'show-of-hands' });
    expect(council.does('cast-ballot', { choice: 'in-favour' }, member(1), MEETING)).toEqual(
      refusal('council.not-by-ballot', 'HDA-11.2.1', { method: 'show-of-hands' }),
    );
  });

  test('takes nothing when no vote is open [HDA-11.2.1]', () => {
    const council = sitting(9);
    const none = refusal('council.no-vote-open', 'HDA-11.2.1');
    expect(council.does('cast-ballot', { choice: 'in-favour' }, member(1), MEETING)).toEqual(none);
    expect(council.does('enter-ballot', { personId: 'member1', choice: 'against' }, RECORDER, MEETING)).toEqual(none);
    expect(council.does('close-vote', { counts: hands(6) }, RECORDER, MEETING)).toEqual(none);
  });
});
