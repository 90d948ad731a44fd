import type { Actor } from '../domain/permissions';

/** Whose a token is: that never changes, but it says neither that the sign-in still holds nor what its holder may do. */
export type Identity = Pick<Actor, 'accountId' | 'personId'>;

/** How many are remembered, who was not seen longest goes first; and for how long, in milliseconds. */
const AT_MOST = 5_000;
const REMEMBERED_MS = 10 * 60_000;

/** Whose the tokens are that were lately found to be signed in, by their hashes. */
export class LatelySignedIn {
  readonly #identities = new Map<string, Identity & { readonly at: number }>();

  note(tokenHash: string, { accountId, personId }: Identity): void {
    this.#identities.delete(tokenHash);
    this.#identities.set(tokenHash, { accountId, personId, at: performance.now() });
    if (this.#identities.size > AT_MOST) this.#identities.delete(this.#identities.keys().next().value as string);
  }

  of(tokenHash: string | null): Identity | undefined {
    const found = tokenHash === null ? undefined : this.#identities.get(tokenHash);
    return found && performance.now() - found.at < REMEMBERED_MS ? found : undefined;
  }
}
