import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimFolder } from '../../src/embedded/claim';
import { locateCluster, stopServing } from '../../src/embedded/postgres-cluster';
import { endProcess, readRecord } from '../../src/embedded/process-record';
import { recordFile } from '../../src/embedded/temporal';

/** Where this user's test runs keep their servers' files, a folder for each run. */
const runs = path.join(tmpdir(), `guicheng-test-${process.getuid?.() ?? ''}`);

/** A new folder that every user can enter: PostgreSQL's may be another one. */
export async function openFolder(parent: string, prefix: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, prefix));
  await chmod(folder, 0o755);
  return folder;
}

/** A folder for a test run's servers, after the servers of runs that were killed have been ended. */
export async function newRun(): Promise<{ folder: string; remove(): Promise<void> }> {
  await clearKilledRuns();
  // It gets its name as a run once it is claimed: another run that clears at this moment would take it for a killed one.
  const draft = await openFolder(runs, '.new-');
  await claimFolder(draft);
  const folder = draft.replace('.new-', 'run-');
  await rename(draft, folder);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Ends the servers of test runs that were killed, and removes their files. */
export async function clearKilledRuns(): Promise<void> {
  for (const run of await foldersIn(runs, 'run-')) {
    const free = await claimFolder(run).catch(() => undefined);
    if (!free) continue;
    for (const server of await foldersIn(run)) await endServer(server);
    await rm(run, { recursive: true, force: true });
  }
}

async function endServer(dataDir: string): Promise<void> {
  const temporal = await readRecord(recordFile(dataDir));
  if (temporal) await endProcess(temporal);
  else await stopServing(await locateCluster(dataDir));
}

async function foldersIn(parent: string, prefix = ''): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name.startsWith(prefix));
  return folders.map((entry) => path.join(parent, entry.name));
}
