import path from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/adapters/postgres/migrations';
import { loadConfig } from '../../src/config';
import { findTemporalCli, findTimeSkippingServer } from '../../src/embedded/binaries';
import { freePort } from '../../src/embedded/port';
import { startPostgres } from '../../src/embedded/postgres';
import { settleAll } from '../../src/embedded/settle';
import { startTemporal } from '../../src/embedded/temporal';
import { hurried } from './hurried';
import { newRun } from './runs';
import { announce, databaseUrl, templateDatabase } from './shared-servers';

type Stop = () => Promise<void>;

declare global {
  // Global teardown runs in the same process and finds here what to end.
  var stopSharedServers: Stop | undefined;
}

/** Starts one PostgreSQL with a migrated template and one Temporal server for the whole run, once. */
export default async function setup(): Promise<void> {
  const run = await newRun();
  const stops: Stop[] = [run.remove];
  globalThis.stopSharedServers = async () => {
    for (const stop of stops.reverse()) await stop();
  };
  const keep = <T extends { stop: Stop }>(server: T): T => {
    stops.push(server.stop);
    return server;
  };
  const config = loadConfig();
  const database = async () => {
    const dataDir = path.join(run.folder, 'postgres');
    const { url } = keep(await startPostgres({ dataDir, port: await freePort(), settings: hurried }));
    await makeTemplate(url);
    return url;
  };
  const temporal = async () => {
    const cli = await findTemporalCli(config.TEMPORAL_CLI_PATH);
    const dataDir = path.join(run.folder, 'temporal');
    return keep(await startTemporal({ cli, dataDir, port: await freePort(), persistent: false })).address;
  };
  try {
    const testServer = findTimeSkippingServer(config.TEMPORAL_TEST_SERVER_PATH);
    const [postgres, temporalAddress, timeSkippingServer] = await settleAll([database(), temporal(), testServer]);
    announce({ folder: run.folder, postgres, temporalAddress, timeSkippingServer });
  } catch (error) {
    // Jest runs no teardown after a failed setup.
    await globalThis.stopSharedServers();
    throw error;
  }
}

async function makeTemplate(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE DATABASE ${templateDatabase}`);
  await client.end();
  await migrate(databaseUrl(url, templateDatabase));
}
