import { randomUUID } from 'node:crypto';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import { MEETING_ACTIONS, type MeetingAction } from '../../src/domain/pwc-meeting/actions';
import type { ApiClient } from '../support/api';
import { act, mustBe, person } from '../support/council';
import { compareOffers } from '../support/offers';
import {
  callAdHoc,
  circulate,
  COMMITTEE,
  fixAgenda,
  openMeeting,
  signInCommittee,
  startMeeting,
  type MeetingCast,
} from '../support/pwc-meeting';
import { startSkippingService, type Service } from '../support/service';

/** One account for every role and office there is, and some that have none. */
const ACCOUNTS = [
  ...['office.secretary', 'office.deputy1', 'office.member1', 'office.recorder', 'office.party-affairs'],
  ...['office.staff', 'office.supervisor', 'office.custodian', 'chunhe.secretary', 'district.discipline', 'admin'],
];

const ACTIONS = Object.keys(MEETING_ACTIONS) as MeetingAction[];
const nobody = randomUUID();
const onItem = { itemId: nobody, reason: '涉及本人' };

const PROBES: Partial<Record<MeetingAction, object>> = {
  'delegate-chair': { personId: nobody, reason: '出差' },
  'change-recorder': { recorder: nobody, reason: '工作调整' },
  'fix-agenda': { items: [{ agendaItemId: nobody }], heard: '已听取' },
  'issue-notice': { meetingAt: '2020-01-01T09:00:00+08:00', place: '会议室' },
  'add-late-item': { agendaItemId: nobody, reason: '上级要求' },
  'withdraw-item': onItem,
  'circulate-papers': { itemIds: [nobody] },
  'confirm-reading': { itemIds: [nobody] },
  'record-leave': { personId: nobody, reason: '有事' },
  'give-opinion': { itemId: nobody, text: '同意' },
  'invite-guest': { name: '来宾', capacity: '专家', itemIds: [nobody] },
  recuse: onItem,
  'record-recusal': { ...onItem, personId: person('office.member1') },
  'check-in': { personId: nobody },
  'leave-early': { personId: nobody },
  'correct-attendance': { personId: nobody, reason: '登记有误' },
  'report-consultation': { itemId: nobody, text: '已酝酿' },
  'record-statement': { itemId: nobody, personId: person('office.member1'), text: '同意' },
  'sum-up': { itemId: nobody, text: '建议通过' },
  'inform-absent': { itemId: nobody, personId: person('office.member1'), on: '2026-01-01', text: '电话' },
  'put-to-vote': { itemId: nobody, method: 'oral' },
  'enter-ballot': { voteId: nobody, personId: nobody, choice: 'against' },
  'close-vote': { voteId: nobody, counts: { inFavour: 0, against: 0, abstained: 0 } },
  'defer-item': onItem,
  'note-item': { itemId: nobody },
  'refer-item': { itemId: nobody },
  'withdraw-document': { documentId: nobody, reason: '有误' },
  'enter-district-decision': { itemId: nobody, outcome: 'adopted', on: '2020-01-01', reference: '1号' },
  'draft-document': { kind: 'joint', title: '通知', text: '正文' },
  'revise-document': { documentId: nobody, text: '正文' },
  'delegate-signature': { documentId: nobody, toId: person('office.deputy1') },
  'return-document': { documentId: nobody, reason: '有误' },
  'sign-document': { documentId: nobody },
  'tell-downward': { itemIds: [nobody], on: '2020-01-01', how: 'oral', audience: '各社区' },
  'assign-task': { itemId: nobody, what: '落实', responsibleId: person('office.member1'), dueOn: '2020-01-01' },
  'note-no-task': onItem,
  'report-progress': { taskId: nobody, text: '已开始' },
  'complete-task': { taskId: nobody, text: '已完成', doneOn: '2020-01-01' },
  'withdraw-task': { taskId: nobody, reason: '布置有误' },
  'record-dissent': { itemId: nobody, text: '不同意', route: 'inside' },
  'reopen-item': onItem,
  'record-finding': {
    ...{ itemId: nobody, text: '未表决', severe: false, effect: 'none' },
    ...{ on: '2020-01-01', reference: '1号' },
  },
};

const BODIES: Partial<Record<MeetingAction, object>> = {
  'ask-leave': { reason: '有事' },
  adjourn: { reason: '人数不足' },
  cancel: { reason: '另行安排' },
};

