import { isOwed } from '../../../src/domain/procedure/deadline';
import {
  announce,
  at,
  begun,
  BEGUN,
  CHAIR,
  checkIn,
  codeOf,
  DEPUTY,
  dueList,
  eventsOf,
  hands,
  itemId,
  MEETING,
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
import { close, CLOSED, closedSitting, handOver, recuse, telling } from './stories';

const reason = '登记有误';
const item = (council: Council, number = 1) => council.state.items[number - 1]!;
const tally = (council: Council, inFavour: number, actor = CHAIR, now = MEETING) =>
  council.does('correct-tally', { voteId: item(council).votes[0]?.id, counts: hands(inFavour), reason }, actor, now);
const attendance = (council: Council, personId: string, present: boolean, actor = RECORDER, now = MEETING) =>
  council.does('correct-attendance', { personId, present, reason }, actor, now);

describe('a tally', () => {
  test.each([
    ['exactly two thirds', 6, true, 'adopted'],
    ['one less', 5, false, null],
  ])('that is corrected to %s shows what it does to the verdict [HDA-11.2.1]', (_case, inFavour, passed, outcome) => {
    const council = sitting();
    vote(council, passed ? 5 : 6);
    const result = tally(council, inFavour);
    expect(result).toMatchObject({ answer: { votes: [{ before: { passed: !passed }, after: { passed }, outcome }] } });
    expect(item(council)).toMatchObject({ outcome, votes: [{ verdict: { inFavour, base: 9 } }] });
    const [entry] = eventsOf(council, 'vote-corrected');
    expect(entry?.data).toMatchObject({ before: { inFavour: passed ? 5 : 6 }, by: CHAIR.personId });
    expect(eventsOf(council, 'vote-closed')).toHaveLength(1);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-result-turned', params: { passed } });
  });

  test("is the chair's to correct once the result is announced, not the recorder's [HDA-11.2.1]", () => {
    const council = sitting();
    vote(council, 6);
    expect(tally(council, 5, RECORDER)).toEqual(refusal('procedure.not-entitled', null));
    expect(codeOf(tally(council, 5, SECRETARY))).toBeNull();
  });

  test('cannot hold more votes than members were present, nor be corrected while a vote is open [HDA-11.2.1]', () => {
    const council = sitting();
    vote(council, 6);
    expect(tally(council, 10)).toEqual(refusal('vote.more-votes-than-present', 'HDA-11.2.1'));
    put(council, { item: 2 });
    expect(tally(council, 5)).toEqual(refusal('council.vote-open', 'HDA-11.2.1'));
  });

  test('of ballots stands as they were cast, beside one of hands [HDA-11.2.1]', () => {
    const council = sitting();
    vote(council, 5, { item: 2 });
    put(council, { method: 'open-ballot' });
    must(council, 'close-vote', {}, RECORDER, MEETING);
    expect(tally(council, 9)).toEqual(refusal('council.ballots-stand', 'HDA-11.2.1'));
  });

  test('corrected after the sitting puts right what is owed, and what was published is published again [HDA-11.2.3a] [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    expect(codeOf(tally(council, 5, CHAIR, CLOSED))).toBeNull();
    expect(item(council).outcome).toBe('no-agreement');
    const owed = Object.entries(council.state.duties)
      .filter(([, duty]) => isOwed(duty))
      .map(([key]) => key);
    const voteId = item(council).votes[0]!.id;
    expect(new Set(owed)).toEqual(new Set([`escalate:${itemId(council)}`, `publish-result:${voteId}`]));
    must(council, 'publish-result', {}, STAFF, CLOSED);
    expect(eventsOf(council, 'result-published')[1]?.data.content.items[0]).toMatchObject({ outcome: 'no-agreement' });
  });

  test.each([
    ['told', (council: Council) => must(council, 'record-telling', telling(council, '2026-03-06'), STAFF, CLOSED)],
    ['put to the assembly', (council: Council) => handOver(council)],
  ])('turns no decision that was %s already [ACC-6.3]', (_case, carryOn) => {
    const council = closedSitting(CLOSED);
    carryOn(council);
    expect(tally(council, 5, CHAIR, CLOSED)).toEqual(refusal('council.carried-on-already', 'ACC-6.3'));
    // A correction that leaves the result is an entry like any other.
    expect(codeOf(tally(council, 8, CHAIR, CLOSED))).toBeNull();
  });
});

