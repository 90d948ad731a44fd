import {
  at,
  CHAIR,
  eventsOf,
  granted,
  itemId,
  member,
  must,
  NARROW,
  RECORDER,
  refusal,
  SECRETARY,
  STAFF,
  STRANGER,
  SUPERVISOR,
  type Council,
} from '../../support/council-domain';
import { CLOSED, closedSitting, handOver, telling } from './stories';

const MONDAY = at('2026-03-09 09:00');
const HEARING = { heldOn: '2026-02-20', result: '多数到会居民支持' };

/** A council whose only item passed and was put to the assembly. */
function passed(): Council {
  const council = closedSitting(CLOSED);
  handOver(council);
  return council;
}

function assign(council: Council, dueOn = '2026-03-20', now = MONDAY): string {
  const input = { itemId: itemId(council), what: '组织划线', responsibleId: 'contractor', dueOn, hearing: HEARING };
  return String(must(council, 'assign-task', input, STAFF, now).answer?.taskId);
}

const CONTRACTOR = { ...STRANGER, personId: 'contractor' };

describe('what passed', () => {
  test('is put to the assembly within five days, item by item [HDA-11.3.1]', () => {
    const council = closedSitting(CLOSED);
    const key = `hand-to-assembly:${itemId(council)}`;
    expect(council.state.duties[key]).toMatchObject({ dueOn: '2026-03-11', clause: 'HDA-11.3.1' });
    handOver(council, at('2026-03-11 23:59'));
    expect(council.state.duties[key]).toMatchObject({ status: 'met' });
    const again = council.does('hand-to-assembly', { itemIds: [itemId(council)] }, STAFF, MONDAY);
    expect(again).toEqual(refusal('council.nothing-to-hand-over', 'HDA-11.3.1'));
  });

  test('is not carried out before it went to the assembly, nor is anything that did not pass [HDA-11.3.1] [HDA-11.3.2]', () => {
    const input = (council: Council) => ({
      itemId: itemId(council),
      what: '划线',
      responsibleId: 'contractor',
      dueOn: '2026-03-20',
    });
    const waiting = closedSitting(CLOSED);
    expect(waiting.does('assign-task', input(waiting), STAFF, MONDAY)).toEqual(
      refusal('council.not-handed-over', 'HDA-11.3.1'),
    );
    const open = closedSitting(CLOSED, 5);
    expect(open.does('assign-task', input(open), STAFF, MONDAY)).toEqual(
      refusal('council.nothing-to-carry-out', 'HDA-11.3.2'),
    );
  });
});

