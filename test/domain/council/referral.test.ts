import { council as definition } from '../../../src/domain/council/council';
import type { BeginInput } from '../../../src/domain/council/decide/begin';
import { MORE_THAN_HALF } from '../../../src/domain/threshold';
import {
  at,
  CHAIR,
  DEPUTY,
  dueList,
  eventsOf,
  gathered,
  granted,
  hands,
  itemId,
  MEETING,
  member,
  must,
  people,
  put,
  RECORDER,
  refusal,
  SECRETARY,
  sitting,
  STAFF,
  vote,
  type Council,
} from '../../support/council-domain';
import { close, CLOSED, recuse, telling, voteThrough, decideAbove } from './stories';

const refer = (council: Council, item = 1, actor = CHAIR) =>
  council.does('refer-item', { itemId: itemId(council, item) }, actor, MEETING);

const nothingToRefer = refusal('council.nothing-to-refer', 'HDA-9');

/** A sitting of five of nine, the least that is quorate, from whose first item one stands aside. */
function barred(changes: Partial<BeginInput> = {}): Council {
  const council = sitting(5, changes);
  recuse(council, 'member1');
  return council;
}

describe('an item that only recusals keep from a vote goes to the body above', () => {
  test.each([
    ['nobody stands aside', 9, 5, 0, null],
    ['five of nine remain, more than half', 9, 6, 1, null],
    ['four of nine remain, less than half', 9, 5, 1, false],
    ['five of eight remain, more than half', 8, 6, 1, null],
    ['four of eight remain, exactly half', 8, 5, 1, true],
    ['nobody remains', 1, 1, 1, false],
  ])('of those due: %s [HDA-9]', (_case, due, checkedIn, recused, quorateWithoutRecused) => {
    const council = sitting(checkedIn, { due: dueList(due) });
    for (const personId of people(recused)) recuse(council, personId);
    const result = refer(council);
    if (quorateWithoutRecused === null) return expect(result).toEqual(nothingToRefer);
    const present = checkedIn - recused;
    const quorum = {
      due,
      present,
      recused,
      needed: 5,
      quorate: false,
      quorateWithoutRecused,
      threshold: MORE_THAN_HALF,
    };
    if (due === 1) quorum.needed = 1;
    expect(result).toMatchObject({ answer: { quorum } });
    expect(eventsOf(council, 'item-referred')).toEqual([
      { type: 'item-referred', data: { itemId: itemId(council), quorum, on: '2026-03-06' } },
    ]);
    expect(council.state.items[0]).toMatchObject({ outcome: 'referred', decidedOn: '2026-03-06' });
  });

  test('not one that is short of people who left [HDA-9]', () => {
    const council = sitting(5);
    must(council, 'leave-early', { personId: 'member4' }, RECORDER, MEETING);
    expect(refer(council)).toEqual(nothingToRefer);
    recuse(council, 'member1');
    expect(refer(council)).toEqual(nothingToRefer);
    must(council, 'check-in', { personId: 'member4' }, RECORDER, MEETING);
    expect(refer(council)).toEqual(granted);
  });

  test('not when somebody stood aside who is not there [HDA-9]', () => {
    const council = sitting(5);
    recuse(council, 'member8');
    expect(refer(council)).toEqual(nothingToRefer);
  });

  test('nor another item, nor one that is decided or is not there [HDA-9]', () => {
    const council = barred();
    expect(refer(council, 2)).toEqual(nothingToRefer);
    expect(council.does('refer-item', { itemId: 'another' }, CHAIR, MEETING)).toEqual(
      refusal('council.unknown-item', null),
    );
    must(council, 'refer-item', { itemId: itemId(council) }, CHAIR, MEETING);
    expect(refer(council)).toEqual(nothingToRefer);
    const decided = sitting(5);
    vote(decided, 5);
    recuse(decided, 'member1', 2);
    expect(refer(decided)).toEqual(nothingToRefer);
  });

  test('offered only when there is such an item [HDA-9]', () => {
    const council = sitting(5);
    const offered = () => definition.judge('refer-item', council.state, CHAIR, MEETING);
    expect(offered()).toEqual(nothingToRefer);
    recuse(council, 'member1');
    expect(offered()).toBeNull();
    must(council, 'refer-item', { itemId: itemId(council) }, CHAIR, MEETING);
    expect(offered()).toEqual(nothingToRefer);
  });

  test('not while a vote is open [HDA-11.2.1]', () => {
    const council = barred();
    put(council, { item: 2 });
    expect(refer(council)).toEqual(refusal('council.vote-open', 'HDA-11.2.1'));
    must(council, 'close-vote', { counts: hands(4) }, RECORDER, MEETING);
    expect(refer(council)).toEqual(granted);
  });

  test('referred by whoever chairs, once the sitting is open [HDA-9]', () => {
    for (const actor of [CHAIR, DEPUTY, SECRETARY]) expect(refer(barred(), 1, actor)).toEqual(granted);
    for (const actor of [RECORDER, member(2), STAFF])
      expect(refer(barred(), 1, actor)).toEqual(refusal('procedure.not-entitled', null));
    const waiting = gathered(5);
    recuse(waiting, 'member1');
    expect(refer(waiting)).toEqual(refusal('procedure.wrong-stage', null));
  });
});

