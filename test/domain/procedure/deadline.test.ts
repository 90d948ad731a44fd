import { at } from '../../support/council-domain';
import type { Deadline } from '../../../src/domain/calendar/deadline';
import {
  doneOn,
  dutyTimers,
  evolveDuties,
  isOutrun,
  isOwed,
  meetDuty,
  passMoment,
  PHASES,
  readDutyTimer,
  setDuty,
  voidDuties,
  type Duties,
  type DutyEvent,
} from '../../../src/domain/procedure/deadline';

const SET_AT = at('2026-03-02 10:00');
const REMIND = at('2026-03-10 09:00');
const DUE = at('2026-03-11 09:00');
const OVERDUE = at('2026-03-11 24:00');

const deadline: Deadline = {
  dueOn: '2026-03-11',
  dueAt: OVERDUE,
  clause: 'HDA-11.3.3',
  calendarVersion: '2026',
  provisional: false,
  explanation: [],
};

const after = (...events: DutyEvent[]): Duties => events.reduce(evolveDuties, {});
const set = (now = SET_AT, remindDaysAhead = 1) => setDuty('publish', 'publish-result', deadline, remindDaysAhead, now);
const told = (phase: (typeof PHASES)[number]): DutyEvent => ({
  type: 'deadline-told',
  data: { key: 'publish', phase },
});
const met: DutyEvent = { type: 'deadline-met', data: { key: 'publish', at: DUE } };
const voided: DutyEvent = { type: 'deadline-voided', data: { key: 'publish' } };

test('sets a duty that is open, with nothing told yet [HDA-11.3.3]', () => {
  expect(after(set())).toEqual({
    publish: {
      ...deadline,
      kind: 'publish-result',
      status: 'open',
      moments: { remind: REMIND, due: DUE, overdue: OVERDUE },
      passed: [],
      metAt: null,
    },
  });
});

test.each([
  ['a millisecond before the reminder', REMIND - 1, [REMIND, DUE, OVERDUE]],
  ['at the reminder', REMIND, [null, DUE, OVERDUE]],
  ['at nine on the due day', DUE, [null, null, OVERDUE]],
  ['after the due day', OVERDUE + 1, [null, null, OVERDUE]],
])('leaves out the reminders gone by for a duty set %s, never the end [HDA-11.3.3]', (_case, now, moments) => {
  const duty = after(set(now)).publish!;
  expect(PHASES.map((phase) => duty.moments[phase])).toEqual(moments);
});

test.each([
  [0, null],
  [1, REMIND],
  [5, at('2026-03-06 09:00')],
])('reminds people %i days ahead at nine [HDA-11.3.3]', (days, moment) => {
  expect(after(set(SET_AT, days)).publish?.moments.remind).toBe(moment);
});

test('has a timer for each moment still to come, of open duties alone [HDA-11.3.3]', () => {
  const all = [
    { key: 'publish/remind', at: REMIND },
    { key: 'publish/due', at: DUE },
    { key: 'publish/overdue', at: OVERDUE },
  ];
  expect(dutyTimers(after(set()))).toEqual(all);
  expect(dutyTimers(after(set(), told('remind')))).toEqual(all.slice(1));
  expect(dutyTimers(after(set(SET_AT, 0)))).toEqual(all.slice(1));
  for (const end of [told('overdue'), met, voided]) expect(dutyTimers(after(set(), end))).toEqual([]);
});

test.each([
  ['publish/remind', { key: 'publish', phase: 'remind' }],
  ['post-notice:2/overdue', { key: 'post-notice:2', phase: 'overdue' }],
  ['a/b/due', { key: 'a/b', phase: 'due' }],
  ['take-down', null],
  ['publish/later', null],
  ['/due', null],
])('reads the key of a timer: %s [HDA-11.3.3]', (key, timer) => {
  expect(readDutyTimer(key)).toEqual(timer);
});

test('tells each moment once, and none of a duty that is no longer open [HDA-11.3.3]', () => {
  expect(passMoment(after(set()), 'publish', 'remind')).toEqual([told('remind')]);
  expect(passMoment(after(set(), told('remind')), 'publish', 'remind')).toEqual([]);
  for (const end of [told('overdue'), met, voided]) expect(passMoment(after(set(), end), 'publish', 'due')).toEqual([]);
  expect(passMoment({}, 'publish', 'due')).toEqual([]);
});

test.each([
  ['the reminder on its day', 'remind', REMIND, false],
  ['the reminder a moment before nine on the due day', 'remind', DUE - 1, false],
  ['the reminder at nine on the due day', 'remind', DUE, true],
  ['the due day until its end', 'due', OVERDUE - 1, false],
  ['the due day at its end', 'due', OVERDUE, true],
  ['the end, however late', 'overdue', OVERDUE * 2, false],
] as const)('is outrun by a later moment that has come as well: %s [HDA-11.3.3]', (_case, phase, now, outrun) => {
  expect(isOutrun(after(set()).publish!, phase, now)).toBe(outrun);
});

test('is owed while open or overdue, not when met or fallen away [HDA-11.3.3]', () => {
  expect(isOwed(after(set()).publish)).toBe(true);
  expect(isOwed(after(set(), told('remind')).publish)).toBe(true);
  expect(isOwed(after(set(), told('overdue')).publish)).toBe(true);
  expect(isOwed(after(set(), met).publish)).toBe(false);
  expect(isOwed(after(set(), voided).publish)).toBe(false);
  expect(isOwed(undefined)).toBe(false);
});

test('meets or voids what is owed, in time or late, and nothing else [HDA-11.3.3]', () => {
  for (const owed of [after(set()), after(set(), told('overdue'))]) {
    expect(meetDuty(owed, 'publish', DUE)).toEqual([met]);
    expect(voidDuties(owed, () => true)).toEqual([voided]);
    expect(voidDuties(owed, (key, { kind }) => key === kind)).toEqual([]);
  }
  for (const settled of [{}, after(set(), met), after(set(), voided)]) {
    expect(meetDuty(settled, 'publish', DUE)).toEqual([]);
    expect(voidDuties(settled, () => true)).toEqual([]);
  }
});

test.each([
  ['on the day itself, the moment', '2026-03-11 23:59', at('2026-03-11 23:59')],
  ['at 24:00 of it, the last moment before', '2026-03-11 24:00', OVERDUE - 1],
  ['days later, the last moment of that day', '2026-03-14 09:00', OVERDUE - 1],
])('what was done on a day counts by that day: entered %s [HDA-11.3.3]', (_case, entered, moment) => {
  expect(doneOn('2026-03-11', at(entered))).toBe(moment);
});

test('throws for an event on a duty that was never set: a broken log [HDA-11.3.3]', () => {
  expect(() => after(met)).toThrow('no duty publish');
});
