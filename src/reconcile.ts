import { Client, Connection } from '@temporalio/client';
import { openDatabase } from './adapters/postgres/database';
import { reconcile, type Reconciled } from './adapters/temporal/reconcile';
import { loadConfig } from './config';
import type { Bilingual } from './contract/words/bilingual';
import { inBoth } from './contract/words/bilingual';
import { withDatabaseUrl } from './embedded/reach-postgres';
import { dataConverterOf, withPayloadKeys } from './payload-encryption';
import { failed } from './record-command';
import { temporalAddress } from './server';

const DONE: Readonly<Record<Reconciled, Bilingual>> = {
  told: { zh: '已通知查看记录', en: 'told to look at its record' },
  started: { zh: '没有流程在运行，已重新启动', en: 'had no workflow: started anew' },
  replaced: { zh: '流程比记录新，已终止并重新启动', en: 'was ahead of its record: ended and started anew' },
  unanswered: { zh: '已通知，但没有工作进程回答', en: 'told, but no worker answered' },
};

/** `npm run reconcile`: after a restore, brings the workflows of all open procedures to what their records say. The service is running meanwhile. */
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
      const select = { id: true, kind: true, organisationId: true, version: true };
      const open = await database.procedure.findMany({
        where: { status: 'open' },
        select,
        orderBy: { startedAt: 'asc' },
      });
      for (const procedure of open) {
        const done = await reconcile(client, procedure, options);
        if (done === 'unanswered') process.exitCode = 1;
        process.stdout.write(`${procedure.id} ${inBoth(DONE[done])}\n`);
      }
      process.stdout.write(`共 ${open.length} 个进行中的程序 / ${open.length} procedures under way\n`);
    } finally {
      await database.$disconnect();
    }
  });
  await connection.close();
}

main().catch(failed);
