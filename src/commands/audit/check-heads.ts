import type { SignedHead } from '../../ports/heads';
import type { ChainedEvent } from '../../ports/ledger';
import type { Fault } from './fault';
import { isGenuine, type LogKeys } from './log-keys';

/** Whether a sound log still holds every end that was signed: one that was cut off or written anew as a whole does not. */
export function checkHeads(
  log: readonly Pick<ChainedEvent, 'seq' | 'hash'>[],
  heads: readonly SignedHead[],
  keys: LogKeys,
): Fault | null {
  for (const head of heads) {
    const place = `signed_head/${head.seq}`;
    const key = keys.trusted.get(head.keyId);
    if (!key) return { code: 'head-of-unknown-key', place, found: head.keyId };
    if (!isGenuine(head, key)) return { code: 'head-not-genuine', place };
    const found = log[head.seq - 1]?.hash;
    if (found !== head.hash) return { code: 'head-not-in-log', place: `event ${head.seq}`, expected: head.hash, found };
  }
  return null;
}
