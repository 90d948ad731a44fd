import { isRefusal } from '../../../src/domain/refusal';
import { at, DEPUTY, entry, meeting, MEMBER, OFFICE, proposal, SECRETARY } from '../../support/meeting-domain';
import { standing } from '../../support/domain-story';
import { must } from '../../support/domain-story';

const NEXT = at('2026-03-07 09:00');
const DIRECTOR = standing('director');
type Story = ReturnType<typeof meeting>;

const drafts = (story: Story, kind: string, more: object = {}) => {
  const itemIds = kind === 'decision-notice' ? [story.itemId('a')] : [];
  const draft = { kind, title: '文件', text: '正文', itemIds, ...more };
  const answer = must(story.does('draft-document', draft, OFFICE, NEXT));
  return answer.answer!['documentId'] as string;
};
const signs = (story: Story, documentId: string, actor = SECRETARY, now = NEXT) =>
  story.does('sign-document', { documentId }, actor, now);
const delegates = (story: Story, documentId: string, toId: string, actor = SECRETARY) =>
  story.does('delegate-signature', { documentId, toId }, actor, NEXT);

describe('documents', () => {
  test('are drafted from what happened: minutes and decision notices, everything else is written [PWR-3.1.14]', () => {
    const story = meeting().held(6);
    const minutes = must(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, NEXT)).answer![
      'text'
    ];
    for (const line of [
      '应到 9 人，到会 9 人',
      '主持：名字secretary',
      '议题1：议题a',
      '应到 9，赞成 6，反对 0，弃权 0，通过',
    ])
      expect(minutes).toContain(line);
    const notice = { kind: 'decision-notice', title: '通知', itemIds: [story.itemId('a')] };
    expect(must(story.does('draft-document', notice, OFFICE, NEXT)).answer!['text']).toContain('1. 议题a：通过');
    expect(story.does('draft-document', { kind: 'upward-area', title: '报告' }, OFFICE, NEXT)).toMatchObject({
      code: 'pwc.text-missing',
      clause: 'PWR-3.2.2',
    });
    expect(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, NEXT)).toMatchObject({
      code: 'pwc.minutes-drafted',
    });
  });

  test.each([
    ['upward-important', 'PWR-3.2.1', true, false],
    ['upward-area', 'PWR-3.2.2', true, true],
    ['minutes', 'PWR-3.2.4', true, false],
    ['decision-notice', 'PWR-3.2.5', true, false],
  ])(
    '%s is signed by the secretary, or left to a deputy, and to a member by %s: %s, %s [PWR-3.2.1] [PWR-3.2.2] [PWR-3.2.4] [PWR-3.2.5]',
    (kind, clause, toDeputy, toMember) => {
      const story = meeting().held();
      const documentId = drafts(story, kind);
      expect(signs(story, documentId, MEMBER)).toMatchObject({ refused: true });
      expect(isRefusal(delegates(story, documentId, 'deputy'))).toBe(!toDeputy);
      const member = delegates(story, documentId, 'm1');
      if (toMember) expect(isRefusal(member)).toBe(false);
      else expect(member).toMatchObject({ code: 'pwc.delegation-not-allowed', clause });
      expect(delegates(story, documentId, 'stranger')).toMatchObject({ code: 'pwc.delegation-not-allowed' });
      expect(isRefusal(signs(story, documentId, toMember ? MEMBER : DEPUTY))).toBe(false);
      expect(story.now().documents[0]!.status).toBe('signed');
    },
  );

  test('signed jointly need two people, for the secretary and for the director [PWR-3.2.3]', () => {
    const story = meeting().held();
    const joint = { kind: 'joint', title: '联合行文', text: '正文' };
    expect(story.does('draft-document', joint, OFFICE, NEXT)).toMatchObject({ code: 'pwc.who-is-director' });
    expect(story.does('draft-document', { ...joint, directorId: 'secretary' }, OFFICE, NEXT)).toMatchObject({
      code: 'pwc.two-signatures',
      clause: 'PWR-3.2.3',
    });
    const documentId = drafts(story, 'joint', { directorId: 'director', deputyDirectorId: 'm1' });
    expect(delegates(story, documentId, 'director')).toMatchObject({ code: 'pwc.delegation-not-allowed' });
    expect(delegates(story, documentId, 'anybody', DIRECTOR)).toMatchObject({ code: 'pwc.not-deputy-director' });
    delegates(story, documentId, 'm1');
    delegates(story, documentId, 'm1', DIRECTOR);
    expect(signs(story, documentId, MEMBER)).toMatchObject({ answer: { left: 1 } });
    expect(signs(story, documentId, MEMBER)).toMatchObject({ refused: true });
    expect(signs(story, documentId, DIRECTOR)).toMatchObject({ answer: { left: 0 } });
  });

  test('are returned with a reason, revised and signed anew; each turn has its days [PWR-3.1.14] [PWR-3.2.5]', () => {
    const story = meeting().held();
    const documentId = drafts(story, 'decision-notice');
    const turn = (kind: string, number: number) => story.now().duties[`${kind}-document:${documentId}:${number}`]!;
    expect(turn('sign', 1)).toMatchObject({ status: 'open', dueOn: '2026-03-12' });
    story.does('return-document', { documentId, reason: '文字有误' }, SECRETARY, NEXT);
    expect([turn('sign', 1).status, turn('revise', 1).status]).toEqual(['met', 'open']);
    expect(signs(story, documentId)).toMatchObject({ refused: true });
    story.does('revise-document', { documentId, text: '改正' }, OFFICE, NEXT);
    expect([turn('revise', 1).status, turn('sign', 2).status]).toEqual(['met', 'open']);
    story.passes(at('2026-03-13 00:00'));
    expect(turn('sign', 2).status).toBe('overdue');
    expect(story.told.filter(({ persons }) => persons?.includes('secretary')).length).toBeGreaterThan(0);
    signs(story, documentId, SECRETARY, at('2026-03-13 09:00'));
    expect(turn('sign', 2).status).toBe('met');
  });
});

