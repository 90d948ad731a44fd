import { parseCookie, stringifySetCookie } from 'cookie';
import { hashToken, type CookieSettings } from './authentication';

/** How long a sign-in at the identity provider may take, in seconds. */
export const FLOW_SECONDS = 600;

/**
 * The Set-Cookie header that binds a sign-in which has begun to the browser. Other than the cookie of a sign-in, it comes along when
 * the provider's page sends the browser back.
 */
export function flowCookie(token: string, settings: CookieSettings): string {
  return stringifySetCookie({
    name: cookieName(settings),
    value: token,
    httpOnly: true,
    secure: settings.secureCookies,
    sameSite: 'lax',
    path: '/',
    maxAge: FLOW_SECONDS,
  });
}

/** The hash of the token in a Cookie header, or null. */
export function readFlowToken(header: string | undefined, settings: CookieSettings): string | null {
  const token = header === undefined ? undefined : parseCookie(header)[cookieName(settings)];
  return token ? hashToken(token) : null;
}

function cookieName({ secureCookies }: CookieSettings): string {
  return secureCookies ? '__Host-guicheng-flow' : 'guicheng-flow';
}
