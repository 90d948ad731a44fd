/**
 * Something that this service depends on does not answer. What was asked may or may not have happened, so whoever asked
 * repeats it with the same Idempotency-Key. Thrown, not returned: no rule says no here.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  /** @param retryAfterSeconds when it makes sense to ask again. */
  constructor(
    readonly what: 'database' | 'temporal' | 'worker' | 'identity-provider',
    readonly retryAfterSeconds: number = 2,
    options?: ErrorOptions,
  ) {
    super(`${what} is unavailable`, options);
  }
}

/** Gives work so many milliseconds to answer; then throws Unavailable, while the work goes on by itself. */
export async function within<T>(milliseconds: number, what: Unavailable['what'], work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(what)), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
