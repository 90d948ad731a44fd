import { atTime, type Instant } from '../../../src/domain/calendar/civil-date';
import type { PeriodicAction } from '../../../src/domain/periodic-meeting/actions';
import type { BeginInput } from '../../../src/domain/periodic-meeting/decide';
import { periodicMeeting } from '../../../src/domain/periodic-meeting/meeting';
import { scopeOf } from '../../../src/domain/periodic-meeting/scope';
import { MEETING_TYPES, typeOf, type MeetingTypeName } from '../../../src/domain/periodic-meeting/types';
import { isRefusal } from '../../../src/domain/refusal';
import { domainStory, must, standing } from '../../support/domain-story';

const at = (text: string): Instant => atTime(text.slice(0, 10), text.slice(11));
const BEGUN = at('2026-03-02 09:00');
const MEETING = at('2026-03-05 09:00');
const NAMES = ['secretary', 'deputy', 'a', 'b', 'c', 'd'];
const STAFF = standing('staff', ['staff']);
const CHAIR = standing('secretary');
const NOTICE = { meetingAt: '2026-03-05T09:00:00+08:00', place: '会议室', topics: '近期工作' };

/** A meeting of that type, of a body of so many on its roster: 书记, 副书记, the rest 委员. */
function meeting(type: MeetingTypeName, changes: Partial<BeginInput> = {}) {
  const roster = NAMES.map((personId, index) => ({ personId, position: ['书记', '副书记'][index] ?? '委员' }));
  const lineage = [
    { id: 'above', kind: 'district' },
    { id: 'here', kind: typeOf(type).level },
  ] as const;
  const story = domainStory(periodicMeeting, { lineage, roster });
  const others = typeOf(type).others === 'needed' ? [{ personId: 'head', capacity: '工作站负责人' }] : undefined;
  const given = { type, title: '例会', chair: 'secretary', recorder: 'staff', others, ...changes };
  const begun = story.begin(given, STAFF, BEGUN);
  const does = (action: PeriodicAction, body: object, actor = STAFF, now: Instant = MEETING) =>
    story.does(action, body, actor, now);
  return {
    ...story,
    begun,
    does,
    /** Told of, and so many come. */
    gathers(count: number) {
      does('issue-notice', { ...NOTICE, subjects: scopeOf(type)?.subjects.slice(0, 1) }, CHAIR, BEGUN);
      for (const { personId } of story.now().due.slice(0, count)) does('check-in', { personId });
    },
  };
}

describe('who is due and who chairs', () => {
  test.each<[MeetingTypeName, string | null]>([
    ['committee', 'periodic.delegation-reason'],
    ['organisational-life', 'periodic.secretary-chairs'],
    ['joint', 'periodic.secretary-chairs'],
    ['democratic-life', 'periodic.secretary-chairs'],
    ['study', 'periodic.delegation-reason'],
  ])(
    'a %s meeting that a deputy is to chair without a word: %s [CPO-2.2.1] [CPO-2.2.2] [CPO-3.8] [LAW-PB-14]',
    (type, code) => {
      expect(meeting(type, { chair: 'deputy' }).begun).toMatchObject({ code });
    },
  );

  test('with a reason a member chairs the committee, and nobody the organisational life meeting [LAW-PB-14] [CPO-3.6]', () => {
    expect(isRefusal(meeting('committee', { chair: 'a', delegation: '书记外出学习' }).begun)).toBe(false);
    expect(isRefusal(meeting('members-study', { chair: 'a', delegation: '书记外出学习' }).begun)).toBe(false);
    expect(meeting('organisational-life', { chair: 'a', delegation: '外出' }).begun).toMatchObject({
      clause: 'CPO-2.2.2',
    });
  });

  test('others are due where the text names them, and nowhere else [PWW-2.2a] [CPO-2.2.3]', () => {
    const others = [{ personId: 'head', capacity: '工作站负责人' }];
    expect(meeting('joint', { others }).now().due).toHaveLength(7);
    expect(meeting('party-building', { others }).now().due).toHaveLength(7);
    expect(meeting('joint', { others: [] }).begun).toMatchObject({
      code: 'periodic.others-missing',
      clause: 'CPO-2.2.3',
    });
    expect(meeting('study', { others: [] }).now().due).toHaveLength(6);
    expect(meeting('committee', { others }).begun).toMatchObject({ code: 'periodic.no-others', clause: 'CPO-2.2.1' });
  });
});

