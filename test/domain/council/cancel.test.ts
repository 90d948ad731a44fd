import { council as definition } from '../../../src/domain/council/council';
import {
  announce,
  at,
  BEGUN,
  begun,
  CHAIR,
  gathered,
  itemId,
  MEETING,
  member,
  must,
  noticeFor,
  people,
  RECORDER,
  refusal,
  SECRETARY,
  sitting,
  STAFF,
  vote,
  type Council,
} from '../../support/council-domain';
import { adjourn, AGAIN, closedSitting, recuse, voteThrough } from './stories';

const REASON = { reason: '上级已统一安排' };

const issued = () => {
  const council = begun();
  must(council, 'issue-notice', noticeFor(MEETING), STAFF, BEGUN);
  return council;
};

const adjourned = () => {
  const council = sitting();
  vote(council, 5);
  adjourn(council);
  return council;
};

test.each([
  ['draft', () => begun()],
  ['posting', issued],
  ['waiting', () => gathered(0)],
  ['adjourned', adjourned],
] as const)('the secretary cancels a council in %s, for a reason that is kept [HDA-3]', (stage, make) => {
  const council = make();
  expect(council.state.stage).toBe(stage);
  must(council, 'cancel', REASON, SECRETARY, MEETING);
  expect(council.state).toMatchObject({ stage: 'cancelled', cancelReason: { evidence: `digest of ${REASON.reason}` } });
  expect(definition.status(council.state)).toBe('cancelled');
});

test('everybody named in it is told [HDA-3]', () => {
  const council = begun();
  must(council, 'cancel', REASON, SECRETARY, BEGUN);
  const { persons, ...notice } = council.told.at(-1)!;
  expect(notice).toEqual({ kind: 'council-cancelled', clause: null, params: {}, at: BEGUN });
  expect(new Set(persons)).toEqual(new Set([...people(9), 'deputy', 'recorder']));
});

test.each([
  ['the chair', CHAIR],
  ['the recorder', RECORDER],
  ['a member', member(1)],
  ['staff', STAFF],
])('%s does not cancel it [HDA-3]', (_case, actor) => {
  expect(begun().does('cancel', REASON, actor, BEGUN)).toEqual(refusal('procedure.not-entitled', null));
});

test.each<[string, (council: Council) => void]>([
  ['adopted', (council) => vote(council, 6)],
  ['dropped', (council) => [vote(council, 5), vote(council, 6, { question: 'drop' })]],
  ['postponed', (council) => [vote(council, 5), vote(council, 6, { question: 'postpone', postponeTo: '2026-06-01' })]],
])('it is not cancelled once two thirds have %s something, in this sitting or the next [ACC-6.3]', (_case, resolve) => {
  const council = sitting();
  resolve(council);
  adjourn(council);
  const resolved = refusal('council.resolution-exists', 'ACC-6.3');
  expect(council.does('cancel', REASON, SECRETARY, MEETING)).toEqual(resolved);
  must(council, 'issue-notice', noticeFor(AGAIN), STAFF, MEETING);
  expect(council.state.stage).toBe('posting');
  expect(council.does('cancel', REASON, SECRETARY, MEETING)).toEqual(resolved);
});

test('it may be cancelled after a sitting in which nothing was resolved, while questions are left [ACC-6.3]', () => {
  const council = sitting();
  vote(council, 5);
  vote(council, 5, { question: 'drop' });
  adjourn(council);
  must(council, 'cancel', REASON, SECRETARY, MEETING);
  expect(council.state.stage).toBe('cancelled');
});

test.each<[string, (council: Council) => void]>([
  ['on which every question was put in vain', (council) => voteThrough(council, 5)],
  [
    'that was referred',
    (council) => {
      for (const personId of people(5)) recuse(council, personId);
      must(council, 'refer-item', { itemId: itemId(council) }, CHAIR, MEETING);
    },
  ],
])('an item %s goes up, and cancelling is no way round it [HDA-11.2.3a]', (_case, story) => {
  const council = sitting();
  story(council);
  adjourn(council);
  expect(council.does('cancel', REASON, SECRETARY, MEETING)).toEqual(refusal('council.item-goes-up', 'HDA-11.2.3a'));
});

test.each([
  ['while it sits', () => sitting()],
  ['after its sitting', () => closedSitting()],
])('it is not cancelled %s [HDA-3]', (_case, make) => {
  expect(make().does('cancel', REASON, SECRETARY, at('2026-03-06 17:00'))).toEqual(
    refusal('procedure.wrong-stage', null),
  );
});

test('everything owed falls away, overdue or not, and nothing is told any more [HDA-3]', () => {
  const council = issued();
  council.passes(at('2026-03-03 09:00'));
  expect(council.state.duties['post-notice:1']?.status).toBe('overdue');
  must(council, 'cancel', REASON, SECRETARY, at('2026-03-03 10:00'));
  expect(Object.values(council.state.duties).map(({ status }) => status)).toEqual(['void', 'void']);
  expect(definition.timers(council.state)).toEqual([]);
  expect(council.passes(at('2027-01-01 00:00'))).toEqual([]);
});

test('a duty that was met stays met [HDA-3]', () => {
  const council = begun();
  announce(council);
  must(council, 'cancel', REASON, SECRETARY, BEGUN);
  expect(council.state.duties).toMatchObject({
    'post-notice:1': { status: 'met' },
    'hold-sitting:1': { status: 'void' },
  });
});

test('nothing is done in a cancelled council [HDA-3]', () => {
  const council = begun();
  must(council, 'cancel', REASON, SECRETARY, BEGUN);
  for (const action of ['issue-notice', 'cancel'] as const) {
    expect(council.does(action, noticeFor(MEETING), SECRETARY, BEGUN)).toEqual(
      refusal('procedure.wrong-stage', null, { stage: 'cancelled', possible: '' }),
    );
  }
});
