import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { claimFolder } from './claim';
import { endProcess, isRunning, readRecord } from './process-record';
import { recordFile } from './temporal';

/** The server's file, and what SQLite may have left beside it. */
const isData = (name: string): boolean => name.startsWith('temporal.db');

/** Copies what an embedded Temporal server has stored. @throws StartError while one is running: its file changes under the copy. */
export async function copyTemporalOut(dataDir: string, folder: string): Promise<void> {
  await whileStopped(dataDir, () => copyAll(dataDir, folder));
}

/** Puts it back where there is nothing yet; files that are there are never written over. */
export async function copyTemporalIn(folder: string, dataDir: string): Promise<void> {
  await whileStopped(dataDir, () => copyAll(folder, dataDir));
}

async function copyAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of (await readdir(from)).filter(isData)) {
    await copyFile(path.join(from, name), path.join(to, name), constants.COPYFILE_EXCL);
    await chmod(path.join(to, name), 0o600);
  }
}

async function whileStopped(dataDir: string, work: () => Promise<void>): Promise<void> {
  const release = await claimFolder(dataDir);
  try {
    const orphan = await readRecord(recordFile(dataDir));
    if (orphan && isRunning(orphan)) await endProcess(orphan);
    await work();
  } finally {
    await release();
  }
}
