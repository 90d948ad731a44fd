import { pwcMeeting } from '../../../src/domain/pwc-meeting/meeting';
import { isRefusal } from '../../../src/domain/refusal';
import { must } from '../../support/domain-story';
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
import { standing } from '../../support/domain-story';

const NEXT = at('2026-03-07 09:00');
const AGAIN = at('2026-03-12 09:00');

describe('an adjourned meeting', () => {
  const adjourned = () => {
    const story = meeting({ entries: [entry('a'), entry('b')] }).sits();
    story.decides('a', 9);
    story.discusses('b');
    must(story.does('adjourn', { reason: '时间已晚' }));
    return story;
  };

  test('whose other items are taken off is closed without sitting again, and its minutes are owed [PWR-3.1.14] [PWR-4.3]', () => {
    const story = adjourned();
    must(story.does('withdraw-item', { itemId: story.itemId('b'), reason: '材料不全' }, SECRETARY, NEXT));
    expect(
      story.does('issue-notice', { meetingAt: '2026-03-12T09:00:00+08:00', place: '会议室' }, OFFICE, NEXT),
    ).toMatchObject({
      code: 'pwc.all-items-decided',
    });
    expect(must(story.does('close-sitting', {}, SECRETARY, NEXT))).toMatchObject({ held: [{ on: '2026-03-06' }] });
    expect(story.now()).toMatchObject({ stage: 'documenting', heldOn: '2026-03-06' });
    expect(story.now().duties['renew-notice:1']!.status).toBe('void');
    expect(story.now().duties['sign-minutes']!.status).toBe('open');
  });

  test('is not cancelled once something was announced, which is no attempt to change it [PWR-3.1.11g]', () => {
    const story = adjourned();
    expect(story.does('cancel', { reason: '不开了' }, SECRETARY, NEXT)).toMatchObject({
      code: 'pwc.something-decided',
    });
    expect(story.now().leads).toEqual([]);
    expect(meeting().does('close-sitting', {}, SECRETARY, BEGUN)).toMatchObject({ code: 'procedure.wrong-stage' });
  });

  test('discusses what is open anew when it sits again, and its minutes tell of both sittings [PWR-3.1.10a] [PWR-3.1.14]', () => {
    const story = adjourned();
    must(story.tells({ meetingAt: '2026-03-12T09:00:00+08:00' }, NEXT));
    for (const { personId } of committee().slice(0, 5)) must(story.does('check-in', { personId }, RECORDER, AGAIN));
    must(story.does('open-sitting', {}, SECRETARY, AGAIN));
    expect(story.puts('b', undefined, SECRETARY, AGAIN)).toMatchObject({ code: 'pwc.not-summed-up' });
    const itemId = story.itemId('b');
    must(story.does('record-statement', { itemId, personId: 'm1', text: '补充意见' }, RECORDER, AGAIN));
    must(story.does('sum-up', { itemId, text: '建议通过' }, RECORDER, AGAIN));
    must(story.puts('b', undefined, SECRETARY, AGAIN));
    const counts = { inFavour: 5, against: 0, abstained: 0 };
    const { voteId } = pwcMeeting.openBox(story.now())!;
    must(story.does('close-vote', { voteId, counts }, SECRETARY, AGAIN));
    must(story.does('close-sitting', {}, SECRETARY, AGAIN));
    const minutes = must(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, AGAIN)).answer![
      'text'
    ];
    for (const line of [
      '时间：2026-03-06 09:00',
      '应到 9 人，到会 9 人',
      '时间：2026-03-12 09:00',
      '应到 9 人，到会 5 人',
    ])
      expect(minutes).toContain(line);
    const itemIds = [story.itemId('a')];
    const notice = { kind: 'decision-notice', title: '通知', itemIds };
    expect(must(story.does('draft-document', notice, OFFICE, AGAIN)).answer!['text']).toContain(
      '经2026-03-06党工委会议',
    );
  });

  test('is adjourned, summed up and closed by who chairs, not by a delegate beside the secretary [PWR-3.1.2] [PWR-3.1.12]', () => {
    const story = meeting().sits();
    must(story.does('delegate-chair', { personId: 'deputy', reason: '以备不时' }));
    const itemId = story.itemId('a');
    expect(story.does('sum-up', { itemId, text: '建议' }, DEPUTY)).toMatchObject({ code: 'pwc.secretary-chairs' });
    expect(story.does('adjourn', { reason: '改日' }, DEPUTY)).toMatchObject({ code: 'pwc.secretary-chairs' });
    must(story.does('record-recusal', { itemId, personId: 'secretary', reason: '亲属' }, RECORDER));
    expect(story.does('report-consultation', { itemId, text: '已酝酿' })).toMatchObject({ code: 'pwc.chair-recused' });
    must(story.does('report-consultation', { itemId, text: '已酝酿' }, DEPUTY));
    must(story.does('withdraw-item', { itemId, reason: '另议' }));
    expect(story.does('close-sitting', {}, DEPUTY)).toMatchObject({ code: 'pwc.secretary-chairs' });
  });
});

