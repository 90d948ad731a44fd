import { civilDateOf, addDays } from '../../src/domain/calendar/civil-date';
import {
  act,
  announce,
  councilBody,
  gather,
  itemIds,
  morning,
  NINE,
  person,
  showOfHands,
  signInCast,
  startCouncil,
  type Cast,
} from '../support/council';
import { startSkippingService, type Service } from '../support/service';

const DAY = 86_400_000;

describe('deadlines that enforce themselves', () => {
  let service: Service;
  let cast: Cast;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCast(service);
  });
  afterAll(() => service?.close());

  const told = async (username: string, id: string): Promise<string[]> => {
    const rows = await service.database.notification.findMany({
      where: { personId: person(username), procedureId: id },
    });
    return rows.map(({ kind, params }) => `${kind}:${(params as { duty?: string }).duty ?? ''}`);
  };

  it('reminds, and tells the supervisors when a posting is overdue [HDA-11.1.2]', async () => {
    const id = await startCouncil(cast);
    const now = await service.now();
    const channels = [{ channel: 'window', location: '东门' }];
    const notice = { meetingAt: new Date(morning(now, 8)).toISOString(), place: '议事厅', channels };
    await act(cast.staff, id, 'issue-notice', notice);
    const [duty] = (await cast.staff.get('/api/deadlines?state=due-soon')).body.items;
    expect(duty).toBeUndefined();
    await service.pass(morning(now, 3) + 60_000 - now);
    expect(await told('chunhe.staff', id)).toContain('deadline-remind:post-notice');
    expect(await told('office.supervisor', id)).not.toContain('deadline-overdue:post-notice');
    await service.pass(2 * DAY);
    expect(await told('chunhe.supervision', id)).toContain('deadline-overdue:post-notice');
    expect(await told('office.supervisor', id)).toContain('deadline-overdue:post-notice');

    const supervisor = await service.signIn('office.supervisor');
    const overdue = (await supervisor.get('/api/deadlines?state=overdue')).body.items;
    expect(overdue).toEqual([
      expect.objectContaining({
        procedureId: id,
        kind: 'post-notice',
        clause: 'HDA-11.1.2',
        dueOn: addDays(civilDateOf(now), 4),
      }),
    ]);
    expect(overdue[0].explanation[0].words.zh).toMatch(/天/);
    expect(
      (await supervisor.get('/api/procedures?overdue=true')).body.items.map((one: { id: string }) => one.id),
    ).toContain(id);
    const stranger = await service.signIn('xinhe.supervision');
    expect((await stranger.get('/api/deadlines?state=overdue')).body.items).toEqual([]);

    // Posted after all, but too late for the announced day: the sitting is refused, and a new notice makes it lawful again.
    const { details } = (await cast.staff.get(`/api/procedures/${id}`)).body;
    const today = civilDateOf(await service.now());
    const late = await act(cast.staff, id, 'confirm-posting', {
      postingId: details.notice.postings[0].id,
      postedOn: today,
      note: '补贴',
    });
    expect(late.answer).toMatchObject({ earliestOn: addDays(today, 4), announcedInTime: false });
    const refused = await cast.chair.post(`/api/procedures/${id}/actions/open-sitting`, {});
    expect([refused.status, refused.body.code, refused.body.clause]).toEqual([
      409,
      'council.announced-too-late',
      'HDA-11.1.2',
    ]);
    await announce(service, cast, id);
    expect((await cast.staff.get(`/api/procedures/${id}`)).body.details.duties['post-notice:1'].status).toBe('met');
  });

  it('shows a late publication as late, on the board too [HDA-11.3.3]', async () => {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    await gather(service, cast, id);
    await act(cast.chair, id, 'open-sitting');
    for (const itemId of await itemIds(cast.staff, id)) {
      await showOfHands(cast, id, itemId, { inFavour: 9, against: 0, abstained: 0 });
    }
    await act(cast.chair, id, 'close-sitting');
    await service.pass(20 * DAY);
    expect(await told('chunhe.supervision', id)).toEqual(
      expect.arrayContaining(['deadline-overdue:publish-result', 'deadline-overdue:tell-concerned']),
    );
    const { answer } = await act(cast.staff, id, 'publish-result', { statement: '因故逾期，特此说明' });
    expect(answer.late).toBe(true);
    const page = await fetch(`${service.url}/board/papers/${answer.publicationId}`, {
      headers: { Accept: 'text/html' },
    });
    const html = await page.text();
    expect(html).toContain('逾期公示');
    expect(html).toContain('赞成 9 / 到会 9，需达到 6 → 通过');

    // The paper comes down by itself, but the council stays open while those concerned have not been told.
    await service.pass(17 * DAY);
    const open = (await cast.staff.get(`/api/procedures/${id}`)).body;
    expect(open).toMatchObject({ stage: 'completing', status: 'open' });
    expect(open.details.publications[0].takenDownAt).not.toBeNull();
    await act(cast.staff, id, 'hand-to-assembly', { itemIds: await itemIds(cast.staff, id) });
    const toldOn = civilDateOf(await service.now());
    await act(cast.staff, id, 'record-telling', {
      how: 'written',
      toldOn,
      audience: '有关居民',
      itemIds: await itemIds(cast.staff, id),
    });
    expect((await cast.staff.get(`/api/procedures/${id}`)).body.status).toBe('closed');
  });

  it('tells everybody due in the application, and shows who has read it [HDA-11.1.2]', async () => {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    const member = await service.signIn('chunhe.member2');
    const unread = (await member.get('/api/notifications?unread=true')).body.items.find(
      (one: { procedureId: string; kind: string }) => one.procedureId === id && one.kind === 'council-invitation',
    );
    expect(unread.text.zh).toMatch(/^请于 \d{4}-\d\d-\d\d 09:00，社区议事厅 参加议事会/);
    await member.post(`/api/notifications/${unread.id}/read`);
    const { items } = (await cast.staff.get(`/api/procedures/${id}/notices`)).body;
    const invited = items.filter(({ kind }: { kind: string }) => kind === 'council-invitation');
    // The nine who are due, the deputy and the recorder.
    expect(invited).toHaveLength(NINE.length + 2);
    expect(
      invited
        .filter(({ readAt }: { readAt: string | null }) => readAt)
        .map((one: { personId: string }) => one.personId),
    ).toEqual([person('chunhe.member2')]);
  });

  it('adjourns without a quorum, and the new notice runs its full period [HDA-9] [HDA-11.1.2]', async () => {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    await gather(service, cast, id, NINE.slice(0, 4));
    const refused = await cast.chair.post(`/api/procedures/${id}/actions/open-sitting`, {});
    expect(refused.body).toMatchObject({ code: 'council.no-quorum', params: { due: 9, present: 4, needed: 5 } });
    const adjourned = await act(cast.chair, id, 'adjourn', { reason: '到会人数不足' });
    expect(adjourned.stage).toBe('adjourned');
    expect(await told('chunhe.member5', id)).toContain('council-adjourned:');
    const now = await service.now();
    const channels = [{ channel: 'window', location: '东门' }];
    const soon = { meetingAt: new Date(morning(now, 3)).toISOString(), place: '议事厅', channels };
    expect((await cast.staff.post(`/api/procedures/${id}/actions/issue-notice`, soon)).body).toMatchObject({
      code: 'council.meeting-too-soon',
      params: { earliestOn: addDays(civilDateOf(now), 4) },
    });
    await announce(service, cast, id);
    await gather(service, cast, id);
    expect((await act(cast.chair, id, 'open-sitting')).stage).toBe('sitting');
  });

  it('is cancelled only by the secretary, with a reason, and everybody is told', async () => {
    const id = await startCouncil(cast);
    await announce(service, cast, id);
    expect((await cast.staff.post(`/api/procedures/${id}/actions/cancel`, { reason: '撤回' })).status).toBe(403);
    expect((await cast.secretary.post(`/api/procedures/${id}/actions/cancel`, {})).status).toBe(422);
    expect((await act(cast.secretary, id, 'cancel', { reason: '议题已由上级统一安排' })).status).toBe('cancelled');
    expect(await told('chunhe.member8', id)).toContain('council-cancelled:');
    const after = await cast.staff.post(`/api/procedures/${id}/actions/issue-notice`, {});
    expect(after.status).toBe(422);
    const late = await cast.secretary.post(`/api/procedures/${id}/actions/cancel`, { reason: '再次' });
    expect([late.status, late.body.code]).toEqual([409, 'procedure.wrong-stage']);
    await expect(service.temporal.workflow.getHandle(`council/${id}`).result()).resolves.toBeUndefined();
  });

  it('tells the supervision committee when a topic is called narrow, with the reason [HDA-11.1.2]', async () => {
    const refused = await cast.staff.post('/api/procedures', councilBody({ broadInterest: false }));
    expect([refused.status, refused.body.code]).toEqual([422, 'council.narrow-without-reason']);
    const id = await startCouncil(cast, { broadInterest: false, narrowReason: '只涉及两户的楼道堆物' });
    expect(await told('chunhe.supervision', id)).toContain('council-interest-lowered:');
    const meetingAt = new Date((await service.now()) + 60_000).toISOString();
    const issued = await act(cast.staff, id, 'issue-notice', { meetingAt, place: '议事厅', channels: [] });
    expect(issued.stage).toBe('waiting');
    await gather(service, cast, id);
    expect((await act(cast.chair, id, 'open-sitting')).stage).toBe('sitting');
  });
});
