import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { smsSender, type SmsSettings } from '../../../src/adapters/outbox/sms';
import type { PostedNotice } from '../../../src/ports/outbox';
import { startReceiver, type TestReceiver } from '../../support/receiver';

const notice: PostedNotice = {
  id: '6f2f0e3c-5a51-4d19-8a55-3f0a3a1c9b11',
  procedureId: 'b7a1d5de-0b43-4f0e-9f0e-6f8f2f4a7c22',
  kind: 'council-cancelled',
  params: {},
  createdAt: new Date('2026-03-02T01:00:00.000Z'),
  training: false,
};
const mobile = '13812345678';

let provider: TestReceiver;
beforeEach(async () => {
  provider = await startReceiver();
});
afterEach(() => provider.stop());

const sender = (changes: Partial<SmsSettings> = {}) =>
  smsSender({
    url: provider.url,
    header: 'Authorization: Bearer token:1',
    template: '{"to":["{mobile}"],"ref":"{id}","params":{"text":"{text}","more":"{link}"},"priority":1}',
    accepted: undefined,
    publicUrl: 'https://guicheng.example.cn',
    ...changes,
  });

test('a provider is asked once, in its own form, with the secret header', async () => {
  expect(await sender().send(notice, mobile)).toEqual({ outcome: 'sent' });
  expect(provider.requests).toHaveLength(1);
  const [{ headers, body }] = provider.requests as [TestReceiver['requests'][number]];
  expect(headers).toMatchObject({ authorization: 'Bearer token:1', 'content-type': 'application/json; charset=utf-8' });
  expect(JSON.parse(body)).toEqual({
    to: [mobile],
    ref: notice.id,
    params: { text: '议事会已取消。', more: `https://guicheng.example.cn/procedures/${notice.procedureId}` },
    priority: 1,
  });
});

test('what a placeholder holds never becomes more than text', async () => {
  const params = { meetingAt: Date.UTC(2026, 2, 6, 6), place: '"},{"{mobile}' };
  await sender().send({ ...notice, kind: 'council-invitation', params }, mobile);
  expect(JSON.parse(provider.requests[0]!.body).params.text).toContain('"},{"{mobile}');
});

test('a message from a training database says so', async () => {
  await sender().send({ ...notice, training: true }, mobile);
  expect(JSON.parse(provider.requests[0]!.body).params.text).toBe('【演练】议事会已取消。');
});

test.each([
  [{ status: 200 }, { outcome: 'sent' }],
  [{ status: 202 }, { outcome: 'sent' }],
  [
    { status: 302, location: '/elsewhere' },
    { outcome: 'rejected', reason: 'redirected', status: 302 },
  ],
  [{ status: 400 }, { outcome: 'rejected', reason: 'refused', status: 400 }],
  [{ status: 429 }, { outcome: 'not-sent', reason: 'not-now', status: 429 }],
  [{ status: 408 }, { outcome: 'unknown', reason: 'no-answer', status: 408 }],
  [{ status: 502 }, { outcome: 'unknown', reason: 'no-answer', status: 502 }],
  ['cut', { outcome: 'unknown', reason: 'no-answer' }],
] as const)('answered by %j it is %j', async (answer, delivery) => {
  provider.answer = answer;
  expect(await sender().send(notice, mobile)).toEqual(delivery);
  expect(provider.requests).toHaveLength(1);
});

test('an answer that does not come may have been a yes', async () => {
  provider.answer = 'silence';
  expect(await sender().send(notice, mobile)).toEqual({ outcome: 'unknown', reason: 'no-answer' });
}, 30_000);

test('a provider that says no in an answer of 200 is heard where its yes is known', async () => {
  const accepted = '"Code":"OK"';
  provider.answer = { status: 200, body: '{"Code":"OK"}' };
  expect(await sender({ accepted }).send(notice, mobile)).toEqual({ outcome: 'sent' });
  provider.answer = { status: 200, body: '{"Code":"isv.BUSINESS_LIMIT_CONTROL"}' };
  expect(await sender({ accepted }).send(notice, mobile)).toEqual({
    outcome: 'rejected',
    reason: 'refused',
    status: 200,
  });
});

test('without a connection surely nothing was sent', async () => {
  await provider.stop();
  expect(await sender().send(notice, mobile)).toEqual({ outcome: 'not-sent', reason: 'unreachable' });
  await provider.start();
});

test('without a secure connection surely nothing was sent', async () => {
  const listener = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end('this is no TLS');
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  expect(await sender({ url: `https://127.0.0.1:${port}/` }).send(notice, mobile)).toEqual({
    outcome: 'not-sent',
    reason: 'tls',
  });
  listener.close();
});
