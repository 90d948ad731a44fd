import { createHash, randomBytes } from 'node:crypto';
import { hash, hashRaw, verify } from '@node-rs/argon2';

/** What OWASP recommends for argon2id, the library's default: 19 MiB, two passes, one lane; some 20 ms on a small machine. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let decoy: Promise<string> | undefined;

/** The hash to store for a password, with its salt and cost. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/**
 * Whether the password is the one that was hashed. Without a hash (an unknown username) the same work is done and the answer
 * is no, so that the time taken does not tell who has an account.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(32).toString('hex'));
  const matches = await verify(passwordHash ?? (await decoy), password);
  return matches && passwordHash !== null;
}

/** A digest of secret content that is as slow to guess from as a stored password; the same for the same context. */
export async function slowDigest(content: Uint8Array, context: string): Promise<string> {
  const salt = createHash('sha256').update(context).digest();
  return (await hashRaw(content, { ...COST, salt })).toString('hex');
}
