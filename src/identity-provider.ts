import { openIdProvider } from './adapters/oidc/provider';
import type { Config } from './config';
import type { IdentityProvider } from './ports/identity-provider';

/** The OpenID provider that the configuration names, where it names one. It is not asked for anything yet. */
export function identityProviderOf(config: Config): IdentityProvider | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, PUBLIC_URL } = config;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !PUBLIC_URL) return undefined;
  return openIdProvider({
    issuer: OIDC_ISSUER,
    clientId: OIDC_CLIENT_ID,
    clientSecret: config.OIDC_CLIENT_SECRET,
    scopes: config.OIDC_SCOPES,
    name: config.OIDC_NAME,
    redirectUri: new URL('/api/sessions/oidc/callback', PUBLIC_URL).href,
  });
}
