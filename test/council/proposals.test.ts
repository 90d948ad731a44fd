import { randomUUID } from 'node:crypto';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { addDays, civilDateOf, type CivilDate } from '../../src/domain/calendar/civil-date';
import type { ApiClient } from '../support/api';
import { act, mustBe } from '../support/council';
import { BALLOT, callAdHoc, fixAgenda, openMeeting, signInCommittee, startMeeting } from '../support/pwc-meeting';
import { startService, type Service } from '../support/service';

let service: Service;
let member: ApiClient;
let secretary: ApiClient;
let office: ApiClient;
let today: CivilDate;
beforeAll(async () => {
  service = await startService({ ownWorker: false });
  member = await service.signIn('office.member1');
  secretary = await service.signIn('office.secretary');
  office = await service.signIn('office.party-affairs');
  today = civilDateOf(await service.now());
});
afterAll(() => service?.close());

const organisationId = EXAMPLE.organisations.office;
const proposal = (changes: object = {}) => ({
  organisationId,
  title: '综合行政执法队队长人选',
  description: '原任退休',
  category: 'personnel',
  traits: [],
  ...changes,
});
const propose = async (changes: object = {}, client = member) => {
  const { status, body } = await client.post('/api/agenda', proposal(changes));
  expect(status).toBe(201);
  return body;
};
const prepare = (id: string, changes: object, client = office, key: string = randomUUID()) =>
  client.post(
    `/api/agenda/${id}/preparations`,
    { what: 'consultation', on: today, text: '书记办公会已酝酿', ...changes },
    { key },
  );
const states = ({ preparations }: { preparations: { what: string; state: string }[] }) =>
  preparations.map(({ what, state }) => [what, state]);