describe('a result that was announced', () => {
  test('of one person keeps the item from being taken off or put off [PWR-3.1.11g] [PWR-4.3]', () => {
    const story = meeting({ entries: [proposal('a', 'personnel')] });
    const candidates = ['甲', '乙'].map((name) => ({ name, step: 'appoint' as const }));
    story.sits(9, [{ agendaItemId: 'a', candidates }]).discusses('a');
    must(story.puts('a', { ...BALLOT, candidateId: story.item('a').candidates[0]!.id }));
    must(story.announces(9));
    const withdrawal = { itemId: story.itemId('a'), reason: '改日' };
    expect(story.does('withdraw-item', withdrawal)).toMatchObject({ code: 'pwc.counted-already' });
    must(story.does('adjourn', { reason: '改日' }));
    expect(story.does('cancel', { reason: '不开了' }, SECRETARY, NEXT)).toMatchObject({
      code: 'pwc.something-decided',
    });
    expect(story.item('a').summary).not.toBeNull();
  });

  test('says when it would be the other way round with the recused left out [PWR-3.1.11a] [PWR-3.1.12]', () => {
    const story = meeting().sits();
    for (const personId of ['m5', 'm6'])
      must(story.does('record-recusal', { itemId: story.itemId('a'), personId, reason: '亲属' }, RECORDER));
    story.decides('a', 4, 3);
    expect(story.item('a').votes[0]).toMatchObject({ verdict: { passed: false, base: 9 }, passedWithoutRecused: true });
  });
});

describe('an item on which recusals leave no quorum', () => {
  const recused = (count: number) => {
    const story = meeting().sits();
    const itemId = story.itemId('a');
    for (const { personId } of committee().slice(-count))
      must(story.does('record-recusal', { itemId, personId, reason: '亲属' }, RECORDER));
    return { story, itemId };
  };

  test('goes to the district: of nine with five recused, and not with four [PWR-3.1.12] [PWR-3.1.4a]', () => {
    const four = recused(4);
    expect(four.story.does('refer-item', { itemId: four.itemId })).toMatchObject({ code: 'pwc.nothing-to-refer' });
    const { story, itemId } = recused(5);
    expect(must(story.does('refer-item', { itemId }))).toMatchObject({
      answer: { quorum: { recused: 5, present: 4 } },
    });
    must(story.does('close-sitting', {}));
    const decision = { itemId, outcome: 'adopted', reference: '区委〔2026〕3号' };
    expect(story.does('enter-district-decision', { ...decision, on: '2026-03-05' }, OFFICE, NEXT)).toMatchObject({
      refused: true,
    });
    must(story.does('enter-district-decision', { ...decision, on: '2026-03-07' }, OFFICE, NEXT));
    expect(story.agenda.at(-1)).toMatchObject({ settle: { settlement: { outcome: 'adopted' } } });
    expect(story.now().duties[`assign-task:${itemId}`]!.status).toBe('open');
    expect(story.now().duties[`tell-downward:${itemId}`]!.status).toBe('open');
  });
});

