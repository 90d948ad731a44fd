import { atTime, civilDateOf, startOfDay } from '../../../src/domain/calendar/civil-date';
import type { Channel } from '../../../src/domain/council/state';
import {
  granted,
  codeOf,
  announce,
  at,
  begun,
  BEGUN,
  CHAIR,
  checkIn,
  createCouncil,
  dueList,
  eventsOf,
  gathered,
  itemId,
  member,
  MEETING,
  must,
  NARROW,
  noticeFor,
  people,
  RECORDER,
  refusal,
  STAFF,
  topic,
  type Council,
} from '../../support/council-domain';

const postings = (council: Council) => council.state.notice?.postings ?? [];

/** Confirms a posting, the first by default. */
function confirm(council: Council, now: number, changes: { posting?: number; postedOn?: string; proof?: object } = {}) {
  const { posting = 1, postedOn = civilDateOf(now), proof = { note: '已张贴' } } = changes;
  return council.does(
    'confirm-posting',
    { postingId: postings(council)[posting - 1]!.id, postedOn, ...proof },
    STAFF,
    now,
  );
}

/** A council whose notice was issued and not yet posted. */
function issued(channels: Channel[] = ['window'], meetingAt = MEETING, rules = {}): Council {
  const council = begun({}, rules);
  must(council, 'issue-notice', noticeFor(meetingAt, channels), STAFF, BEGUN);
  return council;
}

/** A council posted on that day for that meeting, with everybody at the door. */
function posted(postedOn: string, meetingAt: number, rules = {}): Council {
  const council = createCouncil(rules);
  council.begin(topic(), at(`${postedOn} 08:00`));
  announce(council, meetingAt, at(`${postedOn} 09:00`));
  return council;
}

describe('issuing the notice', () => {
  test('announces time, place and channels, and notifies those due [HDA-11.1.2]', () => {
    const council = issued(['window', 'sms']);
    expect(council.state).toMatchObject({
      stage: 'posting',
      notice: { round: 1, issuedOn: '2026-03-02', meetingAt: MEETING, place: '社区议事厅', earliestAt: null },
    });
    expect(postings(council)).toMatchObject([
      { channel: 'window', location: '东门', confirmation: null },
      { channel: 'sms', location: '东门', confirmation: null },
    ]);
    expect(council.told.at(-1)).toEqual({
      kind: 'council-invitation',
      clause: 'HDA-11.1.2',
      persons: people(9),
      params: { meetingAt: MEETING, place: '社区议事厅', round: 1 },
      at: BEGUN,
    });
  });

  test.each<[string, Channel[], boolean]>([
    ['a window', ['window'], true],
    ['the Party board', ['party-board'], true],
    ['the residents’ board', ['residents-board'], true],
    ['a blackboard and text messages', ['sms', 'blackboard'], true],
    ['text messages alone', ['sms'], false],
    ['text messages and a web page', ['sms', 'online'], false],
    ['no channel', [], false],
  ])('needs at least one physical place: %s [HDA-11.1.2]', (_case, channels, allowed) => {
    const result = begun().does('issue-notice', noticeFor(MEETING, channels), STAFF, BEGUN);
    expect(result).toEqual(allowed ? granted : refusal('council.no-physical-channel', 'HDA-11.1.2'));
  });

  test.each([
    ['the day before the earliest, at its last minute', '2026-03-05 23:59', true],
    ['the earliest day, at its first minute', '2026-03-06 00:00', false],
  ])(
    'refuses a meeting that even a posting of today could not announce: %s [HDA-11.1.2]',
    (_case, meeting, refused) => {
      const result = begun().does('issue-notice', noticeFor(at(meeting)), STAFF, BEGUN);
      const tooSoon = { earliestOn: '2026-03-06', earliest: startOfDay('2026-03-06') };
      expect(result).toEqual(refused ? refusal('council.meeting-too-soon', 'HDA-11.1.2', tooSoon) : granted);
    },
  );

  test.each([
    ['now', BEGUN],
    ['a minute ago', BEGUN - 60_000],
  ])('refuses a meeting that begins %s, however narrow the topic [HDA-11.1.2]', (_case, meetingAt) => {
    for (const council of [begun(), begun(NARROW)]) {
      expect(council.does('issue-notice', noticeFor(meetingAt), STAFF, BEGUN)).toEqual(
        refusal('council.meeting-in-the-past', 'HDA-11.1.2'),
      );
    }
  });
});

