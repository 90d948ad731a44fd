import { signInCast } from '../test/support/council';
import { carriedThrough } from './demo/carried-through';
import { committee } from './demo/committee';
import { leftUndone } from './demo/left-undone';
import { Narrator } from './demo/narrator';
import { refusedWhileWaiting } from './demo/refused-while-waiting';
import { runScript, withTrainingService } from './demo/stack';

/**
 * `npm run demo`: three councils and two meetings of the Party Working Committee over HTTP, on a PostgreSQL, a Temporal server and a worker of its own, from Monday 2 March 2026 on. The
 * training clock is moved, so that weeks pass in seconds. Ends with 0 only when every step said what it should.
 */
runScript(() =>
  withTrainingService(async (service) => {
    const cast = await signInCast(service);
    const narrator = new Narrator(() => service.now());
    await refusedWhileWaiting({ service, cast, narrator });
    await carriedThrough({ service, cast, narrator });
    await leftUndone({ service, cast, narrator });
    await committee({ service, cast, narrator });
    narrator.end();
  }),
);
