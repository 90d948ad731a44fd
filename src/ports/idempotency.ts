/** The answer that was given first. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly location: string | null;
}

/** An Idempotency-Key as an account sends it with a request. */
export interface KeyClaim {
  readonly accountId: string;
  readonly key: string;
  /** Fingerprint of method, address and body: the same key with another one is a mistake. */
  readonly request: string;
}

/** `claimed`: go on, nobody else does. The others say what to answer instead. */
export type ClaimOutcome =
  | { readonly outcome: 'claimed' }
  | { readonly outcome: 'answered'; readonly answer: StoredAnswer }
  | { readonly outcome: 'in-progress' }
  | { readonly outcome: 'another-request' };

/** First answers by Idempotency-Key. Times are the machine's. */
export interface IdempotencyKeys {
  /**
   * Claims the key for this request. A claim without an answer that is older than `abandonedBefore` is taken over: effects
   * are idempotent because ids derive from the key. The account's keys older than `forgetBefore` are forgotten.
   */
  claim(claim: KeyClaim, now: Date, limits: { abandonedBefore: Date; forgetBefore: Date }): Promise<ClaimOutcome>;
  /** Keeps the answer. */
  answer(claim: KeyClaim, answer: StoredAnswer): Promise<void>;
  /** Gives an unanswered claim up, so that the request may be repeated at once. */
  release(claim: KeyClaim): Promise<void>;
}
