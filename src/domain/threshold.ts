/**
 * A fraction of a base that a count must reach (reading 1): integers, never floats. 以上 includes the number itself; 超过 and
 * 过半数 do not, which is `strict`.
 */
export interface Threshold {
  readonly numerator: number;
  readonly denominator: number;
  readonly strict: boolean;
}

/** 半数以上: 2·count ≥ base. */
export const HALF_OR_MORE: Threshold = { numerator: 1, denominator: 2, strict: false };

/** 过半数, 超过半数: 2·count > base. */
export const MORE_THAN_HALF: Threshold = { numerator: 1, denominator: 2, strict: true };

/** 三分之二以上: 3·count ≥ 2·base. */
export const TWO_THIRDS_OR_MORE: Threshold = { numerator: 2, denominator: 3, strict: false };

/** Whether the count reaches the threshold. A base of zero never passes. */
export function reaches(threshold: Threshold, count: number, base: number): boolean {
  if (base === 0) return false;
  const left = threshold.denominator * count;
  const right = threshold.numerator * base;
  return threshold.strict ? left > right : left >= right;
}

/** The smallest count that reaches the threshold, or null when the base is zero and none does. */
export function needed(threshold: Threshold, base: number): number | null {
  if (base === 0) return null;
  const product = threshold.numerator * base;
  const remainder = product % threshold.denominator;
  const whole = (product - remainder) / threshold.denominator;
  return threshold.strict || remainder > 0 ? whole + 1 : whole;
}

/** Whether whatever reaches `a` also reaches `b`. */
export function isAtLeastAsStrict(a: Threshold, b: Threshold): boolean {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left > right || (left === right && (a.strict || !b.strict));
}

/** Whether the value is a threshold that can be reached and missed: above zero and no more than the whole. */
export function isThreshold(value: unknown): value is Threshold {
  if (typeof value !== 'object' || value === null) return false;
  const { numerator, denominator, strict } = value as Partial<Record<keyof Threshold, unknown>>;
  if (typeof strict !== 'boolean' || !isPart(numerator) || !isPart(denominator)) return false;
  return numerator < denominator || (numerator === denominator && !strict);
}

/** Up to 1000, which keeps every product an exact integer. */
function isPart(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000;
}

/** A verdict with all that led to it, so that people see the arithmetic (reading 2). */
export interface Arithmetic {
  readonly count: number;
  readonly base: number;
  readonly threshold: Threshold;
  readonly needed: number | null;
  readonly reached: boolean;
}

/** Counts against a threshold and keeps every number. Words: src/contract/words/arithmetic.ts. */
export function arithmetic(sum: { threshold: Threshold; count: number; base: number }): Arithmetic {
  const { threshold, count, base } = sum;
  return { count, base, threshold, needed: needed(threshold, base), reached: reaches(threshold, count, base) };
}
