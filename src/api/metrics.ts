import type { RequestHandler } from 'express';
import { Gauge, Histogram, type Registry } from 'prom-client';

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
    // `close` comes exactly once, whether the answer was finished or the client went away.
    response.once('close', () => {
      inFlight.dec();
      const route = String(response.locals.route ?? 'unknown');
      stop({ method: request.method, route, status: response.statusCode });
    });
    next();
  };
}
