import { createHmac } from 'node:crypto';
import { webhookSender } from '../../../src/adapters/outbox/webhook';
import type { PostedNotice } from '../../../src/ports/outbox';
import { startReceiver, type TestReceiver } from '../../support/receiver';

const notice: PostedNotice = {
  id: '6f2f0e3c-5a51-4d19-8a55-3f0a3a1c9b11',
  procedureId: 'b7a1d5de-0b43-4f0e-9f0e-6f8f2f4a7c22',
  kind: 'council-invitation',
  params: { place: '社区议事厅' },
  createdAt: new Date('2026-03-02T01:00:00.000Z'),
  training: false,
};
const secret = 'a secret of sixteen or more';

let system: TestReceiver;
beforeEach(async () => {
  system = await startReceiver();
});
afterEach(() => system.stop());

const send = (changes: Partial<PostedNotice> = {}) =>
  webhookSender({ url: system.url, secret }).send({ ...notice, ...changes });

test('another system learns what happened where, and nothing else; the signature shows who says so', async () => {
  expect(await send()).toEqual({ outcome: 'sent' });
  const [{ headers, body }] = system.requests as [TestReceiver['requests'][number]];
  const { id, kind, procedureId } = notice;
  expect(JSON.parse(body)).toEqual({ id, kind, procedureId, createdAt: '2026-03-02T01:00:00.000Z' });
  expect(headers['x-guicheng-signature']).toBe(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
});

test('a repeat has the same body', async () => {
  await send();
  await send();
  expect(system.requests[0]!.body).toBe(system.requests[1]!.body);
});

test('what is only practice says so', async () => {
  await send({ training: true });
  expect(JSON.parse(system.requests[0]!.body)).toMatchObject({ training: true });
});

test.each([
  [{ status: 204 }, { outcome: 'sent' }],
  [
    { status: 301, location: '/elsewhere' },
    { outcome: 'rejected', reason: 'redirected', status: 301 },
  ],
  [{ status: 404 }, { outcome: 'rejected', reason: 'refused', status: 404 }],
  [{ status: 408 }, { outcome: 'not-sent', reason: 'not-now', status: 408 }],
  [{ status: 429 }, { outcome: 'not-sent', reason: 'not-now', status: 429 }],
  [{ status: 503 }, { outcome: 'not-sent', reason: 'not-now', status: 503 }],
  ['cut', { outcome: 'unknown', reason: 'no-answer' }],
] as const)('answered by %j it is %j', async (answer, delivery) => {
  system.answer = answer;
  expect(await send()).toEqual(delivery);
  expect(system.requests).toHaveLength(1);
});

test('a system that is down was not told', async () => {
  await system.stop();
  expect(await send()).toEqual({ outcome: 'not-sent', reason: 'unreachable' });
  await system.start();
});
