import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that came. */
export interface ReceivedRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How it is answered: with a status, by cutting the connection, or not at all. */
export type ReceiverAnswer =
  { readonly status: number; readonly body?: string; readonly location?: string } | 'cut' | 'silence';

/** Another system that is called over HTTP, in the test's own process. */
export interface TestReceiver {
  readonly url: string;
  readonly requests: ReceivedRequest[];
  answer: ReceiverAnswer;
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function startReceiver(): Promise<TestReceiver> {
  const requests: ReceivedRequest[] = [];
  let server: Server;
  let port = 0;
  const self = {
    requests,
    answer: { status: 200 } as ReceiverAnswer,
    get url() {
      return `http://127.0.0.1:${port}/in`;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    start: () =>
      new Promise<void>((resolve) => {
        server = createServer((request, response) => void receive(request, response));
        server.listen(port, '127.0.0.1', () => {
          port = (server.address() as AddressInfo).port;
          resolve();
        });
      }),
  };
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
    if (self.answer === 'silence') return;
    if (self.answer === 'cut') return void request.socket.destroy();
    const { status, body = '', location } = self.answer;
    response.writeHead(status, location ? { Location: location } : {}).end(body);
  };
  await self.start();
  return self;
}
