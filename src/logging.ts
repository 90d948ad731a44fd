import { DefaultLogger, Runtime, type LogLevel } from '@temporalio/worker';
import { pino, type Logger } from 'pino';
import type { Config } from './config';

/** Structured logs, one JSON object a line on standard output. */
export function createLog({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>): Logger {
  return pino({ level: LOG_LEVEL, base: { service: 'guicheng' }, timestamp: pino.stdTimeFunctions.isoTime });
}

const LEVELS: Readonly<Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'>> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

let installed = false;

/** Lets Temporal's SDK write into the same log, with workflow ids. The runtime can be installed once per process. */
export function installTemporalLog(log: Logger): void {
  if (installed) return;
  installed = true;
  const write = ({ level, message, meta }: { level: LogLevel; message: string; meta?: object }) =>
    log[LEVELS[level]](meta ?? {}, message);
  // Signals are the root's business (src/start.ts): the API closes before the worker drains.
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('WARN', write) });
}
