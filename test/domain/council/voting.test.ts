import { council as definition } from '../../../src/domain/council/council';
import {
  CHAIR,
  checkIn,
  dueList,
  eventsOf,
  hands,
  itemId,
  MEETING,
  member,
  must,
  people,
  put,
  RECORDER,
  refusal,
  sitting,
  STAFF,
  vote,
} from '../../support/council-domain';

/** The least number in favour for each number of members present from 0 to 12, counted on fingers. */
const TWO_THIRDS = [null, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8];
const PRESENT = TWO_THIRDS.map((needed, present) => ({ present, needed })).slice(1);

describe('two thirds or more of those present', () => {
  test.each(PRESENT)('of $present present, $needed in favour pass [HDA-11.2.1]', ({ present, needed }) => {
    const council = sitting(present, { due: dueList(present) });
    expect(vote(council, needed!)).toMatchObject({
      outcome: 'adopted',
      verdict: { base: present, inFavour: needed, needed, passed: true },
    });
  });

  test.each(PRESENT)(
    'of $present present, one fewer than $needed in favour do not [HDA-11.2.1]',
    ({ present, needed }) => {
      const council = sitting(present, { due: dueList(present) });
      expect(vote(council, needed! - 1)).toMatchObject({ outcome: null, verdict: { needed, passed: false } });
      expect(council.state.items[0]?.outcome).toBeNull();
    },
  );

  test('cannot be had of nobody: without a quorum nothing is put to the vote [HDA-11.2.1]', () => {
    const council = sitting(1, { due: dueList(1) });
    must(council, 'leave-early', { personId: 'chair' }, RECORDER, MEETING);
    expect(put(council)).toEqual(refusal('council.no-quorum-for-item', 'HDA-9', { present: 0, needed: 1 }));
  });

  test.each([
    ['abstentions', hands(5, 0, 4), 0],
    ['those who do not vote', hands(5), 4],
    ['votes against', hands(5, 4), 0],
    ['some of each', hands(5, 1, 1), 2],
  ])('are counted of everybody present, with %s [HDA-11.2.1]', (_case, counts, notVoting) => {
    const council = sitting(9);
    put(council);
    const { answer } = must(council, 'close-vote', { counts }, RECORDER, MEETING);
    expect(answer).toMatchObject({ outcome: null, verdict: { base: 9, notVoting, needed: 6, passed: false } });
  });

  test('are counted of those present, not of those due [HDA-11.2.1]', () => {
    expect(vote(sitting(6), 4)).toMatchObject({ outcome: 'adopted', verdict: { base: 6, needed: 4 } });
  });

  test('may be tightened by the rulebook [HDA-11.2.1]', () => {
    const rules = { 'council.passing': { numerator: 3, denominator: 4, strict: false } };
    expect(vote(sitting(8, {}, rules), 5)).toMatchObject({ outcome: null, verdict: { needed: 6 } });
    expect(vote(sitting(8, {}, rules), 6)).toMatchObject({ outcome: 'adopted' });
  });
});

describe('the electorate', () => {
  test('is who is present when the vote opens, although somebody leaves before it closes [HDA-11.2.1]', () => {
    const council = sitting(9);
    put(council);
    for (const personId of ['member6', 'member7', 'member8'])
      must(council, 'leave-early', { personId }, RECORDER, MEETING);
    const { answer } = must(council, 'close-vote', { counts: hands(5) }, RECORDER, MEETING);
    expect(answer).toMatchObject({ outcome: null, verdict: { base: 9, notVoting: 4 } });
    expect(vote(council, 4, { item: 2 })).toMatchObject({ outcome: 'adopted', verdict: { base: 6 } });
  });

  test('does not grow when somebody comes in late [HDA-11.2.1]', () => {
    const council = sitting(6);
    put(council, { method: 'open-ballot' });
    checkIn(council, ['member7']);
    const none = refusal('vote.not-an-elector', 'HDA-11.2.1');
    expect(definition.judge('cast-ballot', council.state, member(7), MEETING)).toEqual(none);
    expect(council.does('enter-ballot', { personId: 'member7', choice: 'in-favour' }, RECORDER, MEETING)).toEqual(none);
    for (const personId of people(4))
      must(council, 'enter-ballot', { personId, choice: 'in-favour' }, RECORDER, MEETING);
    expect(must(council, 'close-vote', {}, RECORDER, MEETING).answer).toMatchObject({
      outcome: 'adopted',
      verdict: { base: 6 },
    });
    expect(put(council, { item: 2 })).toMatchObject({ answer: { electors: 7 } });
  });

  test('is kept with the vote, beside the quorum [HDA-11.2.1]', () => {
    const council = sitting(6);
    put(council);
    expect(eventsOf(council, 'vote-opened')[0]?.data).toMatchObject({
      openedBy: 'chair',
      vote: {
        round: 1,
        question: 'adopt',
        electors: people(6),
        quorum: { due: 9, present: 6, needed: 5 },
        verdict: null,
      },
    });
  });
});

describe('item by item', () => {
  test('one vote is open at a time [HDA-11.2.1]', () => {
    const council = sitting(9);
    put(council);
    expect(put(council, { item: 2 })).toEqual(refusal('council.vote-open', 'HDA-11.2.1'));
  });

  test('each item has its own outcome, and a decided one is not put again [HDA-11.2.1]', () => {
    const council = sitting(9);
    vote(council, 6);
    expect(put(council, { question: 'drop' })).toEqual(
      refusal('council.item-decided', 'HDA-11.2.1', { outcome: 'adopted' }),
    );
    vote(council, 5, { item: 2 });
    vote(council, 6, { item: 2, question: 'drop' });
    expect(council.state.items.map(({ outcome }) => outcome)).toEqual(['adopted', 'dropped']);
    expect(put(council)).toEqual(refusal('council.all-items-decided', 'HDA-11.2.1'));
  });

  test('an item that is not on the agenda is not put [HDA-11.2.1]', () => {
    const input = { itemId: 'another', question: 'adopt', method: 'oral' };
    expect(sitting(9).does('put-to-vote', input, CHAIR, MEETING)).toEqual(refusal('council.unknown-item', null));
  });

  test('is put by whoever chairs and counted by whoever chairs or records [HDA-11.2.3b]', () => {
    const council = sitting(9);
    for (const actor of [RECORDER, member(1), STAFF])
      expect(put(council, { actor })).toEqual(refusal('procedure.not-entitled', null));
    put(council);
    const input = { counts: hands(9) };
    for (const actor of [member(1), STAFF])
      expect(council.does('close-vote', input, actor, MEETING)).toEqual(refusal('procedure.not-entitled', null));
    expect(council.does('enter-ballot', { personId: itemId(council), choice: 'against' }, CHAIR, MEETING)).toEqual(
      refusal('procedure.not-entitled', null),
    );
    must(council, 'close-vote', input, CHAIR, MEETING);
  });

  test.each([
    ['adopted', 6, 'adopted', '2026-03-06'],
    ['not adopted', 5, null, null],
  ])('is decided on the day on which its vote is closed: %s [HDA-11.2.1]', (_case, inFavour, outcome, decidedOn) => {
    const council = sitting(9);
    vote(council, inFavour);
    expect(eventsOf(council, 'vote-closed')).toMatchObject([{ data: { outcome, on: '2026-03-06' } }]);
    expect(council.state.items.map((item) => item.decidedOn)).toEqual([decidedOn, null]);
  });
});