describe('what makes a quorum', () => {
  test.each<[MeetingTypeName, number, number]>([
    ['committee', 3, 4],
    ['organisational-life', 3, 4],
    ['democratic-life', 2, 3],
    ['representatives', 3, 4],
  ])(
    'of six due a %s meeting is not opened with %d and opened with %d [LAW-PB-14] [PWR-3.1.4a] [LAW-RCL-29] [PWW-2.3]',
    (type, few, enough) => {
      const small = meeting(type);
      small.gathers(few);
      expect(small.does('open-sitting', {}, CHAIR)).toMatchObject({ code: 'periodic.no-quorum' });
      const large = meeting(type);
      large.gathers(enough);
      expect(isRefusal(large.does('open-sitting', {}, CHAIR))).toBe(false);
    },
  );

  test('nobody opens it before its hour, on another day or without whoever chairs [CPO-2.2.1]', () => {
    const early = meeting('committee');
    early.gathers(6);
    expect(early.does('open-sitting', {}, CHAIR, MEETING - 1)).toMatchObject({
      code: 'periodic.before-announced-time',
    });
    expect(early.does('open-sitting', {}, CHAIR, at('2026-03-06 00:00'))).toMatchObject({
      code: 'periodic.announced-day-passed',
    });
    early.does('leave-early', { personId: 'secretary' });
    expect(early.does('open-sitting', {}, CHAIR)).toMatchObject({ code: 'periodic.chair-absent' });
    expect(early.does('open-sitting', {}, standing('deputy'))).toMatchObject({ code: 'procedure.not-entitled' });
  });
});

describe('what a meeting is called for', () => {
  const calls = (type: MeetingTypeName, subjects: readonly string[] | undefined, actor = CHAIR) => {
    const called = meeting(type);
    const answer = called.does('issue-notice', { ...NOTICE, subjects }, actor, BEGUN);
    return isRefusal(answer) ? [answer.code, answer.clause] : called.now().notice!.subjects;
  };

  test.each<[MeetingTypeName, string, readonly string[]]>([
    ['party-building', 'PWW-2.2b', ['inform', 'exchange', 'coordinate', 'mobilise']],
    [
      'committee',
      'CPO-2.3.1',
      ['higher-documents', 'committee-study', 'party-matters', 'work-reports', 'community-matters', 'other'],
    ],
    ['organisational-life', 'CPO-2.3.2', ['criticism', 'shortcomings', 'measures', 'unity']],
    ['joint', 'CPO-2.3.3', ['hear-reports', 'pressing-questions', 'countermeasures', 'conflicts']],
  ])(
    'a %s meeting is called for something that %s names, in its order, and for nothing else [PWW-2.2b] [CPO-2.3.1] [CPO-2.3.2] [CPO-2.3.3]',
    (type, clause, subjects) => {
      expect(calls(type, subjects.toReversed())).toEqual(subjects);
      expect(calls(type, [subjects[0]!])).toEqual([subjects[0]]);
      expect(calls(type, [])).toEqual(['periodic.no-subject', clause]);
      expect(calls(type, undefined)).toEqual(['periodic.no-subject', clause]);
      const foreign = type === 'joint' ? 'criticism' : 'hear-reports';
      expect(calls(type, [...subjects, foreign])).toEqual(['periodic.not-in-scope', clause]);
    },
  );

  test('where no text says what it is for nothing is chosen [PWW-2.4]', () => {
    expect(calls('study', undefined)).toEqual([]);
    expect(calls('study', ['inform'])).toEqual(['periodic.not-in-scope', 'PWW-2.4']);
  });

  test('the secretary convenes the committee, with the major matters of the community; staff convene others [CPO-3.1]', () => {
    expect(calls('committee', ['community-matters'], STAFF)).toEqual(['periodic.secretary-convenes', 'CPO-3.1']);
    expect(calls('committee', ['community-matters'])).toEqual(['community-matters']);
    // The secretary of the subdistrict above is not this committee's.
    const above = standing('secretary-above', ['secretary']);
    expect(calls('committee', ['community-matters'], above)).toEqual(['periodic.secretary-convenes', 'CPO-3.1']);
    expect(calls('joint', ['hear-reports'], STAFF)).toEqual(['hear-reports']);
  });

  test('a member who chairs in place of the secretary convenes it [CPO-3.1] [LAW-PB-14]', () => {
    const called = meeting('committee', { chair: 'a', delegation: '书记外出学习' });
    const notice = { ...NOTICE, subjects: ['other'] };
    expect(called.does('issue-notice', notice, standing('b'), BEGUN)).toMatchObject({ code: 'procedure.not-entitled' });
    expect(isRefusal(called.does('issue-notice', notice, standing('a'), BEGUN))).toBe(false);
  });
});

