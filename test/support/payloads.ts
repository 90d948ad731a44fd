import { createSecretKey, randomBytes } from 'node:crypto';
import type { DataConverter } from '@temporalio/common';
import { createDataConverter } from '../../src/adapters/temporal/data-converter';
import { readPayloadKeys, type PayloadKey } from '../../src/adapters/temporal/payload-key';

/** A key of that name, which nobody else has. */
export function newKey(id: string): PayloadKey {
  return { id, secret: createSecretKey(randomBytes(32)) };
}

/** Written with the first of these keys, read with all of them. */
export function encryptedWith(...keys: PayloadKey[]): DataConverter {
  return createDataConverter({ keys, encrypts: true });
}

/** What TEMPORAL_PAYLOAD_KEYS holds for the tests: the same in every process, for one test starts workers in processes of their own. */
export const TEST_KEYS = `test:${Buffer.alloc(32, 'a key of the tests').toString('base64')}`;

/** As every test writes what Temporal stores. */
export const ENCRYPTED = encryptedWith(...readPayloadKeys(TEST_KEYS)!);

/** As Temporal stores it where encryption is switched off, and was written before there was any. */
export const PLAIN = createDataConverter({ keys: [], encrypts: false });
