import {
  announce,
  at,
  BEGUN,
  begun,
  CHAIR,
  checkIn,
  codeOf,
  dueList,
  eventsOf,
  gathered,
  granted,
  MEETING,
  member,
  must,
  people,
  put,
  RECORDER,
  refusal,
  sitting,
  STAFF,
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
