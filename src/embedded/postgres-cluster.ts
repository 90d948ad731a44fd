import { execFile } from 'node:child_process';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { postgresBinaries, serverFolder, type PostgresBinaries } from './postgres-binaries';
import { postgresUser, type RunAs } from './postgres-user';
import { StartError } from './start-error';

const run = promisify(execFile);

/** The role that owns everything in an embedded server. */
export const owner = 'guicheng';

/** A cluster's files, and the programs and user that serve it. */
export interface Cluster {
  readonly data: string;
  readonly log: string;
  readonly binaries: PostgresBinaries;
  readonly user: RunAs | undefined;
}

/** What is needed to serve the cluster that belongs to a data folder; the cluster itself may not exist yet. */
export async function locateCluster(dataDir: string): Promise<Cluster> {
  const user = await postgresUser();
  const [binaries, folder] = await Promise.all([postgresBinaries(user), serverFolder(dataDir, user)]);
  return { data: path.join(folder, 'cluster'), log: path.join(folder, 'postgres.log'), binaries, user };
}

function pgCtl({ binaries, data, user }: Cluster, ...args: string[]) {
  return run(binaries.pgCtl, [...args, '--pgdata', data], { cwd: '/', ...user });
}

/**
 * Makes the cluster's files, once: UTF-8, password sign-in only. They get their final name when they are complete, so
 * that a killed run leaves nothing that looks like a cluster.
 */
export async function createCluster({ data, binaries, user }: Cluster, password: string): Promise<void> {
  if (await stat(data).catch(() => undefined)) return;
  const draft = `${data}.draft`;
  const passwordFile = `${data}.password`;
  await rm(draft, { recursive: true, force: true });
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user) await chown(passwordFile, user.uid, user.gid);
    const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = [`--username=${owner}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await run(binaries.initdb, [...locale, ...access, '--pgdata', draft], { cwd: '/', ...user });
    await rename(draft, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * Whether a server serves the cluster. A lock file left by a crash whose process number now belongs to another program
 * is removed: PostgreSQL itself would take that program for a server, and pg_ctl would stop it.
 */
export async function isServing({ data }: Cluster): Promise<boolean> {
  const lock = path.join(data, 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (command.includes(data)) return true;
  await rm(lock);
  return false;
}

/** Starts the server and waits until it answers. */
export async function startServing(cluster: Cluster, port: number, settings: Settings): Promise<void> {
  const all: Settings = {
    port,
    listen_addresses: '127.0.0.1',
    // No socket file: its folder would have to be reachable, and everybody connects by the address.
    unix_socket_directories: '',
    timezone: 'UTC',
    ...settings,
  };
  const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  await rename(cluster.log, `${cluster.log}.previous`).catch(() => {});
  try {
    await pgCtl(cluster, 'start', '--silent', '--wait', '--log', cluster.log, '--options', options.join(' '));
  } catch (cause) {
    throw didNotStart(await endOf(cluster.log), cause);
  }
}

/** Ends the server, if one runs, and waits for its end: open transactions are rolled back, everything else is kept. */
export async function stopServing(cluster: Cluster): Promise<void> {
  if (!(await isServing(cluster))) return;
  await pgCtl(cluster, 'stop', '--silent', '--wait', '--mode=fast', '--timeout=30').catch(async () => {
    // After "immediate" the next start recovers from the log; nothing committed is lost.
    if (await isServing(cluster)) await pgCtl(cluster, 'stop', '--silent', '--wait', '--mode=immediate');
  });
}

/** Server settings by their PostgreSQL names. */
export type Settings = Readonly<Record<string, string | number>>;

async function endOf(log: string): Promise<string> {
  return (await readFile(log, 'utf8').catch(() => '')).trim().split('\n').slice(-8).join('\n');
}

function didNotStart(log: string, cause: unknown): StartError {
  return new StartError(
    { zh: `PostgreSQL 未能启动，其日志如下：\n${log}`, en: 'PostgreSQL did not start; its log is shown above.' },
    { cause },
  );
}
