import { addDays } from '../../../src/domain/calendar/civil-date';
import { HOLIDAYS_2026 } from '../../../src/domain/calendar/data/holidays-2026';
import { council as definition } from '../../../src/domain/council/council';
import {
  at,
  CHAIR,
  codeOf,
  hands,
  itemId,
  must,
  refusal,
  SECRETARY,
  STAFF,
  SUPERVISOR,
  type Council,
} from '../../support/council-domain';
import { CLOSED, closedSitting, handOver, telling } from './stories';

const duty = (council: Council, key = 'publish-result') => council.state.duties[key]!;

describe('an extension', () => {
  const extend = (council: Council, dueOn: string, now = CLOSED, actor = SECRETARY, key = 'publish-result') =>
    council.does('extend-deadline', { key, dueOn, reason: '材料未齐' }, actor, now);

  test('is approved by the secretary, with a reason; the old day stays readable and the supervisors are told [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED);
    expect(extend(council, '2026-03-16', CLOSED, STAFF)).toEqual(refusal('procedure.not-entitled', null));
    expect(codeOf(extend(council, '2026-03-16'))).toBeNull();
    expect(duty(council)).toMatchObject({
      dueOn: '2026-03-16',
      earlier: [{ dueOn: '2026-03-11', cause: 'extended' }],
      period: null,
    });
    expect(duty(council).explanation[0]).toMatchObject({ code: 'extended', params: { from: '2026-03-11' } });
    expect(council.told.at(-1)).toMatchObject({ kind: 'deadline-extended', roles: ['staff', 'supervision-committee'] });
  });

  test.each([
    ['the same day', '2026-03-11', 'deadline.extended-to-no-later-day'],
    ['the next', '2026-03-12', null],
  ])('goes to a later day: %s [HDA-11.3.3]', (_case, dueOn, code) => {
    expect(codeOf(extend(closedSitting(CLOSED), dueOn))).toBe(code);
  });

  test.each([
    ['a millisecond before its end', -1, null],
    ['at its end', 0, 'deadline.nothing-to-extend'],
  ])('comes before the day has passed: %s [HDA-11.3.3]', (_case, offset, code) => {
    const council = closedSitting(CLOSED);
    const now = at('2026-03-11 24:00') + offset;
    council.passes(now);
    handOver(council, now);
    must(council, 'record-telling', telling(council, '2026-03-11'), STAFF, now);
    expect(codeOf(extend(council, '2026-03-20', now))).toBe(code);
  });

  test('moves the reminders too: nothing is told on the old day [HDA-11.3.3]', () => {
    const council = closedSitting(CLOSED);
    extend(council, '2026-03-16');
    const told = council.passes(at('2026-03-12 09:00')).filter(({ params }) => params.duty === 'publish-result');
    expect(told).toEqual([]);
    expect(council.passes(at('2026-03-16 24:00')).map(({ kind }) => kind)).toContain('deadline-overdue');
  });

  test('moves no announced day: that needs a new notice [HDA-11.1.2]', () => {
    const council = closedSitting(CLOSED);
    for (const key of ['hold-sitting:1', 'close-sitting:1', 'none'])
      expect(codeOf(extend(council, '2026-03-16', CLOSED, SECRETARY, key))).toBe('deadline.not-extendable');
  });
});

describe('a suspension', () => {
  const suspend = (council: Council, now: number) => must(council, 'suspend', { reason: '等待批复' }, SECRETARY, now);
  const resume = (council: Council, now: number) => must(council, 'resume', { reason: '已批复' }, SECRETARY, now);

  test.each([
    ['the same day', '2026-03-09 16:00', '2026-03-11'],
    ['the next day', '2026-03-10 00:00', '2026-03-12'],
    ['after three days, so that the period ends on a Saturday and moves to Monday', '2026-03-12 09:00', '2026-03-16'],
    ['after a month, into the Tomb-sweeping holiday', '2026-04-04 09:00', '2026-04-07'],
  ])('stops the clock: resumed %s [LAW-CC-203]', (_case, resumed, dueOn) => {
    const council = closedSitting(CLOSED);
    suspend(council, at('2026-03-09 09:00'));
    expect(council.passes(at(resumed))).toEqual([]);
    resume(council, at(resumed));
    expect(duty(council)).toMatchObject({
      status: 'open',
      dueOn,
      earlier: [{ dueOn: '2026-03-11', cause: 'suspended' }],
    });
  });

  test('adds up over several, and what is overdue stays overdue [LAW-CC-203]', () => {
    const council = closedSitting(CLOSED);
    for (const [from, to] of [
      ['2026-03-09', '2026-03-10'],
      ['2026-03-10', '2026-03-12'],
    ] as const) {
      suspend(council, at(`${from} 09:00`));
      resume(council, at(`${to} 09:00`));
    }
    expect(duty(council)).toMatchObject({ dueOn: '2026-03-16', period: { suspendedDays: 3 } });
    council.passes(at('2026-03-16 24:00'));
    suspend(council, at('2026-03-17 09:00'));
    expect(duty(council).status).toBe('overdue');
  });

  test('lets nothing be done but its end, by the secretary [HDA-3]', () => {
    const council = closedSitting(CLOSED);
    expect(council.does('resume', { reason: '?' }, SECRETARY, CLOSED)).toEqual(refusal('council.not-suspended', null));
    suspend(council, CLOSED);
    for (const action of ['publish-result', 'hand-to-assembly', 'suspend', 'extend-deadline'] as const)
      expect(council.does(action, {}, SECRETARY, CLOSED)).toEqual(
        refusal('council.suspended', null, { since: '2026-03-06' }),
      );
    expect(council.does('resume', { reason: '?' }, STAFF, CLOSED)).toEqual(refusal('procedure.not-entitled', null));
    expect(council.state.stage).toBe('following-up');
  });

  test('does not take a paper off the board, nor keep it there longer [LAW-RCL-34]', () => {
    const council = closedSitting(CLOSED);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    suspend(council, at('2026-03-09 09:00'));
    council.passes(at('2026-03-21 24:00'));
    expect(council.state.publications[0]?.takenDownAt).toBe(at('2026-03-21 24:00'));
  });
});