describe('an attendance', () => {
  test("is the recorder's to correct until a result is announced, from then on the chair's [HDA-11.2.1]", () => {
    const council = sitting(8);
    expect(codeOf(attendance(council, people(9)[8]!, true))).toBeNull();
    vote(council, 6);
    expect(attendance(council, people(9)[8]!, false)).toEqual(refusal('council.correction-by-chair', 'HDA-11.2.1'));
    expect(codeOf(attendance(council, people(9)[8]!, false, CHAIR))).toBeNull();
  });

  test.each([
    ['somebody who was not there: six of eight are more than two thirds still', 9, false, 6, true, 8],
    ['somebody who was not there: five of seven pass where five of eight did not', 8, false, 5, true, 7],
    ['somebody who was there: six of ten would not pass, six of nine do', 8, true, 6, true, 9],
    ['somebody who was there: five of seven passed, five of eight do not', 7, true, 5, false, 8],
  ])('changes the base of announced votes: %s [HDA-11.2.1]', (_case, present, wasThere, inFavour, passes, base) => {
    const council = sitting(present);
    vote(council, inFavour);
    const personId = people(9)[wasThere ? present : present - 1]!;
    expect(codeOf(attendance(council, personId, wasThere, CHAIR))).toBeNull();
    expect(item(council).votes[0]?.verdict).toMatchObject({ base, passed: passes });
    expect(item(council).outcome).toBe(passes ? 'adopted' : null);
  });

  test('is refused when the votes counted would be more than those present [HDA-11.2.1]', () => {
    const council = sitting(6);
    vote(council, 6);
    expect(attendance(council, people(6)[5]!, false, CHAIR)).toEqual(
      refusal('vote.more-votes-than-present', 'HDA-11.2.1', { cast: 6, present: 5 }),
    );
    expect(council.state.sitting?.attendance[people(6)[5]!]?.checkedInAt).not.toBeNull();
  });

  test('that is as entered, or of somebody not due, is none to correct [HDA-9]', () => {
    const council = sitting(8);
    expect(codeOf(attendance(council, people(9)[0]!, true))).toBe('council.attendance-as-entered');
    expect(codeOf(attendance(council, 'guest', true))).toBe('council.not-due');
  });

  test('shows what it does to the quorum [HDA-9]', () => {
    const council = sitting(5);
    expect(attendance(council, people(5)[4]!, false)).toMatchObject({
      answer: { quorum: { present: 4, needed: 5, quorate: false } },
    });
  });
});

