import type { ApiAnswer } from './api';

/** How long anything may take to answer, whatever has failed behind it, in milliseconds. */
export const ANSWERS_WITHIN_MS = 5_000;

/** The answer and how long it took. */
export async function timed(ask: () => Promise<ApiAnswer>): Promise<ApiAnswer & { readonly tookMs: number }> {
  const asked = performance.now();
  const answer = await ask();
  return { ...answer, tookMs: performance.now() - asked };
}

/** Expects, within five seconds, the answer that says "ask again with the same key" and when. */
export async function expectLater(ask: () => Promise<ApiAnswer>): Promise<void> {
  const { status, headers, body, tookMs } = await timed(ask);
  expect({ status, code: body?.code }).toEqual({ status: 503, code: 'request.unavailable' });
  expect(headers.get('content-type')).toMatch('application/problem+json');
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(tookMs).toBeLessThan(ANSWERS_WITHIN_MS);
}
