import { pwcMeeting } from '../../../src/domain/pwc-meeting/meeting';
import { isRefusal } from '../../../src/domain/refusal';
import { at, BALLOT, entry, meeting, MEETING, proposal, RECORDER, SECRETARY } from '../../support/meeting-domain';

describe('a vote', () => {
  test.each([
    [9, 9, 4, false],
    [9, 9, 5, true],
    [9, 5, 5, true],
    [8, 8, 4, false],
    [8, 8, 5, true],
    [8, 4, 4, false],
  ])('of %d due, %d of whom are there, with %d in favour: %s [PWR-3.1.11a]', (size, present, inFavour, passes) => {
    const story = meeting({ size }).sits(present);
    story.decides('a', inFavour);
    expect(story.item('a').votes[0]!.verdict).toMatchObject({ base: size, passed: passes });
    expect(story.item('a').outcome).toBe(passes ? 'adopted' : 'not-adopted');
  });

  test('abstained and not cast is not in favour, and stays in the base [PWR-3.1.11a]', () => {
    const story = meeting().sits().discusses('a');
    story.puts('a');
    expect(story.announces(4, 1, 3)).toMatchObject({ answer: { verdict: { base: 9, notVoting: 1, passed: false } } });
  });

  test('has one vote of each who was there and not recused when it was put, and no more [PWR-3.1.11a] [PWR-3.1.12]', () => {
    const story = meeting().sits(6);
    story.does('recuse', { itemId: story.itemId('a'), reason: '涉及本人' }, { ...SECRETARY, personId: 'm3' });
    story.discusses('a');
    expect(story.puts('a')).toMatchObject({ answer: { electors: 5 } });
    expect(story.announces(6)).toMatchObject({ code: 'vote.more-votes-than-present', clause: 'PWR-3.1.11a' });
    expect(pwcMeeting.openBox(story.now())!.electors).toEqual(['secretary', 'deputy', 'deputy2', 'm1', 'm2']);
    // Who goes now was there when it was put, and may still be counted.
    story.does('leave-early', { personId: 'm2' }, RECORDER);
    expect(isRefusal(story.announces(5))).toBe(false);
  });

  test('comes as counts or by names, and never as both [PWR-3.1.11c]', () => {
    const story = meeting().sits().discusses('a');
    story.puts('a', { method: 'oral' });
    const { voteId } = pwcMeeting.openBox(story.now())!;
    expect(story.does('close-vote', { voteId })).toMatchObject({ code: 'pwc.counts-missing' });
    for (const personId of ['secretary', 'deputy', 'deputy2', 'm1', 'm2'])
      story.does('enter-ballot', { voteId, personId, choice: 'in-favour' }, RECORDER);
    expect(story.announces(5)).toMatchObject({ code: 'pwc.counts-beside-names' });
    expect(story.does('close-vote', { voteId })).toMatchObject({ answer: { outcome: 'adopted' } });
    expect(story.item('a').votes[0]!.method).toBe('oral');
  });

  test('is announced by the chair at once, and of one item after the other [PWR-3.1.11g] [PWR-3.1.11e]', () => {
    const story = meeting({ entries: [entry('a'), entry('b')] })
      .sits()
      .discusses('a')
      .discusses('b');
    story.puts('a');
    expect(story.puts('b')).toMatchObject({ code: 'pwc.vote-open', clause: 'PWR-3.1.11e' });
    const { voteId } = pwcMeeting.openBox(story.now())!;
    const counts = { inFavour: 9, against: 0, abstained: 0 };
    expect(story.does('close-vote', { voteId, counts }, RECORDER)).toMatchObject({ code: 'procedure.not-entitled' });
    story.announces(9);
    expect(story.does('close-vote', { voteId, counts })).toMatchObject({ code: 'pwc.no-vote-open' });
    expect(story.puts('a')).toMatchObject({ code: 'pwc.item-decided' });
    story.puts('b');
    expect(story.does('close-vote', { voteId, counts })).toMatchObject({ code: 'vote.closed' });
  });

  test('settles the item on the agenda, so that whoever waits for it hears [PWW-2.1]', () => {
    const story = meeting({ entries: [entry('a'), entry('b')] }).sits();
    story.decides('a', 5);
    story.decides('b', 4);
    const settled = story.agenda.flatMap((change) => ('settle' in change ? [change.settle.settlement] : []));
    expect(settled).toMatchObject([
      { by: 'pwc', outcome: 'adopted', decidedOn: '2026-03-06' },
      { by: 'pwc', outcome: 'dropped' },
    ]);
  });
});