describe('what was decided', () => {
  test('is told downward within its days, each item once, not before it was decided [PWW-3.1b]', () => {
    const story = meeting({ entries: [entry('a'), entry('b')] }).held(9);
    const tells = (on: string) =>
      story.does(
        'tell-downward',
        { itemIds: [story.itemId('a')], on, how: 'written', audience: '各社区' },
        OFFICE,
        NEXT,
      );
    expect(story.now().duties[`tell-downward:${story.itemId('a')}`]!.dueOn).toBe('2026-03-11');
    for (const on of ['2026-03-05', '2026-03-08'])
      expect(tells(on)).toMatchObject({ code: 'pwc.told-out-of-time', clause: 'PWW-3.1b' });
    expect(tells('2026-03-06')).toMatchObject({ answer: { left: 1 } });
    expect(tells('2026-03-06')).toMatchObject({ code: 'pwc.item-not-to-tell' });
  });

  test('is assigned to a member, with the secretary first responsible and another member to coordinate [PWR-4.1] [PWR-4.2] [PWW-3.2]', () => {
    const story = meeting().held();
    const assigns = (more: object) =>
      story.does(
        'assign-task',
        { itemId: story.itemId('a'), what: '落实', responsibleId: 'm1', dueOn: '2026-03-20', ...more },
        SECRETARY,
        NEXT,
      );
    expect(assigns({ responsibleId: 'office' })).toMatchObject({ code: 'pwc.not-a-member', clause: 'PWR-4.2' });
    expect(assigns({ coordinatorId: 'm1' })).toMatchObject({
      code: 'pwc.coordinator-not-another-member',
      clause: 'PWR-4.1',
    });
    expect(assigns({ dueOn: '2026-03-06' })).toMatchObject({ code: 'pwc.task-due-in-the-past' });
    must(assigns({ coordinatorId: 'deputy' }));
    expect(story.now().tasks[0]).toMatchObject({
      firstResponsibleId: 'secretary',
      responsibleId: 'm1',
      coordinatorId: 'deputy',
    });
    expect(story.now().duties[`assign-task:${story.itemId('a')}`]!.status).toBe('met');
  });

  test('is followed up: progress, done in time or late, withdrawn and owed again [PWR-4.4]', () => {
    const story = meeting().held();
    const itemId = story.itemId('a');
    const assign = { itemId, what: '落实', responsibleId: 'm1', dueOn: '2026-03-20' };
    const taskId = must(story.does('assign-task', assign, SECRETARY, NEXT)).answer!['taskId'] as string;
    const key = `carry-out-task:${taskId}`;
    expect(story.does('report-progress', { taskId, text: '已开始' }, DEPUTY, NEXT)).toMatchObject({ refused: true });
    must(story.does('report-progress', { taskId, text: '已开始' }, MEMBER, NEXT));
    story.passes(at('2026-03-21 00:00'));
    expect(story.now().duties[key]!.status).toBe('overdue');
    must(story.does('withdraw-task', { taskId, reason: '改由他人' }, SECRETARY, at('2026-03-21 09:00')));
    expect(story.now().duties[`assign-task:${itemId}`]!.status).toBe('open');
    const again = { ...assign, dueOn: '2026-03-25' };
    const second = must(story.does('assign-task', again, SECRETARY, at('2026-03-21 10:00'))).answer!['taskId'];
    const done = { taskId: second, text: '已完成', doneOn: '2026-03-25' };
    must(story.does('complete-task', done, MEMBER, at('2026-03-26 09:00')));
    const duty = story.now().duties[`carry-out-task:${String(second)}`]!;
    expect([duty.status, duty.metAt! < duty.dueAt]).toEqual(['met', true]);
  });

  test('closes by itself when the minutes are signed and nothing is owed any more, and not before [PWR-3.2.4] [PWR-4.4]', () => {
    const story = meeting().held();
    const itemIds = [story.itemId('a')];
    must(story.does('note-no-task', { itemId: itemIds[0], reason: '按现有分工' }, SECRETARY, NEXT));
    must(story.does('tell-downward', { itemIds, on: '2026-03-07', how: 'oral', audience: '各社区' }, OFFICE, NEXT));
    const minutes = must(story.does('draft-document', { kind: 'minutes', title: '纪要' }, OFFICE, NEXT)).answer!;
    expect(story.now().stage).toBe('documenting');
    signs(story, minutes['documentId'] as string);
    expect(story.now().stage).toBe('closed');
  });

  test('waits for a document that is still to be signed [PWR-3.2.5]', () => {
    const story = meeting().held();
    const itemIds = [story.itemId('a')];
    story.does('note-no-task', { itemId: itemIds[0], reason: '按现有分工' }, SECRETARY, NEXT);
    story.does('tell-downward', { itemIds, on: '2026-03-07', how: 'oral', audience: '各社区' }, OFFICE, NEXT);
    const notice = drafts(story, 'decision-notice');
    signs(story, drafts(story, 'minutes'));
    expect(story.now().stage).toBe('carrying-out');
    signs(story, notice);
    expect(story.now().stage).toBe('closed');
  });
});

