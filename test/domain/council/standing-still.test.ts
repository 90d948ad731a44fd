import { HOLIDAYS_2026 } from '../../../src/domain/calendar/data/holidays-2026';
import { council as definition } from '../../../src/domain/council/council';
import type { DutyState } from '../../../src/domain/procedure/deadline';
import { resumeDuties } from '../../../src/domain/procedure/moved-duties';
import {
  at,
  codeOf,
  itemId,
  must,
  refusal,
  SECRETARY,
  STAFF,
  SUPERVISOR,
  unattended,
  type Council,
} from '../../support/council-domain';
import { CLOSED, closedSitting, handOver, settlement, telling } from './stories';

const duty = (council: Council, key = 'publish-result') => council.state.duties[key]!;
const suspend = (council: Council, now: number) => must(council, 'suspend', { reason: '等待批复' }, SECRETARY, now);
const resume = (council: Council, now: number) => must(council, 'resume', { reason: '已批复' }, SECRETARY, now);
const extend = (council: Council, dueOn: string, now = CLOSED) =>
  must(council, 'extend-deadline', { key: 'publish-result', dueOn, reason: '材料未齐' }, SECRETARY, now);

describe('what the body above decides while the council is suspended', () => {
  const OWED = ['publish-result', 'tell-concerned', 'hand-to-assembly'];

  /** An item without agreement went up; the council was suspended on the 6th, and the item adopted above on the 9th. */
  function adoptedAbove(): Council {
    const council = closedSitting(CLOSED, 5);
    must(council, 'escalate', { itemId: itemId(council) }, STAFF, CLOSED);
    suspend(council, CLOSED);
    council.receives({ itemId: itemId(council), settlement: settlement('adopted', '2026-03-09') }, DECIDED);
    return council;
  }
  const DECIDED = at('2026-03-09 10:00');
  const owed = (council: Council) => OWED.map((kind) => duty(council, `${kind}:${itemId(council)}`));

  test('stands still from the day on which it was decided: nothing rings, and nothing is overdue [HDA-11.2.3a]', () => {
    const council = adoptedAbove();
    expect(owed(council).map(({ status, dueOn }) => [status, dueOn])).toEqual(OWED.map(() => ['paused', '2026-03-16']));
    expect(council.passes(at('2026-03-31 09:00'))).toEqual([]);
    expect(council.state.stage).toBe('following-up');
  });

  test.each([
    ['the same day', '2026-03-09 16:00', '2026-03-16'],
    ['the next day', '2026-03-10 09:00', '2026-03-16'],
    ['on the day it would have been due', '2026-03-16 09:00', '2026-03-23'],
    ['a day later', '2026-03-17 09:00', '2026-03-23'],
    ['two days later', '2026-03-18 09:00', '2026-03-23'],
    ['three days later', '2026-03-19 09:00', '2026-03-24'],
  ])(
    'has its full days left, counted from its own day and not from the suspension: resumed %s [HDA-11.2.3a]',
    (_case, resumed, dueOn) => {
      const council = adoptedAbove();
      resume(council, at(resumed));
      expect(owed(council).map((one) => [one.status, one.dueOn])).toEqual(OWED.map(() => ['open', dueOn]));
      // What was owed before stood still since the suspension itself.
      expect(duty(council).period?.suspendedDays).toBe(
        (at(resumed.slice(0, 10) + ' 00:00') - at('2026-03-06 00:00')) / 86_400_000,
      );
    },
  );

  test('goes on from the suspension where the record does not say since when it stood still [LAW-CC-203]', () => {
    const council = closedSitting(CLOSED);
    suspend(council, at('2026-03-09 09:00'));
    const { pausedOn: _untold, ...older } = duty(council);
    const context = { ...unattended(at('2026-03-12 09:00')), remindDaysAhead: 1 };
    const [moved] = resumeDuties({ 'publish-result': older as DutyState }, '2026-03-09', context);
    expect(moved).toMatchObject({ data: { deadline: { dueOn: '2026-03-16' } } });
  });

  test('a holiday table that un-does lateness does not start the clock either [LAW-CC-203]', () => {
    const council = closedSitting(CLOSED);
    council.passes(at('2026-03-11 24:00'));
    const now = at('2026-03-12 00:30');
    suspend(council, now);
    expect(duty(council).status).toBe('overdue');
    const day = { kind: 'holiday', name: '临时放假', notice: 'a later notice' } as const;
    const calendar = { ...HOLIDAYS_2026, version: '2026-2', days: { ...HOLIDAYS_2026.days, '2026-03-11': day } };
    const context = { now, today: '2026-03-12', calendar };
    const { events } = definition.receive({ kind: 'calendar-changed', data: {} }, council.state, context);
    const state = events.reduce(definition.evolve, council.state);
    expect(state.duties['publish-result']).toMatchObject({
      status: 'paused',
      dueOn: '2026-03-12',
      pausedOn: '2026-03-12',
    });
  });
});

