import type { Actor } from '../domain/permissions';

/** What is stored of a signed-in browser: never the token itself. */
export interface NewSession {
  /** SHA-256 of the token, in hexadecimal. */
  readonly tokenHash: string;
  readonly accountId: string;
  readonly expiresAt: Date;
  /** Whether it began at the OpenID provider. */
  readonly oidc: boolean;
}

/** Signed-in browsers. Their times are the machine's, not those of the training clock. */
export interface Sessions {
  /** Stores a session and forgets the expired ones of the same account. */
  create(session: NewSession, now: Date): Promise<void>;
  /** Who is signed in by the token; null when unknown, expired, or when the account is disabled. */
  actorOf(tokenHash: string, now: Date): Promise<Actor | null>;
  /** Ends one session and says whether it began at the OpenID provider; nothing happens when it has ended already. */
  revoke(tokenHash: string): Promise<{ oidc: boolean }>;
  /** Ends every session of an account, except the given one. */
  revokeAll(accountId: string, exceptTokenHash?: string): Promise<void>;
}

/** A failed attempt to sign in, or one that is still being checked. */
export interface SignInAttempt {
  readonly id: string;
  readonly username: string;
  readonly address: string;
  readonly at: Date;
}

/** How many attempts there were, and when the oldest of them was. */
export interface AttemptCount {
  readonly count: number;
  readonly oldest: Date | null;
}

/** Attempts to sign in, counted to slow guessing down. */
export interface SignInAttempts {
  /** Stores an attempt, before it is known to fail, so that parallel guesses see one another; forgets those before `forget`. */
  record(attempt: SignInAttempt, forget: Date): Promise<void>;
  /** The attempts since then, by username and by address, including the one just recorded. */
  countSince(
    by: { username: string; address: string },
    since: Date,
  ): Promise<{ username: AttemptCount; address: AttemptCount }>;
  /** Takes one attempt back: it was not checked at all. */
  withdraw(id: string): Promise<void>;
  /** Forgets the attempts for a username, which has signed in. */
  clear(username: string): Promise<void>;
}