describe('a ballot on paper', () => {
  test('is demanded for major matters and appointments, and possible for everything [PWR-3.1.11d] [PWR-3.1.11c]', () => {
    const major = () =>
      meeting({ entries: [proposal('a', 'major-expenditure')] })
        .sits()
        .discusses('a');
    for (const method of ['oral', 'show-of-hands'])
      expect(major().puts('a', { method })).toMatchObject({
        code: 'pwc.ballot-demanded',
        clause: 'PWR-3.1.11d',
        params: { possible: 'paper-ballot' },
      });
    expect(isRefusal(major().puts('a', BALLOT))).toBe(false);
    expect(isRefusal(meeting().sits().discusses('a').puts('a', BALLOT))).toBe(false);
    const marked = meeting()
      .sits(9, [{ agendaItemId: 'a', major: true }])
      .discusses('a');
    expect(marked.puts('a')).toMatchObject({ code: 'pwc.ballot-demanded' });
  });

  test('has a scrutineer and a teller, two people who do not chair; nothing else has [PWR-3.1.11d] [PWR-3.1.11c]', () => {
    const put = (more: object) => meeting().sits().discusses('a').puts('a', more);
    const method = 'paper-ballot';
    for (const wrong of [
      { method },
      { method, scrutineerId: 'm1' },
      { method, scrutineerId: 'm1', tellerId: 'm1' },
      { method, scrutineerId: 'm1', tellerId: 'secretary' },
    ])
      expect(put(wrong)).toMatchObject({ code: 'pwc.tellers-missing', clause: 'PWR-3.1.11d' });
    const recused = meeting().sits().discusses('a');
    recused.does('recuse', { itemId: recused.itemId('a'), reason: '亲属' }, { ...SECRETARY, personId: 'm1' });
    expect(recused.puts('a', BALLOT)).toMatchObject({ code: 'pwc.tellers-missing' });
    expect(put({ ...BALLOT, method: 'oral' })).toMatchObject({ code: 'pwc.tellers-without-ballot' });
  });

  test('is unsigned: nobody is entered by name [PWR-3.1.11d]', () => {
    const story = meeting().sits().discusses('a');
    story.puts('a', BALLOT);
    const ballot = { voteId: pwcMeeting.openBox(story.now())!.voteId, personId: 'm1', choice: 'in-favour' };
    expect(story.does('enter-ballot', ballot, RECORDER)).toMatchObject({ code: 'pwc.ballot-is-unsigned' });
  });
});

describe('personnel', () => {
  const three = ['甲', '乙', '丙'].map((name) => ({ name, step: 'appoint' as const }));
  const sitting = () => {
    const story = meeting({ entries: [proposal('a', 'personnel')] });
    return story.sits(9, [{ agendaItemId: 'a', candidates: three }]).discusses('a');
  };

  test('is decided person by person: not as a whole, and nobody twice [PWR-3.1.11f]', () => {
    const story = sitting();
    const [first] = story.item('a').candidates;
    expect(story.puts('a', BALLOT)).toMatchObject({ code: 'pwc.person-by-person', clause: 'PWR-3.1.11f' });
    story.puts('a', { ...BALLOT, candidateId: first!.id });
    story.announces(9);
    expect(story.item('a').outcome).toBeNull();
    expect(story.puts('a', { ...BALLOT, candidateId: first!.id })).toMatchObject({ code: 'pwc.candidate-not-open' });
  });

  test.each([
    [[5, 5, 5], 'adopted'],
    [[5, 4, 9], 'partly-adopted'],
    [[4, 4, 0], 'not-adopted'],
  ])('with %j in favour of nine is %s [PWR-3.1.11f] [PWR-3.1.11a]', (votes, outcome) => {
    const story = sitting();
    story.item('a').candidates.forEach(({ id }, index) => {
      story.puts('a', { ...BALLOT, candidateId: id });
      story.announces(votes[index]!);
    });
    expect(story.item('a').outcome).toBe(outcome);
  });
});

