import type { Actor } from '../domain/permissions';

/** Whose a token is: that never changes, but it says neither that the sign-in still holds nor what its holder may do. */
export type Identity = Pick<Actor, 'accountId' | 'personId'>;

/** How many are remembered; who was not seen longest goes first. */
const AT_MOST = 5_000;

/** Whose the tokens are that were lately found to be signed in, by their hashes. */
export class LatelySignedIn {
  readonly #identities = new Map<string, Identity>();

  note(tokenHash: string, { accountId, personId }: Identity): void {
    this.#identities.delete(tokenHash);
    this.#identities.set(tokenHash, { accountId, personId });
    if (this.#identities.size > AT_MOST) this.#identities.delete(this.#identities.keys().next().value as string);
  }

  of(tokenHash: string | null): Identity | undefined {
    return tokenHash === null ? undefined : this.#identities.get(tokenHash);
  }
}
