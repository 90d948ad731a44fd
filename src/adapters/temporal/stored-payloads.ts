import type { Payload, PayloadCodec } from '@temporalio/common';
import { refuse } from '../../domain/refusal';
import type { StoredPayload, StoredPayloads } from '../../ports/stored-payloads';
import { PAYLOAD_KEYS, UnreadablePayload } from './unreadable-payload';

/** What Temporal stores, read with the codecs of the client that wrote it. */
export function createStoredPayloads(codecs: readonly PayloadCodec[]): StoredPayloads {
  return {
    async decode(payloads) {
      try {
        let read = payloads.map(fromText);
        for (const codec of codecs.toReversed()) read = await codec.decode(read);
        return read.map(toText);
      } catch (error) {
        if (!(error instanceof UnreadablePayload)) throw error;
        return refuse(`stored-payload.${error.reason}`, null, { keyId: error.keyId, setting: PAYLOAD_KEYS });
      }
    },
  };
}

function fromText({ metadata = {}, data }: StoredPayload): Payload {
  return {
    metadata: Object.fromEntries(Object.entries(metadata).map(([name, text]) => [name, Buffer.from(text, 'base64')])),
    data: data === undefined ? null : Buffer.from(data, 'base64'),
  };
}

function toText({ metadata, data }: Payload): StoredPayload {
  return {
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, bytes]) => [name, inBase64(bytes)])),
    ...(data && { data: inBase64(data) }),
  };
}

function inBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
