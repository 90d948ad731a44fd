/** The environment variable that holds the keys. */
export const PAYLOAD_KEYS = 'TEMPORAL_PAYLOAD_KEYS';

/** Something that Temporal stores cannot be read with the keys there are. */
export class UnreadablePayload extends Error {
  override readonly name = 'UnreadablePayload';
  readonly keyId: string;

  constructor(
    readonly reason: 'unknown-key' | 'damaged',
    keyId: string,
    options?: ErrorOptions,
  ) {
    const shown = printable(keyId);
    super(WORDS[reason](shown), options);
    this.keyId = shown;
  }
}

const WORDS = {
  'unknown-key': (id: string) =>
    `Temporal 所存的内容以密钥“${id}”加密，而 ${PAYLOAD_KEYS} 中没有这个密钥：请把它加回，放在第一个之后` +
    ` / what Temporal stores is encrypted with the key "${id}", which ${PAYLOAD_KEYS} does not hold: put it back, after the first`,
  damaged: (id: string) =>
    `Temporal 所存的内容无法以密钥“${id}”解开：内容已损坏，或者 ${PAYLOAD_KEYS} 中这个编号的密钥不是加密时的那一个` +
    ` / what Temporal stores does not open with the key "${id}": it is damaged, or ${PAYLOAD_KEYS} holds another key under this id`,
};

/** An id comes from what is stored, which may hold anything; a missing one is `?`. */
function printable(keyId: string): string {
  return keyId.replace(/[^\w.-]/g, '?').slice(0, 64) || '?';
}
