import { civilDateOf, startOfDay } from '../../../src/domain/calendar/civil-date';
import type { Channel } from '../../../src/domain/council/state';
import {
  at,
  BEGUN,
  begun,
  CHAIR,
  checkIn,
  codeOf,
  DEPUTY,
  eventsOf,
  granted,
  MEETING,
  must,
  NARROW,
  noticeFor,
  people,
  RECORDER,
  refusal,
  STAFF,
  type Council,
} from '../../support/council-domain';

/** The officers, whether due or not, and the nine who are due; nobody twice. */
const EVERYBODY = [...new Set([CHAIR.personId, RECORDER.personId, DEPUTY.personId, ...people(9)])];

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

describe('issuing the notice', () => {
  test('announces time, place and channels, and notifies those due and the officers [HDA-11.1.2]', () => {
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
      persons: EVERYBODY,
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
    ['on the last day, at once', '2026-03-05', '2026-03-05 17:00', at('2026-03-05 17:00'), true],
    ['on the last day, the day after', '2026-03-05', '2026-03-06 09:00', at('2026-03-05 24:00') - 1, true],
    ['earlier, days later', '2026-03-03', '2026-03-07 09:00', at('2026-03-03 24:00') - 1, true],
    ['the day after, at once', '2026-03-06', '2026-03-06 09:00', at('2026-03-06 09:00'), false],
    ['the day after, later', '2026-03-06', '2026-03-07 09:00', at('2026-03-06 24:00') - 1, false],
  ])(
    'is in time by the day of posting, not by that of its confirmation: posted and confirmed %s [HDA-11.1.2]',
    (_case, postedOn, confirmedAt, metAt, inTime) => {
      const council = issued(['window'], at('2026-03-09 14:00'));
      council.passes(at(confirmedAt));
      expect(confirm(council, at(confirmedAt), { postedOn })).toMatchObject({ answer: { announcedInTime: inTime } });
      const duty = council.state.duties['post-notice:1']!;
      expect(duty).toMatchObject({ status: 'met', metAt, dueAt: at('2026-03-05 24:00') });
      expect(metAt < duty.dueAt).toBe(inTime);
    },
  );

  test.each([
    ['confirmed last', ['2026-03-03', '2026-03-05']],
    ['confirmed first', ['2026-03-05', '2026-03-03']],
  ])('is done by the last posting of several, %s [HDA-11.1.2]', (_case, days) => {
    const council = issued(['window', 'blackboard'], at('2026-03-09 14:00'));
    const now = at('2026-03-07 09:00');
    days.forEach((postedOn, index) => confirm(council, now, { posting: index + 1, postedOn }));
    expect(council.state.duties['post-notice:1']).toMatchObject({ status: 'met', metAt: at('2026-03-05 24:00') - 1 });
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

describe('a topic that is not of broad interest', () => {
  test('needs no posting: those due are notified and the announced hour binds [HDA-11.1.2]', () => {
    const council = begun(NARROW);
    const meetingAt = at('2026-03-02 11:00');
    must(council, 'issue-notice', noticeFor(meetingAt, []), STAFF, BEGUN);
    expect(council.state).toMatchObject({ stage: 'waiting', notice: { postings: [] } });
    expect(Object.keys(council.state.duties)).toEqual(['hold-sitting:1']);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-invitation', persons: EVERYBODY });
    expect(council.does('open-sitting', {}, CHAIR, meetingAt - 1)).toEqual(
      refusal('council.before-announced-time', 'HDA-11.1.2', { earliest: meetingAt }),
    );
    checkIn(council, people(9), meetingAt);
    must(council, 'open-sitting', {}, CHAIR, meetingAt);
  });
});