describe('seats that change', () => {
  const successor = committee().map((seat) => (seat.personId === 'secretary' ? { ...seat, personId: 'new' } : seat));
  const NEW = standing('new', ['secretary']);

  test('after the meeting give the signature and what follows to the new secretary, and take it from the former [PWR-3.2.4] [PWR-4.1]', () => {
    const story = meeting().held();
    const draft = { kind: 'minutes', title: '纪要' };
    const { documentId } = must(story.does('draft-document', draft, OFFICE, NEXT)).answer as { documentId: string };
    expect(story.does('update-roster', {}, OFFICE, NEXT)).toMatchObject({ code: 'pwc.roster-unchanged' });
    story.rosterIs(successor);
    must(story.does('update-roster', {}, OFFICE, NEXT));
    expect(story.does('sign-document', { documentId }, SECRETARY, NEXT)).toMatchObject({
      code: 'procedure.not-entitled',
    });
    expect(story.does('reopen-item', { itemId: story.itemId('a'), reason: '?' }, SECRETARY, NEXT)).toMatchObject({
      code: 'procedure.not-entitled',
    });
    must(story.does('sign-document', { documentId }, NEW, NEXT));
    expect(story.now().members.some(({ personId }) => personId === 'secretary')).toBe(true);
    expect(pwcMeeting.participants(story.now())).toContain('secretary');
  });

  test('between the notice and the meeting change who is due, and who may open it [PWR-3.1.2] [PWR-3.1.4a]', () => {
    const story = meeting();
    story.fixes();
    story.tells();
    story.circulates();
    must(story.does('delegate-chair', { personId: 'deputy', reason: '出差' }, SECRETARY, BEGUN));
    story.comes(['secretary', 'deputy2', 'm1', 'm2', 'm3']);
    story.rosterIs(successor);
    expect(story.does('open-sitting', {}, SECRETARY)).toMatchObject({ code: 'procedure.not-entitled' });
    must(story.does('update-roster', {}, OFFICE));
    must(story.does('check-in', { personId: 'new' }, RECORDER, MEETING));
    expect(isRefusal(story.does('open-sitting', {}, NEW))).toBe(false);
  });

  test('take the delegation from a deputy who is one no longer [PWR-3.1.2]', () => {
    const story = meeting();
    story.fixes();
    story.tells();
    must(story.does('delegate-chair', { personId: 'deputy', reason: '出差' }, SECRETARY, BEGUN));
    story.comes(['deputy', 'deputy2', 'm1', 'm2', 'm3']);
    story.rosterIs(committee().map((seat) => (seat.personId === 'deputy' ? { ...seat, position: '委员' } : seat)));
    expect(story.does('open-sitting', {}, DEPUTY)).toMatchObject({ code: 'procedure.not-entitled' });
  });

  test('do not make the recorder a member who keeps the record [PWR-3.1.14]', () => {
    const story = meeting();
    story.fixes();
    story.rosterIs([...committee(), { personId: 'recorder', position: '委员' }]);
    expect(story.tells()).toMatchObject({ code: 'pwc.recorder-is-member' });
  });
});

describe('what comes back by itself', () => {
  test('is not counted against the limit, since nobody can leave it out [PWR-3.1.6b] [PWR-3.1.11h]', () => {
    const deferred = ['x', 'y'].map((id) => ({ ...proposal(id), deferredOn: '2026-02-20' }));
    const story = meeting({ entries: [proposal('a'), ...deferred], rules: { 'pwc.itemsAtMost': 1 } });
    expect(isRefusal(story.fixes(['a']))).toBe(false);
    expect(story.now().items).toHaveLength(3);
  });

  test('after the agenda was fixed is added by the notice [PWR-3.1.11h] [PWR-3.1.13]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('z')] });
    story.fixes(['a']);
    story.entries.set('z', { ...proposal('z'), deferredOn: '2026-03-02', major: true });
    must(story.tells());
    expect(story.now().items.map(({ agendaItemId, major }) => [agendaItemId, major])).toEqual([
      ['z', true],
      ['a', false],
    ]);
    expect(story.entries.get('z')!.status).toBe('taken-up');
  });

  test('stays a major matter when a secretary called it one [PWR-3.1.11d] [PWR-3.1.11h]', () => {
    const story = meeting().sits(9, [{ agendaItemId: 'a', major: true }]);
    must(story.does('defer-item', { itemId: story.itemId('a'), reason: '意见不一' }));
    expect(story.agenda.at(-1)).toEqual({ release: { agendaItemId: 'a', deferredOn: '2026-03-06', major: true } });
  });
});

