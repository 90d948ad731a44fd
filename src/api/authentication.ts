import { createHash, randomBytes } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Actor } from '../domain/permissions';
import type { Sessions } from '../ports/sessions';

/** Settings of the cookie that carries a sign-in. */
export interface CookieSettings {
  /** Only over https; browsers then also refuse the cookie from a neighbouring host. */
  readonly secureCookies: boolean;
  readonly sessionHours: number;
}

/** A new sign-in: the token goes to the browser, its hash to the database. */
export interface SessionToken {
  readonly token: string;
  readonly tokenHash: string;
}

/** 256 random bits. */
export function createSessionToken(): SessionToken {
  const token = randomBytes(32).toString('base64url');
  return { token, tokenHash: hashToken(token) };
}

/** When a session that starts now ends. */
export function sessionExpiry(now: Date, { sessionHours }: CookieSettings): Date {
  return new Date(now.getTime() + sessionHours * 3_600_000);
}

/** The Set-Cookie header that signs a browser in; with a null token, the one that signs it out. */
export function sessionCookie(token: string | null, settings: CookieSettings): string {
  return stringifySetCookie({
    name: cookieName(settings),
    value: token ?? '',
    httpOnly: true,
    secure: settings.secureCookies,
    sameSite: 'strict',
    path: '/',
    maxAge: token === null ? 0 : settings.sessionHours * 3600,
  });
}

/** The hash of the token in a Cookie header, or null. */
export function readSessionToken(header: string | undefined, settings: CookieSettings): string | null {
  const token = header === undefined ? undefined : parseCookie(header)[cookieName(settings)];
  return token ? hashToken(token) : null;
}

/** Who is signed in by the token; null for nobody. */
export async function authenticate(sessions: Sessions, tokenHash: string | null): Promise<Actor | null> {
  return tokenHash === null ? null : sessions.actorOf(tokenHash, new Date());
}

/** What is stored of a token: enough to recognise it, not to use it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function cookieName({ secureCookies }: CookieSettings): string {
  return secureCookies ? '__Host-guicheng' : 'guicheng';
}
