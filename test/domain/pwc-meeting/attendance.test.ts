import { pwcMeeting } from '../../../src/domain/pwc-meeting/meeting';
import { isRefusal } from '../../../src/domain/refusal';
import { must, standing } from '../../support/domain-story';
import {
  at,
  BALLOT,
  BEGUN,
  committee,
  DEPUTY,
  entry,
  meeting,
  MEETING,
  MEMBER,
  OFFICE,
  proposal,
  RECORDER,
  SECRETARY,
} from '../../support/meeting-domain';

const noticed = (size = 9) => {
  const story = meeting({ size });
  must(story.fixes());
  must(story.tells());
  must(story.circulates());
  return story;
};

describe('who is there', () => {
  test('is checked in once, may leave and come back [PWR-3.1.3]', () => {
    const story = noticed();
    const comes = () => story.does('check-in', { personId: 'm1' }, RECORDER);
    const goes = () => story.does('leave-early', { personId: 'm1' }, RECORDER);
    expect(goes()).toMatchObject({ code: 'pwc.nobody-there', clause: 'PWR-3.1.3' });
    must(story.does('check-in', { personId: 'm2' }, RECORDER));
    expect(goes()).toMatchObject({ code: 'pwc.not-present', clause: 'PWR-3.1.3' });
    must(comes());
    expect(comes()).toMatchObject({ code: 'pwc.checked-in-already' });
    must(goes());
    must(comes());
    expect(story.now().sitting!.attendance['m1']).toMatchObject({ checkedInAt: MEETING, leftAt: null });
  });

  test('has no leave any more, also when the office would record one [PWR-3.1.4c]', () => {
    const story = noticed();
    const early = MEETING - 60_000;
    must(story.does('check-in', { personId: 'm1' }, RECORDER, early));
    expect(story.does('record-leave', { personId: 'm1', reason: '病假' }, OFFICE, early)).toMatchObject({
      code: 'pwc.checked-in-already',
      clause: 'PWR-3.1.4c',
    });
  });

  test('asks leave and stands aside for nobody else [PWR-3.1.4c] [PWR-3.1.12]', () => {
    const story = noticed();
    must(story.does('ask-leave', { reason: '出差', personId: 'm2' }, MEMBER, BEGUN));
    expect(Object.keys(story.now().sitting!.attendance)).toEqual(['m1']);
    must(story.does('recuse', { itemId: story.itemId('a'), reason: '亲属', personId: 'm2' }, MEMBER, BEGUN));
    expect(story.item('a').recusals.map(({ personId }) => personId)).toEqual(['m1']);
    expect(story.does('ask-leave', { reason: '?' }, standing('stranger'), BEGUN)).toMatchObject({
      code: 'procedure.not-entitled',
    });
  });

  test.each([
    [5, 1, false],
    [6, 1, true],
    [7, 3, false],
  ])('of %d who came %d go before the vote, which is put: %s [PWR-3.1.4a]', (present, gone, isEnough) => {
    const story = meeting().sits(present).discusses('a');
    for (const { personId } of committee().slice(present - gone, present))
      must(story.does('leave-early', { personId }, RECORDER));
    const answer = story.puts('a');
    expect(isRefusal(answer)).toBe(!isEnough);
    if (!isEnough) {
      expect(answer).toMatchObject({ code: 'pwc.no-quorum-for-item', clause: 'PWR-3.1.4a', params: { present: 4 } });
      must(story.does('check-in', { personId: committee()[present - 1]!.personId }, RECORDER));
      must(story.puts('a'));
    }
  });

  test('of nine with a personnel item six, of whom one recused is one too few [PWR-3.1.4b] [PWR-3.1.12]', () => {
    const candidates = [{ name: '甲', step: 'appoint' as const }];
    const story = meeting({ entries: [proposal('a', 'personnel')] }).sits(6, [{ agendaItemId: 'a', candidates }]);
    must(story.does('recuse', { itemId: story.itemId('a'), reason: '亲属' }, MEMBER));
    const candidateId = story.item('a').candidates[0]!.id;
    expect(story.puts('a', { ...BALLOT, scrutineerId: 'm2', candidateId })).toMatchObject({
      code: 'pwc.no-quorum-for-item',
      clause: 'PWR-3.1.4b',
      params: { due: 9, present: 5, recused: 1, needed: 6, quorateWithoutRecused: false },
    });
  });

  test('stands aside once, on an item that is open, and not in mid-vote [PWR-3.1.12]', () => {
    const story = meeting({ entries: [entry('a'), entry('b')] }).sits();
    const recuse = (item: string) => story.does('recuse', { itemId: story.itemId(item), reason: '亲属' }, MEMBER);
    must(recuse('b'));
    expect(recuse('b')).toMatchObject({ code: 'pwc.recused-already', clause: 'PWR-3.1.12' });
    story.discusses('a');
    must(story.puts('a'));
    expect(recuse('a')).toMatchObject({ code: 'pwc.vote-open', clause: 'PWR-3.1.12' });
    must(story.announces(9));
    expect(recuse('a')).toMatchObject({ code: 'pwc.item-decided' });
  });

  test('recused writes no opinion either [PWR-3.1.12] [PWR-3.1.4d]', () => {
    const story = noticed();
    const itemId = story.itemId('a');
    must(story.does('recuse', { itemId, reason: '亲属' }, MEMBER, BEGUN));
    expect(story.does('give-opinion', { itemId, text: '赞成' }, MEMBER, BEGUN)).toMatchObject({ code: 'pwc.recused' });
  });
});

