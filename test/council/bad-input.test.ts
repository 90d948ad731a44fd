import { randomUUID } from 'node:crypto';
import { announce, councilBody, mustBe, person, signInCast, startCouncil, type Cast } from '../support/council';
import { startSkippingService, type Service } from '../support/service';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';

describe('what bad input gets', () => {
  let service: Service;
  let cast: Cast;
  let id: string;
  beforeAll(async () => {
    service = await startSkippingService();
    cast = await signInCast(service);
    id = await startCouncil(cast);
  });
  afterAll(() => service?.close());

  const procedures = () => service.database.procedure.count();

  it('answers 404 for a procedure that does not exist', async () => {
    for (const path of ['', '/state', '/actions', '/timeline', '/notices']) {
      const answer = await cast.staff.get(`/api/procedures/${randomUUID()}${path}`);
      expect(answer.status).toBe(404);
      expect(answer.body.code).toBe('procedure.unknown');
    }
    expect((await cast.staff.get('/api/procedures/not-an-id')).status).toBe(404);
  });

  it("answers 403 for another community's staff, in every way in, and leaves it out of their list", async () => {
    const stranger = await service.signIn('xinhe.staff');
    for (const path of ['', '/state', '/actions', '/timeline', '/notices']) {
      const answer = await stranger.get(`/api/procedures/${id}${path}`);
      expect([answer.status, answer.body.code]).toEqual([403, 'procedure.not-yours']);
    }
    const action = await stranger.post(`/api/procedures/${id}/actions/cancel`, { reason: '无关' });
    expect(action.status).toBe(403);
    expect((await stranger.get('/api/procedures')).body.items).toEqual([]);
    expect((await cast.staff.get('/api/procedures')).body.items).toHaveLength(1);
  });

  it('lets residents read the board and nothing else', async () => {
    const resident = await service.signIn('chunhe.resident');
    expect((await resident.get(`/api/procedures/${id}`)).status).toBe(403);
    expect((await resident.get('/board')).status).toBe(200);
    expect((await service.anonymous.get(`/api/procedures/${id}`)).status).toBe(401);
  });

  it('refuses to start a council where one is not staff or secretary [HDA-3]', async () => {
    const before = await procedures();
    const refused = await cast.recorder.post('/api/procedures', councilBody());
    expect([refused.status, refused.body.code]).toEqual([403, 'permission.missing']);
    const elsewhere = await cast.staff.post(
      '/api/procedures',
      councilBody({ organisationId: EXAMPLE.organisations.xinhe }),
    );
    expect(elsewhere.status).toBe(403);
    expect(await procedures()).toBe(before);
  });

  it('names every field of an invalid body', async () => {
    const before = await procedures();
    const body = { ...councilBody({ category: 'HDA-10.7', items: [] }), surprise: 1 };
    const answer = await cast.staff.post('/api/procedures', body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'category',
      'items',
      'surprise',
    ]);
    const posting = await cast.staff.post(`/api/procedures/${id}/actions/issue-notice`, {
      meetingAt: 'tomorrow',
      channels: [],
    });
    expect(posting.body.errors.map(({ path }: { path: string }) => path)).toEqual(
      expect.arrayContaining(['meetingAt', 'place']),
    );
    expect(await procedures()).toBe(before);
  });

  it('names a person who does not exist, and writes nothing', async () => {
    const before = await procedures();
    const stranger = randomUUID();
    const answer = await cast.staff.post(
      '/api/procedures',
      councilBody({ due: [{ personId: stranger, capacity: '居民代表' }] }),
    );
    expect([answer.status, answer.body.code, answer.body.params.personId]).toEqual([404, 'person.unknown', stranger]);
    expect(await procedures()).toBe(before);
  });

  it('says what is possible instead at a wrong stage [HDA-11.2]', async () => {
    const answer = await cast.secretary.post(`/api/procedures/${id}/actions/open-sitting`, {});
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      code: 'procedure.wrong-stage',
      possible: expect.arrayContaining(['issue-notice', 'cancel']),
    });
    expect(answer.body.detail.zh).toContain('您现在可以办理：发出会议通知');
  });

  it('refuses an action that does not exist, and one for which the asker holds no office', async () => {
    expect((await cast.staff.post(`/api/procedures/${id}/actions/abolish`, {})).body.code).toBe('action.unknown');
    const member = await service.signIn('chunhe.member1');
    const answer = await member.post(`/api/procedures/${id}/actions/cancel`, { reason: '不想开' });
    expect([answer.status, answer.body.code]).toEqual([403, 'procedure.not-entitled']);
  });

  it('refuses a body that is too large before anything is done', async () => {
    const answer = await cast.staff.post('/api/procedures', councilBody({ sourceNote: '长'.repeat(200_000) }));
    expect([answer.status, answer.body.code]).toEqual([413, 'request.too-large']);
  });

  it('gives the first answer to the same key, and 422 when the body is another one', async () => {
    const before = await procedures();
    const key = randomUUID();
    const first = mustBe(await cast.staff.post('/api/procedures', councilBody(), { key }), 201, 'start');
    const again = await cast.staff.post('/api/procedures', councilBody(), { key });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const other = await cast.staff.post('/api/procedures', councilBody({ title: '另一件事' }), { key });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key.reused']);
    expect(await procedures()).toBe(before + 1);
  });

  it('refuses a photo that is not there [HDA-11.1.2]', async () => {
    const other = await startCouncil(cast);
    const meetingAt = new Date((await service.now()) + 6 * 86_400_000).toISOString();
    const channels = [{ channel: 'window', location: '东门' }];
    const issued = await cast.staff.post(`/api/procedures/${other}/actions/issue-notice`, {
      meetingAt,
      place: '议事厅',
      channels,
    });
    const postingId = issued.body.answer.postings[0].id;
    const proof = { postingId, postedOn: meetingAt.slice(0, 10), fileId: randomUUID() };
    expect((await cast.staff.post(`/api/procedures/${other}/actions/confirm-posting`, proof)).body.code).toBe(
      'file.unknown',
    );
  });

  it('keeps names, titles and statements out of the logs', async () => {
    await announce(service, cast, id);
    await cast.recorder.post(`/api/procedures/${id}/actions/record-leave`, {
      personId: person('chunhe.member1'),
      reason: '住院复查',
    });
    const log = service.log();
    for (const secret of ['小区停车位改造', '住院复查', '春和社区东门橱窗', '王示']) expect(log).not.toContain(secret);
    expect(log).toContain(`council/${id}`);
    expect(log).toContain('requestId');
  });
});
