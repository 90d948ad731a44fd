import path from 'node:path';
import { Client } from 'pg';
import { claimFolder } from './claim';
import { once } from './once';
import { requireFreePort } from './port';
import { createCluster, isServing, locateCluster, owner, startServing, stopServing } from './postgres-cluster';
import type { Cluster, Settings } from './postgres-cluster';
import { keptSecret } from './secret';

const database = 'guicheng';

export interface PostgresOptions {
  /** A folder of this server's own; made when missing. */
  readonly dataDir: string;
  readonly port: number;
  /** Told, a line at a time, what a person may wonder about. */
  readonly log?: (line: string) => void;
  /** Server settings beyond the usual ones. */
  readonly settings?: Settings;
}

export interface EmbeddedPostgres {
  /** The database `guicheng`, as the role that owns it. */
  readonly url: string;
  /** Ends the server in good order and gives the data folder back; doing so again does nothing. */
  stop(): Promise<void>;
}

/**
 * Runs PostgreSQL on 127.0.0.1 with its data in a folder, and makes the database `guicheng` in it.
 *
 * The server leaves the terminal's process group, so that Ctrl-C reaches only the caller, who ends it when everything
 * that uses it has ended. A server that outlived its killed run is ended before a new one starts.
 * @throws StartError when the port is taken, the folder is in use or cannot be written, or the server does not start.
 */
export async function startPostgres({ dataDir, port, log, settings }: PostgresOptions): Promise<EmbeddedPostgres> {
  const release = await claimFolder(dataDir);
  let cluster: Cluster | undefined;
  const stop = async () => {
    if (cluster) await stopServing(cluster);
    await release();
  };
  try {
    const password = await keptSecret(path.join(dataDir, 'password'), 32);
    cluster = await locateCluster(dataDir);
    if (await isServing(cluster)) {
      log?.('上次运行留下的 PostgreSQL 先行停止 / Ending a PostgreSQL that an earlier run left behind');
      await stopServing(cluster);
    }
    await requireFreePort(port, 'POSTGRES_PORT', 'PostgreSQL');
    await createCluster(cluster, password);
    await startServing(cluster, port, { ...settings });
    await createDatabase(embeddedUrl(password, port, 'postgres'));
    return { url: embeddedUrl(password, port), stop: once(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A database of an embedded server, as the role that owns it. */
export function embeddedUrl(password: string, port: number, name = database): string {
  return `postgresql://${owner}:${password}@127.0.0.1:${port}/${name}`;
}

async function createDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}