describe('the roster of the day', () => {
  test('smaller than that of the notice makes fewer due: of eight, four open it [PWR-3.1.4a]', () => {
    const story = noticed();
    story.comes(['secretary', 'deputy', 'm1', 'm2']);
    expect(story.does('open-sitting', {})).toMatchObject({ code: 'pwc.no-quorum', params: { due: 9, needed: 5 } });
    story.rosterIs(committee(8));
    expect(must(story.does('update-roster', {}, RECORDER))).toMatchObject({ answer: { members: 8 } });
    must(story.does('open-sitting', {}));
    expect(story.now().members).toHaveLength(8);
  });

  test('of a meeting that was adjourned is that of its new notice, also when it went there and back [PWR-3.1.3]', () => {
    const story = noticed();
    story.comes(['secretary']);
    must(story.does('adjourn', { reason: '人数不足' }));
    story.rosterIs(committee(8));
    must(story.does('update-roster', {}, OFFICE));
    story.rosterIs(committee());
    must(story.tells({ meetingAt: '2026-03-12T09:00:00+08:00' }, at('2026-03-07 09:00')));
    expect(story.now().holders).toEqual(story.now().members);
    must(story.does('ask-leave', { reason: '出差' }, standing('m6'), at('2026-03-07 10:00')));
  });
});