describe('an item that was referred', () => {
  test('is neither discussed nor put, and nobody stands aside from it any more [HDA-9]', () => {
    const council = barred();
    refer(council);
    const decided = refusal('council.item-decided', 'HDA-11.2.1', { outcome: 'referred' });
    const input = { itemId: itemId(council), personId: 'member2', reason: '亲属', text: '同意' };
    expect(put(council)).toEqual(decided);
    for (const action of ['record-statement', 'record-recusal'] as const)
      expect(council.does(action, input, RECORDER, MEETING)).toEqual(decided);
    expect(vote(council, 4, { item: 2 })).toMatchObject({ outcome: 'adopted' });
  });

  test('keeps the votes that came before: one may stand aside after the vote to adopt [HDA-9]', () => {
    const council = sitting(5);
    vote(council, 3);
    expect(refer(council)).toEqual(nothingToRefer);
    recuse(council, 'member1');
    expect(put(council, { question: 'drop' })).toEqual(refusal('council.no-quorum-for-item', 'HDA-9', { present: 4 }));
    expect(refer(council)).toEqual(granted);
    expect(council.state.items[0]).toMatchObject({
      outcome: 'referred',
      votes: [{ question: 'adopt', verdict: { passed: false } }],
    });
  });

  test('is published as referred and not told as passed [HDA-11.3.3]', () => {
    const council = barred();
    refer(council);
    vote(council, 4, { item: 2 });
    close(council);
    expect(council.does('record-telling', telling(council, '2026-03-06', 1), STAFF, MEETING)).toEqual(
      refusal('council.item-not-to-tell', 'HDA-11.3.3', { itemId: itemId(council) }),
    );
    must(council, 'publish-result', {}, STAFF, CLOSED);
    const [published] = eventsOf(council, 'result-published');
    expect(published?.data.content.items).toMatchObject([{ outcome: 'referred', votes: [] }, { outcome: 'adopted' }]);
  });

  test('locks no council: recusals from every item leave it a way to its end [HDA-9]', () => {
    const council = barred();
    recuse(council, 'member2', 2);
    for (const item of [1, 2]) expect(put(council, { item })).toEqual(refusal('council.no-quorum-for-item', 'HDA-9'));
    expect(council.does('close-sitting', {}, CHAIR, MEETING)).toEqual(
      refusal('council.items-not-put', 'HDA-11.2.1', { items: 2 }),
    );
    for (const item of [1, 2]) expect(refer(council, item)).toEqual(granted);
    close(council);
    for (const item of [1, 2]) decideAbove(council, { item });
    must(council, 'publish-result', {}, STAFF, CLOSED);
    council.passes(at('2026-03-21 24:00'));
    expect(council.state.stage).toBe('closed');
  });
});

describe('recusals never lock a council', () => {
  test('an item on which chair and deputy stand aside is referred, and by the chair [HDA-9]', () => {
    const council = sitting(9);
    recuse(council, CHAIR.personId);
    expect(refer(council)).toEqual(nothingToRefer);
    recuse(council, DEPUTY.personId);
    expect(put(council)).toEqual(refusal('council.chair-recused', 'HDA-9'));
    expect(refer(council)).toEqual(granted);
  });

  test('an item on which the only chair stands aside is referred [HDA-9]', () => {
    const officers = { chair: CHAIR.personId, deputy: null, recorder: RECORDER.personId };
    const council = sitting(9, { officers });
    recuse(council, CHAIR.personId);
    expect(refer(council)).toEqual(granted);
  });

  test('an item voted on to the end is not referred: that is no agreement [HDA-11.2.1]', () => {
    const council = sitting(5, { items: [{ title: '地面停车位重新划线' }] });
    voteThrough(council, 3);
    recuse(council, 'member1');
    expect(refer(council)).toEqual(nothingToRefer);
    expect(council.does('adjourn', { reason: '再议' }, CHAIR, MEETING)).toEqual(
      refusal('council.all-items-decided', 'HDA-11.2.1'),
    );
    close(council);
    expect(council.state.items[0]?.outcome).toBe('no-agreement');
  });

  test('nothing is referred after the announced day, a vote under way may be closed [HDA-11.1.2]', () => {
    const council = barred();
    put(council, { item: 2 });
    const nextDay = at('2026-03-06 24:00');
    must(council, 'close-vote', { counts: hands(4) }, RECORDER, nextDay);
    expect(council.does('refer-item', { itemId: itemId(council) }, CHAIR, nextDay)).toEqual(
      refusal('council.announced-day-passed', 'HDA-11.1.2'),
    );
  });

  test('a recused recorder records nothing on the item [HDA-11.2.3b]', () => {
    const council = sitting(9);
    recuse(council, RECORDER.personId);
    const statement = (item: number) => ({ itemId: itemId(council, item), text: '同意' });
    expect(council.does('record-statement', statement(1), RECORDER, MEETING)).toEqual(refusal('council.recused', null));
    expect(council.does('record-statement', statement(2), RECORDER, MEETING)).toEqual(granted);
  });
});