describe('a day ends at 24:00, also while the timer that says so is late', () => {
  const END = at('2026-03-11 24:00');
  const offsets: [string, number, boolean][] = [
    ['a millisecond before', -1, true],
    ['at 24:00', 0, false],
    ['an hour later', 3_600_000, false],
  ];

  /** Everything but the publication is done; no timer has run. */
  function owingPublication(): Council {
    const council = closedSitting(CLOSED);
    handOver(council);
    must(council, 'record-telling', telling(council, '2026-03-06'), STAFF, CLOSED);
    return council;
  }

  test.each(offsets)('an extension is granted before it: %s [LAW-CC-203]', (_case, offset, granted) => {
    const council = owingPublication();
    const input = { key: 'publish-result', dueOn: '2026-03-20', reason: '材料未齐' };
    const result = council.does('extend-deadline', input, SECRETARY, END + offset);
    expect(codeOf(result)).toBe(granted ? null : 'deadline.nothing-to-extend');
  });

  test('what is over is not extended beside what is not [LAW-CC-203]', () => {
    const council = owingPublication();
    must(council, 'raise-problem', { itemId: itemId(council), text: '尚未划线' }, SUPERVISOR, at('2026-03-11 10:00'));
    const input = { key: 'publish-result', dueOn: '2026-03-20', reason: '材料未齐' };
    expect(council.does('extend-deadline', input, SECRETARY, END)).toEqual(
      refusal('deadline.not-extendable', 'HDA-11.3.3'),
    );
  });

  test.each(offsets)('a suspension stops the clock of what is not over: %s [LAW-CC-203]', (_case, offset, stops) => {
    const council = owingPublication();
    suspend(council, END + offset);
    expect(duty(council).status).toBe(stops ? 'paused' : 'open');
    council.wakes(at('2026-03-13 09:00'));
    resume(council, at('2026-03-13 09:00'));
    expect(duty(council)).toMatchObject(
      stops ? { status: 'open', dueOn: '2026-03-13' } : { status: 'overdue', dueOn: '2026-03-11' },
    );
  });

  test.each(offsets)('a paper is removed early before its own: %s [LAW-RCL-34]', (_case, offset, hangs) => {
    const council = owingPublication();
    must(council, 'publish-result', {}, STAFF, CLOSED);
    const { id: publicationId, takeDownAt } = council.state.publications[0]!;
    expect(takeDownAt).toBe(at('2026-03-21 24:00'));
    const input = { publicationId, reason: '被风吹落' };
    const result = council.does('record-removal', input, SUPERVISOR, takeDownAt + offset);
    expect(codeOf(result)).toBe(hangs ? null : 'council.paper-not-hanging');
  });

  test('a paper whose days are over is not removed beside one that hangs [LAW-RCL-34]', () => {
    const council = closedSitting(CLOSED, 5);
    must(council, 'publish-result', {}, STAFF, CLOSED);
    must(council, 'escalate', { itemId: itemId(council) }, STAFF, CLOSED);
    const decided = at('2026-03-09 10:00');
    council.receives({ itemId: itemId(council), settlement: settlement('dropped', '2026-03-09') }, decided);
    must(council, 'publish-result', {}, STAFF, decided);
    const [first, second] = council.state.publications;
    const remove = (paper: typeof first) =>
      council.does('record-removal', { publicationId: paper!.id, reason: '被风吹落' }, STAFF, first!.takeDownAt);
    expect(remove(first)).toEqual(refusal('paper.unknown', null));
    expect(codeOf(remove(second))).toBeNull();
  });
});

describe('a day that people set, after a suspension', () => {
  test.each([
    ['no day: it stays, also on a Saturday', '2026-03-14', '2026-03-09 16:00', '2026-03-14'],
    ['a day, to a working day', '2026-03-12', '2026-03-10 09:00', '2026-03-13'],
    ['a day, to a Saturday: on Monday', '2026-03-13', '2026-03-10 09:00', '2026-03-16'],
    ['two days, to a Sunday: on Monday', '2026-03-13', '2026-03-11 09:00', '2026-03-16'],
    ['three days, to Monday itself', '2026-03-13', '2026-03-12 09:00', '2026-03-16'],
    ['a day, into the Tomb-sweeping holiday', '2026-04-03', '2026-03-10 09:00', '2026-04-07'],
    ['a day, to a make-up Saturday', '2026-05-08', '2026-03-10 09:00', '2026-05-09'],
  ])('ends as much later, on a working day: suspended %s [LAW-CC-203]', (_case, extended, resumed, dueOn) => {
    const council = closedSitting(CLOSED);
    extend(council, extended);
    suspend(council, at('2026-03-09 09:00'));
    resume(council, at(resumed));
    expect(duty(council)).toMatchObject({ dueOn, dueAt: at(`${dueOn} 24:00`), status: 'open' });
  });

  test('says why, and adds up over several [LAW-CC-203]', () => {
    const council = closedSitting(CLOSED);
    extend(council, '2026-03-13');
    for (const day of ['09', '10']) {
      suspend(council, at(`2026-03-${day} 09:00`));
      resume(council, at(`2026-03-${Number(day) + 1} 09:00`));
    }
    expect(duty(council).explanation).toMatchObject([
      { code: 'suspended', date: '2026-03-15', params: { days: 2 } },
      { code: 'rest-day-moved', date: '2026-03-16', params: { from: '2026-03-15' } },
      { code: 'due', date: '2026-03-16' },
    ]);
  });

  test('is counted again when the holidays of its year become known [LAW-CC-203]', () => {
    const council = closedSitting(CLOSED);
    extend(council, '2026-12-31');
    suspend(council, at('2026-03-09 09:00'));
    resume(council, at('2026-03-10 09:00'));
    expect(duty(council)).toMatchObject({ dueOn: '2027-01-01', provisional: true });
    const newYear = { kind: 'holiday', name: '元旦', notice: 'a notice' } as const;
    const calendar = {
      version: '2027',
      years: [2026, 2027],
      days: { ...HOLIDAYS_2026.days, '2027-01-01': newYear },
    };
    const context = { now: at('2026-03-10 10:00'), today: '2026-03-10', calendar };
    const { events } = definition.receive({ kind: 'calendar-changed', data: {} }, council.state, context);
    expect(events.filter(({ data }) => 'key' in data && data.key === 'publish-result')).toMatchObject([
      { data: { cause: 'calendar', deadline: { dueOn: '2027-01-04', provisional: false } } },
    ]);
  });
});