describe('who chairs when the secretary comes and goes', () => {
  test('is the delegate while the secretary is away, and not a moment longer [PWR-3.1.2]', () => {
    const story = meeting({ entries: [entry('a'), entry('b')] }).sits();
    must(story.does('delegate-chair', { personId: 'deputy', reason: '临时外出' }));
    must(story.does('leave-early', { personId: 'secretary' }, RECORDER));
    story.discusses('a').discusses('b');
    expect(story.puts('a')).toMatchObject({ code: 'pwc.chair-absent' });
    must(story.puts('a', { method: 'oral' }, DEPUTY));
    must(story.does('check-in', { personId: 'secretary' }, RECORDER));
    expect(story.announces(8, 0, 0, DEPUTY)).toMatchObject({ code: 'pwc.secretary-chairs', clause: 'PWR-3.1.2' });
    must(story.announces(8));
    expect(story.puts('b', { method: 'oral' }, DEPUTY)).toMatchObject({ code: 'pwc.secretary-chairs' });
  });

  test('is no deputy without the delegation, and the delegate of one only [PWR-3.1.2]', () => {
    const story = noticed();
    story.comes(['deputy', 'deputy2', 'm1', 'm2', 'm3']);
    for (const personId of ['deputy2', 'deputy'])
      must(story.does('delegate-chair', { personId, reason: '出差' }, SECRETARY, BEGUN));
    expect(story.does('open-sitting', {}, standing('deputy2'))).toMatchObject({ code: 'procedure.not-entitled' });
    must(story.does('open-sitting', {}, DEPUTY));
    expect(story.now().sitting!.openedBy).toBe('deputy');
  });

  test('is nobody where there is no deputy to leave it to [PWR-3.1.2]', () => {
    const story = meeting();
    must(story.fixes());
    story.rosterIs(committee().filter(({ position }) => position !== '副书记'));
    must(story.tells());
    expect(story.does('delegate-chair', { personId: 'm1', reason: '出差' }, SECRETARY, BEGUN)).toMatchObject({
      code: 'pwc.no-deputy',
      clause: 'PWR-3.1.2',
    });
  });
});

describe('guests', () => {
  test('follow their items when the agenda is fixed anew, and go with an item that is left out [PWR-3.1.3]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('b')] });
    must(story.fixes());
    const invites = (name: string, ...items: string[]) =>
      must(
        story.does(
          'invite-guest',
          { name, capacity: '专家', itemIds: items.map((one) => story.itemId(one)) },
          OFFICE,
          BEGUN,
        ),
      );
    invites('甲', 'a');
    invites('乙', 'a', 'b');
    must(story.fixes(['b']));
    expect(story.now().guests).toMatchObject([{ name: { evidence: '乙' }, itemIds: [story.itemId('b')] }]);
  });

  test('were told by today at the latest [PWR-3.1.6a]', () => {
    const story = noticed();
    const invites = (toldOn: string) =>
      story.does(
        'invite-guest',
        { name: '甲', capacity: '专家', itemIds: [story.itemId('a')], toldOn },
        OFFICE,
        at('2026-03-03 09:00'),
      );
    expect(invites('2026-03-04')).toMatchObject({ code: 'pwc.told-in-the-future', clause: 'PWR-3.1.6a' });
    must(invites('2026-03-03'));
  });
});

describe('a vote is cast', () => {
  const put = () => {
    const story = meeting().sits(7);
    must(story.does('recuse', { itemId: story.itemId('a'), reason: '亲属' }, MEMBER));
    story.discusses('a');
    must(story.puts('a', { method: 'oral' }));
    return story;
  };

  test.each([
    ['the secretary, as one of them', 'secretary', true],
    ['a member who is there', 'm4', true],
    ['a member who is not there', 'm5', false],
    ['a member who is recused', 'm1', false],
    ['the recorder', 'recorder', false],
    ['nobody of the committee', 'stranger', false],
  ])('by %s (%s): %s [PWR-3.1.11a] [PWR-3.1.12] [PWR-3.1.3]', (_who, personId, isElector) => {
    const story = put();
    expect(pwcMeeting.openBox(story.now())!.electors.includes(personId)).toBe(isElector);
  });

  test('by nobody who comes when it is open: they would hear neither the discussion nor the question [PWR-3.1.11a]', () => {
    const story = put();
    must(story.does('check-in', { personId: 'm5' }, RECORDER));
    expect(pwcMeeting.openBox(story.now())!.electors).not.toContain('m5');
  });

  test('only in an open box, by the recorder who enters it [PWR-3.1.11g] [PWR-3.1.14]', () => {
    const story = put();
    const { voteId } = pwcMeeting.openBox(story.now())!;
    const ballot = { voteId, personId: 'm2', choice: 'against' };
    expect(story.does('enter-ballot', ballot, MEMBER)).toMatchObject({ code: 'procedure.not-entitled' });
    must(story.does('enter-ballot', ballot, RECORDER));
    must(story.does('close-vote', { voteId }));
    expect(pwcMeeting.openBox(story.now())).toBeNull();
    expect(story.does('enter-ballot', ballot, RECORDER)).toMatchObject({ code: 'pwc.no-vote-open' });
    expect(story.item('a').votes[0]!.verdict).toMatchObject({ against: 1, inFavour: 0, notVoting: 5 });
  });
});

