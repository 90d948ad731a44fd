import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { FAILURE_CONVERTER } from '../src/adapters/temporal/data-converter';
import { projectRoot } from '../src/config';
import { WORKFLOW_BUNDLE } from '../src/workflow-bundle';

/** Part of `npm run build`: everything that runs inside Temporal's sandbox, in one file. */
async function main(): Promise<void> {
  const { code } = await bundleWorkflowCode({
    logger: new DefaultLogger('WARN'),
    workflowsPath: path.join(projectRoot, 'src', 'workflows', 'index.ts'),
    failureConverterPath: FAILURE_CONVERTER,
  });
  await mkdir(path.dirname(WORKFLOW_BUNDLE), { recursive: true });
  await writeFile(WORKFLOW_BUNDLE, code);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
