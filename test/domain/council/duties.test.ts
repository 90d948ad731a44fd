import { council as definition } from '../../../src/domain/council/council';
import {
  announce,
  at,
  BEGUN,
  begun,
  CHAIR,
  gathered,
  MEETING,
  must,
  noticeFor,
  STAFF,
  unattended,
  vote,
  type Told,
} from '../../support/council-domain';
import { close, CLOSED, closedSitting, telling } from './stories';

const OVERSEERS = ['staff', 'secretary', 'supervision-committee', 'subdistrict-supervisor'];

const of = (told: readonly Told[], duty: string) =>
  told.filter(({ params }) => params.duty === duty).map(({ kind, at: moment }) => [kind, moment]);

/** A council that must be posted by the 5th and held on the 9th, with nothing done for it. */
function issued(rules = {}) {
  const council = begun({}, rules);
  must(council, 'issue-notice', noticeFor(at('2026-03-09 14:00')), STAFF, BEGUN);
  return council;
}

test('the posting is owed by the last day that leaves three clear days [HDA-11.1.2]', () => {
  expect(issued().state.duties['post-notice:1']).toMatchObject({
    kind: 'post-notice',
    clause: 'HDA-11.1.2',
    dueOn: '2026-03-05',
    dueAt: at('2026-03-05 24:00'),
    provisional: false,
    explanation: [
      { code: 'clear-days', date: '2026-03-06', params: { days: 3, until: '2026-03-08' } },
      { code: 'due', date: '2026-03-05' },
    ],
  });
});

test('the sitting is owed on the announced day, and met by opening it [HDA-11.1.2]', () => {
  const council = gathered(9);
  expect(council.state.duties['hold-sitting:1']).toMatchObject({ status: 'open', dueOn: '2026-03-06' });
  must(council, 'open-sitting', {}, CHAIR, MEETING);
  expect(council.state.duties['hold-sitting:1']).toMatchObject({ status: 'met', metAt: MEETING });
});

test('people are reminded at nine the day before, at nine on the day, and told at 24:00 that it is overdue [HDA-11.1.2]', () => {
  const council = issued();
  const told = council.passes(at('2026-03-08 00:00'));
  expect(of(told, 'post-notice')).toEqual([
    ['deadline-remind', at('2026-03-04 09:00')],
    ['deadline-due', at('2026-03-05 09:00')],
    ['deadline-overdue', at('2026-03-05 24:00')],
  ]);
  expect(council.state.duties['post-notice:1']).toMatchObject({
    status: 'overdue',
    passed: ['remind', 'due', 'overdue'],
  });
  expect(council.state.duties['hold-sitting:1']).toMatchObject({ status: 'open', passed: [] });
});

test.each([
  ['deadline-remind', ['staff']],
  ['deadline-due', ['staff']],
  ['deadline-overdue', OVERSEERS],
])('%s goes to the chair, the recorder and by role to %j [HDA-11.3.3]', (kind, roles) => {
  const told = closedSitting(CLOSED).passes(at('2026-03-12 00:00'));
  expect(told.filter((one) => one.kind === kind && one.params.duty === 'publish-result')).toEqual([
    expect.objectContaining({
      clause: 'HDA-11.3.3',
      persons: ['chair', 'recorder'],
      roles,
      params: { duty: 'publish-result', dueOn: '2026-03-11' },
    }),
  ]);
});

test.each([
  ['three days ahead', 3, [['deadline-remind', at('2026-03-08 09:00')]]],
  ['not at all', 0, []],
])('the rulebook says how far ahead people are reminded: %s [HDA-11.3.3]', (_case, days, reminders) => {
  const council = closedSittingWith({ 'deadline.remindDaysAhead': days });
  expect(of(council.passes(at('2026-03-10 23:59')), 'publish-result')).toEqual(reminders);
});

test('a reminder whose hour has already gone by is left out [HDA-11.1.2]', () => {
  const council = begun();
  must(council, 'issue-notice', noticeFor(MEETING), STAFF, at('2026-03-02 09:30'));
  const told = council.passes(at('2026-03-03 00:00'));
  expect(of(told, 'post-notice')).toEqual([['deadline-overdue', at('2026-03-02 24:00')]]);
});

test('after an outage only the last word on each duty is told [HDA-11.3.3]', () => {
  const council = closedSitting(CLOSED);
  const now = at('2026-03-20 11:00');
  const told = council.wakes(now);
  expect(told.map(({ kind, params, at: moment }) => [kind, params.duty, moment])).toEqual([
    ['deadline-overdue', 'publish-result', now],
    ['deadline-overdue', 'tell-concerned', now],
    ['deadline-overdue', 'hand-to-assembly', now],
  ]);
  expect(council.state.duties['publish-result']).toMatchObject({
    status: 'overdue',
    passed: ['remind', 'due', 'overdue'],
  });
});

test('after an outage that ends on the due day people are told that it is due [HDA-11.3.3]', () => {
  const told = closedSitting(CLOSED).wakes(at('2026-03-11 11:00'));
  expect(told.map(({ kind, params }) => [kind, params.duty])).toEqual([
    ['deadline-due', 'publish-result'],
    ['deadline-due', 'tell-concerned'],
    ['deadline-due', 'hand-to-assembly'],
  ]);
});

test('a duty that is met is silent, and one that fell away too [HDA-11.3.3]', () => {
  const council = begun();
  announce(council, at('2026-03-09 14:00'));
  expect(of(council.passes(at('2026-03-08 00:00')), 'post-notice')).toEqual([]);
  announce(council, at('2026-03-12 14:00'), at('2026-03-08 09:00') - 1);
  const told = council.passes(at('2026-03-10 09:00'));
  expect(told).toEqual([]);
});

test('a timer that rings for a duty already met does nothing [HDA-11.3.3]', () => {
  const council = closedSitting(CLOSED);
  must(council, 'publish-result', {}, STAFF, CLOSED);
  const now = at('2026-03-11 24:00');
  expect(definition.elapse('publish-result/overdue', council.state, unattended(now))).toEqual({ events: [] });
  expect(definition.elapse('no-such-duty/overdue', council.state, unattended(now))).toEqual({ events: [] });
});

test('a duty done late stays visible as late [HDA-11.3.3]', () => {
  const council = closedSitting(CLOSED);
  const now = at('2026-03-12 09:00');
  council.passes(now);
  must(council, 'record-telling', telling(council, '2026-03-12'), STAFF, now);
  const duty = council.state.duties['tell-concerned:1']!;
  expect(duty).toMatchObject({ status: 'met', metAt: now, passed: ['remind', 'due', 'overdue'] });
  expect(now).toBeGreaterThanOrEqual(duty.dueAt);
});

function closedSittingWith(rules: object) {
  const council = gathered(9, { items: [{ title: '划线' }] }, rules);
  must(council, 'open-sitting', {}, CHAIR, MEETING);
  vote(council, 9);
  close(council, CLOSED);
  return council;
}
