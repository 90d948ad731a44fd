import { act, morning, person, startCouncil } from '../support/council';
import { startPost, untilAll, type Post } from '../support/outbox';
import { until } from '../support/patient';

let post: Post;
beforeAll(async () => {
  post = await startPost();
  const { cast } = post;
  await cast.chair.put('/api/me/contact', { email: 'zhou.min@example.cn', mobile: '13812345678' });
  await cast.recorder.put('/api/me/contact', { email: 'sun.li@example.cn', mailTopics: ['deadlines'] });
});
afterAll(() => post?.close());

const sent = async (channel: 'mail' | 'sms' | 'webhook') => (await untilAll(post.service, channel, 'sent')).length;

describe('what people are told leaves the service', () => {
  let id: string;
  test('at once, to those who gave an address and want to hear of it; others are told in the service alone', async () => {
    id = await startCouncil(post.cast);
    expect({ mail: await sent('mail'), sms: await sent('sms'), webhook: await sent('webhook') }).toEqual({
      mail: 1,
      sms: 1,
      webhook: 1,
    });
    expect(post.mail.mails.map(({ to }) => to)).toEqual([['zhou.min@example.cn']]);
    expect(post.provider.requests.map(({ body }) => JSON.parse(body).mobile)).toEqual(['13812345678']);
    const told = await post.service.database.notification.findMany({ where: { procedureId: id } });
    expect(told.map(({ personId }) => personId)).toEqual(
      expect.arrayContaining(['chair', 'secretary', 'recorder'].map((name) => person(`chunhe.${name}`))),
    );
  });

  test('as mail under the id of its message, with a link to the procedure and nothing of what it holds', async () => {
    const [message] = await untilAll(post.service, 'mail', 'sent');
    const [{ headers, text, raw }] = post.mail.mails as [Post['mail']['mails'][number]];
    expect(headers['message-id']).toBe(`<${message!.id}@office.example.cn>`);
    expect(text).toContain('您已被指定主持或记录本次议事会。');
    expect(text).toContain(`https://guicheng.example.cn/procedures/${id}`);
    expect(text + raw).not.toMatch(/停车|周敏/);
    const followed = await fetch(`${post.service.url}/procedures/${id}`, { redirect: 'manual' });
    expect([followed.status, followed.headers.get('location')]).toEqual([302, `/app/procedures/${id}`]);
  });

  test('to another system once for each notice, whoever was told', async () => {
    const [{ body }] = post.system.requests as [Post['system']['requests'][number]];
    expect(JSON.parse(body)).toEqual({
      id: expect.any(String),
      kind: 'council-officer-named',
      procedureId: id,
      createdAt: expect.any(String),
    });
  });

  test('again with the next step; a step that is repeated sends nothing twice', async () => {
    const meetingAt = new Date(morning(await post.service.now(), 4)).toISOString();
    const channels = [{ channel: 'window', location: '东门橱窗' }];
    const notice = { meetingAt, place: '社区议事厅', channels };
    await act(post.cast.staff, id, 'issue-notice', notice, 'the-notice');
    await act(post.cast.staff, id, 'issue-notice', notice, 'the-notice');
    await until(
      async () => post.mail.mails.length,
      (count) => count === 2,
    );
    await until(
      async () => post.system.requests.length,
      (count) => count === 2,
    );
    await untilAll(post.service, 'webhook', 'sent');
    expect(post.provider.requests).toHaveLength(2);
    expect(post.mail.mails[1]!.text).toContain('请于 ');
  });

  test('a person who takes the address away before a message is sent gets none', async () => {
    await post.mail.stop();
    await act(post.cast.secretary, id, 'cancel', { reason: '议题已由上级统一安排' });
    await until(
      () => post.service.database.outboxMessage.count({ where: { channel: 'mail', state: 'waiting', attempts: 1 } }),
      (count) => count === 1,
    );
    await post.cast.chair.put('/api/me/contact', { email: null });
    await post.mail.start();
    const rows = await untilAll(post.service, 'mail', 'sent', 'cancelled');
    expect(rows.at(-1)).toMatchObject({ state: 'cancelled', reason: 'not-wanted' });
    expect(post.mail.mails).toHaveLength(2);
  });
});
