import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';

// No letters or digits that are taken for one another when read from a screen.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * A random secret of `length` characters, made once and kept in a file that only its owner may read. Who asks again,
 * even at the same moment, gets the same secret.
 */
export function keptSecret(file: string, length: number): Promise<string> {
  return kept(file, randomText(length));
}

/** A key of 32 random bytes as `id:base64`, made once and kept likewise. */
export function keptKey(file: string, id: string): Promise<string> {
  return kept(file, `${id}:${randomBytes(32).toString('base64')}`);
}

/** Keeps a secret that was just made in a file, unless there is one already: that one is given back. */
export async function kept(file: string, made: string): Promise<string> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, made, { mode: 0o600 });
  try {
    // Unlike a rename, a link never replaces a secret that is already there.
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(file, 'utf8')).trim();
}

function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    // Bytes beyond the last whole multiple of the alphabet would favour its first letters.
    for (const byte of randomBytes(length)) if (byte < 248) text += alphabet[byte % alphabet.length];
  }
  return text.slice(0, length);
}
