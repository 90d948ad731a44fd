import { setTimeout as pause } from 'node:timers/promises';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { addDays, civilDateOf } from '../../src/domain/calendar/civil-date';
import {
  act,
  announce,
  councilBody,
  gather,
  itemIds,
  mustBe,
  person,
  settledAbove,
  showOfHands,
  signInCast,
  type Cast,
} from '../support/council';
import { agendaItemOf, decideAbove, decideOn, signInCommittee } from '../support/pwc-meeting';
import { startSkippingService, type Service } from '../support/service';
import { isWhole } from '../support/story';

const DAY = 86_400_000;
const { organisations } = EXAMPLE;

describe('an item that goes up, over HTTP', () => {
  let service: Service;
  let cast: Cast;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCast(service);
  });
  afterAll(() => service?.close());

  /** A council of one item whose sitting closed with so many in favour of each question that was put. */
  async function closedCouncil(changes: object, inFavour: number): Promise<{ id: string; itemId: string }> {
    const started = await cast.staff.post(
      '/api/procedures',
      councilBody({ items: [{ title: '增设充电桩' }], ...changes }),
    );
    const { id } = mustBe(started, 201, 'start').body;
    await announce(service, cast, id);
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    const [itemId] = (await itemIds(cast.staff, id)) as [string];
    const postponeTo = addDays(civilDateOf(await service.now()), 30);
    for (const put of [{ question: 'adopt' }, { question: 'drop' }, { question: 'postpone', postponeTo }]) {
      const { outcome } = await showOfHands(cast, id, itemId, { inFavour, against: 9 - inFavour, abstained: 0 }, put);
      if (outcome) break;
    }
    await act(cast.chair, id, 'close-sitting');
    return { id, itemId };
  }

  const openItem = async (itemId: string) => {
    const { items } = (await cast.staff.get(`/api/agenda?organisationId=${organisations.chunhe}&status=open`)).body;
    return items.find((one: { sourceItemId: string }) => one.sourceItemId === itemId);
  };

  it('is one case from the grid council by way of the community council to the Party Working Committee and back [HDA-11.2.2] [HDA-11.2.3a]', async () => {
    const grid = await closedCouncil({ organisationId: organisations['chunhe.grid1'] }, 5);
    await act(cast.staff, grid.id, 'escalate', { itemId: grid.itemId });
    const put = await openItem(grid.itemId);
    expect(put).toMatchObject({
      body: 'council',
      reason: 'not-passed',
      title: '增设充电桩',
      sourceProcedureId: grid.id,
    });

    const taken = [{ title: '增设充电桩', agendaItemId: put.id }];
    const community = await closedCouncil({ items: taken }, 5);
    expect(await openItem(grid.itemId)).toBeUndefined();
    await decideAbove(service, cast, { ...community, outcome: 'adopted' });
    const heard = await settledAbove(cast.staff, grid.id, grid.itemId);
    expect(heard).toMatchObject({ by: 'pwc', outcome: 'adopted', decidedOn: civilDateOf(await service.now()) });

    const linked = (await cast.staff.get(`/api/procedures/${grid.id}/case`)).body;
    expect(linked.procedures.map(({ id }: { id: string }) => id)).toEqual([grid.id, community.id]);
    expect(linked.links.map(({ body, status }: { body: string; status: string }) => [body, status])).toEqual([
      ['council', 'settled'],
      ['pwc', 'settled'],
    ]);
    // Whoever is named in the grid council alone reads what it put up, and nothing of what became of it elsewhere.
    await service.database.participant.create({ data: { procedureId: grid.id, personId: person('chunhe.resident') } });
    const resident = await service.signIn('chunhe.resident');
    const theirs = (await resident.get(`/api/procedures/${grid.id}/case`)).body;
    expect(theirs.procedures.map(({ id }: { id: string }) => id)).toEqual([grid.id]);
    expect(theirs.links.map(({ body }: { body: string }) => body)).toEqual(['council']);
    // It replaces the agreement only: the community council owes telling, publishing and the assembly [HDA-11.3.1].
    const { details } = (await cast.staff.get(`/api/procedures/${community.id}`)).body;
    for (const kind of ['tell-concerned', 'publish-result', 'hand-to-assembly'])
      expect(details.duties[`${kind}:${community.itemId}`].status).toBe('open');
    for (const { id } of [grid, community]) expect(await isWhole(service.database, id)).toBe(true);
  });

  it('decided again by the Party Working Committee, comes back to the council a second time [PWR-4.2]', async () => {
    const { id, itemId } = await closedCouncil({}, 5);
    const agendaItemId = await decideAbove(service, cast, { id, itemId, outcome: 'adopted' });
    const committee = await signInCommittee(service);
    const { takerId, takerItemId } = (await committee.office.get(`/api/agenda/${agendaItemId}`)).body;
    const reopening = { itemId: takerItemId, reason: '用电负荷不足' };
    await act(committee.secretary, takerId, 'reopen-item', reopening);
    const cleared = { what: 'cleared-papers', on: civilDateOf(await service.now()), text: '同意' };
    const by = { clearedById: person('office.secretary') };
    const again = await agendaItemOf(committee.office, takerItemId);
    mustBe(await committee.office.post(`/api/agenda/${again}/preparations`, { ...cleared, ...by }), 200, 'clearing');
    await decideOn(service, takerItemId, 'dropped');
    while ((await settledAbove(cast.staff, id, itemId)).outcome !== 'dropped') await pause(50);
    const { duties } = (await cast.staff.get(`/api/procedures/${id}`)).body.details;
    expect(duties[`hand-to-assembly:${itemId}`].status).toBe('void');
    expect((await committee.office.get(`/api/agenda/${agendaItemId}`)).body.settlement.outcome).toBe('dropped');
    for (const one of [id, takerId]) expect(await isWhole(service.database, one)).toBe(true);
  });

  it('is taken up by one council only; when that one is cancelled it is free again [HDA-11.2.2]', async () => {
    const grid = await closedCouncil({ organisationId: organisations['chunhe.grid2'] }, 5);
    await act(cast.staff, grid.id, 'escalate', { itemId: grid.itemId });
    const { id: agendaItemId } = await openItem(grid.itemId);
    const body = councilBody({ items: [{ title: '增设充电桩', agendaItemId }] });
    const [one, other] = await Promise.all([
      cast.staff.post('/api/procedures', body),
      cast.staff.post('/api/procedures', body),
    ]);
    expect(new Set([one.status, other.status])).toEqual(new Set([201, 409]));
    const { id } = (one.status === 201 ? one : other).body;
    await act(cast.secretary, id, 'cancel', { reason: '另行安排' });
    expect(await openItem(grid.itemId)).toMatchObject({ status: 'open', takerId: null });
    const elsewhere = councilBody({
      organisationId: organisations['chunhe.grid1'],
      items: [{ title: '充电桩', agendaItemId }],
    });
    const refused = await cast.staff.post('/api/procedures', elsewhere);
    expect([refused.status, refused.body.code]).toEqual([404, 'agenda.unknown-item']);
  });

  it('what a grid council passes is on file with the community council [HDA-11.2.2]', async () => {
    const { id, itemId } = await closedCouncil({ organisationId: organisations['chunhe.grid1'] }, 6);
    await act(cast.staff, id, 'file-passed');
    const filed = (await cast.staff.get(`/api/agenda?organisationId=${organisations.chunhe}&status=filed`)).body.items;
    expect(filed).toEqual([expect.objectContaining({ sourceItemId: itemId, reason: 'filed' })]);
  });

  it('postponed by two thirds, it is back on the agenda on its day by itself [HDA-11.2.1]', async () => {
    const started = await cast.staff.post('/api/procedures', councilBody({ items: [{ title: '增设充电桩' }] }));
    const { id } = started.body;
    await announce(service, cast, id);
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    const [itemId] = (await itemIds(cast.staff, id)) as [string];
    const postponeTo = addDays(civilDateOf(await service.now()), 20);
    await showOfHands(cast, id, itemId, { inFavour: 3, against: 6, abstained: 0 });
    await showOfHands(
      cast,
      id,
      itemId,
      { inFavour: 6, against: 3, abstained: 0 },
      { question: 'postpone', postponeTo },
    );
    await act(cast.chair, id, 'close-sitting');
    await act(cast.staff, id, 'publish-result');
    await service.pass(18 * DAY);
    expect(await openItem(itemId)).toBeUndefined();
    expect((await cast.staff.get(`/api/procedures/${id}`)).body.stage).toBe('completing');
    await service.pass(2 * DAY);
    expect(await openItem(itemId)).toMatchObject({ reason: 'postponed', openFrom: postponeTo });
    expect((await cast.staff.get(`/api/procedures/${id}`)).body.status).toBe('closed');
  });

  it('is carried out by tasks with dates, and members who watch raise problems [HDA-11.3.2]', async () => {
    const { id, itemId } = await closedCouncil({}, 9);
    await act(cast.staff, id, 'hand-to-assembly', { itemIds: [itemId], note: '下月居民代表会议' });
    const dueOn = addDays(civilDateOf(await service.now()), 10);
    const responsibleId = person('chunhe.station');
    const hearing = { heldOn: civilDateOf(await service.now()), result: '多数居民支持' };
    const task = { itemId, what: '确定充电桩位置', responsibleId, dueOn, hearing };
    const { taskId } = (await act(cast.staff, id, 'assign-task', task)).answer;
    const station = await service.signIn('chunhe.station');
    await act(station, id, 'report-progress', { taskId, text: '已现场勘察' });
    const member = await service.signIn('chunhe.member3');
    const { problemId } = (await act(member, id, 'raise-problem', { itemId, text: '位置离消防通道太近' })).answer;
    await service.pass(11 * DAY);
    const supervisor = await service.signIn('office.supervisor');
    const overdue = (await supervisor.get('/api/deadlines?state=overdue')).body.items
      .filter((one: { procedureId: string }) => one.procedureId === id)
      .map(({ kind }: { kind: string }) => kind);
    expect(overdue).toEqual(expect.arrayContaining(['carry-out-task', 'answer-problem']));
    await act(cast.staff, id, 'answer-problem', { problemId, text: '已调整位置' });
    const doneOn = civilDateOf(await service.now());
    await act(station, id, 'complete-task', { taskId, text: '位置已确定', doneOn });
    const stranger = await service.signIn('xinhe.station');
    expect((await stranger.post(`/api/procedures/${id}/actions/report-progress`, { taskId, text: '?' })).status).toBe(
      403,
    );
  });
});