/** What `judge` refuses for: who asks, the stage, the time, and facts that no input could change. */
const JUDGED = new Set([
  ...['session.required', 'procedure.not-yours', 'procedure.not-entitled', 'procedure.wrong-stage', 'pwc.no-deputy'],
  ...['pwc.before-announced-time', 'pwc.announced-day-passed', 'pwc.papers-circulated'],
  ...['pwc.nothing-to-read', 'pwc.present-members-speak', 'pwc.no-quorum', 'pwc.quorate', 'pwc.vote-open'],
  ...['pwc.all-items-decided', 'pwc.no-vote-open', 'pwc.items-not-put', 'pwc.ballot-is-unsigned'],
  ...['pwc.nobody-to-inform', 'pwc.nothing-returned', 'pwc.nothing-to-tell', 'pwc.nothing-to-carry-out'],
  ...['pwc.nothing-to-assign', 'pwc.no-open-task', 'pwc.nothing-resolved', 'pwc.resolution-stands'],
  ...['pwc.leave-after-the-hour', 'pwc.something-decided', 'pwc.not-held', 'pwc.nothing-to-refer'],
  ...['pwc.nothing-referred', 'pwc.nothing-to-drop', 'pwc.nobody-there'],
  ...['pwc.all-summed-up', 'pwc.nothing-to-hear'],
]);

describe('what a PWC meeting offers and what it carries out are one predicate', () => {
  let service: Service;
  let cast: MeetingCast;
  let clients: Map<string, ApiClient>;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCommittee(service);
    clients = new Map(await Promise.all(ACCOUNTS.map(async (name) => [name, await service.signIn(name)] as const)));
  });
  afterAll(() => service?.close());

  it('agrees at every stage, for every role, before and after the lawful moment [PWW-3.1a] [PWR-3.1.2]', async () => {
    const member = await service.signIn('office.member1');
    const proposal = { organisationId: EXAMPLE.organisations.office, title: '整治方案', category: 'development' };
    const agendaItemId = mustBe(await member.post('/api/agenda', { ...proposal, traits: [] }), 201, 'proposal').body.id;
    const on = civilDateOf(await service.now());
    const cleared = { what: 'cleared-papers', on, text: '同意', clearedById: person('office.secretary') };
    mustBe(await cast.office.post(`/api/agenda/${agendaItemId}/preparations`, cleared), 200, 'clearing');
    const id = await startMeeting(cast);
    const seen: string[] = [];
    const look = async () => {
      const stageNow = async () => (await cast.office.get(`/api/procedures/${id}`)).body.stage;
      const stage = await stageNow();
      seen.push(stage);
      const isJudged = (_: string, code: string) => JUDGED.has(code);
      expect(await compareOffers({ clients, id, actions: ACTIONS, probes: PROBES, bodies: BODIES, isJudged })).toEqual(
        [],
      );
      expect(await stageNow()).toBe(stage);
    };
    await look();
    const [itemId] = (await fixAgenda(cast, id, [{ agendaItemId }])) as [string];
    await look();
    // The clock goes on while everybody is asked.
    await callAdHoc(service, cast, id, 30 * 60_000);
    await look();
    await service.pass(31 * 60_000);
    await look();
    await act(cast.secretary, id, 'adjourn', { reason: '无人到会' });
    await look();
    const meetingAt = await callAdHoc(service, cast, id);
    await circulate(cast, id, [itemId]);
    await openMeeting(service, cast, { id, meetingAt, people: COMMITTEE });
    await look();
    await act(cast.recorder, id, 'sum-up', { itemId, text: '建议通过' });
    const { voteId } = (await act(cast.secretary, id, 'put-to-vote', { itemId, method: 'oral' })).answer;
    await look();
    await act(cast.secretary, id, 'close-vote', { voteId, counts: { inFavour: 9, against: 0, abstained: 0 } });
    await look();
    await act(cast.secretary, id, 'close-sitting');
    await look();
    const minutes = { kind: 'minutes', title: '会议纪要' };
    const { documentId } = (await act(cast.office, id, 'draft-document', minutes)).answer;
    await look();
    await act(cast.secretary, id, 'return-document', { documentId, reason: '补充列席人员' });
    await look();
    await act(cast.office, id, 'revise-document', { documentId, text: '会议纪要' });
    await act(cast.secretary, id, 'sign-document', { documentId });
    await look();
    expect(seen).toEqual([
      ...['fixing-agenda', 'fixing-agenda', 'noticed', 'noticed', 'adjourned', 'sitting', 'sitting', 'sitting'],
      ...['documenting', 'documenting', 'documenting', 'carrying-out'],
    ]);
    // Eleven people ask for forty actions at twelve stages.
  }, 400_000);
});