describe('an item proposed to the Party Working Committee', () => {
  it('says what has to be there, is refused while something is missing, and is decided when it is all there [PWR-3.1.5a] [PWR-3.1.7b] [PWR-3.1.9]', async () => {
    const item = await propose();
    expect(item).toMatchObject({
      ...{ body: 'pwc', reason: 'proposed', status: 'open', title: '综合行政执法队队长人选', description: '原任退休' },
      ...{ proposedById: EXAMPLE.people['office.member1'], sourceProcedureId: null, putOn: today },
    });
    const needed = ['consultation', 'recommendation', 'inspection', 'leader-opinion', 'cleared-papers'];
    expect(states(item)).toEqual(needed.map((what) => [what, 'missing']));

    const cast = await signInCommittee(service);
    const id = await startMeeting(cast);
    const candidates = [{ name: '候选人', step: 'appoint' }];
    const [itemId] = (await fixAgenda(cast, id, [{ agendaItemId: item.id, candidates }])) as [string];
    const meetingAt = await callAdHoc(service, cast, id);
    const circulate = () => office.post(`/api/procedures/${id}/actions/circulate-papers`, { itemIds: [itemId] });
    expect((await circulate()).body).toMatchObject({ status: 409, code: 'agenda.incomplete', clause: 'PWR-3.1.9' });
    const wrong = await prepare(item.id, { what: 'cleared-papers', clearedById: EXAMPLE.people['office.member2'] });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'agenda.not-cleared-by-leader']);
    const clearedById = EXAMPLE.people['office.deputy2'];
    expect((await prepare(item.id, { what: 'cleared-papers', clearedById })).status).toBe(200);
    expect((await circulate()).status).toBe(200);

    await openMeeting(service, cast, { id, meetingAt });
    await act(cast.recorder, id, 'report-consultation', { itemId, text: '书记办公会已酝酿' });
    await act(cast.recorder, id, 'sum-up', { itemId, text: '提请票决' });
    const { details } = (await office.get(`/api/procedures/${id}`)).body;
    const vote = { ...BALLOT, itemId, candidateId: details.items[0].candidates[0].id };
    const put = () => secretary.post(`/api/procedures/${id}/actions/put-to-vote`, vote);
    const early = await put();
    expect(early).toMatchObject({ status: 409, body: { code: 'agenda.incomplete', clause: 'PWR-3.1.7a' } });
    expect(early.body.detail.zh).toContain('会前酝酿、民主推荐、考察、分管领导意见');
    for (const what of needed.slice(0, 3)) expect((await prepare(item.id, { what })).status).toBe(200);
    expect((await put()).body).toMatchObject({ code: 'agenda.incomplete', clause: 'PWR-3.1.7b' });
    const whole = await prepare(item.id, { what: 'leader-opinion' });
    expect(states(whole.body)).toEqual(needed.map((what) => [what, 'done']));
    expect(whole.body.preparations[0]).toMatchObject({ clause: 'PWR-3.1.7a', on: today, text: '书记办公会已酝酿' });

    const { voteId } = mustBe(await put(), 200, 'put-to-vote').body.answer;
    await act(secretary, id, 'close-vote', { voteId, counts: { inFavour: 9, against: 0, abstained: 0 } });
    const decided = (await office.get(`/api/agenda/${item.id}`)).body;
    expect(decided).toMatchObject({ status: 'settled', settlement: { outcome: 'adopted' } });
    expect((await prepare(item.id, {})).body.code).toBe('agenda.not-open');
  });

  it('is proposed and prepared once, however often and how many at a time ask [PWR-3.1.5a]', async () => {
    const key = randomUUID();
    const twice = () => member.post('/api/agenda', proposal({ category: 'other', title: '两次' }), { key });
    const first = await twice();
    expect((await twice()).body).toEqual(first.body);
    await service.database.idempotencyKey.deleteMany({ where: { key } });
    expect((await twice()).body.id).toBe(first.body.id);
    expect(await service.database.agendaItem.count({ where: { title: '两次' } })).toBe(1);

    const item = await propose({ traits: ['major-document'], category: 'reports-upward' });
    const opinions = { what: 'subordinate-opinions', omitted: true, text: '上级限期当日报送' };
    const both = await Promise.all([prepare(item.id, opinions), prepare(item.id, opinions, secretary)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const { preparations } = (await office.get(`/api/agenda/${item.id}`)).body;
    expect(preparations[0]).toMatchObject({
      state: 'omitted',
      text: '上级限期当日报送',
      stateName: { zh: '已说明理由，省略' },
    });
  });

  it('is for the members, the secretary and the Party affairs office of the subdistrict alone [PWR-3.1.5a]', async () => {
    const staff = await service.signIn('chunhe.staff');
    const refused = await staff.post('/api/agenda', proposal());
    expect([refused.status, refused.body.code]).toEqual([403, 'permission.missing']);
    const elsewhere = await (
      await service.signIn('chunhe.secretary')
    ).post('/api/agenda', proposal({ organisationId: EXAMPLE.organisations.chunhe }));
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'agenda.not-a-subdistrict']);
    const item = await propose({ category: 'other' });
    expect((await prepare(item.id, {}, member)).body.code).toBe('procedure.not-entitled');
    expect((await staff.get(`/api/agenda/${item.id}`)).status).toBe(403);
  });

  it('names every field that is wrong, and nothing is half written', async () => {
    const before = await service.database.agendaItem.count();
    const wrong = await member.post('/api/agenda', proposal({ title: '', category: 'weather', traits: ['urgent'] }));
    expect(wrong.status).toBe(422);
    expect(wrong.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'category',
      'title',
      'traits.0',
    ]);
    expect(await service.database.agendaItem.count()).toBe(before);
    const item = await propose({ category: 'other' });
    const tomorrow = await prepare(item.id, {
      ...{ what: 'cleared-papers', clearedById: EXAMPLE.people['office.secretary'], on: addDays(today, 1) },
    });
    expect([tomorrow.status, tomorrow.body.code]).toEqual([422, 'agenda.prepared-in-the-future']);
    const stranger = await prepare(item.id, { what: 'cleared-papers', clearedById: randomUUID() });
    expect([stranger.status, stranger.body.code]).toEqual([404, 'person.unknown']);
    expect(states((await office.get(`/api/agenda/${item.id}`)).body)).toEqual([['cleared-papers', 'missing']]);
  });
});
