import { createHash } from 'node:crypto';
import type { IdempotencyKeys, StoredAnswer } from '../ports/idempotency';
import { refuse } from '../domain/refusal';
import { slowDigest } from './passwords';
import { PROBLEM_TYPE, refuseUntil, type Answer, type Problem } from './problem';

const ABANDONED_AFTER_MS = 30_000;
const KEPT_MS = 30 * 86_400_000;
const RETRY_AFTER_SECONDS = 2;
const KEY = /^[\x21-\x7e]{1,200}$/;

/** The key of a request, or the refusal when it is missing or not 1 to 200 visible characters. */
export function readIdempotencyKey(header: string | undefined): string | Problem {
  return header !== undefined && KEY.test(header) ? header : refuse('idempotency-key.invalid', null);
}

/** What identifies a request besides its key. */
export interface RequestContent {
  readonly method: string;
  readonly address: string;
  /** As parsed, so that the order of keys and white space do not matter. */
  readonly body: unknown;
  readonly secret: boolean;
}

/** A digest of the content that tells requests apart. With a secret in it, it is as slow to guess from as a password. */
export async function fingerprint(
  { method, address, body, secret }: RequestContent,
  claimant: { accountId: string; key: string },
): Promise<string> {
  const content = body instanceof Uint8Array ? body : JSON.stringify(body ?? null);
  const digest = createHash('sha256').update(`${method} ${address}\n`).update(content).digest();
  return secret ? slowDigest(digest, `${claimant.accountId}\n${claimant.key}`) : digest.toString('hex');
}

/**
 * Runs the request once per account and key, and gives its first answer again to every repeat. Answers that say nothing
 * about the request itself (401, 429, 5xx), or nothing final (202), are not kept, so that a repeat tries again.
 */
export async function once(
  keys: IdempotencyKeys,
  claim: { accountId: string; key: string; request: string },
  run: () => Promise<Answer>,
): Promise<Answer | Problem> {
  const now = new Date();
  const limits = {
    abandonedBefore: new Date(now.getTime() - ABANDONED_AFTER_MS),
    forgetBefore: new Date(now.getTime() - KEPT_MS),
  };
  const found = await keys.claim(claim, now, limits);
  if (found.outcome === 'another-request') return refuse('idempotency-key.reused', null);
  if (found.outcome === 'in-progress') return refuseUntil('idempotency-key.in-progress', RETRY_AFTER_SECONDS);
  if (found.outcome === 'answered') return replay(found.answer);
  return runClaimed(keys, claim, run);
}

async function runClaimed(
  keys: IdempotencyKeys,
  claim: { accountId: string; key: string; request: string },
  run: () => Promise<Answer>,
): Promise<Answer> {
  let answer: Answer;
  try {
    answer = await run();
  } catch (error) {
    // Not waited for: what did not answer the request may not answer this either, and the claim is taken over after a while anyway.
    void keys.release(claim).catch(() => undefined);
    throw error;
  }
  if (isKept(answer.status)) {
    const { status, body, headers } = answer;
    await keys.answer(claim, { status, body, location: headers.Location ?? null });
  } else {
    await keys.release(claim);
  }
  return answer;
}

function isKept(status: number): boolean {
  return status < 500 && status !== 202 && status !== 401 && status !== 429;
}

function replay({ status, body, location }: StoredAnswer): Answer {
  const headers: Record<string, string> = { 'Idempotency-Replayed': 'true' };
  if (status >= 400) headers['Content-Type'] = PROBLEM_TYPE;
  if (location !== null) headers.Location = location;
  return { status, headers, body: body ?? undefined };
}
