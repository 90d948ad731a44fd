import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { SignedHead } from '../../ports/heads';
import { canonical } from '../chain';

/** The keys with which ends of logs are signed: one that signs, where there is one, and all that are believed. */
export interface LogKeys {
  readonly signing: { readonly keyId: string; readonly key: KeyObject } | null;
  readonly trusted: ReadonlyMap<string, KeyObject>;
}

const BLOCK = /-----BEGIN ([A-Z ]+)-----[\s\S]+?-----END \1-----/g;

/**
 * Reads Ed25519 keys as PEM blocks, or the base64 of such a text. The first private key signs; the public keys of all are believed, so that
 * a key that was replaced may stay as its public block.
 * @returns null when there is something else in it.
 */
export function readLogKeys(text: string): LogKeys | null {
  const pem = text.includes('-----BEGIN') ? text : Buffer.from(text, 'base64').toString();
  const blocks = [...pem.matchAll(BLOCK)].map(([block, label]) => ({ block, isPrivate: label === 'PRIVATE KEY' }));
  if (blocks.length === 0 || pem.replace(BLOCK, '').trim() !== '') return null;
  try {
    const keys = blocks.map(({ block, isPrivate }) => ({
      privateKey: isPrivate ? createPrivateKey(block) : null,
      publicKey: createPublicKey(block),
    }));
    if (keys.some(({ publicKey }) => publicKey.asymmetricKeyType !== 'ed25519')) return null;
    const trusted = new Map(keys.map(({ publicKey }) => [keyIdOf(publicKey), publicKey]));
    const first = keys.find(({ privateKey }) => privateKey);
    const signing = first ? { keyId: keyIdOf(first.publicKey), key: first.privateKey as KeyObject } : null;
    return { signing, trusted };
  } catch {
    return null;
  }
}

/** Names a key by the digest of its public half. */
function keyIdOf(publicKey: KeyObject): string {
  const bytes = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** The public halves, as they are published. */
export function publicKeysOf({ trusted }: LogKeys): { keyId: string; publicKey: string }[] {
  return [...trusted].map(([keyId, key]) => ({
    keyId,
    publicKey: key.export({ type: 'spki', format: 'pem' }) as string,
  }));
}

type Statement = Pick<SignedHead, 'procedureId' | 'seq' | 'hash' | 'at'>;

export function signHead(head: Statement, { keyId, key }: NonNullable<LogKeys['signing']>): SignedHead {
  return { ...head, keyId, signature: sign(null, textOf(head), key).toString('base64') };
}

export function isGenuine(head: SignedHead, key: KeyObject): boolean {
  return verify(null, textOf(head), key, Buffer.from(head.signature, 'base64'));
}

function textOf({ procedureId, seq, hash, at }: Statement): Buffer {
  return Buffer.from(canonical({ procedureId, seq, hash, at: new Date(at).toISOString() }));
}
