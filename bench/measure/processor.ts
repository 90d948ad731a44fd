import { readdirSync, readFileSync } from 'node:fs';

/** Processor time used up to now, in milliseconds. */
export interface ProcessorTime {
  /** This process: API, worker and whoever asks. */
  readonly node: number;
  readonly temporal: number;
  readonly postgres: number;
}

/** Where the servers' main processes are. */
export interface ServerPids {
  readonly temporal: number;
  readonly postgres: number;
}

/** The processor time of this process and the two servers with their children. Null where the system does not tell (only Linux does). */
export function processorTime({ temporal, postgres }: ServerPids): ProcessorTime | null {
  if (process.platform !== 'linux') return null;
  const { user, system } = process.cpuUsage();
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? statOf(Number(name)) : []));
  const used = (root: number) =>
    all.filter(({ pid, parent }) => pid === root || parent === root).reduce((sum, { ms }) => sum + ms, 0);
  return { node: (user + system) / 1_000, temporal: used(temporal), postgres: used(postgres) };
}

export function usedBetween(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return {
    node: after.node - before.node,
    temporal: after.temporal - before.temporal,
    postgres: after.postgres - before.postgres,
  };
}

/** A tick of the kernel's clock; a hundred a second on every common system. */
const TICK_MS = 10;

/** Own time and that of children that have ended; nothing for a process that has ended itself. */
function statOf(pid: number): { pid: number; parent: number; ms: number }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    return [{ pid, parent: Number(fields[1]), ms: ticks * TICK_MS }];
  } catch {
    return [];
  }
}