describe('a resolution', () => {
  test('is not taken back: the attempt is refused and is a lead, for those who may not as well nothing [PWR-4.3]', () => {
    const story = meeting().held();
    const withdrawal = { itemId: story.itemId('a'), reason: '不办了' };
    expect(story.does('withdraw-item', withdrawal, MEMBER, NEXT)).toMatchObject({ code: 'procedure.not-entitled' });
    expect(story.now().leads).toEqual([]);
    expect(story.does('withdraw-item', withdrawal, SECRETARY, NEXT)).toMatchObject({
      code: 'pwc.resolution-stands',
      clause: 'PWR-4.3',
    });
    expect(story.now().leads).toMatchObject([{ action: 'withdraw-item', by: 'secretary' }]);
    expect(story.told.at(-1)).toMatchObject({
      kind: 'pwc-change-attempted',
      roles: expect.arrayContaining(['district-discipline']),
    });
    expect(story.item('a').outcome).toBe('adopted');
  });

  test('may be disagreed with, inside or upward, without suspending it [PWR-4.3]', () => {
    const story = meeting().held();
    must(story.does('record-dissent', { itemId: story.itemId('a'), text: '不同意', route: 'upward' }, MEMBER, NEXT));
    expect(story.item('a')).toMatchObject({ outcome: 'adopted', dissents: [{ personId: 'm1', route: 'upward' }] });
    expect(story.now().duties[`assign-task:${story.itemId('a')}`]!.status).toBe('open');
  });

  test('comes before a meeting again with the consent of the secretary, once, with all that its kind asks for [PWR-4.2]', () => {
    const story = meeting({ entries: [proposal('a', 'development', { traits: ['technical'] })] });
    story.sits();
    story.decides('a', 9, 0, { method: 'paper-ballot', scrutineerId: 'm1', tellerId: 'office' });
    must(story.does('close-sitting', {}));
    const reopening = { itemId: story.itemId('a'), reason: '规划调整' };
    expect(story.does('reopen-item', reopening, MEMBER, NEXT)).toMatchObject({ code: 'procedure.not-entitled' });
    must(story.does('reopen-item', reopening, SECRETARY, NEXT));
    expect(story.agenda.at(-1)).toMatchObject({
      put: { body: 'pwc', reason: 'reconsideration', matter: { category: 'development', traits: ['technical'] } },
    });
    expect(story.does('reopen-item', reopening, SECRETARY, NEXT)).toMatchObject({ code: 'pwc.nothing-resolved' });
  });

  test.each([
    [9, 4, false],
    [9, 5, true],
    [8, 4, true],
  ])('by a rulebook that asks for half of the members: of %d, %d ask: %s [PWR-4.2]', (size, supporters, isEnough) => {
    const story = meeting({ size, rules: { 'pwc.reconsiderationByHalf': 1 } }).held(size);
    const members = story
      .now()
      .members.slice(0, supporters)
      .map(({ personId }) => ({ personId }));
    const answer = story.does(
      'reopen-item',
      { itemId: story.itemId('a'), reason: '新情况', supporters: members },
      SECRETARY,
      NEXT,
    );
    if (isEnough) expect(isRefusal(answer)).toBe(false);
    else expect(answer).toMatchObject({ code: 'pwc.too-few-for-reconsideration', clause: 'PWR-4.2' });
  });
});
