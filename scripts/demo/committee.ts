import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { addDays, atTime, civilDateOf } from '../../src/domain/calendar/civil-date';
import { act, mustBe, person } from '../../test/support/council';
import {
  BALLOT,
  callAdHoc,
  COMMITTEE,
  fixAgenda,
  openMeeting,
  putAndCount,
  signInCommittee,
  startMeeting,
  type MeetingCast,
} from '../../test/support/pwc-meeting';
import type { Stage } from './stage';

const organisationId = EXAMPLE.organisations.office;

/** Two meetings of the Party Working Committee: personnel at its quorum, an item put off and back, an emergency, minutes signed by a delegate. */
export async function committee(stage: Stage): Promise<void> {
  stage.narrator.title('第四场：党工委会议', 'Fourth: the Party Working Committee');
  const cast = await signInCommittee(stage.service);
  const appointment = await proposed(stage, cast, { category: 'personnel', title: '综合行政执法队队长人选' });
  const centre = await proposed(stage, cast, { category: 'development', title: '党群服务中心选址' });
  const deferred = await first(stage, cast, { appointment, centre });
  await second(stage, cast, deferred);
}

/** An item that a member proposed, with everything there that has to be; gives its id on the agenda. */
async function proposed(
  { service, narrator }: Stage,
  cast: MeetingCast,
  { category, title }: { category: string; title: string },
): Promise<string> {
  const member = await service.signIn('office.member1');
  const body = { organisationId, title, category, traits: [] };
  const item = mustBe(await member.post('/api/agenda', body), 201, 'proposal').body;
  const on = civilDateOf(await service.now());
  for (const { what } of item.preparations) {
    const by = what === 'cleared-papers' ? { clearedById: person('office.secretary') } : {};
    const prepared = { what, on, text: '已办理', ...by };
    mustBe(await cast.office.post(`/api/agenda/${item.id}/preparations`, prepared), 200, what);
  }
  const needed = item.preparations.map(({ name }: { name: { zh: string } }) => name.zh).join('、');
  await narrator.tell('PWR-3.1.5a', `委员提出议题：${title}（${needed}）`, 'a member proposed an item');
  return item.id;
}

/** Called four clear days ahead: personnel is refused at five of nine and put at six; the other item is put off. */
async function first(
  stage: Stage,
  cast: MeetingCast,
  { appointment, centre }: { appointment: string; centre: string },
): Promise<string> {
  const { service, narrator } = stage;
  const look = async (id: string) => (await cast.office.get(`/api/procedures/${id}`)).body;
  const id = await startMeeting(cast);
  const candidates = [{ name: '候选人甲', step: 'appoint' }];
  const items = [{ agendaItemId: appointment, candidates }, { agendaItemId: centre }];
  const [personnel, place] = (await fixAgenda(cast, id, items)) as [string, string];
  const meetingAt = atTime(addDays(civilDateOf(await service.now()), 4), '09:00');
  const notice = { meetingAt: new Date(meetingAt).toISOString(), place: '街道三楼会议室' };
  await act(cast.office, id, 'issue-notice', notice);
  await act(cast.office, id, 'circulate-papers', { itemIds: [personnel, place] });
  await narrator.tell('PWR-3.1.6a', '议题提前三天通知，材料已分送', 'told three clear days ahead, papers circulated');

  await openMeeting(service, cast, { id, meetingAt, people: COMMITTEE.slice(0, 5) });
  const candidateId = (await look(id)).details.items[0].candidates[0].id;
  const put = { ...BALLOT, candidateId };
  const refused = await cast.secretary.post(`/api/procedures/${id}/actions/put-to-vote`, { itemId: personnel, ...put });
  narrator.check('five of nine', [refused.status, refused.body.clause], [409, 'PWR-3.1.4b']);
  await narrator.tell('PWR-3.1.4b', refused.body.detail.zh, refused.body.detail.en);
  await act(cast.recorder, id, 'check-in', { personId: person('office.member3') });
  await act(cast.recorder, id, 'report-consultation', { itemId: personnel, text: '书记办公会已酝酿' });
  await act(cast.recorder, id, 'sum-up', { itemId: personnel, text: '提请票决' });
  const counts = { inFavour: 5, against: 1, abstained: 0 };
  const answer = await putAndCount(cast, id, { itemId: personnel, counts, put });
  narrator.check('six of nine', answer.outcome, 'adopted');
  const { arithmetic } = (await look(id)).details.items[0].votes[0].verdict;
  await narrator.tell('PWR-3.1.11a', `无记名票决：${arithmetic.zh}`, arithmetic.en);

  await act(cast.recorder, id, 'sum-up', { itemId: place, text: '两处选址意见不一' });
  await act(cast.secretary, id, 'defer-item', { itemId: place, reason: '需再调研两处选址' });
  await act(cast.secretary, id, 'close-sitting');
  narrator.check('deferred', (await cast.office.get(`/api/agenda/${centre}`)).body.status, 'open');
  await narrator.tell(
    'PWR-3.1.11h',
    '分歧较大，缓议，回到议程',
    'opinions differ widely: deferred, on the agenda again',
  );
  await minutes(stage, cast, id);
  return centre;
}

