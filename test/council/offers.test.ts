import { randomUUID } from 'node:crypto';
import { COUNCIL_ACTIONS, type CouncilAction } from '../../src/domain/council/actions';
import type { ApiClient } from '../support/api';
import {
  act,
  announce,
  gather,
  itemIds,
  morning,
  person,
  showOfHands,
  signInCast,
  startCouncil,
  type Cast,
} from '../support/council';
import { compareOffers } from '../support/offers';
import { startSkippingService, type Service } from '../support/service';

/** One account for every role there is, of the community, above it and beside it. */
const ACCOUNTS = [
  'chunhe.staff',
  'chunhe.secretary',
  'chunhe.chair',
  'chunhe.recorder',
  'chunhe.member1',
  'chunhe.member9',
  'chunhe.supervision',
  'chunhe.custodian',
  'chunhe.resident',
  'office.supervisor',
  'office.party-affairs',
  'district.discipline',
  'district.organisation',
  'admin',
  'xinhe.staff',
];

const ACTIONS = Object.keys(COUNCIL_ACTIONS) as CouncilAction[];
const nobody = randomUUID();

/** Well-formed bodies that name what does not exist, so that an offered action is refused for its subject and changes nothing. */
const PROBES: Partial<Record<CouncilAction, object>> = {
  'issue-notice': {
    meetingAt: '2020-01-01T09:00:00+08:00',
    place: '议事厅',
    channels: [{ channel: 'window', location: '东门' }],
  },
  'confirm-posting': { postingId: nobody, postedOn: '2026-01-01', note: '已张贴' },
  'record-leave': { personId: nobody, reason: '有事' },
  recuse: { itemId: nobody, reason: '涉及本人' },
  'record-recusal': { itemId: nobody, personId: nobody, reason: '涉及本人' },
  'check-in': { personId: nobody },
  'leave-early': { personId: nobody },
  'record-statement': { itemId: nobody, text: '同意' },
  'put-to-vote': { itemId: nobody, question: 'adopt', method: 'oral' },
  'enter-ballot': { voteId: nobody, personId: nobody, choice: 'against' },
  'close-vote': { voteId: nobody, counts: { inFavour: 0, against: 0, abstained: 0 } },
  'refer-item': { itemId: nobody },
  'record-telling': { how: 'oral', toldOn: '2020-01-01', audience: '居民', itemIds: [nobody] },
  'publish-result': { statement: '联系电话 13800138000' },
  'correct-posting': { postingId: nobody, postedOn: '2026-01-01', reason: '登记有误' },
  'correct-attendance': { personId: nobody, present: true, reason: '登记有误' },
  'correct-tally': { voteId: nobody, counts: { inFavour: 0, against: 0, abstained: 0 }, reason: '计票有误' },
  'change-officers': { chair: nobody, deputy: nobody, recorder: nobody, reason: '工作调整' },
  'record-removal': { publicationId: nobody, reason: '被风吹落' },
  'extend-deadline': { key: 'none', dueOn: '2020-01-01', reason: '材料未齐' },
  escalate: { itemId: nobody },
  'hand-to-assembly': { itemIds: [nobody] },
  'assign-task': { itemId: nobody, what: '划线', responsibleId: person('chunhe.station'), dueOn: '2020-01-01' },
  'report-progress': { taskId: nobody, text: '已开始' },
  'withdraw-task': { taskId: nobody, reason: '布置有误' },
  'complete-task': { taskId: nobody, text: '已完成', doneOn: '2020-01-01' },
  'raise-problem': { itemId: nobody, text: '尚未划线' },
  'answer-problem': { problemId: nobody, text: '下周划线' },
};

/** Bodies of actions that have no subject to be refused for: doing them would move the council. */
const BODIES: Partial<Record<CouncilAction, object>> = {
  'ask-leave': { reason: '有事' },
  'admit-guest': { name: '来宾', capacity: '物业' },
  adjourn: { reason: '人数不足' },
  suspend: { reason: '等待批复' },
  resume: { reason: '已批复' },
  cancel: { reason: '撤回' },
  'cast-ballot': { voteId: nobody, choice: 'against' },
};