describe('wide disagreement', () => {
  test('declared before counting, also in mid-vote, puts the item off to the next meeting [PWR-3.1.11h]', () => {
    const story = meeting().sits().discusses('a');
    story.puts('a');
    story.does('defer-item', { itemId: story.itemId('a'), reason: '意见不一' });
    expect(story.item('a')).toMatchObject({ outcome: 'deferred', votes: [] });
    expect(pwcMeeting.openBox(story.now())).toBeNull();
    expect(story.entries.get('a')).toMatchObject({ status: 'open', deferredOn: '2026-03-06' });
    expect(isRefusal(story.does('close-sitting', {}))).toBe(false);
  });

  test('does not put off what is urgent, nor what was counted already [PWR-3.1.11h]', () => {
    const urgent = meeting().sits(9, [{ agendaItemId: 'a', urgent: true }]);
    expect(urgent.does('defer-item', { itemId: urgent.itemId('a'), reason: '意见不一' })).toMatchObject({
      code: 'pwc.urgent-not-deferred',
      clause: 'PWR-3.1.11h',
    });
    const story = meeting({ entries: [proposal('a', 'personnel')] });
    const candidates = ['甲', '乙'].map((name) => ({ name, step: 'appoint' as const }));
    story.sits(9, [{ agendaItemId: 'a', candidates }]).discusses('a');
    story.puts('a', { ...BALLOT, candidateId: story.item('a').candidates[0]!.id });
    story.announces(9);
    expect(story.does('defer-item', { itemId: story.itemId('a'), reason: '意见不一' })).toMatchObject({
      code: 'pwc.counted-already',
    });
  });
});

describe('members who are not there when a major matter is decided', () => {
  const major = () => meeting({ entries: [proposal('a', 'major-expenditure')] });
  const informs = (story: ReturnType<typeof major>, personId: string, on: string, now = at(`${on} 12:00`)) =>
    story.does('inform-absent', { itemId: story.itemId('a'), personId, on, text: '电话沟通' }, SECRETARY, now);

  test('are asked beforehand or told afterwards, each once [PWR-3.1.10b]', () => {
    const story = major();
    story.fixes();
    story.tells();
    story.circulates();
    informs(story, 'm6', '2026-03-05');
    story.comes(['secretary', 'deputy', 'deputy2', 'm1', 'm2', 'm3', 'm4']);
    story.does('open-sitting', {});
    expect(informs(story, 'm1', '2026-03-06', MEETING)).toMatchObject({ code: 'pwc.nobody-to-inform' });
    story.decides('a', 7, 0, BALLOT);
    const key = `inform-absent:${story.itemId('a')}`;
    expect(story.now().duties[key]).toMatchObject({ status: 'open', dueOn: '2026-03-11', clause: 'PWR-3.1.10b' });
    expect(story.item('a').absent).toEqual(['m5', 'm6']);
    story.does('close-sitting', {});
    expect(informs(story, 'm6', '2026-03-09')).toMatchObject({ code: 'pwc.nobody-to-inform' });
    expect(informs(story, 'm5', '2026-03-05', at('2026-03-09 12:00'))).toMatchObject({
      code: 'pwc.informed-before-decision',
    });
    informs(story, 'm5', '2026-03-09');
    expect(story.now().duties[key]!.status).toBe('met');
    expect(story.item('a').informed.map(({ personId, when }) => [personId, when])).toEqual([
      ['m6', 'before'],
      ['m5', 'after'],
    ]);
  });

  test('of what is not major need not be told [PWR-3.1.10b]', () => {
    const story = meeting().sits(7);
    story.decides('a', 7);
    expect(Object.keys(story.now().duties).some((key) => key.startsWith('inform-absent'))).toBe(false);
  });
});
