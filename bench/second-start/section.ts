import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../../src/config';
import { freePort } from '../../src/embedded/port';
import { newRun } from '../../test/support/runs';
import { atMost, progress, type Flags, type Report } from '../measure/report';
import { median, rounded } from '../measure/statistics';

const ABOUT =
  'node dist/start.js on a data folder that is there already, from its start until the line that says it runs; the build is not counted.';

/** The first words of what a start says when everything runs (src/welcome.ts). */
const RUNS = '规程已启动';

export async function run(flags: Flags): Promise<Report> {
  progress('building');
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: projectRoot });
  const data = await newRun();
  try {
    const first = await startOnce(path.join(data.folder, 'data'));
    const again: number[] = [];
    for (let count = 0; count < flags.number('starts', 3); count += 1)
      again.push(await startOnce(path.join(data.folder, 'data')));
    const seconds = median(again);
    return {
      about: ABOUT,
      figures: { firstSeconds: rounded(first), againSeconds: again.map(rounded) },
      targets: [atMost('seconds of a second start', 15, seconds)],
    };
  } finally {
    await data.remove();
  }
}

/** Starts everything, stops it as Ctrl-C does, and gives the seconds until it ran. */
async function startOnce(dataDir: string): Promise<number> {
  const [PORT, POSTGRES_PORT, TEMPORAL_PORT, TEMPORAL_UI_PORT] = await Promise.all([1, 2, 3, 4].map(() => freePort()));
  const ports = { PORT, POSTGRES_PORT, TEMPORAL_PORT, TEMPORAL_UI_PORT };
  const begun = performance.now();
  const child = spawn(process.execPath, [path.join('dist', 'start.js')], {
    cwd: projectRoot,
    env: {
      ...process.env,
      ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
      GUICHENG_DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    await Promise.race([
      untilItSays(child, RUNS),
      ended.then(() => Promise.reject(new Error('the start ended by itself'))),
    ]);
    const seconds = (performance.now() - begun) / 1_000;
    progress(`  runs after ${rounded(seconds)} s`);
    return seconds;
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}

function untilItSays(child: ChildProcess, words: string): Promise<void> {
  let said = '';
  return new Promise((resolve) => {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes(words)) resolve();
    });
  });
}
