import { createServer, type AddressInfo, type Server } from 'node:net';
import { mailSender } from '../../../src/adapters/outbox/mail';
import type { PostedNotice } from '../../../src/ports/outbox';
import { startMailServer, type TestMailServer } from '../../support/mail-server';

const notice: PostedNotice = {
  id: '6f2f0e3c-5a51-4d19-8a55-3f0a3a1c9b11',
  procedureId: 'b7a1d5de-0b43-4f0e-9f0e-6f8f2f4a7c22',
  kind: 'council-invitation',
  params: { meetingAt: Date.UTC(2026, 2, 6, 6), place: '社区议事厅' },
  createdAt: new Date('2026-03-02T01:00:00.000Z'),
  training: false,
};
const to = 'zhou.min@example.cn';

let server: TestMailServer;
beforeEach(async () => {
  server = await startMailServer();
});
afterEach(() => server.stop());

const sender = (changes: { url?: string; plain?: boolean } = {}) =>
  mailSender({
    url: server.url,
    from: '规程 <guicheng@office.example.cn>',
    publicUrl: 'https://guicheng.example.cn',
    plain: true,
    ...changes,
  });

test('a mail says that something waits, in both languages, and where; its Message-ID is the message’s id', async () => {
  expect(await sender().send(notice, to)).toEqual({ outcome: 'sent' });
  const [mail] = server.mails;
  expect(mail).toMatchObject({
    to: [to],
    headers: {
      'message-id': `<${notice.id}@office.example.cn>`,
      from: '规程 <guicheng@office.example.cn>',
      to,
      subject: '规程：会议 / Guicheng: Meetings',
      'auto-submitted': 'auto-generated',
    },
  });
  expect(mail!.text).toContain('请于 2026-03-06 14:00');
  expect(mail!.text).toContain('Please attend the council on ');
  expect(mail!.text).toContain(`https://guicheng.example.cn/procedures/${notice.procedureId}`);
  expect(mail!.text).not.toContain('演练');
});

test('a repeat has the same Message-ID', async () => {
  await sender().send(notice, to);
  await sender().send(notice, to);
  expect(new Set(server.mails.map(({ headers }) => headers['message-id'])).size).toBe(1);
});

test('a mail from a training database says so first', async () => {
  await sender().send({ ...notice, training: true }, to);
  const { headers, text } = server.mails[0]!;
  expect(headers.subject).toBe('【演练】规程：会议 / [Exercise] Guicheng: Meetings');
  expect(text).toMatch(/^这是演练，不是真实通知。/);
});

test.each([
  ['recipient', 450, 'not-sent', 'not-now'],
  ['recipient', 550, 'rejected', 'refused'],
  ['data', 451, 'not-sent', 'not-now'],
  ['data', 554, 'rejected', 'refused'],
] as const)('a server that says no to the %s with %i: %s', async (at, code, outcome, reason) => {
  server.objection = { at, code };
  expect(await sender().send(notice, to)).toEqual({ outcome, reason, status: code });
  server.objection = null;
  expect(await sender().send(notice, to)).toEqual({ outcome: 'sent' });
});

test('a server that is down is no fault of the mail', async () => {
  await server.stop();
  expect(await sender().send(notice, to)).toMatchObject({ outcome: 'unknown', reason: 'unreachable' });
  await server.start();
});

test('a server that breaks off before it says yes may have taken it', async () => {
  const listener = await breakingOffAfterData();
  const { port } = listener.address() as AddressInfo;
  const delivery = await sender({ url: `smtp://127.0.0.1:${port}` }).send(notice, to);
  expect(delivery.outcome).toBe('unknown');
  listener.close();
});

test('elsewhere than on this machine nothing is sent without TLS', async () => {
  expect(await sender({ plain: false }).send(notice, to)).toMatchObject({ outcome: 'not-sent', reason: 'tls' });
  expect(server.mails).toEqual([]);
});

test('a wrong password says nothing about the mail', async () => {
  const strict = await startMailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(new Error('Invalid username or password')),
  });
  const url = strict.url.replace('smtp://', 'smtp://guicheng:p%40ss@');
  expect(await sender({ url }).send(notice, to)).toMatchObject({ outcome: 'not-sent', reason: 'sign-in', status: 535 });
  await strict.stop();
});

test('nothing of what went wrong but a code goes on', async () => {
  server.objection = { at: 'recipient', code: 550 };
  expect(JSON.stringify(await sender().send(notice, to))).not.toContain('example.cn');
});

/** Says yes to everything, takes the mail and hangs up. */
function breakingOffAfterData(): Promise<Server> {
  return new Promise((resolve) => {
    const listener = createServer((socket) => {
      let isMail = false;
      socket.on('error', () => undefined);
      socket.write('220 here\r\n');
      socket.on('data', (data) => {
        const text = data.toString();
        if (isMail) {
          if (text.includes('\r\n.\r\n')) socket.destroy();
        } else if (text.startsWith('DATA')) {
          isMail = true;
          socket.write('354 go on\r\n');
        } else socket.write('250 yes\r\n');
      });
    });
    listener.listen(0, '127.0.0.1', () => resolve(listener));
  });
}
