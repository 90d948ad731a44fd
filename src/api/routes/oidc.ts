import { oidcReturnQuery, oidcStartQuery, signInMethodsSchema } from '../../contract/schemas/sign-in';
import { isRefusal, refuse } from '../../domain/refusal';
import type { Arrival } from '../../ports/identity-provider';
import { Unavailable } from '../../ports/unavailable';
import { createSessionToken } from '../authentication';
import { FLOW_SECONDS, flowCookie, readFlowToken } from '../flow-cookie';
import { localPath } from '../local-path';
import { openSession } from '../open-session';
import { refuseUntil, type Problem } from '../problem';
import { route, type Reply, type Route, type RouteRequest } from '../route';
import { checkLink } from '../sign-in';
import { goOnPage } from '../sign-in-page';
import type { RoutesDeps } from './deps';

const tag = '登录 / Sign-in';
const START = '/api/sessions/oidc';

/** Far more than an office signs in at once; enough to keep one address from filling the database. */
const PENDING_PER_ADDRESS = 200;

type Asked = Pick<RouteRequest<unknown, unknown, unknown, 'public'>, 'address' | 'cookies' | 'prefersHtml' | 'log'>;

/** Signing in at an OpenID provider, by authorization code with PKCE. Accounts are linked by administrators, never made here. */
export function oidcRoutes(deps: RoutesDeps): Route[] {
  const { identityProvider } = deps;
  return [
    route({
      method: 'get',
      path: '/api/sign-in-methods',
      tag,
      summary: { zh: '可用的登录方式', en: 'The ways to sign in' },
      access: 'public',
      success: { status: 200, schema: signInMethodsSchema },
      handler: async () => {
        const oidc = identityProvider ? { name: identityProvider.name, start: START } : null;
        return { body: { password: true, oidc } };
      },
    }),
    route({
      method: 'get',
      path: START,
      tag,
      summary: { zh: '通过统一身份认证登录', en: 'Sign in at the identity provider' },
      access: 'public',
      query: oidcStartQuery,
      success: { status: 303 },
      problems: [409, 429, 502],
      handler: ({ query, ...asked }) => explained(asked, () => depart(deps, query.returnTo ?? '/', asked)),
    }),
    route({
      method: 'get',
      path: `${START}/callback`,
      tag,
      summary: { zh: '身份认证服务由此返回', en: 'Where the identity provider sends the browser back' },
      access: 'public',
      query: oidcReturnQuery,
      success: { status: 303 },
      alternatives: [{ status: 200, mediaTypes: ['text/html'] }],
      problems: [400, 403, 409, 429, 502],
      handler: ({ query, ...asked }) => explained(asked, () => arrive(deps, query, asked)),
    }),
  ];
}

async function depart(deps: RoutesDeps, returnTo: string, { address }: Asked): Promise<Reply<undefined> | Problem> {
  const { identityProvider, signInFlows, settings } = deps;
  if (!identityProvider) return refuse('oidc.not-configured', null);
  const path = localPath(returnTo);
  if (path === null) return refuse('oidc.return-elsewhere', null);
  const now = new Date();
  if ((await signInFlows.pendingFrom(address, now)) >= PENDING_PER_ADDRESS)
    return refuseUntil('request.too-many', FLOW_SECONDS);
  const departure = await identityProvider.depart();
  if (isRefusal(departure)) return departure;
  const { url, ...secrets } = departure;
  const { token, tokenHash } = createSessionToken();
  const expiresAt = new Date(now.getTime() + FLOW_SECONDS * 1000);
  await signInFlows.begin({ ...secrets, tokenHash, address, returnTo: path, expiresAt }, now);
  return redirect(url, flowCookie(token, settings));
}

async function arrive(deps: RoutesDeps, arrival: Arrival, asked: Asked): Promise<Reply<undefined> | Problem> {
  const { identityProvider, signInFlows, accounts, signInAttempts: attempts, settings } = deps;
  if (!identityProvider) return refuse('oidc.not-configured', null);
  const tokenHash = readFlowToken(asked.cookies, settings);
  const { state } = arrival;
  // Taken before anything is asked of the provider: what comes twice is refused, however the first time ended.
  const flow = tokenHash && state ? await signInFlows.take({ tokenHash, state }, new Date()) : null;
  if (!flow) return refuse('oidc.stale', null);
  const person = await identityProvider.arrive(arrival, flow);
  if (isRefusal(person)) return person;
  const { issuer } = identityProvider;
  const account = await checkLink({ accounts, attempts }, { issuer, subject: person.subject }, asked.address);
  if (isRefusal(account)) return account;
  const cookie = await openSession(deps, { accountId: account.accountId, oidc: true });
  return asked.prefersHtml ? goOnPage(flow.returnTo, cookie) : redirect(flow.returnTo, cookie);
}

function redirect(location: string, cookie: string): Reply<undefined> {
  return { headers: { Location: location, 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }, body: undefined };
}

/** Says that nobody was signed in when something does not answer, and writes into the log what those who run the service want to know. */
async function explained(
  { log }: Asked,
  work: () => Promise<Reply<undefined> | Problem>,
): Promise<Reply<undefined> | Problem> {
  const answer = await work().catch((error: unknown) => {
    if (!(error instanceof Unavailable)) throw error;
    log.warn({ err: error }, 'unavailable');
    return refuseUntil('oidc.unavailable', error.retryAfterSeconds);
  });
  if (isRefusal(answer) && answer.code === 'oidc.failed')
    log.warn({ reason: answer.params.reason }, 'the identity provider answered wrongly');
  return answer;
}
