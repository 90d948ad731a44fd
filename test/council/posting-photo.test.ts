import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import type { ApiClient } from '../support/api';
import { act, councilBody, morning, person, signInCast, startCouncil, type Cast } from '../support/council';
import { startService, type Service } from '../support/service';

let service: Service;
let cast: Cast;
let resident: ApiClient;
beforeAll(async () => {
  service = await startService();
  cast = await signInCast(service);
  resident = await service.signIn('chunhe.resident');
});
afterAll(() => service?.close());

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const withResident = [...councilBody().due, { personId: person('chunhe.resident'), capacity: '居民代表' }];

async function notice(changes: object = {}) {
  const meetingAt = new Date(morning(await service.now(), 5)).toISOString();
  return { meetingAt, place: '社区议事厅', channels: [{ channel: 'window', location: '东门橱窗' }], ...changes };
}

/** Uploads a photo and confirms the one posting of a new notice with it. */
async function postedWithPhoto(id: string): Promise<string> {
  const { answer } = await act(cast.staff, id, 'issue-notice', await notice());
  const upload = await cast.staff.post(`/api/files?organisationId=${EXAMPLE.organisations.chunhe}`, png, {
    headers: { 'Content-Type': 'image/png' },
  });
  const proof = {
    postingId: answer.postings[0].id,
    postedOn: civilDateOf(await service.now()),
    fileId: upload.body.id,
  };
  await act(cast.staff, id, 'confirm-posting', proof);
  return `/api/files/${upload.body.id}`;
}

describe('the photo of a posting [HDA-11.1.2]', () => {
  test('is seen by whoever is due in that council, and by no other resident', async () => {
    const id = await startCouncil(cast, { due: withResident });
    const another = await startCouncil(cast);
    const [photo, photoOfAnother] = [await postedWithPhoto(id), await postedWithPhoto(another)];
    const answer = await resident.get(photo);
    expect(answer).toMatchObject({ status: 200, body: png });
    expect((await resident.get(photoOfAnother)).status).toBe(403);
    expect((await (await service.signIn('xinhe.resident')).get(photo)).status).toBe(403);
  });

  test('is seen no longer by whoever is no longer due', async () => {
    const id = await startCouncil(cast, { due: withResident });
    const photo = await postedWithPhoto(id);
    expect((await resident.get(photo)).status).toBe(200);
    await act(cast.staff, id, 'issue-notice', await notice({ due: councilBody().due }));
    expect((await resident.get(photo)).status).toBe(403);
    expect((await cast.staff.get(photo)).status).toBe(200);
  });
});