describe('somebody who was checked in by mistake', () => {
  type Story = { does: ReturnType<typeof meeting>['does'] };
  const correct = ({ does }: Story, personId: string, actor = RECORDER) =>
    does('correct-attendance', { personId, reason: '登记有误' }, actor);

  test('was not there: the quorum is one less, and they may still come [PWR-3.1.4a]', () => {
    const story = noticed();
    expect(correct(story, 'm1')).toMatchObject({ code: 'pwc.nobody-there' });
    story.comes(['secretary', 'deputy', 'deputy2', 'm1', 'm2']);
    expect(correct(story, 'm3')).toMatchObject({ code: 'pwc.not-present' });
    expect(correct(story, 'm2', MEMBER)).toMatchObject({ code: 'procedure.not-entitled' });
    must(correct(story, 'm2', OFFICE));
    expect(story.now().sitting!.attendance['m2']).toMatchObject({ checkedInAt: null, leftAt: null });
    expect(story.does('open-sitting', {})).toMatchObject({ code: 'pwc.no-quorum', params: { present: 4, needed: 5 } });
    story.comes(['m2']);
    must(story.does('open-sitting', {}));
  });

  test('is one less for personnel, too: of six who came five are left [PWR-3.1.4b]', () => {
    const story = meeting({ entries: [proposal('p', 'personnel')] });
    story.sits(6, [{ agendaItemId: 'p', candidates: [{ name: '候选人甲', step: 'appoint' }] }]).discusses('p');
    must(correct(story, 'm3'));
    const [candidate] = story.item('p').candidates;
    expect(story.puts('p', { ...BALLOT, candidateId: candidate!.id })).toMatchObject({
      code: 'pwc.no-quorum-for-item',
      clause: 'PWR-3.1.4b',
    });
  });

  test('was there after all once they opened the sitting or spoke; one who left again was not [PWR-3.1.11g]', () => {
    const story = meeting().sits(7);
    expect(correct(story, 'secretary')).toMatchObject({ code: 'pwc.took-part', clause: 'PWR-3.1.11g' });
    must(story.does('record-statement', { itemId: story.itemId('a'), personId: 'm1', text: '同意' }, RECORDER));
    expect(correct(story, 'm1')).toMatchObject({ code: 'pwc.took-part' });
    must(story.does('leave-early', { personId: 'm2' }, RECORDER));
    must(correct(story, 'm2'));
    expect(story.now().sitting!.attendance['m2']).toMatchObject({ checkedInAt: null, leftAt: null });
  });

  test('was there after all once they counted for a vote, from its opening on; who came after it did not [PWR-3.1.11g]', () => {
    const story = meeting().sits(8).discusses('a');
    must(story.puts('a'));
    expect(correct(story, 'm5')).toMatchObject({ code: 'pwc.took-part' });
    story.comes(['m6']);
    must(correct(story, 'm6'));
    must(story.announces(8));
    expect(correct(story, 'm5')).toMatchObject({ code: 'pwc.took-part' });
  });

  test('was there after all once they heard an item; who came after it did not [PWR-3.1.10a]', () => {
    const story = meeting({ entries: [proposal('a', 'work-reports'), proposal('b')] }).sits(8);
    must(story.does('note-item', { itemId: story.itemId('a') }));
    story.comes(['m6']);
    expect(correct(story, 'm5')).toMatchObject({ code: 'pwc.took-part' });
    must(correct(story, 'm6'));
  });
});
