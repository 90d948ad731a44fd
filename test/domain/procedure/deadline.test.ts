import { at } from '../../support/council-domain';
import type { Deadline } from '../../../src/domain/calendar/deadline';
import {
  doneOn,
  evolveDuties,
  isOwed,
  meetDuty,
  PHASES,
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
  period: null,
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
      pausedOn: null,
      earlier: [],
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
