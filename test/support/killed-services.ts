import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { FAILURE_CONVERTER } from '../../src/adapters/temporal/data-converter';
import { projectRoot } from '../../src/config';
import { readDeaths, type KillPlan } from './killable-service';

const hook = path.join(projectRoot, 'scripts', 'typescript.js');
const program = path.join(__dirname, 'killable-service.ts');

/** Workers, with or without an API, in processes of their own, one after another: each that was killed is followed by the next at once. */
export interface KilledServices {
  /** One line for each death, in their order. */
  deaths(): string[];
  /** Ends the last of them. Throws when one ended in another way than by being killed. */
  stop(): Promise<void>;
}

export function startKilledServices(plan: KillPlan): KilledServices {
  let isOver = false;
  let running = launch(plan);
  const succession = (async () => {
    while (!isOver) {
      const [code, signal] = (await once(running, 'exit')) as [number | null, string | null];
      if (signal !== 'SIGKILL') throw new Error(`a process ended by itself: ${code ?? signal}`);
      if (!isOver) running = launch(plan);
    }
  })();
  // Told by `stop`; until then nobody waits for it.
  succession.catch(() => undefined);
  return {
    deaths: () => readDeaths(plan.deaths),
    async stop() {
      isOver = true;
      running.kill('SIGKILL');
      await succession;
    },
  };
}

function launch(plan: KillPlan): ChildProcess {
  return spawn(process.execPath, ['--require', hook, program, JSON.stringify(plan)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

/** Bundles the workflows into a file of that folder. */
export async function bundleInto(folder: string): Promise<string> {
  const workflowsPath = path.join(projectRoot, 'src', 'workflows', 'index.ts');
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    failureConverterPath: FAILURE_CONVERTER,
    logger: new DefaultLogger('ERROR'),
  });
  const file = path.join(folder, 'workflows.js');
  await writeFile(file, code);
  return file;
}