describe('a posting', () => {
  const correct = (council: Council, postedOn: string, now: number, actor = STAFF) => {
    const postingId = council.state.notice?.postings[0]?.id;
    return council.does('correct-posting', { postingId, postedOn, reason }, actor, now);
  };

  test.each([
    ['a day later: the third clear day ends with the eve of the meeting', '2026-03-02', at('2026-03-06 00:00')],
    ['two days later', '2026-03-03', at('2026-03-07 00:00')],
  ])('that hung %s runs its clear days from there [HDA-11.1.2]', (_case, postedOn, earliestAt) => {
    const council = begun();
    announce(council, at('2026-03-09 09:00'), at('2026-03-01 09:00'));
    expect(correct(council, postedOn, at('2026-03-04 09:00'))).toMatchObject({
      answer: { earliestAt, heldTooEarly: false },
    });
    expect(council.state.notice).toMatchObject({ earliestAt });
    expect(council.state.notice?.postings[0]?.confirmation?.postedOn).toBe(postedOn);
  });

  test('does not hang tomorrow, nor before its notice [HDA-11.1.2]', () => {
    const council = begun();
    announce(council, MEETING, BEGUN);
    expect(codeOf(correct(council, '2027-01-01', BEGUN))).toBe('council.posted-in-the-future');
    expect(codeOf(correct(council, '2026-01-01', BEGUN))).toBe('council.posted-before-notice');
    expect(
      codeOf(begun().does('correct-posting', { postingId: 'x', postedOn: '2026-03-02', reason }, STAFF, BEGUN)),
    ).toBe('procedure.wrong-stage');
  });

  test('corrected after the opening by the chair shows whether the sitting was too early, and tells the supervisors [HDA-11.1.2]', () => {
    const council = begun();
    announce(council, MEETING, BEGUN);
    checkIn(council, people(9));
    must(council, 'open-sitting', {}, CHAIR, MEETING);
    const later = council.state.notice!.postings[0]!.confirmation!.postedOn.replace(/\d\d$/, (day) =>
      String(Number(day) + 1).padStart(2, '0'),
    );
    expect(correct(council, later, MEETING)).toEqual(refusal('council.correction-by-chair', 'HDA-11.2.1'));
    const earliest = council.state.notice!.earliestAt! + 86_400_000;
    const result = correct(council, later, MEETING, CHAIR);
    expect(result).toMatchObject({ answer: { earliestAt: earliest, heldTooEarly: MEETING < earliest } });
    expect(council.told.some(({ kind }) => kind === 'council-held-too-early')).toBe(MEETING < earliest);
  });
});

describe('chair and recorder', () => {
  const officers = { chair: 'member1', deputy: null, recorder: 'clerk2', reason: '工作调整' };

  test('are changed by the secretary with a reason; the new ones act and are told, the old ones no longer [HDA-11.2.3b]', () => {
    const council = sitting();
    expect(council.does('change-officers', officers, CHAIR, MEETING)).toEqual(refusal('procedure.not-entitled', null));
    must(council, 'change-officers', officers, SECRETARY, MEETING);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-officer-named', persons: ['member1', 'clerk2'] });
    const plain = { ...CHAIR, roles: [] };
    expect(council.does('put-to-vote', {}, plain, MEETING)).toEqual(refusal('procedure.not-entitled', null));
    expect(codeOf(put(council, { actor: { ...plain, personId: 'member1' } }))).toBeNull();
  });

  test('the recorder neither chairs nor stands in, and nothing changes in mid-vote [HDA-11.2.3b]', () => {
    const council = sitting();
    expect(council.does('change-officers', { ...officers, recorder: 'member1' }, SECRETARY, MEETING)).toEqual(
      refusal('council.recorder-chairs', 'HDA-11.2.3b'),
    );
    put(council);
    expect(codeOf(council.does('change-officers', officers, SECRETARY, MEETING))).toBe('council.vote-open');
  });
});

test('corrections are entries beside what they correct: nothing that was entered goes away [HDA-11.2.1]', () => {
  const council = sitting();
  vote(council, 6);
  const before = council.events.length;
  tally(council, 7);
  attendance(council, people(9)[8]!, false, CHAIR);
  expect(council.events.slice(before).map(({ type }) => type)).toEqual([
    'vote-corrected',
    'attendance-corrected',
    'vote-corrected',
  ]);
  close(closedWith(council));
});

/** The second item voted on, so that the sitting can be closed. */
function closedWith(council: Council): Council {
  vote(council, 8, { item: 2 });
  return council;
}

