import { ConfigError, loadConfig, unknownVariables, type Config } from './config';
import { StartError } from './embedded/start-error';
import { once } from './embedded/once';
import { warnings } from './warnings';

/** Runs one part of the service as a process of its own, until it is told to stop: for containers, and for whoever manages processes. */
export function runUntilTold(
  start: (config: Config) => Promise<{ readonly line: string; close(): Promise<void> }>,
): void {
  const begin = async () => {
    const config = loadConfig();
    for (const line of warnings(config, unknownVariables())) process.stderr.write(`${line}\n`);
    return start(config);
  };
  const starting = begin();
  const stop = once(async () => {
    const part = await starting.catch(() => undefined);
    await part?.close();
    process.exit();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
  const fail = (error: unknown) => {
    const isPlain = error instanceof StartError || error instanceof ConfigError;
    const text = error instanceof Error ? (isPlain ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
    void stop();
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  starting.then(({ line }) => process.stdout.write(`${line}\n`), fail);
}
