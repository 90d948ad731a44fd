import { council as definition } from '../../../src/domain/council/council';
import {
  announce,
  at,
  begun,
  CHAIR,
  gathered,
  itemId,
  MEETING,
  must,
  noticeFor,
  people,
  put,
  refusal,
  sitting,
  STAFF,
  vote,
} from '../../support/council-domain';
import { adjourn, AGAIN, close, convene, recuse } from './stories';

describe('an adjournment', () => {
  const reason = { reason: '到会人数不足' };

  test('is possible at the announced hour without a quorum, and shows the arithmetic [HDA-9]', () => {
    const council = gathered(4);
    expect(council.does('adjourn', reason, CHAIR, MEETING - 1)).toEqual(
      refusal('council.before-announced-time', 'HDA-11.1.2'),
    );
    const { answer } = must(council, 'adjourn', reason, CHAIR, MEETING);
    expect(answer).toMatchObject({ quorum: { due: 9, present: 4, needed: 5, quorate: false } });
    expect(council.state.stage).toBe('adjourned');
    const [notice] = council.told.slice(-1);
    expect(notice).toMatchObject({ kind: 'council-adjourned', params: { round: 1 } });
    expect([...(notice?.persons ?? [])].sort()).toEqual([...people(9), 'deputy', 'recorder'].sort());
  });

  test('is possible after the announced day, when nobody came [HDA-9]', () => {
    const council = gathered(0);
    must(council, 'adjourn', reason, CHAIR, at('2026-03-08 09:00'));
    expect(council.state.stage).toBe('adjourned');
  });

  test('is refused before the opening while there is a quorum, not afterwards [HDA-9]', () => {
    expect(gathered(5).does('adjourn', reason, CHAIR, MEETING)).toEqual(refusal('council.quorate', 'HDA-9'));
    const council = sitting(5);
    must(council, 'adjourn', { reason: '需要补充材料' }, CHAIR, MEETING);
    expect(council.state.stage).toBe('adjourned');
  });

  test('is refused while a vote is open [HDA-11.2.1]', () => {
    const council = sitting();
    put(council);
    expect(council.does('adjourn', reason, CHAIR, MEETING)).toEqual(refusal('council.vote-open', 'HDA-11.2.1'));
  });

  test.each([
    ['five days on', '2026-03-12 14:00', '2026-03-17'],
    ['a Saturday moves to Monday', '2026-03-09 14:00', '2026-03-16'],
    ['a make-up Saturday stays', '2026-05-04 14:00', '2026-05-09'],
    ['Labour Day moves past the holiday', '2026-04-27 14:00', '2026-05-06'],
    ['National Day moves past the holiday', '2026-09-28 14:00', '2026-10-08'],
  ])('owes a new notice within five days: %s [LAW-CC-203]', (_case, text, dueOn) => {
    const meetingAt = at(text);
    const council = begun();
    announce(council, meetingAt);
    const held = must(council, 'adjourn', reason, CHAIR, meetingAt);
    expect(held.answer).toMatchObject({ newNoticeDueOn: dueOn });
    expect(council.state.duties).toMatchObject({
      'hold-sitting:1': { status: 'met', metAt: meetingAt },
      'renew-notice:1': { status: 'open', dueOn, dueAt: at(`${dueOn} 24:00`), clause: 'HDA-11.1.2' },
    });
  });

  test('needs a new notice with the full period, which meets the duty [HDA-11.1.2]', () => {
    const council = gathered(4);
    must(council, 'adjourn', reason, CHAIR, MEETING);
    const now = at('2026-03-09 09:00');
    expect(council.does('open-sitting', {}, CHAIR, now)).toEqual(refusal('procedure.wrong-stage', null));
    expect(council.does('issue-notice', noticeFor(at('2026-03-12 14:00')), STAFF, now)).toEqual(
      refusal('council.meeting-too-soon', 'HDA-11.1.2', { earliestOn: '2026-03-13' }),
    );
    announce(council, at('2026-03-13 14:00'), now);
    expect(council.state.duties['renew-notice:1']).toMatchObject({ status: 'met', metAt: now });
    expect(council.state).toMatchObject({ stage: 'waiting', notice: { round: 2 }, sitting: { attendance: {} } });
  });

  test('leaves decided what was decided, and the next sitting takes up the rest [HDA-11.2.1]', () => {
    const council = sitting();
    vote(council, 6);
    adjourn(council);
    expect(council.state.items.map(({ outcome }) => outcome)).toEqual(['adopted', null]);
    convene(council, AGAIN, 5);
    expect(put(council, { now: AGAIN })).toEqual(refusal('council.item-decided', 'HDA-11.2.1', { outcome: 'adopted' }));
    vote(council, 4, { item: 2, now: AGAIN });
    close(council, AGAIN);
    expect(council.state.items.map(({ outcome }) => outcome)).toEqual(['adopted', 'adopted']);
    expect(council.state.items.map(({ votes }) => votes[0]?.round)).toEqual([1, 2]);
  });

  test('is refused when every item is decided: such a sitting is closed [HDA-11.2.1]', () => {
    const council = sitting();
    vote(council, 6);
    expect(definition.judge('adjourn', council.state, CHAIR, MEETING)).toBeNull();
    vote(council, 5, { item: 2 });
    vote(council, 6, { item: 2, question: 'drop' });
    expect(council.does('adjourn', reason, CHAIR, MEETING)).toEqual(refusal('council.all-items-decided', 'HDA-11.2.1'));
    close(council);
  });

  test('is refused when what is not adopted was referred [HDA-11.2.1]', () => {
    const council = sitting(5);
    recuse(council, 'member1');
    vote(council, 4, { item: 2 });
    must(council, 'refer-item', { itemId: itemId(council) }, CHAIR, MEETING);
    expect(council.does('adjourn', reason, CHAIR, MEETING)).toEqual(refusal('council.all-items-decided', 'HDA-11.2.1'));
  });

  test('is possible with an item on which a question is left, until the next sitting [HDA-11.2.1]', () => {
    const council = sitting(9, { items: [{ title: '划线' }] });
    vote(council, 5);
    adjourn(council);
    convene(council);
    expect(put(council, { now: AGAIN })).toEqual(
      refusal('council.question-not-open', 'HDA-11.2.1', { possible: 'drop, postpone' }),
    );
    vote(council, 6, { question: 'drop', now: AGAIN });
    close(council, AGAIN);
    expect(council.state.items[0]).toMatchObject({ outcome: 'dropped', decidedOn: '2026-03-13' });
  });
});
