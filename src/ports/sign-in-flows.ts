/** A sign-in at the identity provider that has begun. */
export interface SignInFlow {
  /** SHA-256 of the token in the browser's cookie, in hexadecimal. */
  readonly tokenHash: string;
  /** Where the browser is. */
  readonly address: string;
  /** What the provider sends back unchanged. */
  readonly state: string;
  /** What the provider writes into its statement. */
  readonly nonce: string;
  /** What proves that whoever redeems the code is whoever asked for it [RFC 7636]. */
  readonly codeVerifier: string;
  /** The path on this site where the browser goes on. */
  readonly returnTo: string;
  readonly expiresAt: Date;
}

/** Sign-ins that have begun elsewhere. Their times are the machine's, not those of the training clock. */
export interface SignInFlows {
  /** Stores one and forgets the expired ones. */
  begin(flow: SignInFlow, now: Date): Promise<void>;
  /** How many have begun from the address and are neither taken nor expired. */
  pendingFrom(address: string, now: Date): Promise<number>;
  /** Takes one away, so that it is given to one caller only; null when there is none with this token and state, or it has expired. */
  take(by: { tokenHash: string; state: string }, now: Date): Promise<SignInFlow | null>;
}
