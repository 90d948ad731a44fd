import * as oidc from 'openid-client';
import { refuse, type Refusal } from '../../domain/refusal';
import type { Arrival, IdentityProvider } from '../../ports/identity-provider';
import { within } from '../../ports/unavailable';
import { refusalOf } from './failures';
import { reach } from './reach';

/** How this service is known to an OpenID provider. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Without it, this is a public client. */
  readonly clientSecret?: string | undefined;
  /** With spaces between, `openid` among them. */
  readonly scopes: string;
  /** What people know the provider by. */
  readonly name: string;
  /** Where the provider sends the browser back, as it is registered there. */
  readonly redirectUri: string;
}

/** How long the provider may take, in milliseconds: an answer to a browser is due in less than five seconds. */
const PATIENCE_MS = 3_500;
/** How long what the provider says about itself is believed. Its keys are asked for again when they do not fit. */
const DESCRIPTION_KEPT_MS = 3_600_000;

/** What an id may look like: at most 255 ASCII characters [OpenID Connect Core, 2]. */
const SUBJECT = /^[\x20-\x7e]{1,255}$/;

/** An OpenID provider, by its own description of itself, which is read when it is first needed. */
export function openIdProvider(settings: OidcSettings): IdentityProvider {
  const issuer = new URL(settings.issuer).href;
  const described = keep(DESCRIPTION_KEPT_MS, () => describe(settings));
  const ask = async <T>(work: (server: oidc.Configuration) => Promise<T>): Promise<T | Refusal> => {
    try {
      return await within(PATIENCE_MS, 'identity-provider', described().then(work));
    } catch (error) {
      return refusalOf(error);
    }
  };
  return {
    issuer,
    name: settings.name,
    depart: () =>
      ask(async (server) => {
        const [state, nonce, codeVerifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()];
        const url = oidc.buildAuthorizationUrl(server, {
          redirect_uri: settings.redirectUri,
          scope: settings.scopes,
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        });
        return { url: url.href, state, nonce, codeVerifier };
      }),
    arrive: (arrival, flow) =>
      ask(async (server) => {
        const tokens = await oidc.authorizationCodeGrant(server, addressOf(settings.redirectUri, arrival), {
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          pkceCodeVerifier: flow.codeVerifier,
          idTokenExpected: true,
        });
        const { iss, sub } = tokens.claims()!;
        // An address that serves many organisations signs in the name of each of them, where the same id may be somebody else.
        const isOne = URL.canParse(iss) && new URL(iss).href === issuer;
        return isOne && SUBJECT.test(sub) ? { subject: sub } : refuse('oidc.failed', null, { reason: 'subject' });
      }),
    signOutUrl: () =>
      ask(async (server) =>
        server.serverMetadata().end_session_endpoint === undefined ? null : oidc.buildEndSessionUrl(server).href,
      ),
  };
}

async function describe({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  return oidc.discovery(server, clientId, {}, clientAuthentication(clientSecret), {
    [oidc.customFetch]: reach,
    timeout: PATIENCE_MS / 1000,
    // The configuration lets plain http pass on this machine only.
    execute: [oidc.enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
  });
}

/** By header where the provider says so or says nothing, as the specification has it; else in the body. */
function clientAuthentication(secret: string | undefined): oidc.ClientAuth {
  if (secret === undefined) return oidc.None();
  const [byHeader, inBody] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? byHeader : inBody)(server, ...rest);
  };
}

/** The address that the browser came back to, as the provider knows it. */
function addressOf(redirectUri: string, arrival: Arrival): URL {
  const address = new URL(redirectUri);
  for (const name of ['code', 'state', 'iss', 'error'] as const) {
    const value = arrival[name];
    if (value !== undefined) address.searchParams.set(name, value);
  }
  return address;
}

/** Makes something once and again when it is old; what failed is not kept. */
function keep<T>(milliseconds: number, make: () => Promise<T>): () => Promise<T> {
  let kept: { readonly made: Promise<T>; readonly until: number } | undefined;
  return () => {
    if (kept && Date.now() < kept.until) return kept.made;
    const made = make();
    kept = { made, until: Date.now() + milliseconds };
    made.catch(() => (kept = undefined));
    return made;
  };
}
