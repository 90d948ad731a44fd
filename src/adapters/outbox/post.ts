import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** A request that another system is sent. */
export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
}

/** What came of it: an answer, surely no request, or a request that may have arrived without our knowing what became of it. */
export type Posted =
  | { readonly outcome: 'answered'; readonly status: number; readonly body: string }
  | { readonly outcome: 'not-sent'; readonly reason: 'unreachable' | 'tls' }
  | { readonly outcome: 'lost' };

/** How much of an answer is read, in bytes. */
const LIMIT = 64 * 1024;

/**
 * Posts JSON over a connection of its own, once: no redirects, no second attempt. Nothing is written before the connection stands, TLS included,
 * so a failure before that is known to have sent nothing; after that, nobody knows.
 */
export function post({ url, headers, body, timeoutMs }: Posting): Promise<Posted> {
  return new Promise((resolve) => {
    const isTls = url.startsWith('https:');
    let connected = false;
    let ready = false;
    const fail = () => {
      request.destroy();
      if (ready) resolve({ outcome: 'lost' });
      else resolve({ outcome: 'not-sent', reason: connected && isTls ? 'tls' : 'unreachable' });
    };
    const request = (isTls ? https : http).request(url, {
      method: 'POST',
      agent: false,
      headers: {
        ...headers,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        Connection: 'close',
      },
      signal: AbortSignal.timeout(timeoutMs),
    });
    request.once('socket', (socket: Socket) => {
      socket.once('connect', () => (connected = true));
      socket.once(isTls ? 'secureConnect' : 'connect', () => (ready = true));
    });
    request.on('error', fail);
    request.once('response', (response) => {
      read(response).then((content) => {
        resolve({ outcome: 'answered', status: response.statusCode ?? 0, body: content });
        request.destroy();
      }, fail);
    });
    request.end(body);
  });
}

async function read(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size >= LIMIT) break;
  }
  return Buffer.concat(chunks).toString('utf8', 0, LIMIT);
}
