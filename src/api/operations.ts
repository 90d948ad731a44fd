import { Router } from 'express';
import type { Registry } from 'prom-client';
import type { Clock } from '../ports/clock';
import type { Vitals } from '../ports/vitals';
import { inTime } from './in-time';

/** Something that must answer before this process can do its work. `check` rejects when it does not. */
export interface Probe {
  readonly name: 'database' | 'schema' | 'temporal';
  check(): Promise<void>;
}

export interface OperationsDeps {
  /** What must answer before this process is ready. */
  readonly probes: readonly Probe[];
  readonly metrics: Registry;
  readonly vitals: Pick<Vitals, 'workers'>;
  readonly clock: Clock;
}

/** For those who run the service: whether it lives, whether it is ready and what it measures. No sign-in, no personal data. */
export function operations({ probes, metrics, vitals, clock }: OperationsDeps): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.locals.route = '/healthz';
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    response.locals.route = '/readyz';
    const [answers, warnings, offset] = await Promise.all([
      Promise.all(probes.map(isReady)),
      warningsOf(vitals),
      inTime(clock.offset(), null),
    ]);
    const notReady = probes.filter((_probe, index) => !answers[index]).map(({ name }) => name);
    response.status(notReady.length === 0 ? 200 : 503);
    const status = notReady.length === 0 ? 'ready' : 'not-ready';
    response.json({ status, notReady, warnings, ...(offset !== null && { training: true }) });
  });
  router.get('/metrics', async (_request, response) => {
    response.locals.route = '/metrics';
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  return router;
}

function isReady(probe: Probe): Promise<boolean> {
  const answers = probe.check().then(() => true);
  return inTime(answers, false);
}

/** What is amiss although this process does its work: without a worker everything can be read, and nothing moves. */
async function warningsOf(vitals: OperationsDeps['vitals']): Promise<'worker'[]> {
  return (await inTime(vitals.workers(), null)) === 0 ? ['worker'] : [];
}