describe('confirming the postings', () => {
  test('begins the clear days with the posting and explains the earliest day [HDA-11.1.2]', () => {
    const council = issued();
    confirm(council, BEGUN);
    expect(council.state).toMatchObject({ stage: 'waiting', notice: { earliestAt: startOfDay('2026-03-06') } });
    expect(eventsOf(council, 'notice-running')[0]?.data).toMatchObject({
      explanation: [
        { code: 'posted', date: '2026-03-02', clause: 'LAW-CC-201' },
        { code: 'clear-days', date: '2026-03-03', clause: 'HDA-11.1.2', params: { days: 3, until: '2026-03-05' } },
        { code: 'earliest', date: '2026-03-06', clause: 'HDA-11.1.2' },
      ],
    });
  });

  test('counts from the last of several channels to be confirmed, in whatever order they are [HDA-11.1.2]', () => {
    const council = issued(['window', 'blackboard', 'sms'], at('2026-03-10 14:00'));
    expect(confirm(council, at('2026-03-02 10:00'), { posting: 3 })).toMatchObject({ answer: { stillToConfirm: 2 } });
    expect(confirm(council, at('2026-03-05 10:00'), { posting: 1, postedOn: '2026-03-04' })).toMatchObject({
      answer: { stillToConfirm: 1 },
    });
    expect(council.state.stage).toBe('posting');
    expect(confirm(council, at('2026-03-05 11:00'), { posting: 2, postedOn: '2026-03-03' })).toMatchObject({
      answer: { earliestOn: '2026-03-08', announcedInTime: true },
    });
    expect(council.state.stage).toBe('waiting');
  });

  test('counts from the day of posting, not from the day of its confirmation [HDA-11.1.2]', () => {
    const council = issued();
    expect(confirm(council, at('2026-03-05 17:00'), { postedOn: '2026-03-02' })).toMatchObject({
      answer: { earliestOn: '2026-03-06', announcedInTime: true },
    });
  });

  test.each([
    ['neither photo nor note', {}, 'council.posting-without-proof'],
    ['a photo', { fileId: 'photo' }, null],
    ['a note', { note: '已张贴' }, null],
  ])('needs proof: %s [HDA-11.1.2]', (_case, proof, code) => {
    const result = confirm(issued(), BEGUN, { proof });
    expect(codeOf(result)).toBe(code);
  });

  test.each([
    ['tomorrow', '2026-03-04', 'council.posted-in-the-future', { postedOn: '2026-03-04' }],
    ['today', '2026-03-03', null, {}],
    ['the day of the notice', '2026-03-02', null, {}],
    ['the day before the notice', '2026-03-01', 'council.posted-before-notice', { issuedOn: '2026-03-02' }],
  ])(
    'takes a posting of no other day than from the notice to today: %s [HDA-11.1.2]',
    (_case, postedOn, code, params) => {
      const result = confirm(issued(), at('2026-03-03 10:00'), { postedOn });
      expect(result).toEqual(code ? refusal(code, 'HDA-11.1.2', params) : granted);
    },
  );

  test('refuses a posting that is confirmed already, and one that the notice does not have [HDA-11.1.2]', () => {
    const council = issued(['window', 'blackboard']);
    confirm(council, BEGUN);
    expect(confirm(council, BEGUN)).toEqual(
      refusal('council.posting-confirmed-already', 'HDA-11.1.2', { postedOn: '2026-03-02' }),
    );
    const other = { postingId: 'another', postedOn: '2026-03-02', note: '已张贴' };
    expect(council.does('confirm-posting', other, STAFF, BEGUN)).toEqual(refusal('council.unknown-posting', null));
  });

  test('keeps who confirmed the posting, and the proof [HDA-11.1.2]', () => {
    const council = issued();
    confirm(council, BEGUN, { proof: { fileId: 'photo' } });
    expect(postings(council)[0]?.confirmation).toEqual({
      postedOn: '2026-03-02',
      fileId: 'photo',
      note: null,
      by: STAFF.personId,
    });
  });
});