describe('a correction', () => {
  const postponed = () => {
    const council = sitting(9, { items: [{ title: '增设充电桩' }] });
    vote(council, 4);
    vote(council, 6, { question: 'postpone', postponeTo: '2026-04-06' });
    close(council, CLOSED);
    expect(item(council).postponed).toEqual({ until: '2026-04-06', returnedOn: null });
    return council;
  };
  const correct = (council: Council, number: number, inFavour: number, now = CLOSED) =>
    must(
      council,
      'correct-tally',
      { voteId: item(council).votes[number]!.id, counts: hands(inFavour), reason },
      CHAIR,
      now,
    );

  test('that turns nothing leaves a postponement alone: the item returns once [HDA-11.2.1]', () => {
    const council = postponed();
    correct(council, 0, 3);
    expect(item(council)).toMatchObject({ outcome: 'postponed', postponed: { until: '2026-04-06', returnedOn: null } });
    council.passes(at('2026-04-06 09:00'));
    correct(council, 1, 7, at('2026-04-06 10:00'));
    expect(item(council).postponed).toEqual({ until: '2026-04-06', returnedOn: '2026-04-06' });
    council.passes(at('2026-04-08 09:00'));
    expect(eventsOf(council, 'item-returned')).toHaveLength(1);
  });

  test.each([
    ['just a quorum', 9, 6, true],
    ['one less than that', 9, 5, false],
  ])('of the attendance to %s decides whether the vote stands (reading 2) [HDA-9]', (_case, due, present, passed) => {
    const council = sitting(present, { due: dueList(due) });
    vote(council, present - 1);
    attendance(council, people(present).at(-1)!, false, CHAIR);
    expect(item(council).votes[0]).toMatchObject({
      quorum: { present: present - 1, quorate: passed },
      verdict: { passed },
    });
    expect(item(council).outcome).toBe(passed ? 'adopted' : null);
  });

  test('that takes its quorum from a vote lets the question be put again, when there is one (reading 2) [HDA-9] [HDA-11.2.1]', () => {
    const council = sitting(5, { due: dueList(9), items: [{ title: '增设充电桩' }] });
    vote(council, 4);
    attendance(council, people(5).at(-1)!, false, CHAIR);
    const again = { itemId: itemId(council), question: 'adopt', method: 'show-of-hands' };
    expect(codeOf(council.does('put-to-vote', again, CHAIR, MEETING))).toBe('council.no-quorum-for-item');
    expect(codeOf(council.does('close-sitting', {}, CHAIR, MEETING))).toBe('council.items-not-put');
    checkIn(council, [people(6).at(-1)!]);
    vote(council, 5);
    expect(item(council).outcome).toBe('adopted');
    expect(item(council).votes.map(({ question }) => question)).toEqual(['adopt', 'adopt']);
    expect(codeOf(council.does('put-to-vote', again, CHAIR, MEETING))).toBe('council.all-items-decided');
  });

  test('of the attendance waits for the door to open [HDA-11.1.2]', () => {
    const council = begun();
    announce(council);
    const early = attendance(council, people(1)[0]!, true, RECORDER, MEETING - 60 * 60_000 - 1);
    expect(early).toEqual(refusal('council.before-announced-time', 'HDA-11.1.2'));
    expect(codeOf(attendance(council, people(1)[0]!, true, RECORDER, MEETING - 60 * 60_000))).toBeNull();
  });

  test('is not for whoever stands aside from the item (reading 3) [HDA-9]', () => {
    const council = sitting();
    recuse(council, CHAIR.personId);
    vote(council, 5, { actor: DEPUTY });
    expect(tally(council, 6)).toEqual(refusal('council.chair-recused', 'HDA-9'));
    expect(codeOf(tally(council, 6, DEPUTY))).toBeNull();
  });

  test('puts a wrong hand right that the recorder entered by name, and is not offered for ballots [HDA-11.2.1]', () => {
    const council = sitting();
    put(council);
    for (const personId of people(5))
      must(council, 'enter-ballot', { personId, choice: 'in-favour' }, RECORDER, MEETING);
    must(council, 'close-vote', {}, RECORDER, MEETING);
    expect(codeOf(tally(council, 6))).toBeNull();
    const cast = sitting();
    put(cast, { method: 'open-ballot' });
    must(cast, 'close-vote', {}, RECORDER, MEETING);
    expect(tally(cast, 6)).toEqual(refusal('council.nothing-to-correct', null));
  });

  test('of a posting stops the sitting from deciding until the clear days are over [HDA-11.1.2]', () => {
    const council = sitting();
    const { id } = council.state.notice!.postings[0]!;
    must(council, 'correct-posting', { postingId: id, postedOn: '2026-03-03', reason }, CHAIR, MEETING);
    expect(codeOf(put(council))).toBe('council.notice-period-running');
  });
});
