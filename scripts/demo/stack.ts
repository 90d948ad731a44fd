import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataConverter } from '@temporalio/common';
import { migrate } from '../../src/adapters/postgres/migrations';
import { markAsTraining } from '../../src/adapters/postgres/training-mark';
import { loadConfig } from '../../src/config';
import { findTemporalCli, findTimeSkippingServer } from '../../src/embedded/binaries';
import { freePort } from '../../src/embedded/port';
import { startPostgres } from '../../src/embedded/postgres';
import { startTemporal } from '../../src/embedded/temporal';
import { startService, startSkippingService, type Service } from '../../test/support/service';

type Work = (service: Service) => Promise<void>;

/** Runs work on a whole service of its own, as `npm start` runs it: a training database, whose clock is moved on. */
export function withTrainingService(work: Work): Promise<void> {
  return withFolder(async (folder) => {
    const cli = await findTemporalCli(loadConfig().TEMPORAL_CLI_PATH);
    const temporal = await startTemporal({
      cli,
      dataDir: path.join(folder, 'temporal'),
      port: await freePort(),
      persistent: false,
    });
    try {
      await withPostgres(folder, async (databaseUrl) => {
        await markAsTraining(databaseUrl);
        await using(startService({ databaseUrl, temporalAddress: temporal.address, training: true }), work);
      });
    } finally {
      await temporal.stop();
    }
  });
}

/** Runs work on a whole service of its own on the Temporal server that skips time. */
export function withSkippingService(work: Work, dataConverter?: DataConverter): Promise<void> {
  return withFolder(async (folder) => {
    const timeSkippingServer = await findTimeSkippingServer(loadConfig().TEMPORAL_TEST_SERVER_PATH);
    await withPostgres(folder, (databaseUrl) =>
      using(startSkippingService({ databaseUrl, timeSkippingServer, dataConverter }), work),
    );
  });
}

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'guicheng-demo-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withPostgres(folder: string, work: (databaseUrl: string) => Promise<void>): Promise<void> {
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), port: await freePort() });
  try {
    await migrate(postgres.url);
    await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}

async function using(starting: Promise<Service>, work: Work): Promise<void> {
  const service = await starting;
  try {
    await work(service);
  } finally {
    await service.close();
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
