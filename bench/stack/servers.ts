import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { migrate } from '../../src/adapters/postgres/migrations';
import { loadConfig } from '../../src/config';
import { findTemporalCli } from '../../src/embedded/binaries';
import { freePort } from '../../src/embedded/port';
import { startPostgres } from '../../src/embedded/postgres';
import { locateCluster } from '../../src/embedded/postgres-cluster';
import { readRecord } from '../../src/embedded/process-record';
import { recordFile, startTemporal } from '../../src/embedded/temporal';
import { newRun } from '../../test/support/runs';
import { progress } from '../measure/report';
import type { ServerPids } from '../measure/processor';

/** The servers of one section. */
export interface Servers {
  /** A migrated database with nothing in it. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly pids: ServerPids;
}

/**
 * Runs work on a PostgreSQL and a Temporal server of its own, and ends both. They are set up as `npm start` does it: on disk, and an
 * answer means that it is written there.
 */
export async function withServers<T>(work: (servers: Servers) => Promise<T>): Promise<T> {
  const run = await newRun();
  const stops: (() => Promise<void>)[] = [run.remove];
  try {
    progress('starting PostgreSQL and Temporal');
    const postgresDir = path.join(run.folder, 'postgres');
    const postgres = await startPostgres({ dataDir: postgresDir, port: await freePort() });
    stops.push(postgres.stop);
    await migrate(postgres.url);
    const temporalDir = path.join(run.folder, 'temporal');
    const cli = await findTemporalCli(loadConfig().TEMPORAL_CLI_PATH);
    const temporal = await startTemporal({ cli, dataDir: temporalDir, port: await freePort() });
    stops.push(temporal.stop);
    const pids = {
      postgres: await postmaster(postgresDir),
      temporal: (await readRecord(recordFile(temporalDir)))!.pid,
    };
    return await work({ databaseUrl: postgres.url, temporalAddress: temporal.address, pids });
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function postmaster(dataDir: string): Promise<number> {
  const { data } = await locateCluster(dataDir);
  return Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}
