import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '../support/api';
import { startCouncil } from '../support/council';
import { HURRIED, startPost, untilAll, type Post } from '../support/outbox';
import { until } from '../support/patient';

let post: Post;
let office: ApiClient;
beforeAll(async () => {
  post = await startPost();
  office = await post.service.signIn('office.admin');
  await post.cast.chair.put('/api/me/contact', { mobile: '13812345678' });
});
beforeEach(() => post.clear());
afterAll(() => post?.close());

/** A text message whose answer was lost. */
async function cutOff(): Promise<string> {
  post.provider.answer = 'cut';
  await startCouncil(post.cast);
  const [row] = await untilAll(post.service, 'sms', 'uncertain');
  post.provider.answer = { status: 200 };
  return row!.id;
}

const decided = (client: ApiClient, id: string, what: 'resend' | 'give-up', key = randomUUID()) =>
  client.post(`/api/outbox/${id}/${what}`, undefined, { key });

describe('a text message whose answer was lost', () => {
  test('is not sent again by itself', async () => {
    await cutOff();
    await pause(3 * HURRIED.firstPauseMs);
    expect(post.provider.requests).toHaveLength(1);
  });

  test('is shown, its number masked, to staff and administrators above it and to nobody else', async () => {
    const id = await cutOff();
    for (const client of [post.cast.staff, office]) {
      const { body } = await client.get('/api/outbox?state=uncertain');
      expect(body.items).toMatchObject([
        {
          id,
          channel: 'sms',
          to: '138****78',
          reason: 'no-answer',
          stateName: { zh: '不能确定是否已发出，请决定重发或放弃' },
          person: { name: expect.any(String) },
          nextAttemptAt: null,
        },
      ]);
      expect(JSON.stringify(body)).not.toContain('13812345678');
    }
    for (const name of ['chunhe.chair', 'xinhe.staff', 'district.discipline']) {
      const client = await post.service.signIn(name);
      expect((await client.get('/api/outbox')).body.items).toEqual([]);
      expect(await decided(client, id, 'resend')).toMatchObject({ status: 403, body: { code: 'permission.missing' } });
    }
    expect(post.provider.requests).toHaveLength(1);
  });

  test('goes out again when a person says so, once, however often the request is repeated', async () => {
    const id = await cutOff();
    const key = randomUUID();
    expect(await decided(post.cast.staff, id, 'resend', key)).toMatchObject({ status: 200, body: { id, attempts: 0 } });
    expect((await decided(post.cast.staff, id, 'resend', key)).headers.get('idempotency-replayed')).toBe('true');
    const [row] = await untilAll(post.service, 'sms', 'sent');
    expect(row).toMatchObject({ decidedById: expect.any(String), maskedTo: '138****78' });
    expect(post.provider.requests.map(({ body }) => JSON.parse(body).id)).toEqual([id, id]);
  });

  test('or is given up', async () => {
    const id = await cutOff();
    expect(await decided(office, id, 'give-up')).toMatchObject({
      status: 200,
      body: { state: 'cancelled', reason: 'given-up' },
    });
    expect(post.provider.requests).toHaveLength(1);
  });

  test('is decided on once', async () => {
    const id = await cutOff();
    await decided(office, id, 'give-up');
    const answer = await decided(post.cast.staff, id, 'resend');
    expect(answer).toMatchObject({ status: 409, body: { code: 'outbox.nothing-to-decide' } });
    expect(await decided(office, randomUUID(), 'resend')).toMatchObject({
      status: 404,
      body: { code: 'outbox.unknown' },
    });
  });
});

test('a text message that surely did not go out is tried again by itself', async () => {
  await post.provider.stop();
  await startCouncil(post.cast);
  const first = () => post.service.database.outboxMessage.findFirstOrThrow({ where: { channel: 'sms' } });
  const row = await until(first, ({ attempts, state }) => attempts >= 1 && state !== 'sending');
  expect(row).toMatchObject({ state: 'waiting', reason: 'unreachable' });
  await post.provider.start();
  await untilAll(post.service, 'sms', 'sent');
  expect(post.provider.requests).toHaveLength(1);
});

test('those who run the service see what waits, what is uncertain and what failed', async () => {
  await cutOff();
  post.system.answer = { status: 404 };
  await post.mail.stop();
  await post.cast.recorder.put('/api/me/contact', { email: 'sun.li@example.cn' });
  await startCouncil(post.cast);
  await untilAll(post.service, 'webhook', 'sent', 'failed');
  await until(
    () => post.service.database.outboxMessage.count({ where: { channel: 'mail', state: 'waiting', attempts: 1 } }),
    (count) => count === 1,
  );
  const measured = async (name: string) => {
    const { body } = await post.service.anonymous.get('/metrics');
    return Number(new RegExp(`^guicheng_outbox_${name} ([\\d.e-]+)$`, 'm').exec(String(body))?.[1]);
  };
  expect(await measured('waiting')).toBe(1);
  expect(await measured('uncertain')).toBe(1);
  expect(await measured('failed')).toBe(1);
  expect(await measured('oldest_waiting_seconds')).toBeGreaterThan(0);
  await post.mail.start();
});
