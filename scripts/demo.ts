import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../src/adapters/postgres/migrations';
import { loadConfig } from '../src/config';
import { findTimeSkippingServer } from '../src/embedded/binaries';
import { freePort } from '../src/embedded/port';
import { startPostgres } from '../src/embedded/postgres';
import { startSkippingService } from '../test/support/service';
import { carriedThrough } from './demo/carried-through';
import { Narrator } from './demo/narrator';
import { refusedWhileWaiting } from './demo/refused-while-waiting';
import { signInCast } from '../test/support/council';

/**
 * `npm run demo`: two councils over HTTP, on a PostgreSQL of its own and on Temporal's time-skipping server, so that weeks pass in
 * seconds. Ends with 0 only when every step said what it should.
 */
async function demo(): Promise<void> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'guicheng-demo-'));
  const postgres = await startPostgres({ dataDir, port: await freePort() });
  try {
    await migrate(postgres.url);
    const timeSkippingServer = await findTimeSkippingServer(loadConfig().TEMPORAL_TEST_SERVER_PATH);
    const service = await startSkippingService({ databaseUrl: postgres.url, timeSkippingServer });
    try {
      const cast = await signInCast(service);
      const narrator = new Narrator(() => service.now());
      await refusedWhileWaiting({ service, cast, narrator });
      await carriedThrough({ service, cast, narrator });
      narrator.end();
    } finally {
      await service.close();
    }
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

demo().catch((error: unknown) => {
  process.stderr.write(
    `演示失败 / The demo failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
