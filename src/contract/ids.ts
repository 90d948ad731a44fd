import { v5 as uuidV5 } from 'uuid';

/** Fixed for ever: a new value would make a repeated request create a second record. */
const NAMESPACE = '5a1f6a52-3f0e-4c53-9d5e-7b7b1d1a8c40';

/**
 * The id of what an account creates with an Idempotency-Key. The same account, key and label give the same id, so that a
 * repeat after a crash finds its own record instead of making another. `label` tells apart what one request creates.
 */
export function deriveId(accountId: string, idempotencyKey: string, label: string): string {
  return uuidV5([accountId, label, idempotencyKey].join('\n'), NAMESPACE);
}
