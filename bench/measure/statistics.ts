/** The value below which the given part of the numbers lies; 0.5 is the median. Throws for no numbers. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const found = sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? sorted[0];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** Times in milliseconds as they are reported. */
export interface Times {
  readonly count: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

export function timesOf(milliseconds: readonly number[]): Times {
  return {
    count: milliseconds.length,
    medianMs: rounded(median(milliseconds)),
    p99Ms: rounded(quantile(milliseconds, 0.99)),
  };
}

/** Three digits that mean something; whole numbers from 1000 on. */
export function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** Does work and tells how long it took, in milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const begun = performance.now();
  const result = await work();
  return { result, ms: performance.now() - begun };
}

/** Does the same for every item, so many at once; answers in the items' order. */
export async function atOnce<Item, Result>(
  width: number,
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!, index);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane));
  return results;
}
