import { createSecretKey, type KeyObject } from 'node:crypto';

/** A key for what Temporal stores, with the name that is written beside everything it encrypted. */
export interface PayloadKey {
  readonly id: string;
  /** Printed or turned into JSON, it does not show its bytes. */
  readonly secret: KeyObject;
}

const ID = /^[\w.-]{1,64}$/;
// 32 bytes are 43 characters and one to fill up; Buffer would also take text that is no base64.
const SECRET = /^[A-Za-z0-9+/]{43}=$/;

/**
 * Reads `id:secret,id2:secret2,…`, each secret 32 bytes in base64. Null when something is not of this form, an id comes twice,
 * or a secret was not written by base64's own rules.
 */
export function readPayloadKeys(text: string): readonly PayloadKey[] | null {
  const keys = text.split(',').map((entry) => readKey(entry.trim()));
  const ids = new Set(keys.map((key) => key?.id));
  return keys.every((key) => key !== null) && ids.size === keys.length ? keys : null;
}

function readKey(entry: string): PayloadKey | null {
  const [id = '', secret = '', ...rest] = entry.split(':');
  const bytes = Buffer.from(secret, 'base64');
  if (rest.length > 0 || !ID.test(id) || !SECRET.test(secret) || bytes.toString('base64') !== secret) return null;
  return { id, secret: createSecretKey(bytes) };
}
