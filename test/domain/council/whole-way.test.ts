import { council as definition } from '../../../src/domain/council/council';
import {
  announce,
  at,
  begun,
  BEGUN,
  CHAIR,
  checkIn,
  hands,
  itemId,
  member,
  MEETING,
  must,
  people,
  put,
  RECORDER,
  STAFF,
  vote,
  type Council,
} from '../../support/council-domain';
import { adjourn, AGAIN, close, CLOSED, convene, telling, voteThrough, decideAbove, handOver } from './stories';

/** The stages a council went through, in order. */
function stagesOf(council: Council): string[] {
  const stages: string[] = [];
  council.events.reduce<Council['state'] | null>((state, event) => {
    const next = definition.evolve(state, event);
    if (next.stage !== stages.at(-1)) stages.push(next.stage);
    return next;
  }, null);
  return stages;
}

test('a major matter goes the whole way of a council: announced, deliberated, resolved, told and published [HDA-8]', () => {
  const council = begun({ items: [{ title: '地面停车位重新划线' }] });
  announce(council, MEETING, BEGUN);
  checkIn(council, people(6));
  must(council, 'open-sitting', {}, CHAIR, MEETING);
  const input = { itemId: itemId(council), personId: 'member1', text: '同意划线' };
  must(council, 'record-statement', input, RECORDER, MEETING);
  put(council, { method: 'open-ballot' });
  for (const number of [1, 2, 3, 4]) must(council, 'cast-ballot', { choice: 'in-favour' }, member(number), MEETING);
  must(council, 'cast-ballot', { choice: 'against' }, member(5), MEETING);
  must(council, 'close-vote', {}, RECORDER, MEETING);
  close(council, CLOSED);
  must(council, 'record-telling', telling(council, '2026-03-06'), RECORDER, CLOSED);
  must(council, 'publish-result', {}, STAFF, CLOSED);
  handOver(council);
  council.passes(at('2026-03-21 24:00'));

  expect(stagesOf(council)).toEqual(['draft', 'posting', 'waiting', 'sitting', 'following-up', 'on-board', 'closed']);
  expect(council.state.items[0]).toMatchObject({
    outcome: 'adopted',
    votes: [{ verdict: { base: 6, inFavour: 4, against: 1, notVoting: 1, needed: 4, passed: true } }],
  });
  expect(Object.values(council.state.duties).every(({ metAt, dueAt }) => metAt !== null && metAt < dueAt)).toBe(true);
});

test('one that takes two sittings comes to its end as well, and nothing is owed then [HDA-8]', () => {
  const council = begun();
  convene(council, MEETING);
  vote(council, 6);
  adjourn(council);
  convene(council, AGAIN, 5);
  voteThrough(council, 3, { item: 2, now: AGAIN });
  close(council, AGAIN);
  decideAbove(council, { item: 2, now: AGAIN });
  handOver(council, AGAIN);
  must(council, 'publish-result', {}, STAFF, AGAIN);
  must(council, 'record-telling', telling(council, '2026-03-09'), RECORDER, AGAIN);
  council.passes(at('2026-03-28 24:00'));

  const once = ['posting', 'waiting', 'sitting'];
  const stages = ['draft', ...once, 'adjourned', ...once, 'following-up', 'on-board', 'closed'];
  expect(stagesOf(council)).toEqual(stages);
  expect(council.state.items.map(({ outcome }) => outcome)).toEqual(['adopted', 'no-agreement']);
  const ofRound = (round: number) => ['post-notice', 'hold-sitting', 'close-sitting'].map((kind) => `${kind}:${round}`);
  const [passed, open] = [itemId(council), itemId(council, 2)];
  const above = [`escalate:${open}`, `publish-result:${open}`, `hand-to-assembly:${passed}`];
  const owed = [...ofRound(1), 'renew-notice:1', 'tell-concerned:1', ...ofRound(2), 'publish-result', ...above];
  expect(new Set(Object.keys(council.state.duties))).toEqual(new Set(owed));
  expect(new Set(Object.values(council.state.duties).map(({ status }) => status))).toEqual(new Set(['met']));
});

test('it is not carried out before: nothing passes in a draft, on the way to the sitting, or at its opening [HDA-8]', () => {
  const council = begun();
  const nothing = () => expect(council.state.items.map(({ outcome }) => outcome)).toEqual([null, null]);
  const tries = (now: number) => {
    for (const action of ['close-sitting', 'publish-result'] as const)
      expect(definition.judge(action, council.state, { ...CHAIR, roles: ['staff', 'secretary'] }, now)).not.toBeNull();
    nothing();
  };
  tries(BEGUN);
  announce(council);
  tries(MEETING);
  checkIn(council, people(9));
  must(council, 'open-sitting', {}, CHAIR, MEETING);
  tries(MEETING);
  put(council);
  nothing();
  must(council, 'close-vote', { counts: hands(6) }, RECORDER, MEETING);
  expect(council.state.items.map(({ outcome }) => outcome)).toEqual(['adopted', null]);
});
