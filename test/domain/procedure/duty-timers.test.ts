import { at } from '../../support/council-domain';
import type { Deadline } from '../../../src/domain/calendar/deadline';
import { evolveDuties, setDuty, type Duties, type DutyEvent, type Phase } from '../../../src/domain/procedure/deadline';
import { dutyTimers, elapseDuty } from '../../../src/domain/procedure/duty-timers';

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
const set = (key = 'publish', remindDaysAhead = 1) => setDuty(key, 'publish-result', deadline, remindDaysAhead, SET_AT);
const told = (phase: Phase, key = 'publish'): DutyEvent => ({ type: 'deadline-told', data: { key, phase } });
const met: DutyEvent = { type: 'deadline-met', data: { key: 'publish', at: DUE } };
const voided: DutyEvent = { type: 'deadline-voided', data: { key: 'publish' } };

const PEOPLE = { persons: ['chair'], roles: ['staff'], supervisors: ['supervision-committee'] } as const;
const elapse = (duties: Duties, timerKey: string, now: number) => elapseDuty(duties, timerKey, { now, ...PEOPLE });

test('has a timer for each moment still to come, of open duties alone [HDA-11.3.3]', () => {
  const all = [
    { key: 'publish/remind', at: REMIND },
    { key: 'publish/due', at: DUE },
    { key: 'publish/overdue', at: OVERDUE },
  ];
  expect(dutyTimers(after(set()))).toEqual(all);
  expect(dutyTimers(after(set(), told('remind')))).toEqual(all.slice(1));
  expect(dutyTimers(after(set('publish', 0)))).toEqual(all.slice(1));
  for (const end of [told('overdue'), met, voided]) expect(dutyTimers(after(set(), end))).toEqual([]);
});

test.each([
  ['publish', 'publish/remind', 'remind'],
  ['post-notice:2', 'post-notice:2/overdue', 'overdue'],
  ['a/b', 'a/b/due', 'due'],
] as const)('knows the duty %s and the moment by the timer %s [HDA-11.3.3]', (key, timerKey, phase) => {
  expect(elapse(after(set(key)), timerKey, SET_AT).events).toEqual([told(phase, key)]);
});

test.each(['take-down', 'publish/later', '/due', 'unknown/due'])(
  '%s is no moment of a duty [HDA-11.3.3]',
  (timerKey) => {
    expect(elapse(after(set()), timerKey, OVERDUE)).toEqual({ events: [] });
  },
);

test('tells each moment once, and none of a duty that is no longer open [HDA-11.3.3]', () => {
  expect(elapse(after(set(), told('remind')), 'publish/remind', REMIND)).toEqual({ events: [] });
  for (const end of [told('overdue'), met, voided])
    expect(elapse(after(set(), end), 'publish/due', DUE)).toEqual({ events: [] });
});

test.each([
  ['remind', REMIND, ['staff']],
  ['due', DUE, ['staff']],
  ['overdue', OVERDUE, ['staff', 'supervision-committee']],
] as const)(
  'tells whoever carries it through, and once overdue the supervisors: %s [HDA-11.3.3]',
  (phase, now, roles) => {
    expect(elapse(after(set()), `publish/${phase}`, now).notices).toEqual([
      {
        kind: `deadline-${phase}`,
        clause: 'HDA-11.3.3',
        persons: ['chair'],
        roles,
        params: { duty: 'publish-result', dueOn: '2026-03-11' },
      },
    ]);
  },
);

test.each([
  ['the reminder on its day', 'remind', REMIND, 1],
  ['the reminder a moment before nine on the due day', 'remind', DUE - 1, 1],
  ['the reminder at nine on the due day', 'remind', DUE, 0],
  ['the due day until its end', 'due', OVERDUE - 1, 1],
  ['the due day at its end', 'due', OVERDUE, 0],
  ['the end, however late', 'overdue', OVERDUE * 2, 1],
] as const)('tells nobody of a moment outrun by a later one: %s [HDA-11.3.3]', (_case, phase, now, notices) => {
  const decision = elapse(after(set()), `publish/${phase}`, now);
  expect(decision.events).toHaveLength(1);
  expect(decision.notices).toHaveLength(notices);
});
