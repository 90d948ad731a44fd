import type { Instant } from '../domain/calendar/civil-date';
import type { ChainedEvent } from './ledger';

/** The end of a procedure's log at a moment, signed with a key that is not in the database. */
export interface SignedHead {
  readonly procedureId: string;
  readonly seq: number;
  readonly hash: string;
  /** When it was signed, by the machine's clock. */
  readonly at: Instant;
  readonly keyId: string;
  /** Ed25519, in base64, over the RFC 8785 text of `{at, hash, procedureId, seq}`, where `at` is written as in `2026-01-05T01:00:00.000Z`. */
  readonly signature: string;
}

/** A procedure that has moved on since its log was last signed. */
export interface UnsignedHead {
  readonly id: string;
  readonly version: number;
  readonly headHash: string;
  /** The place up to which the log was signed before. */
  readonly signed: { readonly seq: number; readonly hash: string } | null;
}

/** The signed ends of logs: once written, never changed. */
export interface Heads {
  /** Procedures that have ended, and those not signed since `before`, as far as they have moved on; so many at a time. */
  unsigned(before: Instant, limit: number): Promise<readonly UnsignedHead[]>;
  /** Events after one place up to another. */
  events(procedureId: string, after: number, upTo: number): Promise<readonly ChainedEvent[]>;
  /** One that is there already stays as it is. */
  put(head: SignedHead): Promise<void>;
  of(procedureId: string): Promise<readonly SignedHead[]>;
  /** Those signed at that moment or later, the oldest first. */
  since(moment: Instant, limit: number): Promise<readonly SignedHead[]>;
}
