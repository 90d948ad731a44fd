import { workflowIdOf } from '../../src/contract/messages/course';
import { outboxWorkflowId } from '../../src/contract/messages/outbox';
import { act, startCouncil } from '../support/council';
import { startPost, untilAll, type Post } from '../support/outbox';
import { PLAIN } from '../support/payloads';
import { isFoundIn, rawWorkflow } from '../support/raw-histories';

const ADDRESSES = ['zhou.min@example.cn', '13812345678', 'sun.li@example.cn', '13912345678'];

/** Nothing is encrypted on its way to Temporal, servers say no and repeat the address, and one sender breaks with it in its words. */
let post: Post;
let id: string;
beforeAll(async () => {
  post = await startPost({
    dataConverter: PLAIN,
    spoil: (senders) => ({
      ...senders,
      sms: {
        send: async (notice, mobile) => {
          if (mobile === '13912345678') throw new TypeError(`${mobile} cannot be sent to`);
          return senders.sms!.send(notice, mobile);
        },
      },
    }),
  });
  const { cast, mail } = post;
  await cast.chair.put('/api/me/contact', { email: ADDRESSES[0], mobile: ADDRESSES[1] });
  await cast.recorder.put('/api/me/contact', { email: ADDRESSES[2], mobile: ADDRESSES[3] });
  mail.objection = { at: 'recipient', code: 550 };
  id = await startCouncil(cast);
  await untilAll(post.service, 'mail', 'failed');
  await untilAll(post.service, 'sms', 'sent', 'uncertain');
  mail.objection = null;
  await act(cast.secretary, id, 'cancel', { reason: '议题已由上级统一安排' });
  await untilAll(post.service, 'mail', 'failed', 'sent');
});
afterAll(() => post?.close());

describe('an address', () => {
  test('stands in no log, also when something broke over it', () => {
    const log = post.service.log();
    expect(log).toContain('a sender broke');
    for (const address of ADDRESSES) expect(log).not.toContain(address);
  });

  test('stands in no history: neither the dispatcher’s nor a procedure’s', async () => {
    for (const workflowId of [outboxWorkflowId(post.service.taskQueue), workflowIdOf('council', id)]) {
      const { bytes, payloads } = await rawWorkflow(post.service, workflowId);
      expect(payloads.length).toBeGreaterThan(0);
      for (const address of ADDRESSES) expect(isFoundIn(address, bytes)).toBe(false);
    }
  });

  test('stands in no row but its owner’s, and in no measured number', async () => {
    const rows = await post.service.database.outboxMessage.findMany();
    const { body } = await post.service.anonymous.get('/metrics');
    const answers = await post.service.database.idempotencyKey.findMany();
    const others = JSON.stringify([rows, answers]) + String(body);
    for (const address of ADDRESSES) expect(others).not.toContain(address);
  });

  test('is given to no other system', () => {
    const told = JSON.stringify(post.system.requests);
    expect(post.system.requests.length).toBeGreaterThan(0);
    for (const address of ADDRESSES) expect(told).not.toContain(address);
  });
});
