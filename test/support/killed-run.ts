import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectRoot } from '../../src/config';

const hook = path.join(projectRoot, 'scripts', 'typescript.js');

/**
 * Runs a function of a source file in a process of its own, which is killed without warning once the function's promise
 * is fulfilled: whatever it started is left behind.
 */
export async function killedRun(file: string, name: string, options: object): Promise<void> {
  const script = `
    require(${JSON.stringify(path.join(projectRoot, file))})[${JSON.stringify(name)}](${JSON.stringify(options)})
      .then(() => process.kill(process.pid, 'SIGKILL'));`;
  const run = spawn(process.execPath, ['--require', hook, '--eval', script], { stdio: 'inherit' });
  const [, signal] = (await once(run, 'exit')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`${name} failed before it could be killed`);
}
