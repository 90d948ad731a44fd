import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it arrived. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly raw: string;
}

/** What a server says to a recipient or to a whole mail instead of taking it. */
export interface Objection {
  readonly at: 'recipient' | 'data';
  readonly code: number;
}

/** An SMTP server of the test's own. */
export interface TestMailServer {
  readonly url: string;
  readonly port: number;
  readonly mails: ReceivedMail[];
  objection: Objection | null;
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function startMailServer(options: SMTPServerOptions = {}): Promise<TestMailServer> {
  const mails: ReceivedMail[] = [];
  let server: SMTPServer;
  let port = 0;
  const objectionAt = (at: Objection['at']): Error | null => {
    if (self.objection?.at !== at) return null;
    // As servers do, it repeats the address.
    return Object.assign(new Error('<somebody@example.cn>: not here'), { responseCode: self.objection.code });
  };
  const self = {
    mails,
    objection: null as Objection | null,
    get port() {
      return port;
    },
    get url() {
      return `smtp://127.0.0.1:${port}`;
    },
    stop: () => new Promise<void>((resolve) => server.close(resolve)),
    start: () =>
      new Promise<void>((resolve) => {
        server = new SMTPServer({
          authOptional: true,
          disabledCommands: ['STARTTLS'],
          disableReverseLookup: true,
          closeTimeout: 100,
          onRcptTo: (_address, _session, done) => done(objectionAt('recipient')),
          onData(stream, session, done) {
            const chunks: Buffer[] = [];
            stream.on('data', (chunk: Buffer) => chunks.push(chunk));
            stream.on('end', () => {
              const objection = objectionAt('data');
              if (!objection) {
                const to = session.envelope.rcptTo.map(({ address }) => address);
                mails.push({ to, ...parsed(Buffer.concat(chunks).toString()) });
              }
              done(objection);
            });
          },
          ...options,
        });
        // A client that breaks off is part of some tests.
        server.on('error', () => undefined);
        server.listen(port, '127.0.0.1', () => {
          port = (server.server.address() as AddressInfo).port;
          resolve();
        });
      }),
  };
  await self.start();
  return self;
}

function parsed(raw: string): Pick<ReceivedMail, 'headers' | 'text' | 'raw'> {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), decoded(line.slice(line.indexOf(':') + 2))]),
  );
  const encoding = headers['content-transfer-encoding'] ?? '7bit';
  return { headers, text: bodyOf(raw.slice(end + 4), encoding), raw };
}

function bodyOf(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  return encoding === 'quoted-printable' ? unquoted(body.replace(/=\r\n/g, '')) : body;
}

/** Encoded words of a header [RFC 2047]. */
function decoded(value: string): string {
  return value
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?(.*?)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString() : unquoted(text.replace(/_/g, ' ')),
    );
}

function unquoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
