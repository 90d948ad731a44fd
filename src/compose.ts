import type { Client } from '@temporalio/client';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { postgresAgendas } from './adapters/postgres/agenda';
import { postgresApiPorts } from './adapters/postgres/api-ports';
import { postgresBoard } from './adapters/postgres/board';
import { postgresClockMoves } from './adapters/postgres/clock-moves';
import type { Database } from './adapters/postgres/database';
import { guardPort } from './adapters/postgres/guard-port';
import { createLedger } from './adapters/postgres/ledger';
import { postgresHeads } from './adapters/postgres/heads';
import { postgresMovements } from './adapters/postgres/movements';
import { postgresOutbox } from './adapters/postgres/outbox';
import { postgresProcedures } from './adapters/postgres/procedures';
import { postgresVitals } from './adapters/postgres/vitals';
import { createCourses } from './adapters/temporal/courses';
import { outboxWaker } from './adapters/temporal/outbox';
import { countPollers } from './adapters/temporal/pollers';
import { createStoredPayloads } from './adapters/temporal/stored-payloads';
import { createApp, type ApiSettings } from './api/create-app';
import { createLive, type LiveSettings } from './api/live/live';
import type { Probe } from './api/operations';
import { agendaRoutes } from './api/routes/agenda';
import { boardRoutes } from './api/routes/board';
import { calendarImportRoute } from './api/routes/calendar-import';
import { caseRoute } from './api/routes/case';
import { clockRoutes } from './api/routes/clock';
import { deadlineRoutes } from './api/routes/deadlines';
import { headRoutes } from './api/routes/heads';
import { liveRoutes } from './api/routes/live';
import { outboxRoutes } from './api/routes/outbox';
import { procedureRoutes } from './api/routes/procedures';
import { temporalCodecRoutes } from './api/routes/temporal-codec';
import type { LogKeys } from './commands/audit/log-keys';
import { createClockMover } from './commands/clock-mover';
import { createCommands } from './commands/engine';
import type { Channel } from './domain/outbox';
import type { Changes } from './ports/changes';
import type { TrainingClock } from './ports/clock';
import type { LedgerObserver } from './ports/ledger';
import type { IdentityProvider } from './ports/identity-provider';

/** What an API process is made of. */
export interface ApiParts {
  readonly database: Database;
  readonly temporal: Client;
  readonly taskQueue: string;
  readonly workflowTaskTimeoutSeconds: number;
  readonly clock: TrainingClock;
  readonly settings: ApiSettings;
  readonly identityProvider?: IdentityProvider | undefined;
  /** Keys with which the ends of logs are signed; their public halves are published. */
  readonly logKeys?: LogKeys | undefined;
  /** By which notices leave this service; none by default. */
  readonly channels?: readonly Channel[];
  /** Of this database, as any process makes them. */
  readonly changes: Changes;
  /** How streams to browsers are kept, where not as usual. */
  readonly live?: Partial<LiveSettings> | undefined;
  readonly log: Logger;
  readonly probes: readonly Probe[];
  /** Told at moments of each step, for drills. */
  readonly observe?: LedgerObserver | undefined;
  /** Ends what goes on in the background. */
  readonly closing?: AbortSignal | undefined;
}

/** Puts the API together; it does not listen yet. In the background a training clock that was being moved goes on. */
export function composeApi(parts: ApiParts): Express {
  const { database, temporal, clock } = parts;
  const ports = postgresApiPorts(database);
  const outlets = { channels: parts.channels ?? [], written: outboxWaker(temporal, parts.taskQueue) };
  const ledger = createLedger(database, parts.observe, outlets);
  const commands = createCommands(ledger, clock);
  const reads = guardPort(postgresProcedures(database));
  const agendas = guardPort(postgresAgendas(database));
  const { taskQueue, workflowTaskTimeoutSeconds, log } = parts;
  const courses = createCourses(temporal, { taskQueue, workflowTaskTimeoutSeconds }, log);
  const moves = guardPort(postgresClockMoves(database));
  const mover = createClockMover({ clock, moves, courses, closing: parts.closing, log: parts.log });
  // What a process that died left undone is done now.
  mover.start();
  const agendaDeps = { agendas, clock, courses, ledger, organisations: ports.organisations };
  const storedPayloads = createStoredPayloads(temporal.options.loadedDataConverter.payloadCodecs);
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  const live = createLive({
    changes: parts.changes,
    movements: guardPort(postgresMovements(database)),
    sessions: ports.sessions,
    clock,
    metrics,
    log: parts.log,
    closing: parts.closing,
    settings: parts.live,
  });
  return createApp({
    ...ports,
    settings: parts.settings,
    identityProvider: parts.identityProvider,
    clock,
    log: parts.log,
    metrics,
    probes: parts.probes,
    vitals: { ...guardPort(postgresVitals(database)), workers: () => countPollers(temporal, parts.taskQueue) },
    procedureRoutes: [
      ...procedureRoutes({
        clock,
        ledger,
        reads,
        courses,
        commands,
        organisations: ports.organisations,
        changes: parts.changes,
      }),
      ...liveRoutes({ ledger, reads, live }),
      ...deadlineRoutes({ clock, reads }),
      ...agendaRoutes(agendaDeps),
      caseRoute({ ...agendaDeps, reads }),
      ...clockRoutes({ clock, moves, mover, organisations: ports.organisations }),
      calendarImportRoute({ calendars: ports.calendars, clock, courses, organisations: ports.organisations }),
      ...headRoutes({ heads: guardPort(postgresHeads(database)), keys: parts.logKeys }),
      ...boardRoutes({ board: guardPort(postgresBoard(database)) }),
      ...outboxRoutes({
        outbox: guardPort(postgresOutbox(database)),
        organisations: ports.organisations,
        written: outlets.written,
      }),
      ...temporalCodecRoutes({ organisations: ports.organisations, storedPayloads }),
    ],
  });
}