/** PWR-3.2.4: the minutes are drafted from what happened and signed by a deputy secretary by delegation. */
async function minutes({ narrator }: Stage, cast: MeetingCast, id: string): Promise<void> {
  const drafted = await act(cast.office, id, 'draft-document', { kind: 'minutes', title: '党工委会议纪要' });
  const { documentId, text } = drafted.answer;
  for (const line of text.split('\n').slice(0, 6)) narrator.detail(line);
  const delegate = (toId: string) =>
    cast.secretary.post(`/api/procedures/${id}/actions/delegate-signature`, { documentId, toId });
  narrator.check('a member', (await delegate(person('office.member1'))).body.clause, 'PWR-3.2.4');
  mustBe(await delegate(person('office.deputy1')), 200, 'delegation');
  const signed = await act(cast.deputy, id, 'sign-document', { documentId });
  narrator.check('signed', signed.stage, 'carrying-out');
  await narrator.tell('PWR-3.2.4', '纪要由副书记受委托签发', 'the minutes are signed by a deputy by delegation');
}

/** What was put off, and an emergency that somebody acted on meanwhile, are on the next agenda by themselves. */
async function second({ service, narrator }: Stage, cast: MeetingCast, deferred: string): Promise<void> {
  const member = await service.signIn('office.member1');
  const emergency = {
    ...{ organisationId, title: '暴雨转移群众', description: '转移低洼处居民12户' },
    ...{ actedOn: civilDateOf(await service.now()), actedById: person('office.deputy2') },
  };
  const reported = mustBe(await member.post('/api/agenda/emergencies', emergency), 201, 'emergency').body;
  narrator.check('reported in time', reported.emergency.late, false);
  await narrator.tell('PWR-3.1.13', '副书记紧急处置，已向党工委报告', 'a deputy acted first, and reported it');
  const id = await startMeeting(cast, '下一次党工委会议');
  const [rescue, place] = (await fixAgenda(cast, id, [])) as [string, string];
  const items = (await cast.office.get(`/api/procedures/${id}`)).body.details.items;
  const onAgenda = items.map(({ agendaItemId }: { agendaItemId: string }) => agendaItemId);
  narrator.check('by themselves', onAgenda, [reported.id, deferred]);
  await narrator.tell('PWR-3.1.11h', '缓议的议题和紧急报告自动列入', 'both are on the agenda by themselves');
  const meetingAt = await callAdHoc(service, cast, id);
  await act(cast.office, id, 'circulate-papers', { itemIds: [place] });
  await openMeeting(service, cast, { id, meetingAt });
  await act(cast.secretary, id, 'note-item', { itemId: rescue, note: '处置得当' });
  const counts = { inFavour: 9, against: 0, abstained: 0 };
  narrator.check('adopted', (await putAndCount(cast, id, { itemId: place, counts })).outcome, 'adopted');
  await act(cast.secretary, id, 'close-sitting');
  const { settlement } = (await cast.office.get(`/api/agenda/${deferred}`)).body;
  narrator.check('settled', settlement.outcome, 'adopted');
  await narrator.tell('PWR-3.1.11a', '缓议的议题本次通过', 'the item that was put off is adopted');
}