describe('who disagrees with a decision', () => {
  const decided = (type: MeetingTypeName, inFavour: number) => {
    const held = meeting(type);
    held.gathers(6);
    held.does('open-sitting', {}, CHAIR);
    const counts = { inFavour, against: 6 - inFavour, abstained: 0 };
    held.does('record-decision', { text: '通过计划', counts }, CHAIR);
    return { ...held, decisionId: held.now().decisions[0]!.id };
  };

  test.each<[MeetingTypeName, string]>([
    ['committee', 'CPO-2.4.3'],
    ['democratic-life', 'PWR-4.3'],
  ])(
    'says so, inside or upward, also when it is closed: the decision of a %s meeting stands [CPO-2.4.3]',
    (type, clause) => {
      const { does, now, decisionId } = decided(type, 4);
      const decisions = now().decisions;
      const disagrees = (route: string) =>
        does('record-dissent', { decisionId, text: '经费不足', route }, standing('b'));
      disagrees('inside');
      does('close-sitting', {}, CHAIR);
      does('file-record', { text: '会议记录' });
      expect(isRefusal(disagrees('upward'))).toBe(false);
      expect(now().dissents.map(({ personId, route }) => [personId, route])).toEqual([
        ['b', 'inside'],
        ['b', 'upward'],
      ]);
      expect([now().stage, now().decisions]).toEqual(['closed', decisions]);
      expect(
        does('record-dissent', { decisionId: 'other', text: '不同意', route: 'inside' }, standing('b')),
      ).toMatchObject({ code: 'periodic.nothing-decided', clause });
      expect(does('record-dissent', { decisionId, text: '不同意', route: 'inside' })).toMatchObject({
        code: 'procedure.not-entitled',
      });
    },
  );

  test('has nothing to disagree with where nothing was passed [CPO-2.4.3]', () => {
    const { does, decisionId } = decided('committee', 3);
    expect(does('record-dissent', { decisionId, text: '不同意', route: 'inside' }, standing('b'))).toMatchObject({
      code: 'periodic.nothing-decided',
    });
  });
});

describe('who is due on the day [CPO-2.2.1]', () => {
  const seats = (...names: string[]) =>
    names.map((personId, index) => ({ personId, position: index === 0 ? '书记' : '委员' }));

  test('goes by its roster: who left does not count, and who came may sign in [LAW-PB-14]', () => {
    const held = meeting('committee');
    held.gathers(4);
    held.rosterIs(seats('secretary', 'deputy', 'x', 'y', 'z', 'v', 'w'));
    // Of seven due two are there; the other two are no members any more.
    expect(held.does('open-sitting', {}, CHAIR)).toMatchObject({
      ...{ code: 'periodic.no-quorum', params: { due: 7, present: 2 } },
    });
    for (const personId of ['x', 'y']) held.does('check-in', { personId });
    expect(isRefusal(held.does('open-sitting', {}, CHAIR))).toBe(false);
    expect(held.now().due.map(({ personId }) => personId)).toEqual(['secretary', 'deputy', 'x', 'y', 'z', 'v', 'w']);
    expect(held.does('check-in', { personId: 'a' })).toMatchObject({ code: 'periodic.not-due' });
  });

  test('a secretary who was replaced neither calls it nor opens it [CPO-2.2.2]', () => {
    const held = meeting('organisational-life');
    held.gathers(6);
    held.rosterIs(seats('new', 'secretary', 'a', 'b', 'c', 'd'));
    expect(held.does('open-sitting', {}, CHAIR)).toMatchObject({
      code: 'periodic.secretary-chairs',
      clause: 'CPO-2.2.2',
    });
  });

  test('people sign in from an hour before, and ask leave only before it begins [CPO-2.2.1]', () => {
    const held = meeting('committee');
    held.gathers(0);
    const signsIn = (moment: Instant) => held.does('check-in', { personId: 'a' }, STAFF, moment);
    expect(signsIn(MEETING - 3_600_001)).toMatchObject({ code: 'periodic.before-announced-time' });
    expect(signsIn(at('2026-03-06 00:00'))).toMatchObject({ code: 'periodic.announced-day-passed' });
    expect(isRefusal(signsIn(MEETING - 3_600_000))).toBe(false);
    const leaves = (moment: Instant) => held.does('record-leave', { personId: 'b', reason: '出差' }, STAFF, moment);
    expect(isRefusal(leaves(MEETING - 1))).toBe(false);
    expect(leaves(MEETING)).toMatchObject({ code: 'periodic.leave-too-late' });
  });

  test('who was checked in by mistake was not there; once it is open its quorum stands on who was [CPO-2.2.1]', () => {
    const held = meeting('committee');
    held.gathers(3);
    const correct = (personId: string) => held.does('correct-attendance', { personId, reason: '登记有误' });
    const [first, , third, fourth] = held.now().due.map(({ personId }) => personId);
    expect(correct(fourth!)).toMatchObject({ code: 'periodic.not-present' });
    must(correct(third!));
    expect(held.now().attendance[third!]).toMatchObject({ checkedInAt: null });
    expect(held.does('open-sitting', {}, CHAIR)).toMatchObject({ code: 'periodic.no-quorum', params: { present: 2 } });
    for (const personId of [third, fourth]) must(held.does('check-in', { personId }));
    must(held.does('open-sitting', {}, CHAIR));
    expect(correct(first!)).toMatchObject({ code: 'procedure.wrong-stage' });
  });

  test('nothing is decided while nobody chairs [CPO-2.2.1]', () => {
    const held = meeting('committee');
    held.gathers(6);
    held.does('open-sitting', {}, CHAIR);
    held.does('leave-early', { personId: 'secretary' });
    const counts = { inFavour: 5, against: 0, abstained: 0 };
    const decision = held.does('record-decision', { text: '通过计划', counts }, STAFF);
    expect(decision).toMatchObject({ code: 'periodic.chair-absent' });
  });
});

