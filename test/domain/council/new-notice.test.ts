import {
  announce,
  at,
  BEGUN,
  begun,
  CHAIR,
  DEPUTY,
  dueList,
  gathered,
  itemId,
  MEETING,
  member,
  must,
  noticeFor,
  people,
  RECORDER,
  refusal,
  STAFF,
  type Council,
} from '../../support/council-domain';

/** The officers, whether due or not, and the nine who are due; nobody twice. */
const named = () => [...new Set([CHAIR.personId, RECORDER.personId, DEPUTY.personId, ...people(9)])];

/** A council whose notice was issued and not yet posted. */
function issuedFor(meetingAt: number): Council {
  const council = begun();
  must(council, 'issue-notice', noticeFor(meetingAt), STAFF, BEGUN);
  return council;
}

describe('a new notice', () => {
  const again = at('2026-03-09 14:00');
  const now = at('2026-03-04 10:00');

  test('begins its clear days anew and tells those due and the officers of the change [HDA-11.1.2]', () => {
    const council = begun();
    announce(council);
    expect(council.does('issue-notice', noticeFor(at('2026-03-07 14:00')), STAFF, now)).toEqual(
      refusal('council.meeting-too-soon', 'HDA-11.1.2', { earliestOn: '2026-03-08' }),
    );
    must(council, 'issue-notice', noticeFor(again), STAFF, now);
    expect(council.state).toMatchObject({ stage: 'posting', notice: { round: 2, earliestAt: null, meetingAt: again } });
    expect(council.state.notice?.postings.map(({ confirmation }) => confirmation)).toEqual([null]);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-changed', persons: named(), params: { round: 2 } });
  });

  test('lets what the old one still has time for fall away and sets its own duties [HDA-11.1.2]', () => {
    const council = issuedFor(again);
    must(council, 'issue-notice', noticeFor(at('2026-03-10 14:00')), STAFF, now);
    expect(council.state.duties).toMatchObject({
      'post-notice:1': { status: 'void', metAt: null },
      'hold-sitting:1': { status: 'void', metAt: null },
      'post-notice:2': { status: 'open', dueOn: '2026-03-06' },
      'hold-sitting:2': { status: 'open', dueOn: '2026-03-10' },
    });
  });

  test.each([
    ['a moment before the end of the day, it falls away', -1, 'void', null],
    ['at the end of the day, it is made up late', 0, 'met', at('2026-03-05 24:00')],
  ])('replaces a paper that was to hang by the 5th: %s [HDA-11.1.2]', (_case, offset, status, metAt) => {
    const council = issuedFor(again);
    const renewedAt = at('2026-03-05 24:00') + offset;
    council.passes(renewedAt);
    must(council, 'issue-notice', noticeFor(at('2026-03-12 14:00')), STAFF, renewedAt);
    expect(council.state.duties).toMatchObject({
      'post-notice:1': { status, metAt },
      'hold-sitting:1': { status: 'void' },
    });
  });

  test.each([
    ['a moment before the end of the day, it falls away', -1, 'void', null],
    ['at the end of the day, it is made up late', 0, 'met', at('2026-03-06 24:00')],
  ])('replaces a sitting that was to be held on the 6th: %s [HDA-11.1.2]', (_case, offset, status, metAt) => {
    const council = gathered(4);
    const renewedAt = at('2026-03-06 24:00') + offset;
    council.passes(renewedAt);
    must(council, 'issue-notice', noticeFor(at('2026-03-12 14:00')), STAFF, renewedAt);
    expect(council.state.duties['hold-sitting:1']).toMatchObject({ status, metAt });
    expect(council.state.duties['post-notice:1']).toMatchObject({ status: 'met', metAt: BEGUN });
  });

  test('leaves what was overdue on record as late, and quiet from then on [HDA-11.1.2]', () => {
    const council = issuedFor(again);
    council.passes(at('2026-03-10 09:00'));
    must(council, 'issue-notice', noticeFor(at('2026-03-16 14:00')), STAFF, at('2026-03-10 10:00'));
    for (const key of ['post-notice:1', 'hold-sitting:1']) {
      const duty = council.state.duties[key]!;
      expect(duty).toMatchObject({ status: 'met', metAt: at('2026-03-10 10:00') });
      expect(duty.metAt! >= duty.dueAt).toBe(true);
      expect(duty.passed).toContain('overdue');
    }
    expect(council.passes(at('2026-03-11 00:00'))).toEqual([]);
  });

  test('keeps what was overdue on record when no timer had said so yet, as after an outage [HDA-11.1.2]', () => {
    const council = issuedFor(again);
    must(council, 'issue-notice', noticeFor(at('2026-03-16 14:00')), STAFF, at('2026-03-10 10:00'));
    const duty = council.state.duties['post-notice:1']!;
    expect(duty).toMatchObject({ status: 'met', metAt: at('2026-03-10 10:00') });
    expect(duty.metAt! >= duty.dueAt).toBe(true);
  });

  test('tells the officers who are not due as well [HDA-11.1.2]', () => {
    const due = dueList(4).slice(1);
    const council = begun({ due });
    announce(council);
    must(council, 'issue-notice', noticeFor(again), STAFF, now);
    expect(council.told.at(-1)?.persons).toEqual(['chair', 'recorder', 'deputy', 'member1', 'member2', 'member3']);
  });

  test('leaves a duty of the old one met that was met [HDA-11.1.2]', () => {
    const council = begun();
    announce(council);
    must(council, 'issue-notice', noticeFor(again), STAFF, now);
    expect(council.state.duties['post-notice:1']).toMatchObject({ status: 'met', metAt: BEGUN });
  });

  test('with another list of those due begins its clear days anew, and tells old and new alike [HDA-9]', () => {
    const council = begun();
    announce(council);
    const due = [...dueList(3), { personId: 'newcomer', capacity: '辖区单位代表' }];
    must(council, 'issue-notice', { ...noticeFor(again), due }, STAFF, now);
    expect(council.state).toMatchObject({ stage: 'posting', due, notice: { round: 2, earliestAt: null } });
    expect(council.told.at(-1)).toMatchObject({ persons: [...named(), 'newcomer'] });
    expect(council.does('check-in', { personId: 'newcomer' }, RECORDER, again)).toEqual(
      refusal('procedure.wrong-stage', null),
    );
  });

  test('is the only way to change the list, on which nobody stands twice [HDA-9]', () => {
    const council = gathered(5);
    expect(council.does('check-in', { personId: 'newcomer' }, RECORDER, MEETING)).toEqual(
      refusal('council.not-due', 'HDA-9', { personId: 'newcomer' }),
    );
    const due = [...dueList(3), ...dueList(1)];
    expect(council.does('issue-notice', { ...noticeFor(again), due }, STAFF, now)).toEqual(
      refusal('council.due-twice', 'HDA-9', { personId: 'chair' }),
    );
    expect(council.state.due).toEqual(dueList(9));
  });

  test('forgets who had asked leave or signed in for the old sitting, not who stands aside from an item [HDA-9]', () => {
    const council = gathered(5);
    must(council, 'ask-leave', { reason: '出差' }, member(8), now);
    must(council, 'recuse', { itemId: itemId(council), reason: '本人车位' }, member(1), now);
    announce(council, at('2026-03-12 14:00'), MEETING);
    expect(council.state.sitting).toEqual({ round: 2, attendance: {}, guests: [], openedAt: null });
    expect(council.state.items[0]?.recusals).toMatchObject([{ personId: 'member1' }]);
  });
});
