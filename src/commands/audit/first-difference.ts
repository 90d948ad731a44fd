/** Where two values differ first, in the order of their keys. */
export interface Difference {
  readonly place: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Compares JSON values; null when they are the same. */
export function firstDifference(expected: unknown, found: unknown, place = ''): Difference | null {
  if (!isObject(expected) || !isObject(found)) return expected === found ? null : { place, expected, found };
  if (Array.isArray(expected) !== Array.isArray(found)) return { place, expected, found };
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort(inOrder);
  for (const key of keys) {
    const difference = firstDifference(expected[key], found[key], place ? `${place}/${key}` : key);
    if (difference) return difference;
  }
  return null;
}

/** Places of a list by their number, everything else by its name. */
function inOrder(one: string, other: string): number {
  return Number(one) - Number(other) || (one < other ? -1 : 1);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
