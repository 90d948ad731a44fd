import express, { Router, type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { Vitals } from '../ports/vitals';
import type { CookieSettings } from './authentication';
import { welcomeOrigin } from './cross-origin';
import { documentation } from './documentation';
import { answerError, unknownAddress } from './errors';
import { handlersFor, type RouteContext } from './handle';
import { LatelySignedIn } from './lately-signed-in';
import { operations, type OperationsDeps } from './operations';
import { requestMetrics, vitalMetrics } from './metrics';
import { otherMethods } from './other-methods';
import { requestLog } from './request-log';
import type { Route } from './route';
import { routes } from './routes';
import type { RoutesDeps } from './routes/deps';
import { DECODE_PATH } from './routes/temporal-codec';
import { refuseOtherSites } from './same-site';
import { markTraining } from './training';
import { WEB_APP, webApp } from './web-app';

/** How this service is reached. */
export interface ApiSettings extends CookieSettings {
  /** Where people reach the service, when a proxy changes the Host header. */
  readonly publicUrl?: string | undefined;
  /** Addresses of proxies whose X-Forwarded-For is believed, as Express writes them; by default this machine's. */
  readonly trustedProxies?: string | undefined;
  /** The origin of Temporal's web page, where there is one that may have payloads decrypted. */
  readonly temporalUiOrigin?: string | undefined;
  /** The folder with the built browser application; without it there is none. */
  readonly webFolder?: string | undefined;
}

/** Everything the API needs from outside. */
export interface ApiDeps extends Omit<RouteContext, 'lately'>, RoutesDeps, OperationsDeps {
  readonly settings: ApiSettings;
  readonly log: Logger;
  readonly vitals: Vitals;
  /** The routes of the procedures, which bring their own dependencies. */
  readonly procedureRoutes: readonly Route[];
}

/** The web application over its dependencies. It neither listens nor reads the environment. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  const all = [...routes(deps), ...deps.procedureRoutes];
  app.disable('x-powered-by');
  app.set('trust proxy', deps.settings.trustedProxies ?? 'loopback');
  vitalMetrics(deps.metrics, deps);
  app.use(requestMetrics(deps.metrics), requestLog(deps.log), securityHeaders(deps.settings));
  app.use(operations(deps), markTraining(deps.clock));
  app.use('/api', (_request, response, next) => {
    // Answers belong to one person; browsers may keep them but ask again each time.
    response.set('Cache-Control', 'private, no-cache');
    next();
  });
  app.use(DECODE_PATH, welcomeOrigin(deps.settings.temporalUiOrigin));
  app.use(refuseOtherSites(deps.settings.publicUrl));
  const context = { ...deps, lately: new LatelySignedIn() };
  for (const route of all) app[route.method](expressPath(route.path), ...handlersFor(route, context));
  app.use(otherMethods(all, expressPath), documentation(all), frontDoor());
  if (deps.settings.webFolder !== undefined) app.use(webApp(deps.settings.webFolder));
  app.use(unknownAddress, answerError);
  return app;
}

function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Whoever types the bare address is led to what everybody may read, and whoever follows the link of a mail to its procedure. */
function frontDoor(): Router {
  return Router()
    .get('/', (_request, response) => {
      response.locals.route = '/';
      response.redirect('/board');
    })
    .get('/procedures/:id', ({ params }, response) => {
      response.locals.route = '/procedures/{id}';
      response.redirect(`${WEB_APP}/procedures/${encodeURIComponent(params.id)}`);
    });
}

/** Nothing is loaded from elsewhere, and https is insisted on only where the service is reached by it. */
function securityHeaders({ secureCookies }: ApiSettings) {
  return helmet({
    strictTransportSecurity: secureCookies,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        styleSrc: ["'self'"],
      },
    },
  });
}
