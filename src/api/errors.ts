import type { ErrorRequestHandler, RequestHandler } from 'express';
import { refuse } from '../domain/refusal';
import { Overloaded } from '../ports/courses';
import { Unavailable } from '../ports/unavailable';
import { JSON_LIMIT } from './handle';
import { refuseUntil, type Problem } from './problem';
import { refused } from './refused';

const RETRY_AFTER_SECONDS = 2;

/** Answers every address that no route answers. */
export const unknownAddress: RequestHandler = (request, response) => {
  refused(request, response, refuse('request.unknown-address', null));
};

/** The one place where a thrown error becomes an answer. What is not foreseen is logged and says nothing about itself. */
export const answerError: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) return next(error);
  const problem = badRequest(error) ?? unavailable(error);
  if (!problem) request.log.error({ err: error }, 'request failed');
  else if (problem.code === 'request.unavailable') request.log.warn({ err: error }, 'unavailable');
  refused(request, response, problem ?? refuse('request.internal', null, { requestId: String(request.id) }));
};

/** What Express and its body readers throw about the request itself. */
function badRequest(error: unknown): Problem | null {
  if (!hasKey(error, 'status') || typeof error.status !== 'number' || error.status >= 500) return null;
  if (error.status === 413) {
    const limit = hasKey(error, 'limit') && typeof error.limit === 'number' ? error.limit : JSON_LIMIT;
    return refuse('request.too-large', null, { limit });
  }
  if (error.status === 415) return refuse('request.unsupported-media-type', null, { accepted: 'application/json' });
  // A path that cannot be decoded leads nowhere; any other 4xx comes from reading the body.
  if (error instanceof URIError) return refuse('request.unknown-address', null);
  return refuse('request.malformed-json', null);
}

/** What the ports throw when somebody else does not answer. */
function unavailable(error: unknown): Problem | null {
  if (error instanceof Overloaded) return refuseUntil('request.too-many', RETRY_AFTER_SECONDS);
  if (error instanceof Unavailable) return refuseUntil('request.unavailable', error.retryAfterSeconds);
  return null;
}

function hasKey<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === 'object' && value !== null && key in value;
}
