import { DefaultLogger, Runtime, type LogEntry, type LogLevel } from '@temporalio/worker';
import { pino, type DestinationStream, type Logger } from 'pino';
import { loggedError } from './api/logged-error';
import type { Config } from './config';

/** Structured logs, one JSON object a line, on standard output unless told otherwise. */
export function createLog({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>, destination?: DestinationStream): Logger {
  const options = {
    level: LOG_LEVEL,
    base: { service: 'guicheng' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: pino.stdSerializers.wrapErrorSerializer(loggedError) },
  };
  return destination ? pino(options, destination) : pino(options);
}

const LEVELS: Readonly<Record<LogLevel, 'trace' | 'debug' | 'info' | 'warn' | 'error'>> = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
};

/** What Temporal's SDK logs, from warnings up, written into that log with its workflow ids. */
export function temporalLogger(log: Logger): DefaultLogger {
  // What went wrong comes as `error`, of which the log would show nothing: it writes out what it is given as `err`.
  const write = ({ level, message, meta: { error, ...meta } = {} }: LogEntry) =>
    log[LEVELS[level]](error === undefined ? meta : { ...meta, err: error }, message);
  return new DefaultLogger('WARN', write);
}

let installed = false;

/** Lets Temporal's SDK write into the same log. The runtime can be installed once per process. */
export function installTemporalLog(log: Logger): void {
  if (installed) return;
  installed = true;
  // Signals are the root's business (src/start.ts): the API closes before the worker drains.
  Runtime.install({ shutdownSignals: [], logger: temporalLogger(log) });
}
