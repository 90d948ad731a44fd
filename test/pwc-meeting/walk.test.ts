import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { addDays, atTime, civilDateOf } from '../../src/domain/calendar/civil-date';
import type { ApiClient } from '../support/api';
import { act, mustBe, person } from '../support/council';
import {
  BALLOT,
  COMMITTEE,
  callAdHoc,
  fixAgenda,
  openMeeting,
  putAndCount,
  signInCommittee,
  startMeeting,
  wrapUp,
  type MeetingCast,
} from '../support/pwc-meeting';
import { startSkippingService, type Service } from '../support/service';
import { isWhole } from '../support/story';

const DAY = 86_400_000;
const organisationId = EXAMPLE.organisations.office;

describe('a meeting of the Party Working Committee, over HTTP', () => {
  let service: Service;
  let cast: MeetingCast;
  let member: ApiClient;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCommittee(service);
    member = await service.signIn('office.member1');
  });
  afterAll(() => service?.close());

  const look = async (id: string) => (await cast.office.get(`/api/procedures/${id}`)).body;
  const refusal = async (client: ApiClient, id: string, action: string, body: object) => {
    const answer = await client.post(`/api/procedures/${id}/actions/${action}`, body);
    return [answer.status, answer.body.code, answer.body.clause];
  };

  /** An item that a member proposed, with everything there that has to be; gives its id on the agenda. */
  async function proposed(category: string, title: string): Promise<string> {
    const body = { organisationId, title, category, traits: [] };
    const item = mustBe(await member.post('/api/agenda', body), 201, 'proposal').body;
    const on = civilDateOf(await service.now());
    for (const { what } of item.preparations) {
      const clearedById = what === 'cleared-papers' ? { clearedById: person('office.secretary') } : {};
      const prepared = { what, on, text: '已办', ...clearedById };
      mustBe(await cast.office.post(`/api/agenda/${item.id}/preparations`, prepared), 200, what);
    }
    return item.id;
  }

  it('goes from the agenda by notice, papers, discussion and vote to its minutes, and closes by itself [PWW-3.1a] [PWR-3.1.5a] [PWR-3.1.6a]', async () => {
    const personnel = await proposed('personnel', '综合行政执法队队长人选');
    const report = await proposed('work-reports', '听取安全生产汇报');
    const plan = await proposed('development', '背街小巷整治方案');
    const id = await startMeeting(cast);
    const candidates = [
      { name: '候选人一', step: 'appoint' },
      { name: '候选人二', step: 'appoint' },
    ];
    const chosen = [{ agendaItemId: personnel, candidates }, { agendaItemId: report }, { agendaItemId: plan }];
    const [first, second, third] = (await fixAgenda(cast, id, chosen)) as [string, string, string];

    const now = await service.now();
    const notice = { place: '街道三楼会议室', meetingAt: new Date(atTime(addDays(civilDateOf(now), 3), '09:00')) };
    expect(await refusal(cast.office, id, 'issue-notice', notice)).toEqual([422, 'pwc.meeting-too-soon', 'PWR-3.1.6a']);
    const meetingAt = atTime(addDays(civilDateOf(now), 4), '09:00');
    await act(cast.office, id, 'issue-notice', { ...notice, meetingAt: new Date(meetingAt).toISOString() });
    const invited = (await member.get('/api/notifications')).body.items;
    expect(invited.some(({ kind }: { kind: string }) => kind === 'pwc-invitation')).toBe(true);
    await act(cast.office, id, 'circulate-papers', { itemIds: [first, second, third] });
    await act(member, id, 'confirm-reading', { itemIds: [first, third] });
    const away = await service.signIn('office.member6');
    await act(away, id, 'ask-leave', { reason: '出差' });
    await act(away, id, 'give-opinion', { itemId: third, text: '建议先做东片' });

    // Five of nine are there: enough for the meeting, not for personnel.
    const five = COMMITTEE.slice(0, 5);
    await openMeeting(service, cast, { id, meetingAt, people: five });
    const [one, two] = (await look(id)).details.items[0].candidates.map((candidate: { id: string }) => candidate.id);
    const put = { ...BALLOT, candidateId: one };
    expect(await refusal(cast.secretary, id, 'put-to-vote', { itemId: first, ...put })).toEqual([
      409,
      'pwc.no-quorum-for-item',
      'PWR-3.1.4b',
    ]);
    await act(cast.recorder, id, 'check-in', { personId: person('office.member3') });
    await act(cast.recorder, id, 'report-consultation', { itemId: first, text: '书记办公会酝酿，意见一致' });
    await act(cast.recorder, id, 'record-statement', {
      itemId: first,
      personId: person('office.member1'),
      text: '同意',
    });
    await act(cast.recorder, id, 'sum-up', { itemId: first, text: '提请逐个票决' });
    const counts = { inFavour: 5, against: 1, abstained: 0 };
    const passed = await putAndCount(cast, id, { itemId: first, counts, put });
    expect(passed).toMatchObject({ verdict: { base: 9, passed: true }, outcome: null });
    const failed = await putAndCount(cast, id, {
      itemId: first,
      counts: { inFavour: 4, against: 1, abstained: 1 },
      put: { ...BALLOT, candidateId: two },
    });
    expect(failed).toMatchObject({ verdict: { passed: false }, outcome: 'partly-adopted' });

    expect(await refusal(cast.secretary, id, 'note-item', { itemId: third })).toEqual([
      422,
      'pwc.needs-a-vote',
      'PWR-3.1.10a',
    ]);
    await act(cast.secretary, id, 'note-item', { itemId: second, note: '继续排查' });
    await act(cast.recorder, id, 'sum-up', { itemId: third, text: '建议通过' });
    const { voteId } = (await act(cast.secretary, id, 'put-to-vote', { itemId: third, method: 'show-of-hands' }))
      .answer;
    const ballot = { voteId, choice: 'in-favour' };
    for (const name of [...five, 'office.member3'])
      await act(cast.recorder, id, 'enter-ballot', { ...ballot, personId: person(name) });
    const enter = (name: string, more: object = {}) =>
      refusal(cast.recorder, id, 'enter-ballot', { ...ballot, personId: person(name), ...more });
    expect(await enter('office.member6')).toEqual([403, 'vote.not-an-elector', 'PWR-3.1.11a']);
    expect(await enter('office.recorder')).toEqual([403, 'vote.not-an-elector', 'PWR-3.1.11a']);
    expect(await enter('office.member1', { choice: 'against' })).toEqual([409, 'vote.cast-already', 'PWR-3.1.11a']);
    const { verdict, outcome } = (await act(cast.secretary, id, 'close-vote', { voteId })).answer;
    expect([verdict.inFavour, verdict.base, outcome]).toEqual([6, 9, 'adopted']);
    expect((await enter('office.member2', { choice: 'against' }))[1]).toBe('pwc.no-vote-open');
    await act(cast.secretary, id, 'close-sitting');

    const settled = (await cast.office.get(`/api/agenda/${report}`)).body;
    expect(settled).toMatchObject({ status: 'settled', settlement: { by: 'pwc', outcome: 'noted' } });
    const { details } = await look(id);
    expect(details.items[0].absent.sort()).toEqual(['4', '5', '6'].map((n) => person(`office.member${n}`)).sort());
    const on = civilDateOf(await service.now());
    for (const n of ['4', '5', '6']) {
      const told = { itemId: first, personId: person(`office.member${n}`), on, text: '书记电话通报' };
      await act(cast.secretary, id, 'inform-absent', told);
    }
    await wrapUp(service, cast, id);
    expect((await look(id)).status).toBe('closed');
    expect(await isWhole(service.database, id)).toBe(true);
    const minutes = (await look(id)).details.documents[0];
    expect(minutes.text).toContain('应到 9 人，到会 6 人');
    expect(minutes.text).toContain('应到 9，赞成 5，反对 1，弃权 0，通过');
    expect(minutes.text).toContain('书面意见（不计票）：建议先做东片');
  });

  it('puts off what opinions differ on, and it is on the next agenda by itself, as is an emergency [PWR-3.1.11h] [PWR-3.1.13]', async () => {
    const agendaItemId = await proposed('party-building', '党群服务中心调整');
    const id = await startMeeting(cast);
    const [itemId] = (await fixAgenda(cast, id, [{ agendaItemId }])) as [string];
    const meetingAt = await callAdHoc(service, cast, id);
    await act(cast.office, id, 'circulate-papers', { itemIds: [itemId] });
    await openMeeting(service, cast, { id, meetingAt });
    await act(cast.recorder, id, 'sum-up', { itemId, text: '意见分歧较大' });
    await act(cast.secretary, id, 'put-to-vote', { itemId, method: 'show-of-hands' });
    await act(cast.secretary, id, 'defer-item', { itemId, reason: '选址意见不一，需再调研' });
    await act(cast.secretary, id, 'close-sitting');
    const today = civilDateOf(await service.now());
    expect((await cast.office.get(`/api/agenda/${agendaItemId}`)).body).toMatchObject({
      ...{ status: 'open', deferredOn: today, takerId: null },
    });

    await service.pass(6 * DAY);
    const actedOn = civilDateOf((await service.now()) - 6 * DAY);
    const emergency = {
      ...{ organisationId, title: '暴雨转移群众', description: '转移低洼处居民12户' },
      ...{ actedOn, actedById: person('office.deputy2') },
    };
    const reported = mustBe(await member.post('/api/agenda/emergencies', emergency), 201, 'emergency').body;
    expect(reported).toMatchObject({ reason: 'emergency', emergency: { actedOn, late: true }, preparations: null });
    const stranger = await member.post('/api/agenda/emergencies', { ...emergency, actedById: person('office.staff') });
    expect([stranger.status, stranger.body.code]).toEqual([422, 'agenda.acted-without-seat']);

    const next = await startMeeting(cast, '下一次党工委会议');
    const [rescue, centre] = (await fixAgenda(cast, next, [])) as [string, string];
    const { items } = (await look(next)).details;
    expect(items.map((item: { agendaItemId: string }) => item.agendaItemId)).toEqual([reported.id, agendaItemId]);
    const at = await callAdHoc(service, cast, next);
    await act(cast.office, next, 'circulate-papers', { itemIds: [centre] });
    await openMeeting(service, cast, { id: next, meetingAt: at });
    await putAndCount(cast, next, { itemId: centre, counts: { inFavour: 9, against: 0, abstained: 0 } });
    await act(cast.secretary, next, 'note-item', { itemId: rescue, note: '处置得当' });
    await act(cast.secretary, next, 'close-sitting');
    expect((await cast.office.get(`/api/agenda/${agendaItemId}`)).body.settlement.outcome).toBe('adopted');
  });

  it('keeps what it resolved: nobody takes it back, the attempt is a lead; the secretary lets a meeting reconsider it [PWR-4.2] [PWR-4.3]', async () => {
    const agendaItemId = await proposed('development', '农贸市场搬迁');
    const id = await startMeeting(cast);
    const [itemId] = (await fixAgenda(cast, id, [{ agendaItemId }])) as [string];
    const meetingAt = await callAdHoc(service, cast, id);
    await act(cast.office, id, 'circulate-papers', { itemIds: [itemId] });
    await openMeeting(service, cast, { id, meetingAt });
    await putAndCount(cast, id, { itemId, counts: { inFavour: 7, against: 2, abstained: 0 } });
    await act(cast.secretary, id, 'close-sitting');
    const withdrawal = { itemId, reason: '暂不搬迁' };
    expect(await refusal(cast.secretary, id, 'withdraw-item', withdrawal)).toEqual([
      409,
      'pwc.resolution-stands',
      'PWR-4.3',
    ]);
    expect((await look(id)).details.leads).toEqual([
      expect.objectContaining({ action: 'withdraw-item', by: person('office.secretary') }),
    ]);
    const supervisor = await service.signIn('office.supervisor');
    const heard = (await supervisor.get('/api/notifications')).body.items;
    expect(heard.some(({ kind }: { kind: string }) => kind === 'pwc-change-attempted')).toBe(true);

    await act(member, id, 'record-dissent', { itemId, text: '搬迁点交通不便', route: 'upward' });
    await act(cast.secretary, id, 'reopen-item', { itemId, reason: '搬迁点规划调整' });
    const { items } = (await cast.office.get(`/api/agenda?organisationId=${organisationId}&body=pwc&status=open`)).body;
    const again = items.find(({ sourceItemId }: { sourceItemId: string }) => sourceItemId === itemId);
    expect(again).toMatchObject({ reason: 'reconsideration', category: 'development', title: '农贸市场搬迁' });
    expect(again.preparations.map(({ what }: { what: string }) => what)).toEqual(['cleared-papers']);
  });

  it('is one thing at a time: two who act at once are put in order or refused, and nothing is lost [PWR-3.1.11e]', async () => {
    const [one, two] = [await proposed('development', '甲'), await proposed('development', '乙')];
    const id = await startMeeting(cast);
    const [first, second] = (await fixAgenda(cast, id, [{ agendaItemId: one }, { agendaItemId: two }])) as [
      string,
      string,
    ];
    const other = await startMeeting(cast, '同时筹备的会议');
    const body = { items: [{ agendaItemId: one }], heard: '已听取' };
    const taken = await cast.secretary.post(`/api/procedures/${other}/actions/fix-agenda`, body);
    expect([taken.status, taken.body.code]).toEqual([409, 'agenda.not-open']);
    const meetingAt = await callAdHoc(service, cast, id);
    await act(cast.office, id, 'circulate-papers', { itemIds: [first, second] });
    await openMeeting(service, cast, { id, meetingAt });
    for (const itemId of [first, second]) await act(cast.recorder, id, 'sum-up', { itemId, text: '建议通过' });
    const put = (itemId: string) =>
      cast.secretary.post(`/api/procedures/${id}/actions/put-to-vote`, { itemId, method: 'oral' });
    const answers = await Promise.all([put(first), put(second)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const { voteId } = answers.find(({ status }) => status === 200)!.body.answer;
    const close = (inFavour: number) =>
      cast.secretary.post(`/api/procedures/${id}/actions/close-vote`, {
        voteId,
        counts: { inFavour, against: 0, abstained: 0 },
      });
    const announced = await Promise.all([close(9), close(1)]);
    expect(new Set(announced.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const stands = announced.find(({ status }) => status === 200)!.body.answer.outcome;
    const { items } = (await look(id)).details;
    expect(items.map(({ outcome }: { outcome: string }) => outcome).filter(Boolean)).toEqual([stands]);
  });
});
