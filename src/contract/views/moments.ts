/** Fields that hold a moment are named `at`, `…At` or `earliest`: inside they are milliseconds, outside ISO 8601 in UTC. */
const MOMENT_FIELD = /^(at|earliest|.*At)$/;

/** The same value with every moment written as people and clients read it. */
export function withIsoMoments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIsoMoments);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      isMoment(key, one) ? new Date(one).toISOString() : withIsoMoments(one),
    ]),
  );
}

function isMoment(key: string, value: unknown): value is number {
  return typeof value === 'number' && MOMENT_FIELD.test(key);
}
