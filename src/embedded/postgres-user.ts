import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The user another process runs as, in the form child_process takes it. */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

async function lookUp(name: string): Promise<RunAs | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL refuses to run as root. Root's servers run as the user `postgres` where there is one, else as `guicheng`,
 * made on first use; `nobody` serves where no user can be made.
 * @returns undefined when this process is not root and runs PostgreSQL as itself.
 */
export async function postgresUser(): Promise<RunAs | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = (await lookUp('postgres')) ?? (await lookUp('guicheng'));
  if (existing) return existing;
  await run('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'guicheng']).catch(() => {});
  const user = (await lookUp('guicheng')) ?? (await lookUp('nobody'));
  if (!user) throw new Error('no user to run PostgreSQL as: neither postgres, guicheng nor nobody exists');
  return user;
}

/** Whether the user can use a file or folder: `x` to run or enter it, `w` to write it. Asked of the system itself. */
export async function canUse(user: RunAs | undefined, permission: 'x' | 'w', file: string): Promise<boolean> {
  return run('test', [`-${permission}`, file], { cwd: '/', ...user }).then(
    () => true,
    () => false,
  );
}
