import { addDays, atTime, civilDateOf } from '../../src/domain/calendar/civil-date';
import { signInCast } from '../support/council';
import { ALL_COURSES } from '../support/courses';
import { createTrainingDatabase, type TestDatabase } from '../support/database';
import { startService, startSkippingService, type Service } from '../support/service';
import { eventsOf, storyOf } from '../support/story';

const WALKS = ['published', 'escalated', 'adjourned', 'overdue', 'narrow'] as const;

/** How long after its moment something is on record at the latest, in milliseconds. */
const SOON = 60_000;

let skipping: Service;
let training: Service;
let database: TestDatabase;
let begins: number;
beforeAll(async () => {
  skipping = await startSkippingService();
  // Both begin at the same moment, with no midnight near.
  await skipping.pass(atTime(addDays(civilDateOf(await skipping.now()), 1), '10:00') - (await skipping.now()));
  begins = await skipping.now();
  database = await createTrainingDatabase(begins);
  training = await startService({ databaseUrl: database.url, training: true });
});
afterAll(async () => {
  await Promise.all([skipping?.close(), training?.close()]);
  await database?.drop();
});

describe.each(WALKS)('a council that is %s', (name) => {
  it('leaves the same record where the training clock is moved as where time passes on the server', async () => {
    const ids = [];
    const moments = [];
    for (const service of [skipping, training]) {
      const before = await service.now();
      const id = await ALL_COURSES.council[name]!(service, await signInCast(service));
      ids.push(id);
      moments.push((await eventsOf(service.database, id)).map(({ type, at }) => ({ type, at: at - before })));
    }
    const [there, here] = moments as [(typeof moments)[0], (typeof moments)[0]];
    expect(here.map(({ type }) => type)).toEqual(there.map(({ type }) => type));
    const apart = here.map(({ at }, index) => Math.abs(at - there[index]!.at));
    expect(Math.max(...apart)).toBeLessThan(SOON);
    expect(await storyOf(training.database, ids[1]!)).toEqual(await storyOf(skipping.database, ids[0]!));
  });
});
