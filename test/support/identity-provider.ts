import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ClientMetadata, Configuration, JWK } from 'oidc-provider';
import { freePort } from '../../src/embedded/port';

/** An OpenID provider of the test's own, where whoever the test names signs in without being asked. */
export interface TestProvider {
  readonly issuer: string;
  /** Who signs in next; null: the person presses "cancel". */
  person: string | null;
  /** Every token that it has given out. */
  readonly tokens: readonly string[];
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function startTestProvider(
  clients: ClientMetadata[],
  settings: Configuration = {},
): Promise<TestProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  muffle('info');
  muffle('warn');
  // It speaks as soon as it is loaded.
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, { ...configuration(clients), ...settings });
  const answer = provider.callback();
  const tokens: string[] = [];
  let server: Server;
  const self = {
    issuer,
    person: null as string | null,
    tokens,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    start: () =>
      new Promise<void>((resolve) => {
        server = createServer((request, response) => {
          if (request.url?.startsWith('/interaction/')) void signIn(request, response);
          else void answer(request, response);
        });
        server.listen(port, '127.0.0.1', () => resolve());
      }),
  };
  const signIn = (request: IncomingMessage, response: ServerResponse) =>
    provider.interactionFinished(
      request,
      response,
      self.person === null ? { error: 'access_denied' } : { login: { accountId: self.person } },
    );
  provider.on('grant.success', ({ body }) => {
    const { access_token, id_token } = body as Record<string, string>;
    tokens.push(access_token!, id_token!);
  });
  await self.start();
  return self;
}

function configuration(clients: ClientMetadata[]): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients,
    jwks: { keys: [privateKey.export({ format: 'jwk' }) as JWK] },
    cookies: { keys: ['of no other provider'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    // Nobody is asked what they let this service know.
    async loadExistingGrant({ oidc }) {
      const { clientId } = oidc.client!;
      const grant = new oidc.provider.Grant({ accountId: oidc.session!.accountId!, clientId });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  };
}

/** The provider says at length that a real one would be set up in another way, which a test need not read. */
function muffle(level: 'info' | 'warn'): void {
  // oxlint-disable-next-line no-console -- everybody else may still speak
  const say = console[level];
  // oxlint-disable-next-line no-console
  console[level] = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('oidc-provider ')) say(...words);
  };
}
