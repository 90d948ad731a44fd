import type { SignedHead } from '../../ports/heads';
import { readLogKeys, type LogKeys } from './log-keys';

/** Signed ends of logs as somebody kept them, with the keys that were published beside them. */
export interface KeptHeads {
  readonly keys: LogKeys;
  readonly heads: readonly SignedHead[];
}

/** Reads a kept answer of `/board/heads.json`. @throws when it is not one. */
export function readKeptHeads(text: string): KeptHeads {
  const { keys, items } = JSON.parse(text) as { keys: { publicKey: string }[]; items: (SignedHead & { at: string })[] };
  const read = readLogKeys(keys.map(({ publicKey }) => publicKey).join('\n'));
  if (!read) throw new Error('没有公钥 / there is no public key in it');
  return { keys: read, heads: items.map(({ at, ...head }) => ({ ...head, at: Date.parse(at) })) };
}