describe('a new holiday table', () => {
  const holiday = (day: string) => ({
    ...HOLIDAYS_2026,
    version: '2026-2',
    days: { ...HOLIDAYS_2026.days, [day]: { kind: 'holiday', name: '临时放假', notice: 'a later notice' } as const },
  });
  const recount = (council: Council, day: string, now = CLOSED) => {
    const context = { now, today: '2026-03-06', calendar: holiday(day) };
    return definition.receive({ kind: 'calendar-changed', data: {} }, council.state, context);
  };

  test.each([
    ['the due day', '2026-03-11', 3],
    ['the day before it', '2026-03-10', 0],
    ['the day after it', '2026-03-12', 0],
  ])('moves what it changes and nothing else: %s becomes a holiday [LAW-CC-203]', (_case, day, moved) => {
    const { events, notices = [] } = recount(closedSitting(CLOSED), day);
    expect(events).toHaveLength(moved);
    expect(notices).toHaveLength(moved);
    for (const event of events)
      expect(event).toMatchObject({ data: { cause: 'calendar', deadline: { dueOn: '2026-03-12' } } });
  });

  test('leaves alone what is met, extended or was set by people [LAW-CC-203]', () => {
    const council = closedSitting(CLOSED);
    handOver(council);
    must(council, 'record-telling', telling(council, '2026-03-06'), STAFF, CLOSED);
    must(
      council,
      'extend-deadline',
      { key: 'publish-result', dueOn: '2026-03-12', reason: '材料未齐' },
      SECRETARY,
      CLOSED,
    );
    const noHearingReason = '已有听证结果';
    const task = {
      itemId: itemId(council),
      what: '划线',
      responsibleId: 'contractor',
      dueOn: '2026-03-12',
      noHearingReason,
    };
    must(council, 'assign-task', task, STAFF, CLOSED);
    expect(recount(council, '2026-03-12').events).toEqual([]);
  });

  test('un-does lateness when the day moves ahead of now, with the old day on record [LAW-CC-203]', () => {
    const council = closedSitting(CLOSED);
    const now = at('2026-03-11 24:00');
    council.passes(now);
    const { events } = recount(council, '2026-03-11', now);
    const state = events.reduce(definition.evolve, council.state);
    expect(state.duties['publish-result']).toMatchObject({
      status: 'open',
      dueOn: '2026-03-12',
      earlier: [{ dueOn: '2026-03-11' }],
    });
  });
});

describe('a paper that came off the board too early', () => {
  test('is published again for its full days, promptly; the supervisors are told [LAW-RCL-34]', () => {
    const council = closedSitting(CLOSED);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    handOver(council);
    must(council, 'record-telling', telling(council, '2026-03-06'), STAFF, CLOSED);
    const publicationId = council.state.publications[0]!.id;
    const now = at('2026-03-12 09:00');
    must(council, 'record-removal', { publicationId, reason: '被风吹落' }, SUPERVISOR, now);
    expect(council.told.at(-1)).toMatchObject({ kind: 'council-paper-removed', clause: 'LAW-RCL-34' });
    expect(duty(council, `publish-result:${publicationId}`)).toMatchObject({
      clause: 'LAW-RCL-34',
      dueOn: '2026-03-17',
    });
    expect(council.does('record-removal', { publicationId, reason: '再次' }, STAFF, now)).toEqual(
      refusal('council.paper-not-hanging', 'LAW-RCL-34'),
    );
    must(council, 'publish-result', {}, STAFF, now);
    council.passes(at('2026-03-27 24:00') - 1);
    expect(council.state.stage).toBe('on-board');
    council.passes(at('2026-03-27 24:00'));
    expect(council.state.stage).toBe('closed');
    expect(addDays('2026-03-12', 15)).toBe('2026-03-27');
  });

  test('whose result was corrected and published anew is owed to nobody [LAW-RCL-34]', () => {
    const council = closedSitting(CLOSED);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    const correction = { voteId: council.state.items[0]!.votes[0]!.id, counts: hands(8, 1), reason: '登记有误' };
    must(council, 'correct-tally', correction, CHAIR, CLOSED);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    expect(council.state.publications.map(({ takenDownAt }) => takenDownAt)).toEqual([CLOSED, null]);
    expect(
      Object.values(council.state.duties).filter(({ kind, status }) => kind === 'publish-result' && status === 'open'),
    ).toEqual([]);
  });

  test('is recorded by staff, the secretary or the supervision committee [LAW-RCL-34]', () => {
    const council = closedSitting(CLOSED);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    const input = { publicationId: council.state.publications[0]!.id, reason: '被风吹落' };
    expect(council.does('record-removal', input, CHAIR, CLOSED)).toEqual(refusal('procedure.not-entitled', null));
  });
});
