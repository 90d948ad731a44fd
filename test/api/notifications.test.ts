import { randomUUID } from 'node:crypto';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { startTestApi, type ApiClient, type TestApi } from '../support/api';

let api: TestApi;
let chair: ApiClient;
const procedureId = randomUUID();

beforeAll(async () => {
  api = await startTestApi();
  chair = await api.signIn('chunhe.chair');
  await api.database.procedure.create({
    data: {
      id: procedureId,
      kind: 'council',
      organisationId: EXAMPLE.organisations.chunhe,
      title: '楼道照明',
      stage: 'notice',
      status: 'open',
      version: 1,
      headHash: '',
      state: {},
      startedById: EXAMPLE.accounts['chunhe.staff'],
      startedAt: new Date('2026-03-05T01:00:00Z'),
    },
  });
  await api.database.notification.createMany({
    data: Array.from({ length: 3 }, (_none, index) => ({
      personId: EXAMPLE.people['chunhe.chair'],
      procedureId,
      sourceKey: `source ${index}`,
      kind: 'deadline.reminder',
      clause: 'HDA-11.1.2',
      params: { index },
      createdAt: new Date(`2026-03-05T0${index + 1}:00:00Z`),
    })),
  });
});
afterAll(() => api.close());

describe('notifications', () => {
  test('are one’s own, the newest first, until they are read', async () => {
    const { body } = await chair.get('/api/notifications?unread=true');
    expect(body.items.map(({ params }: { params: { index: number } }) => params.index)).toEqual([2, 1, 0]);
    expect(body).toMatchObject({
      unread: 3,
      next: null,
      items: [{ procedureId, clause: 'HDA-11.1.2', readAt: null }, {}, {}],
    });

    expect((await chair.post(`/api/notifications/${body.items[0].id}/read`)).status).toBe(204);
    expect((await chair.post(`/api/notifications/${body.items[0].id}/read`)).status).toBe(204);
    expect((await chair.get('/api/notifications?unread=true')).body).toMatchObject({ unread: 2, items: [{}, {}] });
    expect((await chair.get('/api/notifications')).body.items).toHaveLength(3);
  });

  test('of others are not there', async () => {
    const { body } = await chair.get('/api/notifications');
    const staff = await api.signIn('chunhe.staff');
    expect(await staff.post(`/api/notifications/${body.items[1].id}/read`)).toMatchObject({
      status: 404,
      body: { code: 'notification.unknown' },
    });
    expect((await staff.get('/api/notifications')).body).toEqual({ items: [], next: null, unread: 0 });
  });
});
