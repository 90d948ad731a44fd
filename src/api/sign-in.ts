import { randomUUID } from 'node:crypto';
import { refuse } from '../domain/refusal';
import type { Accounts, Credentials } from '../ports/accounts';
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

/**
 * Checks a password, at most five times in 15 minutes for a username and 30 times from an address. The attempt is counted
 * before it is checked, so that parallel guesses do not slip through. The refusal does not say what was wrong.
 */
export async function checkCredentials(
  { accounts, attempts }: { accounts: Accounts; attempts: SignInAttempts },
  { username: typed, password, address }: Attempt,
): Promise<Credentials | Problem> {
  const username = typed.toLowerCase();
  const now = Date.now();
  const since = new Date(now - WINDOW_MS);
  const attempt = { id: randomUUID(), username, address, at: new Date(now) };
  await attempts.record(attempt, since);
  const counted = await attempts.countSince({ username, address }, since);
  const waitMs = Math.max(wait(counted.username, PER_USERNAME, now), wait(counted.address, PER_ADDRESS, now));
  if (waitMs > 0) {
    await attempts.withdraw(attempt.id);
    return refuseUntil('session.throttled', Math.ceil(waitMs / 1000));
  }
  const credentials = await accounts.credentialsOf({ username });
  const usable = credentials?.disabled ? null : credentials;
  if (!(await isPassword(password, usable?.passwordHash ?? null)) || !usable) {
    return refuse('session.wrong-credentials', null);
  }
  await attempts.clear(username);
  return usable;
}

/** How long until the oldest attempt no longer counts; 0 when there is room. */
function wait({ count, oldest }: AttemptCount, limit: number, now: number): number {
  if (count <= limit || oldest === null) return 0;
  return Math.max(1, oldest.getTime() + WINDOW_MS - now);
}