describe('a task', () => {
  test.each([
    ['today', '2026-03-09', null],
    ['yesterday', '2026-03-08', 'council.task-due-in-the-past'],
  ])('is due %s or not at all [HDA-11.3.2]', (_case, dueOn, code) => {
    const council = passed();
    const input = { itemId: itemId(council), what: '划线', responsibleId: 'contractor', dueOn, hearing: HEARING };
    const result = council.does('assign-task', input, STAFF, MONDAY);
    if (code) expect(result).toEqual(refusal(code, 'HDA-11.3.2'));
    else expect(result).not.toHaveProperty('refused');
  });

  test('is told to whoever is responsible, who may read the council from then on [HDA-11.3.2]', () => {
    const council = passed();
    assign(council);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-task-assigned', persons: ['contractor'] });
  });

  test('is reported on and completed by whoever is responsible, or by staff, and by nobody else [HDA-11.3.2]', () => {
    const council = passed();
    const taskId = assign(council);
    const report = { taskId, text: '已购买材料' };
    for (const actor of [member(1), CHAIR, RECORDER])
      expect(council.does('report-progress', report, actor, MONDAY)).toEqual(refusal('procedure.not-entitled', null));
    must(council, 'report-progress', report, CONTRACTOR, MONDAY);
    must(council, 'report-progress', report, STAFF, MONDAY);
    expect(council.state.tasks[0]?.progress.map(({ by }) => by)).toEqual(['contractor', STAFF.personId]);
    must(council, 'complete-task', { taskId, text: '已划线', doneOn: '2026-03-09' }, CONTRACTOR, MONDAY);
    expect(council.does('report-progress', report, CONTRACTOR, MONDAY)).toEqual(
      refusal('council.no-open-task', 'HDA-11.3.2'),
    );
  });

  test('is overdue at the end of its day, and the supervisors are told [HDA-11.3.2]', () => {
    const council = passed();
    assign(council);
    const told = council.passes(at('2026-03-20 24:00'));
    const overdue = told.filter(({ kind, params }) => kind === 'deadline-overdue' && params.duty === 'carry-out-task');
    expect(overdue).toMatchObject([
      { roles: expect.arrayContaining(['supervision-committee']), persons: expect.arrayContaining(['contractor']) },
    ]);
  });

  test.each([
    ['on the last day, entered a week later', '2026-03-20', '2026-03-27 09:00', true],
    ['the day after', '2026-03-21', '2026-03-27 09:00', false],
  ])('counts by the day on which it was done: %s [HDA-11.3.2]', (_case, doneOn, entered, inTime) => {
    const council = passed();
    const taskId = assign(council);
    council.passes(at(entered));
    must(council, 'complete-task', { taskId, text: '已划线', doneOn }, STAFF, at(entered));
    const duty = council.state.duties[`carry-out-task:${taskId}`]!;
    expect(duty.metAt! < duty.dueAt).toBe(inTime);
  });

  test('is not done tomorrow [HDA-11.3.2]', () => {
    const council = passed();
    const input = { taskId: assign(council), text: '已划线', doneOn: '2026-03-10' };
    expect(council.does('complete-task', input, STAFF, MONDAY)).toEqual(
      refusal('council.done-in-the-future', 'HDA-11.3.2', { doneOn: '2026-03-10', today: '2026-03-09' }),
    );
  });

  test('is not done before it was assigned [HDA-11.3.2]', () => {
    const council = passed();
    const done = { taskId: assign(council), text: '已划线' };
    expect(council.does('complete-task', { ...done, doneOn: '2026-03-08' }, STAFF, MONDAY)).toEqual(
      refusal('council.done-before-assigned', 'HDA-11.3.2', { doneOn: '2026-03-08', assignedOn: '2026-03-09' }),
    );
    expect(council.does('complete-task', { ...done, doneOn: '2026-03-09' }, STAFF, MONDAY)).toEqual(granted);
  });

  test('is withdrawn by staff for a reason: nothing of it is owed, and whoever had it is told [HDA-11.3.2]', () => {
    const council = passed();
    const taskId = assign(council);
    const withdraw = { taskId, reason: '改由物业办理' };
    for (const actor of [CONTRACTOR, CHAIR, SECRETARY])
      expect(council.does('withdraw-task', withdraw, actor, MONDAY)).toEqual(refusal('procedure.not-entitled', null));
    must(council, 'withdraw-task', withdraw, STAFF, MONDAY);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-task-withdrawn', persons: ['contractor'] });
    expect(council.state.tasks[0]).toMatchObject({ withdrawnOn: '2026-03-09', doneOn: null });
    expect(council.state.duties[`carry-out-task:${taskId}`]).toMatchObject({ status: 'void' });
    expect(council.does('complete-task', { taskId, text: '已划线', doneOn: '2026-03-09' }, STAFF, MONDAY)).toEqual(
      refusal('council.no-open-task', 'HDA-11.3.2'),
    );
    expect(council.passes(at('2026-03-22 09:00')).filter(({ params }) => params.duty === 'carry-out-task')).toEqual([]);
  });

  test('that is overdue is withdrawn as well, and what was late stays on record [HDA-11.3.2]', () => {
    const council = passed();
    const taskId = assign(council);
    council.passes(at('2026-03-21 09:00'));
    must(council, 'withdraw-task', { taskId, reason: '不再需要' }, STAFF, at('2026-03-21 09:00'));
    expect(eventsOf(council, 'deadline-told').map(({ data }) => data)).toContainEqual({
      key: `carry-out-task:${taskId}`,
      phase: 'overdue',
    });
  });

  test('keeps the council open until it is done [HDA-11.3.2]', () => {
    const council = passed();
    const taskId = assign(council, '2026-05-08');
    must(council, 'record-telling', telling(council, '2026-03-09'), STAFF, MONDAY);
    must(council, 'publish-result', {}, STAFF, MONDAY);
    council.passes(at('2026-05-07 09:00'));
    expect(council.state.stage).toBe('completing');
    must(council, 'complete-task', { taskId, text: '已划线', doneOn: '2026-05-07' }, STAFF, at('2026-05-07 09:00'));
    expect(council.state.stage).toBe('closed');
  });
});