/** What `judge` refuses for: who asks, the stage, the time, and facts that no input could change. What is offered never gets these. */
const JUDGED = new Set([
  ...['session.required', 'procedure.not-yours', 'procedure.not-entitled', 'procedure.wrong-stage'],
  ...[
    'council.notice-period-running',
    'council.before-announced-time',
    'council.announced-too-late',
    'council.announced-day-passed',
  ],
  ...['council.no-quorum', 'council.quorate', 'council.all-items-decided', 'council.vote-open', 'council.no-vote-open'],
  ...[
    'council.not-by-ballot',
    'council.items-not-put',
    'council.nothing-to-tell',
    'council.nothing-to-refer',
    'council.resolution-exists',
    'council.nothing-to-publish',
    'council.nothing-to-file',
    'council.not-suspended',
    'council.nothing-to-correct',
    'council.correction-by-chair',
    'council.paper-not-hanging',
    'deadline.nothing-to-extend',
    'council.nothing-to-escalate',
    'council.nothing-to-hand-over',
    'council.nothing-to-carry-out',
    'council.no-open-task',
    'council.no-open-problem',
  ],
]);

const isJudged = (action: string, code: string) =>
  JUDGED.has(code) || (code === 'vote.not-an-elector' && action === 'cast-ballot');

describe('what is offered and what is carried out are one predicate', () => {
  let service: Service;
  let cast: Cast;
  let clients: Map<string, ApiClient>;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCast(service);
    clients = new Map(await Promise.all(ACCOUNTS.map(async (name) => [name, await service.signIn(name)] as const)));
  });
  afterAll(() => service?.close());

  const compare = (id: string) =>
    compareOffers({ clients, id, actions: ACTIONS, bodies: BODIES, probes: PROBES, isJudged });
  it('agrees at every stage, for every role, before and after the lawful moment [HDA-11.1.2] [HDA-11.2] [HDA-11.3]', async () => {
    const id = await startCouncil(cast);
    const seen: string[] = [];
    const look = async () => {
      const { stage } = (await cast.staff.get(`/api/procedures/${id}`)).body;
      seen.push(stage);
      expect(await compare(id)).toEqual([]);
      expect((await cast.staff.get(`/api/procedures/${id}`)).body.stage).toBe(stage);
    };
    await look();
    const meetingAt = new Date(morning(await service.now(), 4)).toISOString();
    await act(cast.staff, id, 'issue-notice', {
      meetingAt,
      place: '议事厅',
      channels: [{ channel: 'window', location: '东门' }],
    });
    await look();
    await announce(service, cast, id);
    await look();
    await gather(service, cast, id, []);
    await look();
    await act(cast.chair, id, 'adjourn', { reason: '人数不足' });
    await look();
    await announce(service, cast, id);
    await gather(service, cast, id);
    await look();
    await act(cast.chair, id, 'open-sitting');
    await look();
    const [first, second] = await itemIds(cast.staff, id);
    await act(cast.chair, id, 'put-to-vote', { itemId: first!, question: 'adopt', method: 'open-ballot' });
    await look();
    await act(cast.recorder, id, 'close-vote');
    await showOfHands(cast, id, first!, { inFavour: 9, against: 0, abstained: 0 }, { question: 'drop' });
    await showOfHands(cast, id, second!, { inFavour: 9, against: 0, abstained: 0 });
    await look();
    await act(cast.chair, id, 'close-sitting');
    await look();
    await act(cast.staff, id, 'publish-result');
    await look();
    await service.pass(17 * 86_400_000);
    await look();
    expect(seen).toEqual([
      ...['draft', 'posting', 'waiting', 'waiting', 'adjourned', 'waiting', 'sitting', 'sitting', 'sitting'],
      ...['following-up', 'on-board', 'completing'],
    ]);
    // Twelve people ask for forty actions at twelve stages.
  }, 400_000);

  it('says when, and by which clause, what is not yet possible will be [HDA-11.1.2]', async () => {
    const id = await startCouncil(cast);
    const meetingAt = await announce(service, cast, id);
    const { items } = (await cast.chair.get(`/api/procedures/${id}/actions`)).body;
    const opening = items.find(({ name }: { name: string }) => name === 'open-sitting');
    expect(opening).toMatchObject({
      possible: false,
      reason: {
        code: 'council.notice-period-running',
        clause: 'HDA-11.1.2',
        earliest: new Date(meetingAt).toISOString(),
      },
    });
    expect(opening.reason.detail.zh).toContain('最早可在');
    expect(items.every(({ schema }: { schema: { type: string } }) => schema.type === 'object')).toBe(true);
  });
});
