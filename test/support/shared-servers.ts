import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The servers that a whole test run shares, as global setup tells the test processes. */
export interface SharedServers {
  /** The run's folder; private servers keep their files in it too. */
  readonly folder: string;
  /** The PostgreSQL server, by its maintenance database. */
  readonly postgres: string;
  readonly temporalAddress: string;
  readonly timeSkippingServer: string;
}

export const templateDatabase = 'guicheng_template';

// Jest's workers inherit the environment of the process that ran global setup.
const variable = 'GUICHENG_TEST_SERVERS';

export function announce(servers: SharedServers): void {
  const file = path.join(servers.folder, 'servers.json');
  writeFileSync(file, JSON.stringify(servers), { mode: 0o600 });
  process.env[variable] = file;
}

export function sharedServers(): SharedServers {
  return JSON.parse(readFileSync(process.env[variable]!, 'utf8')) as SharedServers;
}

/** The same server, another database. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
