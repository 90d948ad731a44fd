import { spawn } from 'node:child_process';
import { open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { claimFolder } from './claim';
import { once } from './once';
import { answers, requireFreePort } from './port';
import { endProcess, isRunning, readRecord, recordOf, writeRecord, type ProcessRecord } from './process-record';
import { StartError } from './start-error';

// The read model answers for finished procedures; their histories are kept for looking into problems.
const retention = '30 days';
const patience = 60_000;

export interface TemporalOptions {
  /** The Temporal CLI. */
  readonly cli: string;
  /** A folder of this server's own; made when missing. */
  readonly dataDir: string;
  readonly port: number;
  /** Port of its web page; without one there is no page. */
  readonly uiPort?: number;
  /** Where that page can have what is stored decrypted; it adds `/decode`. */
  readonly codecEndpoint?: string;
  /** A namespace to make beside `default`. */
  readonly namespace?: string;
  /** Keep workflows in the folder (the default) or only in memory, for tests. */
  readonly persistent?: boolean;
  /** Told, a line at a time, what a person may wonder about. */
  readonly log?: (line: string) => void;
}

export interface EmbeddedTemporal {
  readonly address: string;
  readonly uiUrl: string | undefined;
  /** Ends the server in good order and gives the data folder back; doing so again does nothing. */
  stop(): Promise<void>;
}

/** Where a server's process is recorded, so that the next run recognises one that was left behind. */
export const recordFile = (dataDir: string): string => path.join(dataDir, 'server.json');

/**
 * Runs Temporal's development server on 127.0.0.1, with Guicheng's search attributes and a stated retention.
 *
 * Like PostgreSQL it leaves the terminal's process group, and one that outlived its killed run is ended first.
 * @throws StartError when a port is taken, the folder is in use or cannot be written, or the server does not start.
 */
export async function startTemporal(options: TemporalOptions): Promise<EmbeddedTemporal> {
  const { dataDir, port, uiPort, namespace = 'default', log } = options;
  const release = await claimFolder(dataDir);
  const stop = async () => {
    const record = await readRecord(recordFile(dataDir));
    if (record) await endProcess(record);
    await rm(recordFile(dataDir), { force: true });
    await release();
  };
  try {
    const orphan = await readRecord(recordFile(dataDir));
    if (orphan && isRunning(orphan)) {
      log?.('上次运行留下的 Temporal 先行停止 / Ending a Temporal server that an earlier run left behind');
      await endProcess(orphan);
    }
    await requireFreePort(port, 'TEMPORAL_PORT', 'Temporal');
    if (uiPort) await requireFreePort(uiPort, 'TEMPORAL_UI_PORT', 'Temporal UI');
    const server = await launch(options);
    const address = `127.0.0.1:${port}`;
    await untilReady(server, port, namespace);
    return { address, uiUrl: uiPort ? `http://127.0.0.1:${uiPort}` : undefined, stop: once(stop) };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Launched {
  readonly record: ProcessRecord | undefined;
  readonly logFile: string;
}

function commandLine(options: TemporalOptions): string[] {
  const { dataDir, port, uiPort, codecEndpoint, namespace, persistent = true } = options;
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn'],
    ...(uiPort ? ['--ui-port', String(uiPort), '--ui-disable-news-fetch'] : ['--headless']),
    ...(uiPort && codecEndpoint ? ['--ui-codec-endpoint', codecEndpoint] : []),
    ...(persistent ? ['--db-filename', path.join(dataDir, 'temporal.db')] : []),
    ...(namespace && namespace !== 'default' ? ['--namespace', namespace] : []),
    ...['--search-attribute', 'GuichengKind=Keyword', '--search-attribute', 'GuichengOrganisation=Keyword'],
  ];
}

async function launch(options: TemporalOptions): Promise<Launched> {
  const logFile = path.join(options.dataDir, 'temporal.log');
  await rename(logFile, `${logFile}.previous`).catch(() => {});
  const log = await open(logFile, 'w', 0o600);
  try {
    const child = spawn(options.cli, commandLine(options), { detached: true, stdio: ['ignore', log.fd, log.fd] });
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
    child.unref();
    const record = recordOf(child.pid!);
    if (record) await writeRecord(recordFile(options.dataDir), record);
    return { record, logFile };
  } finally {
    await log.close();
  }
}

/** Waits until the namespace answers, and states how long it keeps finished workflows. */
async function untilReady({ record, logFile }: Launched, port: number, namespace: string): Promise<void> {
  const giveUpAt = Date.now() + patience;
  let problem: unknown;
  while (record && isRunning(record) && Date.now() < giveUpAt) {
    if (await answers(port)) {
      const done = await stateRetention(`127.0.0.1:${port}`, namespace).catch((error: unknown) => {
        problem = error;
      });
      if (done) return;
    }
    await wait(50);
  }
  throw didNotStart((await readFile(logFile, 'utf8')).trim().split('\n').slice(-8).join('\n'), problem);
}

async function stateRetention(address: string, namespace: string): Promise<true> {
  const connection = await Connection.connect({ address, connectTimeout: '5s' });
  try {
    await connection.withDeadline(Date.now() + 5_000, () =>
      connection.workflowService.updateNamespace({
        namespace,
        config: { workflowExecutionRetentionTtl: msToTs(retention) },
      }),
    );
    return true;
  } finally {
    await connection.close();
  }
}

function didNotStart(log: string, cause: unknown): StartError {
  return new StartError(
    { zh: `Temporal 未能启动，其日志如下：\n${log}`, en: 'Temporal did not start; its log is shown above.' },
    { cause },
  );
}
