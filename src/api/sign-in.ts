import { randomUUID } from 'node:crypto';
import { refuse } from '../domain/refusal';
import type { Accounts, Credentials, OidcLink } from '../ports/accounts';
import type { AttemptCount, SignInAttempts } from '../ports/sessions';
import { isPassword } from './passwords';
import { refuseUntil, type Problem } from './problem';

const WINDOW_MS = 15 * 60_000;
const PER_USERNAME = 5;
const PER_ADDRESS = 30;

/** A username and a password, and where they come from. */
export interface Attempt {
  readonly username: string;
  readonly password: string;
  readonly address: string;
}

interface Guarded {
  readonly accounts: Accounts;
  readonly attempts: SignInAttempts;
}

/**
 * Checks a password, at most five times in 15 minutes for a username and 30 times from an address. The refusal does not say what was
 * wrong.
 */
export async function checkCredentials(
  { accounts, attempts }: Guarded,
  { username: typed, password, address }: Attempt,
): Promise<Credentials | Problem> {
  const username = typed.toLowerCase();
  const throttled = await countAttempt(attempts, { username, address });
  if (throttled) return throttled;
  const credentials = await accounts.credentialsOf({ username });
  const usable = credentials?.disabled ? null : credentials;
  if (!(await isPassword(password, usable?.passwordHash ?? null)) || !usable) {
    return refuse('session.wrong-credentials', null);
  }
  await attempts.clear(username);
  return usable;
}

/**
 * The account of somebody whom the identity provider knows, as often as passwords are checked. Whoever they are is known by now, so the
 * refusal says what is wrong.
 */
export async function checkLink(
  { accounts, attempts }: Guarded,
  link: OidcLink,
  address: string,
): Promise<{ accountId: string } | Problem> {
  // No username holds a line break, so nobody can use up these attempts by typing.
  const username = `${link.issuer}\n${link.subject}`;
  const throttled = await countAttempt(attempts, { username, address });
  if (throttled) return throttled;
  const account = await accounts.linkedTo(link);
  if (!account) return refuse('oidc.subject-unknown', null, { subject: link.subject });
  if (account.disabled) return refuse('oidc.account-disabled', null);
  await attempts.clear(username);
  return account;
}

/** Counts an attempt before it is checked, so that parallel guesses do not slip through; refused when there were too many. */
async function countAttempt(
  attempts: SignInAttempts,
  who: { username: string; address: string },
): Promise<Problem | null> {
  const now = Date.now();
  const since = new Date(now - WINDOW_MS);
  const attempt = { ...who, id: randomUUID(), at: new Date(now) };
  await attempts.record(attempt, since);
  const counted = await attempts.countSince(who, since);
  const waitMs = Math.max(wait(counted.username, PER_USERNAME, now), wait(counted.address, PER_ADDRESS, now));
  if (waitMs === 0) return null;
  await attempts.withdraw(attempt.id);
  return refuseUntil('session.throttled', Math.ceil(waitMs / 1000));
}

/** How long until the oldest attempt no longer counts; 0 when there is room. */
function wait({ count, oldest }: AttemptCount, limit: number, now: number): number {
  if (count <= limit || oldest === null) return 0;
  return Math.max(1, oldest.getTime() + WINDOW_MS - now);
}
