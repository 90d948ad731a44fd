import type { ChainedEvent } from '../../ports/ledger';
import { GENESIS, isSound } from '../chain';
import type { Fault } from './fault';

/** Follows the log of a procedure from its first event to the head that the procedure's row names. Null when it is whole. */
export function checkChain(
  { id, version, headHash }: { readonly id: string; readonly version: number; readonly headHash: string },
  log: readonly ChainedEvent[],
): Fault | null {
  const fault = checkLinks(id, log, { seq: 0, hash: GENESIS });
  if (fault) return fault;
  const last = log.at(-1);
  if (!last) return { code: 'event-missing', place: 'event 1' };
  if (last.seq < version) return { code: 'event-missing', place: `event ${last.seq + 1}` };
  if (last.seq > version)
    return { code: 'head-differs', place: 'procedure/version', expected: last.seq, found: version };
  if (last.hash !== headHash)
    return { code: 'head-differs', place: 'procedure/headHash', expected: last.hash, found: headHash };
  return null;
}

/** Follows events that come after a known one. */
export function checkLinks(
  procedureId: string,
  events: readonly ChainedEvent[],
  after: { readonly seq: number; readonly hash: string },
): Fault | null {
  let before = after;
  for (const event of events) {
    const seq = before.seq + 1;
    const place = `event ${seq}`;
    if (event.seq !== seq) return { code: 'event-missing', place, found: `event ${event.seq}` };
    if (event.previousHash !== before.hash)
      return { code: 'link-broken', place, expected: before.hash, found: event.previousHash };
    if (!isSound(procedureId, event)) return { code: 'event-changed', place, found: event.type };
    before = event;
  }
  return null;
}
