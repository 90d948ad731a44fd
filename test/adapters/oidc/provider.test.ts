import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openIdProvider } from '../../../src/adapters/oidc/provider';
import { isRefusal } from '../../../src/domain/refusal';
import { Unavailable } from '../../../src/ports/unavailable';

let server: Server;
let asked = 0;
let answer: RequestListener;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const issuer = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const json =
  (status: number, body: () => unknown): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body()));
const provider = () =>
  openIdProvider({
    issuer: issuer(),
    clientId: 'guicheng',
    scopes: 'openid',
    name: 'somewhere',
    redirectUri: 'http://127.0.0.1/callback',
  });

describe('a provider does not answer', () => {
  test.each<[string, RequestListener]>([
    ['when it has an error of its own', json(500, () => ({}))],
    ['when it is asked too often', json(429, () => ({}))],
    ['when it breaks off', (_request, response) => response.writeHead(200, { 'Content-Length': '99' }).destroy()],
    ['when it says nothing for ever', () => undefined],
    ['when it begins and does not end', (_request, response) => response.writeHead(200).write('{')],
  ])('%s: the asker hears of it within five seconds', async (_what, reply) => {
    answer = reply;
    const since = performance.now();
    await expect(provider().depart()).rejects.toThrow(Unavailable);
    expect(performance.now() - since).toBeLessThan(4_000);
  });
});

describe('an answer that is not understood is refused and named by its code alone', () => {
  test.each<[string, RequestListener, string]>([
    ['no JSON', (_request, response) => response.end('<html>'), 'OAUTH_RESPONSE_IS_NOT_JSON'],
    ['nothing found', json(404, () => ({})), 'OAUTH_RESPONSE_IS_NOT_CONFORM'],
    [
      'another issuer',
      json(200, () => ({ issuer: 'https://elsewhere.example' })),
      'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
    ],
    ['no address to go to', json(200, () => ({ issuer: issuer() })), 'OAUTH_MISSING_SERVER_METADATA'],
    [
      'an address that is none',
      json(200, () => ({ issuer: issuer(), authorization_endpoint: 'nowhere' })),
      'OAUTH_INVALID_SERVER_METADATA',
    ],
  ])('%s', async (_what, reply, reason) => {
    answer = reply;
    expect(await provider().depart()).toMatchObject({ code: 'oidc.failed', params: { reason } });
  });
});

describe("the provider's description", () => {
  const description = () => ({ issuer: issuer(), authorization_endpoint: `${issuer()}/auth` });

  test('is read when it is first needed, and then once', async () => {
    answer = json(200, description);
    asked = 0;
    const patient = provider();
    expect(asked).toBe(0);
    const departures = [await patient.depart(), await patient.depart(), await patient.signOutUrl()];
    expect(departures.some(isRefusal)).toBe(false);
    expect(asked).toBe(1);
  });

  test('is read again after it could not be', async () => {
    const patient = provider();
    answer = json(503, () => ({}));
    await expect(patient.depart()).rejects.toThrow(Unavailable);
    answer = json(200, description);
    expect(await patient.depart()).toMatchObject({ url: expect.stringContaining(`${issuer()}/auth?`) });
  });

  test('may name no page to sign out at', async () => {
    answer = json(200, description);
    expect(await provider().signOutUrl()).toBeNull();
  });
});

test('whatever is written at the end of the issuer, it is one', () => {
  const written = (text: string) =>
    openIdProvider({ issuer: text, clientId: 'c', scopes: 'openid', name: 'n', redirectUri: 'http://127.0.0.1/' })
      .issuer;
  expect(written('https://id.example')).toBe(written('https://id.example/'));
  expect(written('https://id.example/realm')).not.toBe(written('https://id.example/realm/'));
});
