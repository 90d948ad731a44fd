import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { projectRoot } from '../src/config';
import { workflowIdOf } from '../src/contract/messages/course';
import { COURSES } from '../test/support/courses';
import { signInCast } from '../test/support/council';
import { PLAIN } from '../test/support/payloads';
import { runScript, withSkippingService } from './demo/stack';

/**
 * `npm run record-histories -- <version>`: walks every course of test/support/courses.ts and keeps the workflows' histories, which every
 * test run replays from then on. They are recorded in the clear, so that they can be read and depend on no key. Histories of earlier versions stay: procedures begun under them may still be running.
 */
runScript(() =>
  withSkippingService(async (service) => {
    const version = process.argv[2];
    if (!version || !/^[\w.-]+$/.test(version)) throw new Error('Usage: npm run record-histories -- <version>');
    const folder = path.join(projectRoot, 'test', 'histories', version);
    await mkdir(folder, { recursive: true });
    const cast = await signInCast(service);
    for (const [name, walk] of Object.entries(COURSES)) {
      const id = await walk(service, cast);
      const history = await service.temporal.workflow.getHandle(workflowIdOf('council', id)).fetchHistory();
      await writeFile(path.join(folder, `${name}.json`), `${historyToJSON(history)}\n`);
    }
  }, PLAIN),
);
