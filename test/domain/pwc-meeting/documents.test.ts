import { must, standing } from '../../support/domain-story';
import {
  at,
  BALLOT,
  BEGUN,
  committee,
  DEPUTY,
  entry,
  meeting,
  MEMBER,
  OFFICE,
  proposal,
  RECORDER,
  SECRETARY,
} from '../../support/meeting-domain';

const NEXT = at('2026-03-07 09:00');
const DIRECTOR = standing('director');
type Story = ReturnType<typeof meeting>;

const drafts = (story: Story, kind: string, more: object = {}) =>
  must(story.does('draft-document', { kind, title: '文件', text: '正文', ...more }, OFFICE, NEXT)).answer![
    'documentId'
  ] as string;
const signs = (story: Story, documentId: string, actor = SECRETARY) =>
  story.does('sign-document', { documentId }, actor, NEXT);
const delegates = (story: Story, documentId: string, toId: string, actor = SECRETARY) =>
  story.does('delegate-signature', { documentId, toId }, actor, NEXT);

describe('a draft', () => {
  test('is made after the meeting, by the Party affairs office or the recorder [PWR-3.1.14]', () => {
    const draft = { kind: 'minutes', title: '纪要' };
    const story = meeting().sits();
    expect(story.does('draft-document', draft, OFFICE)).toMatchObject({ code: 'procedure.wrong-stage' });
    story.decides('a', 9);
    must(story.does('close-sitting', {}));
    for (const actor of [MEMBER, SECRETARY])
      expect(story.does('draft-document', draft, actor, NEXT)).toMatchObject({ code: 'procedure.not-entitled' });
    must(story.does('draft-document', draft, RECORDER, NEXT));
  });

  test('of a notice is of what was decided, and of nothing that was put off [PWR-3.2.5]', () => {
    const story = meeting({ entries: [entry('a'), entry('b')] }).sits();
    story.decides('a', 9);
    must(story.does('defer-item', { itemId: story.itemId('b'), reason: '意见不一' }));
    must(story.does('close-sitting', {}));
    const notice = (...items: string[]) =>
      story.does(
        'draft-document',
        { kind: 'decision-notice', title: '通知', itemIds: items.map((one) => story.itemId(one)) },
        OFFICE,
        NEXT,
      );
    for (const items of [[], ['b'], ['a', 'b']])
      expect(notice(...items)).toMatchObject({ code: 'pwc.nothing-to-notify', clause: 'PWR-3.2.5' });
    must(notice('a'));
  });

  test('of the minutes tells who was there, who stood aside, what was said and written, and every result [PWR-3.1.14] [PWR-3.1.11b] [PWR-3.1.11c]', () => {
    const story = meeting({ entries: [proposal('a', 'major-expenditure'), proposal('b')] });
    must(story.fixes());
    must(story.tells());
    must(story.circulates());
    const [a, b] = [story.itemId('a'), story.itemId('b')];
    must(story.does('ask-leave', { reason: '出差' }, standing('m6'), BEGUN));
    must(story.does('give-opinion', { itemId: a, text: '书面赞成' }, standing('m6'), BEGUN));
    must(story.does('invite-guest', { name: '张工', capacity: '工程师', itemIds: [a] }, OFFICE, BEGUN));
    story.comes(['deputy', 'deputy2', 'm1', 'm2', 'm3', 'm4']);
    must(story.does('delegate-chair', { personId: 'deputy', reason: '外出' }));
    must(story.does('open-sitting', {}, DEPUTY));
    must(story.does('recuse', { itemId: a, reason: '亲属' }, standing('m4')));
    must(story.does('record-statement', { itemId: a, personId: 'm2', text: '同意方案' }, RECORDER));
    story.discusses('a');
    must(story.puts('a', { ...BALLOT, scrutineerId: 'm1' }, DEPUTY));
    must(story.announces(5, 0, 0, DEPUTY));
    must(story.does('check-in', { personId: 'm5' }, RECORDER, at('2026-03-06 09:20')));
    must(story.does('leave-early', { personId: 'm3' }, RECORDER, at('2026-03-06 09:30')));
    must(story.does('defer-item', { itemId: b, reason: '再作调研' }, DEPUTY));
    must(story.does('close-sitting', {}, DEPUTY));
    const { text } = must(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, NEXT)).answer!;
    expect(String(text).split('\n')).toEqual([
      ...[
        '党工委会议',
        '时间：2026-03-06 09:00',
        '地点：会议室',
        '主持（受书记委托）：名字deputy',
        '应到 9 人，到会 7 人',
      ],
      '到会：名字deputy、名字deputy2、名字m1、名字m2、名字m3、名字m4、名字m5',
      ...['名字m3 09:30 离会', '名字m5 09:20 到会'],
      ...['请假：名字m6', '缺席：名字secretary', '列席：张工（工程师）', '记录：（姓名缺）'],
      ...['议题1：议题a', '酝酿情况：已酝酿', '回避：名字m4', '名字m2：同意方案'],
      ...['名字m6书面意见（不计票）：书面赞成', '汇总：建议通过'],
      '无记名票决（监票 名字m1，计票 名字office）：应到 9，赞成 5，反对 0，弃权 0，通过',
      ...['结果：通过，2026-03-06'],
      ...['议题2：议题b', '结果：分歧较大，缓议，提交下一次会议，2026-03-06（再作调研）'],
    ]);
  });

  test('of a notice on personnel names each person with what was decided of them [PWR-3.1.11f] [PWR-3.2.5]', () => {
    const candidates = ['甲', '乙'].map((name) => ({ name, step: 'appoint' as const }));
    const story = meeting({ entries: [proposal('a', 'personnel')] });
    story.sits(9, [{ agendaItemId: 'a', candidates }]).discusses('a');
    story.item('a').candidates.forEach(({ id }, index) => {
      must(story.puts('a', { ...BALLOT, candidateId: id }));
      must(story.announces(index === 0 ? 5 : 4));
    });
    must(story.does('close-sitting', {}));
    const notice = { kind: 'decision-notice', title: '通知', itemIds: [story.itemId('a')] };
    expect(must(story.does('draft-document', notice, OFFICE, NEXT)).answer!['text']).toBe(
      '经2026-03-06党工委会议研究，决定如下：\n1. 议题a：部分通过；甲通过；乙未通过。',
    );
  });
});

