import { atTime, startOfDay } from '../../../src/domain/calendar/civil-date';
import {
  announce,
  at,
  BEGUN,
  begun,
  CHAIR,
  checkIn,
  createCouncil,
  granted,
  MEETING,
  must,
  noticeFor,
  people,
  RECORDER,
  refusal,
  STAFF,
  topic,
  type Council,
} from '../../support/council-domain';

/** A council posted on that day for that meeting. */
function posted(postedOn: string, meetingAt: number): Council {
  const council = createCouncil();
  council.begin(topic(), at(`${postedOn} 08:00`));
  announce(council, meetingAt, at(`${postedOn} 09:00`));
  return council;
}

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
    const council = begun();
    must(council, 'issue-notice', noticeFor(MEETING), STAFF, BEGUN);
    const hung = { postingId: council.state.notice?.postings[0]?.id, postedOn: '2026-03-03', note: '已张贴' };
    expect(must(council, 'confirm-posting', hung, STAFF, at('2026-03-03 09:00'))).toMatchObject({
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

describe('a meeting soon after midnight', () => {
  const atNight = (now: string, meetingAt: string) => {
    const council = posted('2026-06-01', at(meetingAt));
    return council.does('check-in', { personId: 'chair' }, RECORDER, at(now));
  };

  test.each([
    ['a minute before midnight', '2026-06-04 23:59', 'council.notice-period-running'],
    ['at midnight', '2026-06-05 00:00', null],
    ['at the announced hour', '2026-06-05 00:30', null],
  ])('on the earliest day takes nobody in before that day begins: %s [HDA-11.1.2]', (_case, now, code) => {
    const earliest = at('2026-06-05 00:00');
    const result = atNight(now, '2026-06-05 00:30');
    expect(result).toEqual(code ? refusal(code, 'HDA-11.1.2', { earliestOn: '2026-06-05', earliest }) : granted);
  });

  test.each([
    ['61 minutes before', '2026-06-07 23:29', 'council.before-announced-time'],
    ['an hour before', '2026-06-07 23:30', null],
    ['at midnight', '2026-06-08 00:00', null],
  ])('on a later day takes people in from the evening before: %s [HDA-11.1.2]', (_case, now, code) => {
    const earliest = at('2026-06-07 23:30');
    const result = atNight(now, '2026-06-08 00:30');
    expect(result).toEqual(code ? refusal(code, 'HDA-11.1.2', { earliest }) : granted);
  });

  test.each([
    ['a minute before the hour', '2026-06-05 00:29', 'council.before-announced-time'],
    ['at the hour', '2026-06-05 00:30', null],
  ])('can be held on the earliest day: %s [HDA-11.1.2]', (_case, now, code) => {
    const council = posted('2026-06-01', at('2026-06-05 00:30'));
    checkIn(council, people(9), at('2026-06-05 00:00'));
    const earliest = at('2026-06-05 00:30');
    const result = council.does('open-sitting', {}, CHAIR, at(now));
    expect(result).toEqual(code ? refusal(code, 'HDA-11.1.2', { earliest }) : granted);
  });

  test('can be held at 00:00 of the earliest day itself [HDA-11.1.2]', () => {
    const midnight = at('2026-06-05 00:00');
    const council = posted('2026-06-01', midnight);
    checkIn(council, people(9), midnight);
    must(council, 'open-sitting', {}, CHAIR, midnight);
    expect(council.state.stage).toBe('sitting');
  });
});