describe('the clear days', () => {
  // Reading 4: neither the day of posting nor the day of the meeting counts, and holidays change nothing.
  test.each([
    ['posted on the 1st, held on the 5th', '2026-06-01', '2026-06-05'],
    ['over a weekend', '2026-03-05', '2026-03-09'],
    ['over the end of February', '2026-02-26', '2026-03-02'],
    ['over National Day', '2026-09-30', '2026-10-04'],
    ['over a make-up Saturday', '2026-10-08', '2026-10-12'],
    ['over a year end', '2026-12-30', '2027-01-03'],
  ])('are three, natural days: %s [HDA-11.1.2]', (_case, postedOn, earliestOn) => {
    const meetingAt = atTime(earliestOn, '09:00');
    const council = posted(postedOn, meetingAt);
    expect(council.state.notice?.earliestAt).toBe(startOfDay(earliestOn));
    checkIn(council, people(9), meetingAt);
    must(council, 'open-sitting', {}, CHAIR, meetingAt);
    expect(council.state.stage).toBe('sitting');
  });

  test.each([
    ['in the last minute of the third clear day', '2026-06-04 23:59', 'council.notice-period-running'],
    ['in the first minute of the day after', '2026-06-05 00:00', 'council.before-announced-time'],
    ['at the announced hour', '2026-06-05 14:00', null],
  ])('hold the sitting back: %s [HDA-11.1.2]', (_case, now, code) => {
    const council = posted('2026-06-01', at('2026-06-05 14:00'));
    if (!code) checkIn(council, people(9), at(now));
    const earliest = at('2026-06-05 14:00');
    const result = council.does('open-sitting', {}, CHAIR, at(now));
    expect(result).toEqual(code ? refusal(code, 'HDA-11.1.2', { earliest }) : granted);
  });

  test('name the earliest day while they run [HDA-11.1.2]', () => {
    const council = posted('2026-06-01', at('2026-06-08 14:00'));
    expect(council.does('open-sitting', {}, CHAIR, at('2026-06-04 10:00'))).toEqual(
      refusal('council.notice-period-running', 'HDA-11.1.2', {
        earliestOn: '2026-06-05',
        earliest: at('2026-06-08 14:00'),
      }),
    );
  });

  test.each([
    ['the fourth day after', '2026-06-05 14:00', true],
    ['the fifth day after', '2026-06-06 14:00', true],
    ['the sixth day after', '2026-06-07 14:00', false],
  ])('are as many as the rulebook says, here five: %s [HDA-11.1.2]', (_case, meeting, refused) => {
    const council = createCouncil({ 'council.noticeClearDays': 5 });
    council.begin(topic(), at('2026-06-01 08:00'));
    const result = council.does('issue-notice', noticeFor(at(meeting)), STAFF, at('2026-06-01 09:00'));
    expect(result).toEqual(
      refused ? refusal('council.meeting-too-soon', 'HDA-11.1.2', { earliestOn: '2026-06-07' }) : granted,
    );
  });

  test('make the announced day unlawful when a posting hung too late, until there is a new notice [HDA-11.1.2]', () => {
    const council = issued(['window'], MEETING);
    expect(confirm(council, at('2026-03-03 09:00'))).toMatchObject({
      answer: { earliestOn: '2026-03-07', announcedInTime: false },
    });
    const late = refusal('council.announced-too-late', 'HDA-11.1.2', {
      announcedOn: '2026-03-06',
      earliestOn: '2026-03-07',
    });
    for (const now of [MEETING, at('2026-03-07 14:00')]) {
      expect(council.does('check-in', { personId: 'chair' }, RECORDER, now)).toEqual(late);
      expect(council.does('open-sitting', {}, CHAIR, now)).toEqual(late);
      expect(council.does('adjourn', { reason: '公告过晚' }, CHAIR, now)).toEqual(late);
    }
    announce(council, at('2026-03-11 14:00'), at('2026-03-07 15:00'));
    checkIn(council, people(9), at('2026-03-11 14:00'));
    must(council, 'open-sitting', {}, CHAIR, at('2026-03-11 14:00'));
  });
});

