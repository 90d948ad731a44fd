/**
 * Something that this service depends on does not answer. What was asked may or may not have happened, so whoever asked
 * repeats it with the same Idempotency-Key. Thrown, not returned: no rule says no here.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  /** @param retryAfterSeconds when it makes sense to ask again. */
  constructor(
    readonly what: 'database' | 'temporal' | 'worker',
    readonly retryAfterSeconds: number = 2,
    options?: ErrorOptions,
  ) {
    super(`${what} is unavailable`, options);
  }
}
