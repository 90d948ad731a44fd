import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../src/adapters/postgres/migrations';
import { loadConfig } from '../../src/config';
import { findTimeSkippingServer } from '../../src/embedded/binaries';
import { freePort } from '../../src/embedded/port';
import { startPostgres } from '../../src/embedded/postgres';
import type { DataConverter } from '@temporalio/common';
import { startSkippingService, type Service } from '../../test/support/service';

/** Runs work on a whole service of its own whose time can be skipped, and ends everything afterwards. */
export async function withSkippingService(
  work: (service: Service) => Promise<void>,
  dataConverter?: DataConverter,
): Promise<void> {
  const timeSkippingServer = await findTimeSkippingServer(loadConfig().TEMPORAL_TEST_SERVER_PATH);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'guicheng-demo-'));
  const postgres = await startPostgres({ dataDir, port: await freePort() });
  try {
    await migrate(postgres.url);
    const service = await startSkippingService({ databaseUrl: postgres.url, timeSkippingServer, dataConverter });
    try {
      await work(service);
    } finally {
      await service.close();
    }
  } finally {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Runs a script to its end: says what went wrong, and leaves nothing running that would keep the process. */
export function runScript(main: () => Promise<void>): void {
  main().then(
    () => process.exit(0),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exit(1);
    },
  );
}
