import { Client, Connection } from '@temporalio/client';
import { openDatabase } from './adapters/postgres/database';
import { courseOf, endStray, reconcile, runningCourses, type Reconciled } from './adapters/temporal/reconcile';
import { kindsOfProcedure } from './commands/registry';
import { loadConfig } from './config';
import type { Bilingual } from './contract/words/bilingual';
import { inBoth } from './contract/words/bilingual';
import { withDatabaseUrl } from './embedded/reach-postgres';
import { dataConverterOf, withPayloadKeys } from './payload-encryption';
import { failed } from './record-command';
import { temporalAddress } from './server';

const DONE: Readonly<Record<Reconciled, Bilingual>> = {
  started: { zh: '没有流程在运行，已重新启动', en: 'had no workflow: started anew' },
  replaced: { zh: '流程已终止，并按记录重新启动', en: 'its workflow was ended and started anew by the record' },
};

const STRAY: Bilingual = { zh: '没有对应的进行中的程序，流程已终止', en: 'no open procedure: its workflow was ended' };

/** `npm run reconcile`: after a restore, lets the workflows of all open procedures begin anew by their records. The service is running meanwhile. */
async function main(): Promise<void> {
  const loaded = await withPayloadKeys(loadConfig());
  const config = { ...loaded, TEMPORAL_ADDRESS: loaded.TEMPORAL_ADDRESS ?? `127.0.0.1:${loaded.TEMPORAL_PORT}` };
  const connection = await Connection.connect(temporalAddress(config));
  const namespace = config.TEMPORAL_NAMESPACE;
  const client = new Client({ connection, namespace, dataConverter: dataConverterOf(config) });
  const options = {
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    workflowTaskTimeoutSeconds: config.TEMPORAL_WORKFLOW_TASK_TIMEOUT_SECONDS,
  };
  await withDatabaseUrl(config, async (url) => {
    const database = openDatabase(url, { maxConnections: 2 });
    try {
      // First who runs, then who is open: what begins in between is in neither.
      const running = await runningCourses(client, { kinds: kindsOfProcedure(), taskQueue: options.taskQueue });
      const open = await database.procedure.findMany({
        where: { status: 'open' },
        select: { id: true, kind: true, organisationId: true },
        orderBy: { startedAt: 'asc' },
      });
      const courses = open.map(courseOf);
      for (const course of courses)
        process.stdout.write(`${course.procedureId} ${inBoth(DONE[await reconcile(client, course, options)])}\n`);
      const known = new Set(courses.map(({ workflowId }) => workflowId));
      for (const workflowId of running.filter((id) => !known.has(id))) {
        await endStray(client, workflowId);
        process.stdout.write(`${workflowId} ${inBoth(STRAY)}\n`);
      }
      process.stdout.write(`共 ${open.length} 个进行中的程序 / ${open.length} procedures under way\n`);
    } finally {
      await database.$disconnect();
    }
  });
  await connection.close();
}

main().catch(failed);