describe('a signature', () => {
  test('of the minutes opens what follows, and of nothing else [PWR-3.2.4]', () => {
    const story = meeting().held();
    must(signs(story, drafts(story, 'upward-area')));
    expect(story.now()).toMatchObject({ stage: 'documenting', duties: { 'sign-minutes': { status: 'open' } } });
    const minutes = drafts(story, 'minutes');
    must(delegates(story, minutes, 'deputy2'));
    expect(signs(story, minutes, DEPUTY)).toMatchObject({ code: 'procedure.not-entitled' });
    must(signs(story, minutes, standing('deputy2')));
    expect(story.now()).toMatchObject({ stage: 'carrying-out', duties: { 'sign-minutes': { status: 'met' } } });
  });

  test('is left by whoever has it, not by a delegate on, nor once it was given [PWR-3.2.2]', () => {
    const story = meeting().held();
    const documentId = drafts(story, 'upward-area');
    must(delegates(story, documentId, 'deputy'));
    expect(delegates(story, documentId, 'm1', DEPUTY)).toMatchObject({
      code: 'pwc.not-your-signature',
      clause: 'PWR-3.2.2',
    });
    must(signs(story, documentId, DEPUTY));
    drafts(story, 'upward-area');
    expect(delegates(story, documentId, 'm1')).toMatchObject({ code: 'pwc.not-your-signature' });
  });

  test('of one is void when the other returns a joint document [PWR-3.2.3]', () => {
    const story = meeting().held();
    const documentId = drafts(story, 'joint', { directorId: 'director' });
    must(signs(story, documentId));
    must(story.does('return-document', { documentId, reason: '数字有误' }, DIRECTOR, NEXT));
    must(story.does('revise-document', { documentId, text: '改正' }, OFFICE, NEXT));
    expect(story.now().documents[0]).toMatchObject({ signatures: [], status: 'submitted' });
    must(signs(story, documentId, DIRECTOR));
    expect(must(signs(story, documentId))).toMatchObject({ answer: { left: 0 } });
  });

  test('is of no director where none signs, and of another than the secretary and the deputy director [PWR-3.2.3]', () => {
    const story = meeting().held();
    const draft = (more: object) =>
      story.does('draft-document', { title: '文件', text: '正文', ...more }, OFFICE, NEXT);
    for (const more of [
      { kind: 'minutes', directorId: 'director' },
      { kind: 'upward-area', deputyDirectorId: 'vice' },
    ])
      expect(draft(more)).toMatchObject({ code: 'pwc.who-is-director', clause: 'PWR-3.2.3' });
    for (const deputyDirectorId of ['secretary', 'director'])
      expect(draft({ kind: 'joint', directorId: 'director', deputyDirectorId })).toMatchObject({
        code: 'pwc.two-signatures',
      });
  });

  test('that the former director left to somebody is not theirs under another director [PWR-3.2.3]', () => {
    const story = meeting().held();
    const documentId = drafts(story, 'joint', { directorId: 'former', deputyDirectorId: 'vice' });
    const VICE = standing('vice');
    must(delegates(story, documentId, 'vice', standing('former')));
    must(delegates(story, documentId, 'm1'));
    must(story.does('return-document', { documentId, reason: '主任已换' }, SECRETARY, NEXT));
    must(story.does('revise-document', { documentId, text: '正文', directorId: 'director' }, OFFICE, NEXT));
    expect(signs(story, documentId, VICE)).toMatchObject({ code: 'procedure.not-entitled' });
    must(signs(story, documentId, MEMBER));
    must(delegates(story, documentId, 'vice', DIRECTOR));
    must(signs(story, documentId, VICE));
    expect(story.now().documents[0]!.status).toBe('signed');
  });

  test.each([
    ['minutes', '委员', false],
    ['minutes', null, false],
    ['upward-area', '委员', true],
    ['upward-area', null, false],
  ])(
    'of %s that was left to a deputy who is now %s is still theirs: %s [PWR-3.2.2] [PWR-3.2.4]',
    (kind, position, isTheirs) => {
      const story = meeting().held();
      const documentId = drafts(story, kind);
      must(delegates(story, documentId, 'deputy'));
      const others = committee().filter(({ personId }) => personId !== 'deputy');
      story.rosterIs([...others, ...(position === null ? [] : [{ personId: 'deputy', position }])]);
      must(story.does('update-roster', {}, OFFICE, NEXT));
      const answer = signs(story, documentId, DEPUTY);
      if (isTheirs) must(answer);
      else expect(answer).toMatchObject({ code: 'procedure.not-entitled' });
    },
  );
});

test('a document that was returned goes on only revised, and is revised only then [PWR-3.1.14]', () => {
  const story = meeting().held();
  const [first, second] = [drafts(story, 'upward-area'), drafts(story, 'upward-area')];
  must(story.does('return-document', { documentId: first, reason: '有误' }, SECRETARY, NEXT));
  expect(story.does('revise-document', { documentId: second, text: '改' }, OFFICE, NEXT)).toMatchObject({
    code: 'pwc.nothing-returned',
    clause: 'PWR-3.1.14',
  });
  expect(signs(story, first)).toMatchObject({ code: 'pwc.not-your-signature' });
  expect(
    story.does('revise-document', { documentId: first, text: '改', directorId: 'director' }, OFFICE, NEXT),
  ).toMatchObject({ code: 'pwc.who-is-director' });
  must(story.does('revise-document', { documentId: first, text: '改' }, OFFICE, NEXT));
  must(signs(story, first));
});
