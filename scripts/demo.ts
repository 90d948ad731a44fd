import { signInCast } from '../test/support/council';
import { carriedThrough } from './demo/carried-through';
import { Narrator } from './demo/narrator';
import { refusedWhileWaiting } from './demo/refused-while-waiting';
import { runScript, withSkippingService } from './demo/stack';

/**
 * `npm run demo`: two councils over HTTP, on a PostgreSQL of its own and on Temporal's time-skipping server, so that weeks pass in
 * seconds. Ends with 0 only when every step said what it should.
 */
runScript(() =>
  withSkippingService(async (service) => {
    const cast = await signInCast(service);
    const narrator = new Narrator(() => service.now());
    await refusedWhileWaiting({ service, cast, narrator });
    await carriedThrough({ service, cast, narrator });
    narrator.end();
  }),
);
