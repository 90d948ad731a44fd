import { Router } from 'express';
import type { Registry } from 'prom-client';

const PROBE_LIMIT_MS = 1_500;

/** Something that must answer before this process can do its work. `check` rejects when it does not. */
export interface Probe {
  readonly name: 'database' | 'schema' | 'temporal';
  check(): Promise<void>;
}

/** For those who run the service: whether it lives, whether it is ready and what it measures. No sign-in, no personal data. */
export function operations({ probes, metrics }: { probes: readonly Probe[]; metrics: Registry }): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.locals.route = '/healthz';
    response.json({ status: 'alive' });
  });
  router.get('/readyz', async (_request, response) => {
    response.locals.route = '/readyz';
    const answers = await Promise.all(probes.map(isReady));
    const notReady = probes.filter((_probe, index) => !answers[index]).map(({ name }) => name);
    response.status(notReady.length === 0 ? 200 : 503);
    response.json({ status: notReady.length === 0 ? 'ready' : 'not-ready', notReady });
  });
  router.get('/metrics', async (_request, response) => {
    response.locals.route = '/metrics';
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  return router;
}

/** A probe that hangs is one that fails: whoever asks waits no longer than two seconds. */
async function isReady(probe: Probe): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PROBE_LIMIT_MS, false);
  });
  const checked = probe.check().then(
    () => true,
    () => false,
  );
  return Promise.race([checked, late]).finally(() => clearTimeout(timer));
}
