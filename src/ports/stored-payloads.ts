import type { Refusal } from '../domain/refusal';

/** One value as Temporal stores it: what it is, by name, and its bytes, both in base64. */
export interface StoredPayload {
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly data?: string | undefined;
}

/** What Temporal stores, made readable. */
export interface StoredPayloads {
  /**
   * The values in their order, those that are encrypted decrypted; refused with `stored-payload.unknown-key` or `stored-payload.damaged` when one of
   * them cannot be.
   */
  decode(payloads: readonly StoredPayload[]): Promise<readonly StoredPayload[] | Refusal>;
}
