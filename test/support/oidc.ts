import type { ClientAuthMethod, ClientMetadata } from 'oidc-provider';
import { openIdProvider, type OidcSettings } from '../../src/adapters/oidc/provider';
import { freePort } from '../../src/embedded/port';
import { startTestApi, type TestApi } from './api';
import type { Browser, Visit } from './browser';
import { startTestProvider, type TestProvider } from './identity-provider';

/** The API beside a provider that knows it. */
export interface OidcApi {
  readonly api: TestApi;
  readonly provider: TestProvider;
  /** Where a sign-in begins. */
  readonly start: (returnTo?: string) => string;
  /** Whether an address is the one where the provider sends the browser back. */
  readonly isCallback: (url: string) => boolean;
  /** How many sign-ins there are that began at the provider. */
  sessions(): Promise<number>;
  /** Links an account of the example to a subject. */
  link(accountId: string, oidcSubject: string | null): Promise<void>;
  close(): Promise<void>;
}

const CLIENT = { client_id: 'guicheng', client_secret: 'a-secret=with%signs&more:of+them' };

/** `settings` replace what the API is told about the provider; `clientAuthMethods` is how clients may show who they are there. */
export async function startOidcApi(
  settings: Partial<OidcSettings> = {},
  clientAuthMethods: ClientAuthMethod[] = ['client_secret_basic', 'none'],
): Promise<OidcApi> {
  const port = await freePort();
  const redirectUri = `http://127.0.0.1:${port}/api/sessions/oidc/callback`;
  const registered = { redirect_uris: [redirectUri], grant_types: ['authorization_code'] };
  const clients: ClientMetadata[] = [
    { ...CLIENT, ...registered, token_endpoint_auth_method: clientAuthMethods[0]! },
    { ...registered, client_id: 'public', token_endpoint_auth_method: 'none' },
  ];
  const provider = await startTestProvider(clients, { clientAuthMethods });
  const identityProvider = openIdProvider({
    issuer: provider.issuer,
    clientId: CLIENT.client_id,
    clientSecret: CLIENT.client_secret,
    scopes: 'openid profile',
    name: '统一身份认证 / Single sign-on',
    redirectUri,
    ...settings,
  });
  const api = await startTestApi({ identityProvider }, port);
  const administrator = await api.signIn('office.admin');
  return {
    api,
    provider,
    start(returnTo) {
      const url = new URL('/api/sessions/oidc', api.url);
      if (returnTo !== undefined) url.searchParams.set('returnTo', returnTo);
      return url.href;
    },
    isCallback: (url) => url.startsWith(redirectUri),
    sessions: () => api.database.session.count({ where: { oidc: true } }),
    async link(accountId, oidcSubject) {
      const answer = await administrator.put(`/api/accounts/${accountId}/oidc-subject`, { oidcSubject });
      if (answer.status !== 200) throw new Error(`cannot be linked: ${answer.status} ${answer.body?.code}`);
    },
    async close() {
      await api.close();
      await provider.stop();
    },
  };
}

/** A browser's way to the provider and to the door of this service, which it has not opened yet. @returns the address there. */
export async function untilBack({ start, isCallback }: OidcApi, browser: Browser, returnTo?: string): Promise<URL> {
  const { url } = await browser.visit(start(returnTo), { until: isCallback });
  if (!isCallback(url)) throw new Error(`the browser did not come back: ${url}`);
  return new URL(url);
}

/** The problem that a program is answered with. */
export function problemOf({ status, headers, text }: Visit): { status: number; code: string } {
  expect(headers.get('content-type')).toMatch('application/problem+json');
  return { status, code: (JSON.parse(text) as { code: string }).code };
}

/** Refused, and nobody is signed in by it. */
export async function expectRefused({ sessions }: OidcApi, visit: Visit, status: number, code: string): Promise<void> {
  expect(problemOf(visit)).toEqual({ status, code });
  expect(visit.headers.get('set-cookie')).toBeNull();
  expect(await sessions()).toBe(0);
}