describe('what makes a decision', () => {
  const decides = (type: MeetingTypeName, present: number, inFavour: number) => {
    const held = meeting(type);
    held.gathers(present);
    held.does('open-sitting', {}, CHAIR);
    const counts = { inFavour, against: present - inFavour, abstained: 0 };
    const answer = held.does('record-decision', { text: '通过计划', counts }, CHAIR);
    return isRefusal(answer) ? answer.code : held.now().decisions[0]!.verdict.passed;
  };

  test('in the committee more than half of those due, six: not three, but four [CPO-2.4.1]', () => {
    expect(decides('committee', 5, 3)).toBe(false);
    expect(decides('committee', 5, 4)).toBe(true);
  });

  test('in the representatives assembly more than half of those present: of four not two, but three [LAW-RCL-29]', () => {
    expect(decides('representatives', 4, 2)).toBe(false);
    expect(decides('representatives', 4, 3)).toBe(true);
  });

  test('more votes than members present are refused, and so is a decision after the quorum has gone [CPO-2.2.1]', () => {
    const held = meeting('committee');
    held.gathers(4);
    held.does('open-sitting', {}, CHAIR);
    const tooMany = { inFavour: 4, against: 1, abstained: 0 };
    expect(held.does('record-decision', { text: '通过计划', counts: tooMany }, CHAIR)).toMatchObject({
      code: 'vote.more-votes-than-present',
    });
    held.does('leave-early', { personId: 'b' });
    const counts = { inFavour: 3, against: 0, abstained: 0 };
    expect(held.does('record-decision', { text: '通过计划', counts }, CHAIR)).toMatchObject({
      code: 'periodic.no-quorum',
      clause: 'LAW-PB-14',
    });
  });
});

test('every type says where each of its numbers comes from, a clause or a local choice', () => {
  for (const { quorum, majority, chair, electorate } of Object.values(MEETING_TYPES))
    for (const source of [quorum.source, majority.source, chair.source, electorate])
      expect(source).toMatch(/^(local choice|(PWW|PWR|CPO|LAW)-[\w.-]+)$/);
});

test('when it is over the duties of the year are told, and its record is owed until it is filed [CPO-2.2.3]', () => {
  const held = meeting('joint');
  held.gathers(4);
  held.does('open-sitting', {}, CHAIR);
  const over = held.does('close-sitting', {}, CHAIR);
  expect(over).toMatchObject({ held: [{ meeting: 'joint', on: '2026-03-05' }] });
  expect(held.now().duties['file-record']).toMatchObject({ status: 'open', dueOn: '2026-03-09', clause: 'CPO-2.2.3' });
  held.does('file-record', { text: '会议记录' });
  expect([held.now().stage, held.now().duties['file-record']!.status]).toEqual(['closed', 'met']);
});
