import path from 'node:path';
import type { Closing } from './closing';
import type { Config } from '../config';
import { settleAll } from './settle';
import { findTemporalCli } from './binaries';
import { startPostgres } from './postgres';
import { startTemporal } from './temporal';

type Log = (line: string) => void;

export interface RunningServers {
  /** The configuration with the addresses of what was started here. */
  readonly config: Config;
  /** The web page of a Temporal server that was started here. */
  readonly temporalUi: string | undefined;
}

/** Starts PostgreSQL and Temporal on this machine, side by side, each unless the configuration names one elsewhere. */
export async function startServers(config: Config, closing: Closing, log: Log): Promise<RunningServers> {
  const [database, temporal] = await settleAll([runPostgres(config, closing, log), runTemporal(config, closing, log)]);
  return { config: Object.freeze({ ...config, ...database, ...temporal.config }), temporalUi: temporal.ui };
}

async function runPostgres(config: Config, closing: Closing, log: Log): Promise<Partial<Config>> {
  if (config.DATABASE_URL) return {};
  const dataDir = path.join(config.GUICHENG_DATA_DIR, 'postgres');
  const { url, stop } = await startPostgres({ dataDir, port: config.POSTGRES_PORT, log });
  closing.add('PostgreSQL', stop);
  return { DATABASE_URL: url, MIGRATION_DATABASE_URL: url };
}

async function runTemporal(config: Config, closing: Closing, log: Log) {
  if (config.TEMPORAL_ADDRESS) return { config: {}, ui: undefined };
  const cli = await findTemporalCli(config.TEMPORAL_CLI_PATH, { log });
  const { address, uiUrl, stop } = await startTemporal({
    cli,
    dataDir: path.join(config.GUICHENG_DATA_DIR, 'temporal'),
    port: config.TEMPORAL_PORT,
    uiPort: config.TEMPORAL_UI_PORT,
    codecEndpoint: `${localUrl(config)}/api/temporal-codec`,
    namespace: config.TEMPORAL_NAMESPACE,
    log,
  });
  closing.add('Temporal', stop);
  // A key would turn TLS on, which this server does not speak.
  const reached = { TEMPORAL_ADDRESS: address, TEMPORAL_API_KEY: undefined };
  return { config: { ...reached, TEMPORAL_UI_ORIGIN: config.TEMPORAL_UI_ORIGIN ?? uiUrl }, ui: uiUrl };
}

/** The service as this machine's browser reaches it: by the name that the web page has too, or the sign-in would not come along. */
function localUrl({ HOST, PORT }: Config): string {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}
