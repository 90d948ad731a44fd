import {
  granted,
  codeOf,
  announce,
  at,
  begun,
  BEGUN,
  CHAIR,
  checkIn,
  DEPUTY,
  dueList,
  eventsOf,
  gathered,
  hands,
  itemId,
  member,
  MEETING,
  noticeFor,
  must,
  people,
  put,
  RECORDER,
  refusal,
  sitting,
  SECRETARY,
  STAFF,
  vote,
} from '../../support/council-domain';

const MINUTE = 60_000;

describe('the hour of the sitting', () => {
  test.each([
    ['a minute before the announced hour', MEETING - MINUTE, 'council.before-announced-time'],
    ['at the announced hour', MEETING, null],
    ['in the last minute of the announced day', at('2026-03-06 23:59'), null],
    ['at midnight after it', at('2026-03-06 24:00'), 'council.announced-day-passed'],
    ['the next afternoon', at('2026-03-07 14:00'), 'council.announced-day-passed'],
  ])('opens on the announced day, from the announced hour on: %s [HDA-11.1.2]', (_case, now, code) => {
    const result = gathered(9).does('open-sitting', {}, CHAIR, now);
    expect(result).toEqual(code ? refusal(code, 'HDA-11.1.2') : granted);
  });

  test('names the announced day when it has passed, and a new notice helps [HDA-11.1.2]', () => {
    const council = gathered(9);
    const now = at('2026-03-07 09:00');
    expect(council.does('open-sitting', {}, CHAIR, now)).toEqual(
      refusal('council.announced-day-passed', 'HDA-11.1.2', { announcedOn: '2026-03-06' }),
    );
    announce(council, at('2026-03-11 14:00'), now);
    expect(council.state.stage).toBe('waiting');
  });

  test.each([
    ['61 minutes before', MEETING - 61 * MINUTE, 'council.before-announced-time'],
    ['an hour before', MEETING - 60 * MINUTE, null],
    ['in the last minute of the day', at('2026-03-06 23:59'), null],
    ['the day after', at('2026-03-07 00:00'), 'council.announced-day-passed'],
  ])('lets people sign in from an hour before it: %s [HDA-11.1.2]', (_case, now, code) => {
    for (const [action, input] of [
      ['check-in', { personId: 'member1' }],
      ['admit-guest', { name: '来宾', capacity: '列席' }],
    ] as const) {
      const council = begun();
      announce(council);
      const result = council.does(action, input, RECORDER, now);
      expect(codeOf(result)).toBe(code);
    }
  });
});

describe('the quorum', () => {
  test.each([
    ['half of an even number', 8, 4, false],
    ['one more than half', 8, 5, true],
    ['less than half of an odd number', 9, 4, false],
    ['more than half of an odd number', 9, 5, true],
    ['nobody', 9, 0, false],
    ['the only one due', 1, 1, true],
    ['one of two', 2, 1, false],
  ])('is more than half of those due: %s [HDA-9]', (_case, due, present, quorate) => {
    const council = gathered(present, { due: dueList(due) });
    const result = council.does('open-sitting', {}, CHAIR, MEETING);
    const needed = Math.floor(due / 2) + 1;
    if (!quorate) return expect(result).toEqual(refusal('council.no-quorum', 'HDA-9', { due, present, needed }));
    expect(eventsOf(council, 'sitting-opened')).toMatchObject([
      { data: { at: MEETING, chair: 'chair', quorum: { due, present, needed, quorate: true } } },
    ]);
    expect(council.state.stage).toBe('sitting');
  });

  test('is what the rulebook says [HDA-9]', () => {
    const twoThirds = { 'council.quorum': { numerator: 2, denominator: 3, strict: false } };
    expect(gathered(5, {}, twoThirds).does('open-sitting', {}, CHAIR, MEETING)).toEqual(
      refusal('council.no-quorum', 'HDA-9', { needed: 6 }),
    );
    expect(sitting(6, {}, twoThirds).state.stage).toBe('sitting');
  });

  test('never counts guests [HDA-9]', () => {
    const council = gathered(4);
    for (const name of ['甲', '乙', '丙']) must(council, 'admit-guest', { name, capacity: '列席' }, RECORDER, MEETING);
    expect(council.state.sitting?.guests).toHaveLength(3);
    expect(council.does('open-sitting', {}, CHAIR, MEETING)).toEqual(
      refusal('council.no-quorum', 'HDA-9', { present: 4 }),
    );
  });

  test('counts nobody twice [HDA-9]', () => {
    const council = gathered(4);
    expect(council.does('check-in', { personId: 'member1' }, RECORDER, MEETING)).toEqual(
      refusal('council.checked-in-already', null, { personId: 'member1' }),
    );
  });

  test('keeps those who asked leave in the due number, and counts them when they come after all [HDA-9]', () => {
    const council = begun();
    announce(council);
    must(council, 'ask-leave', { reason: '出差' }, member(5), BEGUN);
    must(council, 'record-leave', { personId: 'member6', reason: '生病' }, STAFF, BEGUN);
    expect(council.state.sitting?.attendance).toMatchObject({
      member5: { leave: { evidence: 'digest of 出差' }, checkedInAt: null },
      member6: { leave: { evidence: 'digest of 生病' }, checkedInAt: null },
    });
    checkIn(council, people(4));
    expect(council.does('open-sitting', {}, CHAIR, MEETING)).toEqual(
      refusal('council.no-quorum', 'HDA-9', { due: 9, present: 4 }),
    );
    checkIn(council, ['member5']);
    must(council, 'open-sitting', {}, CHAIR, MEETING);
  });

  test('takes leave for nobody who is not due, and none once the sitting is open [HDA-9]', () => {
    const council = begun();
    announce(council);
    expect(council.does('record-leave', { personId: 'guest', reason: '出差' }, STAFF, BEGUN)).toEqual(
      refusal('council.not-due', 'HDA-9', { personId: 'guest' }),
    );
    expect(sitting().does('ask-leave', { reason: '出差' }, member(1), MEETING)).toEqual(
      refusal('procedure.wrong-stage', null),
    );
  });

  test('falls when members leave, and rises when they come back [HDA-9]', () => {
    const council = sitting(5);
    must(council, 'leave-early', { personId: 'member4' }, RECORDER, MEETING + MINUTE);
    expect(put(council)).toEqual(
      refusal('council.no-quorum-for-item', 'HDA-9', { due: 9, present: 4, recused: 0, needed: 5 }),
    );
    checkIn(council, ['member4'], MEETING + 2 * MINUTE);
    expect(put(council)).toEqual(granted);
  });

  test('lets nobody leave who is not there [HDA-9]', () => {
    const council = sitting(5);
    const gone = refusal('council.not-present', null, { personId: 'member7' });
    expect(council.does('leave-early', { personId: 'member7' }, RECORDER, MEETING)).toEqual(gone);
    checkIn(council, ['member7']);
    must(council, 'leave-early', { personId: 'member7' }, RECORDER, MEETING);
    expect(council.does('leave-early', { personId: 'member7' }, RECORDER, MEETING)).toEqual(gone);
  });
});

