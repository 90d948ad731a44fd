import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { temporal } from '@temporalio/proto';
import { UnreadablePayload } from './unreadable-payload';
import type { PayloadKey } from './payload-key';

const { Payload: PayloadMessage } = temporal.api.common.v1;

/** Names in the metadata that Temporal's own examples use too. */
const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface CodecSettings {
  /** The first encrypts, all decrypt. */
  readonly keys: readonly PayloadKey[];
  /** Whether what is written is encrypted; what is encrypted already is read either way. */
  readonly encrypts: boolean;
}

/**
 * Encrypts what Temporal stores: the whole payload, its own metadata included, with AES-256-GCM. The data are nonce, tag and ciphertext; the
 * metadata name the key and are authenticated with it. Payloads that were stored in the clear are read as they are.
 */
export function createPayloadCodec({ keys, encrypts }: CodecSettings): PayloadCodec {
  const [first] = keys;
  if (encrypts && !first) throw new Error('no key to encrypt with');
  const secrets = new Map(keys.map(({ id, secret }) => [id, secret]));
  return {
    encode: async (payloads) => (encrypts && first ? payloads.map((payload) => seal(payload, first)) : payloads),
    decode: async (payloads) => payloads.map((payload) => (isSealed(payload) ? open(payload, secrets) : payload)),
  };
}

function seal(payload: Payload, { id, secret }: PayloadKey): Payload {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, secret, nonce).setAAD(boundTo(id));
  const sealed = [cipher.update(PayloadMessage.encode(payload).finish()), cipher.final()];
  return {
    metadata: { encoding: Buffer.from(ENCODING), [KEY_ID]: Buffer.from(id) },
    data: Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]),
  };
}

function isSealed({ metadata }: Payload): boolean {
  return textOf(metadata?.encoding) === ENCODING;
}

function open({ metadata, data }: Payload, secrets: ReadonlyMap<string, KeyObject>): Payload {
  const keyId = textOf(metadata?.[KEY_ID]);
  const secret = secrets.get(keyId);
  if (!secret) throw new UnreadablePayload('unknown-key', keyId);
  const bytes = data ?? new Uint8Array();
  const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)];
  try {
    const decipher = createDecipheriv(ALGORITHM, secret, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(boundTo(keyId)).setAuthTag(tag);
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
    return PayloadMessage.decode(Buffer.concat(opened));
  } catch (cause) {
    throw new UnreadablePayload('damaged', keyId, { cause });
  }
}

/** What the ciphertext is bound to: under another encoding or key id it does not open. */
function boundTo(keyId: string): Buffer {
  return Buffer.from(`${ENCODING}\n${keyId}`);
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return bytes ? Buffer.from(bytes).toString() : '';
}
