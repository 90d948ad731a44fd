import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DeterminismViolationError } from '@temporalio/workflow';
import { bundleWorkflowCode, DefaultLogger, Worker, type ReplayResult, type WorkflowBundle } from '@temporalio/worker';
import { ALL_COURSES } from '../support/courses';
import { signInCast } from '../support/council';
import { ENCRYPTED } from '../support/payloads';
import { startSkippingService } from '../support/service';
import { FAILURE_CONVERTER } from '../../src/adapters/temporal/data-converter';
import { workflowIdOf } from '../../src/contract/messages/course';

const recorded = path.resolve(__dirname, '../histories');

/** Every history that was recorded under some version. */
function histories() {
  return readdirSync(recorded).flatMap((version) =>
    readdirSync(path.join(recorded, version)).map((file) => ({
      workflowId: `${version}/${file}`,
      history: JSON.parse(readFileSync(path.join(recorded, version, file), 'utf8')) as unknown,
    })),
  );
}

const bundle = (file: string): Promise<WorkflowBundle> =>
  bundleWorkflowCode({
    workflowsPath: path.resolve(__dirname, file),
    failureConverterPath: FAILURE_CONVERTER,
    logger: new DefaultLogger('ERROR'),
  });

async function replay(workflowBundle: WorkflowBundle, given: Iterable<{ workflowId: string; history: unknown }>) {
  const results: ReplayResult[] = [];
  const options = { workflowBundle, dataConverter: ENCRYPTED };
  for await (const result of Worker.runReplayHistories(options, given)) results.push(result);
  return results;
}

describe('workflows that are under way', () => {
  it('replay every recorded history with the workflows as they are now', async () => {
    const given = histories();
    expect(given.length).toBeGreaterThanOrEqual(Object.values(ALL_COURSES).flatMap(Object.keys).length);
    const results = await replay(await bundle('../../src/workflows/index.ts'), given);
    expect(results.filter(({ error }) => error)).toEqual([]);
    expect(results).toHaveLength(given.length);
  });

  it('fail to replay when a workflow was changed without care', async () => {
    const results = await replay(await bundle('../support/changed-workflows.ts'), histories());
    expect(results.map(({ error }) => error instanceof DeterminismViolationError)).toEqual(results.map(() => true));
  });

  it('take every course in a way that replays', async () => {
    const service = await startSkippingService();
    try {
      const cast = await signInCast(service);
      const fresh = [];
      for (const [kind, courses] of Object.entries(ALL_COURSES))
        for (const walk of Object.values(courses)) {
          const workflowId = workflowIdOf(kind, await walk(service, cast));
          fresh.push({ workflowId, history: await service.temporal.workflow.getHandle(workflowId).fetchHistory() });
        }
      const results = await replay(await bundle('../../src/workflows/index.ts'), fresh);
      expect(results.filter(({ error }) => error)).toEqual([]);
    } finally {
      await service.close();
    }
  });
});