describe('the discussion', () => {
  test('is recorded item by item, of those who are present or of nobody by name [HDA-11.2.3b]', () => {
    const council = sitting(5);
    const input = { itemId: itemId(council, 2), text: '同意安装' };
    must(council, 'record-statement', { ...input, personId: 'member1' }, RECORDER, MEETING);
    must(council, 'record-statement', input, RECORDER, MEETING);
    expect(council.state.items.map(({ statements }) => statements.length)).toEqual([0, 2]);
    expect(council.does('record-statement', { ...input, personId: 'member8' }, RECORDER, MEETING)).toEqual(
      refusal('council.not-present', null, { personId: 'member8' }),
    );
    expect(council.does('record-statement', { ...input, itemId: 'another' }, RECORDER, MEETING)).toEqual(
      refusal('council.unknown-item', null),
    );
  });

  test('is recorded by the recorder, not by the chair [HDA-11.2.3b]', () => {
    const council = sitting();
    const input = { itemId: itemId(council), text: '同意' };
    expect(council.does('record-statement', input, CHAIR, MEETING)).toEqual(refusal('procedure.not-entitled', null));
  });
});

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
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-adjourned', persons: people(9), params: { round: 1 } });
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
      'hold-sitting:1': { status: 'met' },
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
    must(council, 'adjourn', reason, CHAIR, MEETING);
    expect(council.state.items.map(({ outcome }) => outcome)).toEqual(['adopted', null]);
    const again = at('2026-03-13 14:00');
    announce(council, again, at('2026-03-09 09:00'));
    checkIn(council, people(5), again);
    must(council, 'open-sitting', {}, CHAIR, again);
    expect(put(council, { now: again })).toEqual(refusal('council.item-decided', 'HDA-11.2.1', { outcome: 'adopted' }));
    vote(council, 4, { item: 2, now: again });
    must(council, 'close-sitting', {}, CHAIR, again);
    expect(council.state.items.map(({ outcome }) => outcome)).toEqual(['adopted', 'adopted']);
    expect(council.state.items.map(({ votes }) => votes[0]?.round)).toEqual([1, 2]);
  });
});

test.each([
  ['the chair', CHAIR, true],
  ['the deputy', DEPUTY, true],
  ['the secretary', SECRETARY, true],
  ['the recorder', RECORDER, false],
  ['a member', member(1), false],
  ['staff', STAFF, false],
])('is opened, adjourned and closed by whoever chairs: %s [HDA-3]', (_case, actor, allowed) => {
  for (const [council, action, input] of [
    [gathered(9), 'open-sitting', {}],
    [sitting(9), 'adjourn', { reason: '补充材料' }],
    [voted(), 'close-sitting', {}],
  ] as const) {
    const result = council.does(action, input, actor, MEETING);
    expect(codeOf(result)).toBe(allowed ? null : 'procedure.not-entitled');
  }
});

describe('the closing', () => {
  test('is refused while an item was never put to the vote, and says how many [HDA-11.2.1]', () => {
    const council = sitting();
    expect(council.does('close-sitting', {}, CHAIR, MEETING)).toEqual(
      refusal('council.items-not-put', 'HDA-11.2.1', { items: 2 }),
    );
    vote(council, 9);
    expect(council.does('close-sitting', {}, CHAIR, MEETING)).toEqual(
      refusal('council.items-not-put', 'HDA-11.2.1', { items: 1 }),
    );
  });

  test('is refused while a vote is open [HDA-11.2.1]', () => {
    const council = sitting(9, { items: [{ title: '划线' }] });
    put(council);
    expect(council.does('close-sitting', {}, CHAIR, MEETING)).toEqual(refusal('council.vote-open', 'HDA-11.2.1'));
    must(council, 'close-vote', { counts: hands(9) }, RECORDER, MEETING);
    must(council, 'close-sitting', {}, CHAIR, MEETING);
    expect(council.state).toMatchObject({ stage: 'following-up', heldOn: '2026-03-06' });
  });
});

function voted() {
  const council = sitting(9, { items: [{ title: '划线' }] });
  vote(council, 9);
  return council;
}
