/**
 * Waits for all of the work, also after a failure, and only then throws the first one: what the other parts started is
 * known by then and can be ended.
 */
export async function settleAll<T extends readonly unknown[]>(work: {
  readonly [K in keyof T]: Promise<T[K]>;
}): Promise<T> {
  const results = await Promise.allSettled(work);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
  return Promise.all(work) as unknown as Promise<T>;
}