describe('what is left at the end', () => {
  const told = (story: ReturnType<typeof meeting>) => {
    const itemIds = [story.itemId('a')];
    must(story.does('tell-downward', { itemIds, on: '2026-03-07', how: 'oral', audience: '各社区' }, OFFICE, NEXT));
    const draft = must(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, NEXT)).answer!;
    must(story.does('sign-document', { documentId: draft['documentId'] }, SECRETARY, NEXT));
  };

  test('the last open task withdrawn beside one that is done closes the meeting [PWR-4.4]', () => {
    const story = meeting().held();
    told(story);
    const task = { itemId: story.itemId('a'), what: '落实', responsibleId: 'm1', dueOn: '2026-03-20' };
    const ids = [1, 2].map(() => must(story.does('assign-task', task, SECRETARY, NEXT)).answer!['taskId']);
    must(story.does('complete-task', { taskId: ids[0], text: '已办', doneOn: '2026-03-07' }, MEMBER, NEXT));
    expect(story.now().stage).toBe('carrying-out');
    must(story.does('withdraw-task', { taskId: ids[1], reason: '重复' }, SECRETARY, NEXT));
    expect(story.now().stage).toBe('closed');
    expect(
      isRefusal(story.does('record-dissent', { itemId: task.itemId, text: '保留', route: 'inside' }, MEMBER, NEXT)),
    ).toBe(false);
  });

  test('a document that nobody wants is dropped, the minutes never; another director may be named [PWR-3.2.3] [PWR-3.1.14]', () => {
    const story = meeting().held();
    const joint = { kind: 'joint', title: '联合行文', text: '正文', directorId: 'wrong' };
    const { documentId } = must(story.does('draft-document', joint, OFFICE, NEXT)).answer as { documentId: string };
    must(story.does('return-document', { documentId, reason: '主任有误' }, SECRETARY, NEXT));
    must(story.does('revise-document', { documentId, text: '正文', directorId: 'director' }, OFFICE, NEXT));
    expect(story.now().documents[0]!.directorId).toBe('director');
    must(story.does('note-no-task', { itemId: story.itemId('a'), reason: '现有分工' }, SECRETARY, NEXT));
    told(story);
    expect(story.now().stage).toBe('carrying-out');
    const minutes = story.now().documents[1]!.id;
    expect(story.does('withdraw-document', { documentId: minutes, reason: '?' }, OFFICE, NEXT)).toMatchObject({
      code: 'pwc.unknown-document',
    });
    must(story.does('withdraw-document', { documentId, reason: '不再需要' }, OFFICE, NEXT));
    expect(story.now().stage).toBe('closed');
  });

  test('a reconsideration that does not stand by it ends its tasks [PWR-4.2]', () => {
    const story = meeting().held();
    told(story);
    const itemId = story.itemId('a');
    const task = { itemId, what: '落实', responsibleId: 'm1', dueOn: '2026-03-20' };
    const { taskId } = must(story.does('assign-task', task, SECRETARY, NEXT)).answer as { taskId: string };
    must(story.does('reopen-item', { itemId, reason: '新情况' }, SECRETARY, NEXT));
    const settlement = {
      by: 'pwc',
      outcome: 'dropped',
      decidedOn: '2026-03-12',
      postponedTo: null,
      reference: null,
      note: null,
    };
    must(story.receives({ kind: 'agenda-settled', data: { itemId, settlement } }, AGAIN));
    expect(story.item('a').replaced).toMatchObject({ outcome: 'dropped', on: '2026-03-12' });
    expect(story.now().duties[`carry-out-task:${taskId}`]!.status).toBe('void');
    expect(story.now().stage).toBe('closed');
  });

  test('papers that were never sent are no fulfilled duty, and ring no more once the item is taken off [PWR-3.1.9]', () => {
    const story = meeting({ entries: [proposal('a'), proposal('b')] });
    story.fixes();
    story.tells();
    story.circulates([story.itemId('a')]);
    must(story.does('withdraw-item', { itemId: story.itemId('b'), reason: '另议' }, SECRETARY, BEGUN));
    expect(story.now().duties['circulate-papers:1']!.status).toBe('void');
  });

  test('leave is asked before the hour, not at it [PWR-3.1.4c]', () => {
    const story = meeting();
    story.fixes();
    story.tells();
    expect(isRefusal(story.does('ask-leave', { reason: '出差' }, MEMBER, MEETING - 1))).toBe(false);
    expect(story.does('record-leave', { personId: 'm2', reason: '病假' }, OFFICE, MEETING)).toMatchObject({
      code: 'pwc.leave-after-the-hour',
    });
  });

  test('an absent member told in time is told in time, also when it is entered later [PWR-3.1.10b]', () => {
    const story = meeting({ entries: [proposal('a', 'major-expenditure')] }).sits(8);
    story.decides('a', 8, 0, BALLOT);
    must(story.does('close-sitting', {}));
    const informed = { itemId: story.itemId('a'), personId: 'm6', on: '2026-03-10', text: '电话' };
    story.passes(at('2026-03-12 00:00'));
    must(story.does('inform-absent', informed, SECRETARY, at('2026-03-13 09:00')));
    const duty = story.now().duties[`inform-absent:${story.itemId('a')}`]!;
    expect([duty.status, duty.metAt! < duty.dueAt]).toEqual(['met', true]);
  });
});
