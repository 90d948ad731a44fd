import { readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** A process as it can be recognised later: its number alone may by then belong to another program. */
export interface ProcessRecord {
  readonly pid: number;
  readonly startedAt: string;
}

/** When the process started, as the system tells it; undefined when it has ended, a zombie included. */
function startOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return fields[0] === 'Z' ? undefined : `${boot} ${fields[19]}`;
  } catch {
    return undefined;
  }
}

/** The record of a running process. */
export function recordOf(pid: number): ProcessRecord | undefined {
  const startedAt = startOf(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether the very process of the record still runs. */
export function isRunning(record: ProcessRecord): boolean {
  return startOf(record.pid) === record.startedAt;
}

/** Reads a record kept in a file; undefined when there is none. */
export async function readRecord(file: string): Promise<ProcessRecord | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as ProcessRecord;
  } catch {
    return undefined;
  }
}

/** Keeps a record in a file, whole or not at all. */
export async function writeRecord(file: string, record: ProcessRecord): Promise<void> {
  await writeFile(`${file}.${process.pid}`, JSON.stringify(record), { mode: 0o600 });
  await rename(`${file}.${process.pid}`, file);
}

/**
 * Ends a process and waits until it has ended: politely, then after `patience` milliseconds by force.
 * A process that has ended already, or whose number has a new owner, is left alone.
 */
export async function endProcess(record: ProcessRecord, patience = 10_000): Promise<void> {
  const forceAt = Date.now() + patience;
  let forced = false;
  if (isRunning(record)) process.kill(record.pid, 'SIGTERM');
  while (isRunning(record)) {
    if (!forced && Date.now() > forceAt) {
      process.kill(record.pid, 'SIGKILL');
      forced = true;
    }
    await wait(20);
  }
}
