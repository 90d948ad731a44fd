import { setTimeout as pause } from 'node:timers/promises';
import { startCouncil } from '../support/council';
import { HURRIED, startPost, untilAll, type Post } from '../support/outbox';
import { until } from '../support/patient';

let post: Post;
beforeAll(async () => {
  post = await startPost();
  await post.cast.chair.put('/api/me/contact', { email: 'zhou.min@example.cn' });
});
beforeEach(() => post.clear());
afterAll(() => post?.close());

const tried = (channel: 'mail' | 'webhook', attempts: number) =>
  until(
    () => post.service.database.outboxMessage.findFirstOrThrow({ where: { channel } }),
    (row) => row.attempts >= attempts && row.state !== 'sending',
  );

test('what finds nobody at home waits and goes out when they are back', async () => {
  await Promise.all([post.mail.stop(), post.system.stop()]);
  await startCouncil(post.cast);
  expect(await tried('mail', 2)).toMatchObject({ state: 'waiting', reason: 'unreachable' });
  expect(await tried('webhook', 2)).toMatchObject({ state: 'waiting', reason: 'unreachable' });
  await Promise.all([post.mail.start(), post.system.start()]);
  await untilAll(post.service, 'mail', 'sent');
  await untilAll(post.service, 'webhook', 'sent');
  expect(post.mail.mails).toHaveLength(1);
  expect(post.system.requests).toHaveLength(1);
});

test('what is turned away for the moment goes out later, under the same id', async () => {
  post.mail.objection = { at: 'recipient', code: 451 };
  post.system.answer = { status: 503 };
  await startCouncil(post.cast);
  expect(await tried('mail', 1)).toMatchObject({ state: 'waiting', reason: 'not-now', status: 451 });
  await tried('webhook', 1);
  post.mail.objection = null;
  post.system.answer = { status: 200 };
  await untilAll(post.service, 'mail', 'sent');
  await untilAll(post.service, 'webhook', 'sent');
  const ids = post.system.requests.map(({ body }) => JSON.parse(body).id);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
});

test('what is refused for good has failed at once, is not tried again, and is shown', async () => {
  post.mail.objection = { at: 'recipient', code: 550 };
  post.system.answer = { status: 410 };
  await startCouncil(post.cast);
  const [mail] = await untilAll(post.service, 'mail', 'failed');
  expect(mail).toMatchObject({ reason: 'refused', status: 550, attempts: 1, dueAt: null });
  expect((await untilAll(post.service, 'webhook', 'failed'))[0]).toMatchObject({ reason: 'refused', status: 410 });
  await pause(3 * HURRIED.firstPauseMs);
  expect(post.system.requests).toHaveLength(1);
  const { items } = (await post.cast.staff.get('/api/outbox?state=failed&channel=mail')).body;
  expect(items).toMatchObject([
    { id: mail!.id, to: 'z***@example.cn', attempts: 1, status: 550, reasonName: { en: expect.any(String) } },
  ]);
  post.mail.objection = null;
  expect(await post.cast.staff.post(`/api/outbox/${mail!.id}/resend`)).toMatchObject({ status: 200 });
  await untilAll(post.service, 'mail', 'sent');
  expect(post.mail.mails[0]!.headers['message-id']).toBe(`<${mail!.id}@office.example.cn>`);
});
