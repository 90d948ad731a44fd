import { execFile } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../../src/config';

/** Runs one of the commands in `src` as npm does, with these settings alone, until it ends. */
export function runCommand(
  name: 'verify' | 'rebuild' | 'backup' | 'restore' | 'reconcile',
  args: readonly string[],
  settings: NodeJS.ProcessEnv,
): Promise<{ code: number; output: string }> {
  const hook = path.join(projectRoot, 'scripts', 'typescript.js');
  const script = path.join(projectRoot, 'src', `${name}.ts`);
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--require', hook, script, ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}
