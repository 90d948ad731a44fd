import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { wakeOutbox } from '../src/adapters/temporal/outbox';
import { projectRoot } from '../src/config';
import { workflowIdOf } from '../src/contract/messages/course';
import { outboxWorkflowId } from '../src/contract/messages/outbox';
import { ALL_COURSES } from '../test/support/courses';
import { signInCast } from '../test/support/council';
import { PLAIN } from '../test/support/payloads';
import { runScript, withSkippingService } from './demo/stack';

/**
 * `npm run record-histories -- <version>`: walks every course of test/support/courses.ts, lets the outbox's dispatcher look a few times, and keeps
 * the workflows' histories, which every test run replays from then on. They are recorded in the clear, so that they can be read and depend on no key. Histories of earlier versions stay: procedures begun under them may still be running.
 */
runScript(() =>
  withSkippingService(async (service) => {
    const version = process.argv[2];
    if (!version || !/^[\w.-]+$/.test(version)) throw new Error('Usage: npm run record-histories -- <version>');
    const folder = path.join(projectRoot, 'test', 'histories', version);
    await mkdir(folder, { recursive: true });
    const keep = async (name: string, workflowId: string) => {
      const history = await service.temporal.workflow.getHandle(workflowId).fetchHistory();
      await writeFile(path.join(folder, `${name}.json`), `${anonymous(historyToJSON(history))}\n`);
    };
    const cast = await signInCast(service);
    for (const [kind, courses] of Object.entries(ALL_COURSES))
      for (const [name, walk] of Object.entries(courses))
        await keep(`${kind}-${name}`, workflowIdOf(kind, await walk(service, cast)));
    await wakeOutbox(service.temporal, service.taskQueue);
    await service.pass(150_000);
    await keep('outbox', outboxWorkflowId(service.taskQueue));
  }, PLAIN),
);

/** Without the name of the machine and the number of the process that recorded it. */
function anonymous(history: string): string {
  return history.replace(/"identity": "[^"]*"/g, '"identity": "worker"');
}
