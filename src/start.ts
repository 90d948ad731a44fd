import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { migrate, MigrationError } from './adapters/postgres/migrations';
import { Closing } from './embedded/closing';
import { ConfigError, loadConfig, unknownVariables, type Config } from './config';
import { requireFreePort } from './embedded/port';
import { keptSecret } from './embedded/secret';
import { startServers } from './embedded/servers';
import { StartError } from './embedded/start-error';
import { once } from './embedded/once';
import { withLogKeys } from './log-keys';
import { naming } from './naming';
import { withPayloadKeys } from './payload-encryption';
import { seedExample } from './seed';
import { startServer } from './server';
import { warnings } from './warnings';
import { farewell, welcome, type Example } from './welcome';
import { markTraining } from './training';
import { startWorker } from './worker';

/** `npm start`: everything that Guicheng needs, on this machine, until Ctrl-C. */

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

const closing = new Closing(complain);
let interrupted = false;
let failure: string | undefined;

async function start(): Promise<void> {
  const wanted = await withLogKeys(await withPayloadKeys(loadConfig()));
  await naming('HOST', requireFreePort(wanted.PORT, 'PORT', '规程 / Guicheng', wanted.HOST));
  say('正在启动 PostgreSQL 与 Temporal / Starting PostgreSQL and Temporal …');
  warnings(wanted, unknownVariables()).forEach(complain);
  const { config, temporalUi } = await startServers(wanted, closing, say);
  if (interrupted) return;
  await naming('DATABASE_URL', migrate(config.MIGRATION_DATABASE_URL!));
  const training = await markTraining(config);
  const example = config.SEED_EXAMPLE ? await seed(config) : undefined;
  if (interrupted) return;
  const worker = await naming('TEMPORAL_ADDRESS', startWorker(config));
  closing.add('worker', worker.close);
  if (interrupted) return;
  const server = await startServer(config);
  closing.add('API', server.close);
  if (!interrupted) say(welcome({ url: server.url, temporalUi, dataDir: config.GUICHENG_DATA_DIR, example, training }));
}

async function seed(config: Config): Promise<Example> {
  await mkdir(config.GUICHENG_DATA_DIR, { recursive: true });
  const password = await keptSecret(path.join(config.GUICHENG_DATA_DIR, 'example-password'), 12);
  return { password, accounts: await seedExample(config.DATABASE_URL!, password) };
}

/** A problem that a person can put right needs no stack. */
function explain(error: unknown): string {
  const plain = error instanceof StartError || error instanceof ConfigError || error instanceof MigrationError;
  return plain ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const starting = start();

const stop = once(async () => {
  interrupted = true;
  say('正在停止 / Stopping …');
  // A part that is just being started becomes known only when its start has ended.
  await starting.catch(() => {});
  await closing.closeAll();
  (failure === undefined ? say : complain)(farewell(failure));
  process.exit();
});

// npm passes Ctrl-C on although the terminal has sent it already: a signal that comes again changes nothing.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());

async function stopAfter(error: unknown): Promise<void> {
  // The first failure is what the later ones follow from.
  failure ??= explain(error);
  process.exitCode = 1;
  await stop();
}
process.on('uncaughtException', (error) => void stopAfter(error));
process.on('unhandledRejection', (error) => void stopAfter(error));
starting.catch((error: unknown) => {
  // Ctrl-C also ends what the start was waiting for, which then fails: nothing to report.
  if (!interrupted) return stopAfter(error);
});
