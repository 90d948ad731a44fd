import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { startTestApi, type ApiClient, type TestApi } from '../support/api';

let api: TestApi;
let staff: ApiClient;
beforeAll(async () => {
  api = await startTestApi();
  staff = await api.signIn('chunhe.staff');
});
afterAll(() => api.close());

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('a photo of the board'),
]);
const address = (organisationId: string) => `/api/files?organisationId=${organisationId}`;
const chunhe = address(EXAMPLE.organisations.chunhe);
const upload = (content: Buffer, type = 'image/png', path = chunhe, client = staff) =>
  client.post(path, content, { headers: { 'Content-Type': type } });

describe('a file', () => {
  test('comes back byte for byte, as something to save and never to show', async () => {
    const uploaded = await upload(png);
    expect(uploaded).toMatchObject({ status: 201, body: { mediaType: 'image/png', size: png.length } });
    const answer = await staff.get(uploaded.headers.get('location')!);
    expect(answer.body).toEqual(png);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${uploaded.body.id}.png"`);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('is stored once for one key', async () => {
    const sent = { key: 'one photo', headers: { 'Content-Type': 'image/png' } };
    const key = { ...sent, key: 'one-photo' };
    const [first, again] = [await staff.post(chunhe, png, key), await staff.post(chunhe, png, key)];
    expect(again.body).toEqual(first.body);
    expect(await staff.post(chunhe, Buffer.concat([png, png]), key)).toMatchObject({ status: 422 });
  });

  test.each([
    ['an accepted type with another content', Buffer.from('<html>'), 'image/png', 422, 'file.content-differs'],
    ['an accepted type with another accepted content', png, 'application/pdf', 422, 'file.content-differs'],
    ['a type that is not accepted', Buffer.from('<svg/>'), 'image/svg+xml', 415, 'request.unsupported-media-type'],
    ['more than 5 MB', Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]), 'image/png', 413, 'request.too-large'],
    ['nothing', Buffer.alloc(0), 'image/png', 422, 'file.content-differs'],
  ])('of %s is refused', async (_what, content, type, status, code) => {
    expect(await upload(content, type)).toMatchObject({ status, body: { code } });
  });

  test('is read only by those who may read the procedures there', async () => {
    const { body } = await upload(png);
    const path = `/api/files/${body.id}`;
    expect((await (await api.signIn('office.supervisor')).get(path)).status).toBe(200);
    expect((await (await api.signIn('xinhe.staff')).get(path)).status).toBe(403);
    expect((await (await api.signIn('chunhe.resident')).get(path)).status).toBe(403);
    expect((await staff.get('/api/files/00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect((await api.anonymous.get(path)).status).toBe(401);
  });

  test('is added only where one has a role for it', async () => {
    expect((await upload(png, 'image/png', address(EXAMPLE.organisations.xinhe))).status).toBe(403);
    expect((await upload(png, 'image/png', chunhe, await api.signIn('chunhe.member1'))).status).toBe(403);
  });
});