describe('a new notice', () => {
  const again = at('2026-03-09 14:00');
  const now = at('2026-03-04 10:00');

  test('begins its clear days anew and tells those due of the change [HDA-11.1.2]', () => {
    const council = begun();
    announce(council);
    expect(council.does('issue-notice', noticeFor(at('2026-03-07 14:00')), STAFF, now)).toEqual(
      refusal('council.meeting-too-soon', 'HDA-11.1.2', { earliestOn: '2026-03-08' }),
    );
    must(council, 'issue-notice', noticeFor(again), STAFF, now);
    expect(council.state).toMatchObject({ stage: 'posting', notice: { round: 2, earliestAt: null, meetingAt: again } });
    expect(postings(council).map(({ confirmation }) => confirmation)).toEqual([null]);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-changed', persons: people(9), params: { round: 2 } });
  });

  test('lets the duties of the old one fall away and sets its own [HDA-11.1.2]', () => {
    const council = issued();
    must(council, 'issue-notice', noticeFor(again), STAFF, now);
    expect(council.state.duties).toMatchObject({
      'post-notice:1': { status: 'void' },
      'hold-sitting:1': { status: 'void' },
      'post-notice:2': { status: 'open', dueOn: '2026-03-05' },
      'hold-sitting:2': { status: 'open', dueOn: '2026-03-09' },
    });
  });

  test('leaves a duty of the old one met that was met [HDA-11.1.2]', () => {
    const council = begun();
    announce(council);
    must(council, 'issue-notice', noticeFor(again), STAFF, now);
    expect(council.state.duties['post-notice:1']).toMatchObject({ status: 'met', metAt: BEGUN });
  });

  test('with another list of those due begins its clear days anew as well [HDA-9]', () => {
    const council = begun();
    announce(council);
    const due = [...dueList(3), { personId: 'newcomer', capacity: '辖区单位代表' }];
    must(council, 'issue-notice', { ...noticeFor(again), due }, STAFF, now);
    expect(council.state).toMatchObject({ stage: 'posting', due, notice: { round: 2, earliestAt: null } });
    expect(council.told.at(-1)).toMatchObject({ persons: [...people(3), 'newcomer'] });
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

describe('a topic that is not of broad interest', () => {
  test('needs no posting: those due are notified and the announced hour binds [HDA-11.1.2]', () => {
    const council = begun(NARROW);
    const meetingAt = at('2026-03-02 11:00');
    must(council, 'issue-notice', noticeFor(meetingAt, []), STAFF, BEGUN);
    expect(council.state).toMatchObject({ stage: 'waiting', notice: { postings: [] } });
    expect(Object.keys(council.state.duties)).toEqual(['hold-sitting:1']);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-invitation', persons: people(9) });
    expect(council.does('open-sitting', {}, CHAIR, meetingAt - 1)).toEqual(
      refusal('council.before-announced-time', 'HDA-11.1.2', { earliest: meetingAt }),
    );
    checkIn(council, people(9), meetingAt);
    must(council, 'open-sitting', {}, CHAIR, meetingAt);
  });
});
