import type { Sessions } from '../ports/sessions';
import { createSessionToken, sessionCookie, sessionExpiry, type CookieSettings } from './authentication';

/** Signs an account in: a session with a token of its own, whatever the browser had before. @returns the Set-Cookie header. */
export async function openSession(
  { sessions, settings }: { sessions: Sessions; settings: CookieSettings },
  account: { accountId: string; oidc: boolean },
): Promise<string> {
  const { token, tokenHash } = createSessionToken();
  const now = new Date();
  await sessions.create({ ...account, tokenHash, expiresAt: sessionExpiry(now, settings) }, now);
  return sessionCookie(token, settings);
}