describe('a matter of broad interest', () => {
  const task = (council: Council, more: object = {}) => ({
    itemId: itemId(council),
    what: '划线',
    responsibleId: 'contractor',
    dueOn: '2026-03-20',
    ...more,
  });

  test('is not carried out before its hearing, be it held today [HDA-4]', () => {
    const council = passed();
    expect(council.does('assign-task', task(council), STAFF, MONDAY)).toEqual(
      refusal('council.hearing-first', 'HDA-4', { itemId: itemId(council) }),
    );
    const tomorrow = { hearing: { heldOn: '2026-03-10', result: '支持' } };
    expect(council.does('assign-task', task(council, tomorrow), STAFF, MONDAY)).toEqual(
      refusal('council.hearing-in-the-future', 'HDA-4', { heldOn: '2026-03-10', today: '2026-03-09' }),
    );
    must(council, 'assign-task', task(council, { hearing: { heldOn: '2026-03-09', result: '支持' } }), STAFF, MONDAY);
    expect(council.state.items[0]?.hearing).toMatchObject({ heldOn: '2026-03-09' });
    expect(council.told.some(({ kind }) => kind === 'council-no-hearing')).toBe(false);
  });

  test('has its hearing noted once, for all its tasks [HDA-4]', () => {
    const council = passed();
    assign(council);
    must(council, 'assign-task', task(council), STAFF, MONDAY);
    expect(eventsOf(council, 'hearing-noted')).toHaveLength(1);
    const other = { hearing: { heldOn: '2026-03-08', result: '反对' } };
    expect(council.does('assign-task', task(council, other), STAFF, MONDAY)).toEqual(
      refusal('council.hearing-not-asked', 'HDA-4', { itemId: itemId(council) }),
    );
  });

  test('has a hearing or a reason for none, not both [HDA-4]', () => {
    const council = passed();
    const both = { hearing: { heldOn: '2026-03-08', result: '支持' }, noHearingReason: '上级已组织听证' };
    expect(council.does('assign-task', task(council, both), STAFF, MONDAY)).toEqual(
      refusal('council.hearing-and-reason', 'HDA-4', { itemId: itemId(council) }),
    );
    expect(council.state.items[0]?.hearing).toBeNull();
  });

  test('needs none for a reason that the supervision committee sees, nor when it came from a hearing [HDA-4]', () => {
    const council = passed();
    must(council, 'assign-task', task(council, { noHearingReason: '上级已组织听证' }), STAFF, MONDAY);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-no-hearing', roles: ['supervision-committee'] });
    const heard = closedSitting(CLOSED, 9, '地面停车位重新划线', { source: 'hearing' });
    handOver(heard);
    expect(heard.does('assign-task', task(heard), STAFF, MONDAY)).toEqual(granted);
  });

  test('one that concerns few needs none [HDA-4]', () => {
    const council = closedSitting(CLOSED, 9, '单元门禁', NARROW);
    handOver(council);
    expect(council.does('assign-task', task(council, { noHearingReason: '只涉及两户' }), STAFF, MONDAY)).toEqual(
      refusal('council.hearing-not-asked', 'HDA-4', { itemId: itemId(council) }),
    );
    expect(council.does('assign-task', task(council), STAFF, MONDAY)).toEqual(granted);
  });
});

describe('a problem', () => {
  test('is raised by those who sat in the council or by the supervision committee, and answered within five days [HDA-11.3.2]', () => {
    const council = passed();
    assign(council);
    const input = { itemId: itemId(council), text: '至今没有划线' };
    expect(council.does('raise-problem', input, STRANGER, MONDAY)).toEqual(refusal('procedure.not-entitled', null));
    const { problemId } = must(council, 'raise-problem', input, member(2), MONDAY).answer as { problemId: string };
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-problem-raised', persons: ['contractor'] });
    const key = `answer-problem:${problemId}`;
    // The fifth day is a Saturday: the answer is due on the Monday after it.
    expect(council.state.duties[key]).toMatchObject({ dueOn: '2026-03-16', clause: 'HDA-11.3.2' });
    must(council, 'answer-problem', { problemId, text: '下周完成' }, SECRETARY, at('2026-03-16 23:59'));
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-problem-answered', persons: [member(2).personId] });
    expect(council.state.duties[key]).toMatchObject({ status: 'met' });
    must(council, 'raise-problem', input, SUPERVISOR, MONDAY);
    expect(eventsOf(council, 'problem-raised')).toHaveLength(2);
  });

  test('has one answer [HDA-11.3.2]', () => {
    const council = passed();
    const input = { itemId: itemId(council), text: '至今没有划线' };
    const { problemId } = must(council, 'raise-problem', input, member(2), MONDAY).answer as { problemId: string };
    must(council, 'answer-problem', { problemId, text: '下周完成' }, STAFF, MONDAY);
    must(council, 'raise-problem', input, member(3), MONDAY);
    expect(council.does('answer-problem', { problemId, text: '再答' }, STAFF, MONDAY)).toEqual(
      refusal('council.no-open-problem', 'HDA-11.3.2'),
    );
  });
});
