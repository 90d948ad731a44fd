import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { loggedError } from './logged-error';

/** Asked every few seconds by whoever watches the service: counted in the metrics, not told in the log. */
const OPERATIONS = new Set(['/healthz', '/readyz', '/metrics']);

const SANE_ID = /^[\w.-]{8,100}$/;

/**
 * One line per request: its id, method, route, status and time. Neither bodies nor headers nor the query, in which people
 * look for names; and of an address that is no route, nothing, for it may hold anything.
 */
export function requestLog(log: Logger): RequestHandler {
  return pinoHttp({
    logger: log,
    genReqId: (request, response) => {
      const given = request.headers['x-request-id'];
      const id = typeof given === 'string' && SANE_ID.test(given) ? given : randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    quietReqLogger: true,
    serializers: { req: () => undefined, res: () => undefined, err: loggedError },
    customAttributeKeys: { reqId: 'requestId' },
    customSuccessObject: (request, response, value: object) => ({ ...value, ...summary(request, response) }),
    customErrorObject: (request, response, _error, value: object) => ({ ...value, ...summary(request, response) }),
    autoLogging: { ignore: ({ url }) => OPERATIONS.has(url ?? '') },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
  });
}

function summary(request: IncomingMessage, response: ServerResponse) {
  return { method: request.method, route: (response as Response).locals.route ?? null, status: response.statusCode };
}
