import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { DomainEvent, TextRef } from '../domain/procedure/model';
import type { Instant } from '../domain/calendar/civil-date';
import type { ChainedEvent, KeptText } from '../ports/ledger';

/** What the first event of every procedure names as the one before it. */
export const GENESIS = '0'.repeat(64);

/**
 * Chains events to those before them: each hash is SHA-256 over the RFC 8785 text of the event with its place and the hash before
 * it, so that no event can be changed, left out or moved without a trace.
 */
export function chain(
  events: readonly DomainEvent[],
  head: { procedureId: string; version: number; headHash: string },
  made: { at: Instant; actorId: string | null },
): ChainedEvent[] {
  let previousHash = head.headHash;
  return events.map(({ type, data }, index) => {
    const link = { procedureId: head.procedureId, seq: head.version + index + 1, type, data, ...made, previousHash };
    const hash = createHash('sha256').update(canonical(link)).digest('hex');
    previousHash = hash;
    return { type, data, seq: link.seq, ...made, previousHash: link.previousHash, hash };
  });
}

/** Whether an event's hash is the one its content and place give. */
export function isSound(procedureId: string, event: ChainedEvent): boolean {
  const { type, data, at, actorId, previousHash, seq } = event;
  const [again] = chain([{ type, data }], { procedureId, version: seq - 1, headHash: previousHash }, { at, actorId });
  return again?.hash === event.hash;
}

/** Takes the texts of one step into keeping: the same text twice is two digests, so that equal digests tell nothing. */
export function createKeeper(): { keep(text: string): TextRef; kept: KeptText[] } {
  const kept: KeptText[] = [];
  return {
    kept,
    keep(content) {
      const salt = randomBytes(16).toString('hex');
      const digest = createHash('sha256').update(salt).update(content).digest('hex');
      kept.push({ digest, salt, content });
      return { evidence: digest };
    },
  };
}

/** SHA-256 over the RFC 8785 text of a value. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** The RFC 8785 text of a value. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('an event cannot be written as JSON');
  return text;
}
