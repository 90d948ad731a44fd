import { AuthorizationResponseError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client';
import { refuse, type Refusal } from '../../domain/refusal';
import { Unavailable } from '../../ports/unavailable';

/**
 * What an attempt that failed means for the person who signs in. Errors hold the provider's answer and with it perhaps tokens: only a
 * code of theirs goes on from here.
 * @throws Unavailable when the provider does not answer or says that it cannot.
 */
export function refusalOf(error: unknown): Refusal {
  const outage = causes(error).find((cause) => cause instanceof Unavailable);
  if (outage) throw outage;
  if (error instanceof AuthorizationResponseError) {
    if (error.error === 'access_denied') return refuse('oidc.denied', null);
    if (error.error === 'temporarily_unavailable' || error.error === 'server_error')
      throw new Unavailable('identity-provider');
  }
  return refuse('oidc.failed', null, { reason: reasonOf(error) });
}

/** The code that the standard gives to what the provider refused, else the library's, else the name of the error. */
function reasonOf(error: unknown): string {
  // The token endpoint asks for other credentials only when ours are wrong [RFC 6749, 5.2].
  if (error instanceof WWWAuthenticateChallengeError) return 'invalid_client';
  const spoken = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError ? error.error : null;
  const { code, name } = error as { code?: unknown; name?: unknown };
  const reason = spoken ?? code ?? name;
  return typeof reason === 'string' && /^[\w.-]{1,60}$/.test(reason) ? reason : 'unknown';
}

function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [error];
}
