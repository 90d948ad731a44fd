import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Clock } from '../ports/clock';
import type { OutboxVitals, Vitals } from '../ports/vitals';
import { inTime } from './in-time';

const REMEMBERED_MS = 15_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Counts requests by route and status. Routes are templates and nothing else is a label: no address, nobody's name. */
export function requestMetrics(registry: Registry): RequestHandler {
  const duration = new Histogram({
    name: 'guicheng_http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const inFlight = new Gauge({
    name: 'guicheng_http_requests_in_flight',
    help: 'Requests that are being answered',
    registers: [registry],
  });
  return (request, response, next) => {
    const stop = duration.startTimer();
    inFlight.inc();
    let isStream = false;
    response.locals.goesOn = () => {
      isStream = true;
      inFlight.dec();
    };
    // `close` comes exactly once, whether the answer was finished or the client went away.
    response.once('close', () => {
      if (isStream) return;
      inFlight.dec();
      const route = String(response.locals.route ?? 'unknown');
      stop({ method: request.method, route, status: response.statusCode });
    });
    next();
  };
}

/** Who looks on, whether changes are heard, and how much is told. */
export function liveMetrics(
  registry: Registry,
  now: { streams(): number; isHeard(): boolean },
): { readonly told: Counter } {
  const registers = [registry];
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge('guicheng_live_streams', 'Browsers that look on', now.streams);
  gauge('guicheng_live_heard', '1 while changes are heard of as they happen, else 0', () => Number(now.isHeard()));
  return {
    told: new Counter({ name: 'guicheng_live_told_total', help: 'Movements told to browsers', registers }),
  };
}

/** Measures the vitals when they are asked for, at most once in 15 seconds. One that is not known at the moment is NaN. */
export function vitalMetrics(registry: Registry, { vitals, clock }: { vitals: Vitals; clock: Clock }): void {
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        this.set(await inTime(read(), NaN));
      },
    });
  const measure = (name: string, help: string, read: () => Promise<number>) =>
    gauge(name, help, rememberFor(REMEMBERED_MS, read));
  measure('guicheng_workers', 'Workers that lately asked for something to do', () => vitals.workers());
  measure('guicheng_procedures_open', 'Procedures under way', () => vitals.openProcedures());
  measure('guicheng_deadlines_overdue', 'What is still owed although its time has passed', async () =>
    vitals.overdueDeadlines(await clock.now()),
  );
  measure(
    'guicheng_deadlines_unnoticed',
    'What passed more than ten minutes ago and is not yet on record as overdue',
    async () => vitals.unnoticedDeadlines((await clock.now()) - 10 * MINUTE_MS),
  );
  measure(
    'guicheng_calendar_seconds_left',
    'Until the end of the last year whose holidays are known',
    async () => ((await vitals.calendarEnd()) - (await clock.now())) / 1_000,
  );
  measure(
    'guicheng_heads_unsigned',
    "Procedures that ended more than an hour ago and whose log's end nobody has signed",
    async () => vitals.unsignedHeads((await clock.now()) - HOUR_MS),
  );
  const outbox = rememberFor(REMEMBERED_MS, () => vitals.outbox());
  const ofOutbox = (name: string, help: string, pick: (outbox: OutboxVitals) => number) =>
    gauge(`guicheng_outbox_${name}`, help, async () => pick(await outbox()));
  ofOutbox('waiting', 'Messages to be sent', ({ waiting }) => waiting);
  ofOutbox('uncertain', 'Text messages that may have gone out: a person has to decide', ({ uncertain }) => uncertain);
  ofOutbox('failed', 'Messages that did not go out and are not tried again', ({ failed }) => failed);
  ofOutbox(
    'oldest_waiting_seconds',
    'Since the oldest message to be sent was written',
    ({ oldestWaitingSeconds }) => oldestWaitingSeconds,
  );
}

/** The same answer for whoever asks within that time; a failure is not remembered. */
function rememberFor<T>(milliseconds: number, read: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly answer: Promise<T> } | undefined;
  return () => {
    if (last && performance.now() - last.at < milliseconds) return last.answer;
    const asked = { at: performance.now(), answer: read() };
    last = asked;
    asked.answer.catch(() => {
      if (last === asked) last = undefined;
    });
    return asked.answer;
  };
}
