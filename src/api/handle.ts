import express, { type Request, type RequestHandler, type Response } from 'express';
import { deriveId } from '../contract/ids';
import { civilDateOf } from '../domain/calendar/civil-date';
import type { Actor } from '../domain/permissions';
import { isRefusal, refuse } from '../domain/refusal';
import type { Clock } from '../ports/clock';
import type { IdempotencyKeys } from '../ports/idempotency';
import type { Sessions } from '../ports/sessions';
import { within } from '../ports/unavailable';
import { authenticate, readSessionToken, type CookieSettings } from './authentication';
import { fingerprint, once, readIdempotencyKey } from './idempotency';
import { invalid, inWords } from './invalid';
import type { Identity, LatelySignedIn } from './lately-signed-in';
import { send, type Answer, type Problem } from './problem';
import { prefersHtml, refusalFor, refused } from './refused';
import { isKeyed, type Reply, type Route, type RouteRequest } from './route';

/** The largest JSON body in bytes, where a route names no other. */
export const JSON_LIMIT = 256 * 1024;

/**
 * How long an answer may take, in milliseconds, the reading of the body apart. Work that is late goes on and keeps its answer for whoever
 * repeats the request with the same key.
 */
const ANSWER_WITHIN_MS = 4_700;

/** What every route needs besides its own work. */
export interface RouteContext {
  readonly settings: CookieSettings;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly lately: LatelySignedIn;
}

/** The Express handlers of a route: who is it, read the body, check it, once only, do it, answer. */
export function handlersFor(route: Route, context: RouteContext): RequestHandler[] {
  /** Whether whoever asks may go on; otherwise they have been told. */
  const signIn = async (request: Request, response: Response): Promise<boolean> => {
    const tokenHash = response.locals.sessionTokenHash as string | null;
    const actor = route.access === 'signed-in' ? await authenticate(context.sessions, tokenHash) : null;
    if (route.access === 'signed-in' && actor === null) {
      refused(request, response, refuse('session.required', null));
      return false;
    }
    if (tokenHash !== null && actor !== null) context.lately.note(tokenHash, actor);
    response.locals.actor = actor;
    return true;
  };
  const identify: RequestHandler = async (request, response, next) => {
    response.locals.route = route.path;
    const asked = performance.now();
    const isQuick = route.quick !== undefined && route.isRepeatable?.(request.params) === true;
    const tokenHash = readSessionToken(request.headers.cookie, context.settings);
    response.locals.sessionTokenHash = tokenHash;
    response.locals.recognised = isQuick ? context.lately.of(tokenHash) : undefined;
    const mayGoOn = response.locals.recognised !== undefined || (await signIn(request, response));
    response.locals.spentMs = performance.now() - asked;
    if (mayGoOn) next();
  };
  const act: RequestHandler = async (request, response) => {
    const since = performance.now() - (response.locals.spentMs as number);
    const left = () => ANSWER_WITHIN_MS - (performance.now() - since);
    const parsed = parse(route, request);
    if (isRefusal(parsed)) return refused(request, response, parsed);
    if (response.locals.recognised) {
      const quick = await within(left(), 'database', quickly(route, context, request, response, parsed));
      if (quick) return send(response, quick);
      if (!(await signIn(request, response))) return;
    }
    const work = perform(route, context, request, response, parsed);
    const answer = await within(left(), 'database', work);
    if (isRefusal(answer)) refused(request, response, answer);
    else send(response, answer);
  };
  // The body is read only after the sign-in is known, or was known lately, so that nobody can upload without one.
  return [identify, bodyReader(route), act];
}

/** What the quick way answers; null where the usual way has to be gone, which says what is the matter. */
async function quickly(
  route: Route,
  { clock }: RouteContext,
  request: Request,
  response: Response,
  { params, body }: Parsed,
): Promise<Answer | null> {
  if (isRefusal(readIdempotencyKey(request.get('idempotency-key')))) return null;
  const { recognised, sessionTokenHash } = response.locals as { recognised: Identity; sessionTokenHash: string };
  const now = await clock.now();
  const today = civilDateOf(now);
  const asked = { params, body, identity: recognised, sessionTokenHash, now, today, log: request.log };
  const reply = await route.quick!(asked);
  return reply && toAnswer(route, reply, request);
}

function bodyReader({ rawBody, jsonLimit = JSON_LIMIT }: Route): RequestHandler {
  if (!rawBody) return express.json({ limit: jsonLimit });
  return express.raw({ limit: rawBody.limit, type: [...rawBody.mediaTypes] });
}

interface Parsed {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

function parse(route: Route, request: Request): Parsed | Problem {
  const params = route.params?.safeParse(request.params);
  if (params && !params.success) return refuse('request.unknown-address', null);
  const query = route.query?.safeParse(request.query, inWords);
  if (query && !query.success) return invalid(query.error, 'query');
  if (route.rawBody) return parseRaw(route.rawBody.mediaTypes, request, { params: params?.data, query: query?.data });
  const body = route.body?.safeParse(request.body, inWords);
  if (body && !body.success) return invalid(body.error, 'body');
  return { params: params?.data, query: query?.data, body: body?.data };
}

function parseRaw(
  accepted: readonly string[],
  request: Request,
  rest: { params: unknown; query: unknown },
): Parsed | Problem {
  // Express leaves the body alone when the media type is not one of the accepted ones.
  if (Buffer.isBuffer(request.body)) return { ...rest, body: request.body };
  return refuse('request.unsupported-media-type', null, { accepted: accepted.join(', ') });
}

async function perform(
  route: Route,
  context: RouteContext,
  request: Request,
  response: Response,
  parsed: Parsed,
): Promise<Answer | Problem> {
  const actor = response.locals.actor as Actor | null;
  const run = async (key: string | null): Promise<Answer> => {
    const given = await routeRequest(context, request, response, parsed, key);
    return toAnswer(route, await route.handler(given), request);
  };
  if (!isKeyed(route) || actor === null) return run(null);
  const key = readIdempotencyKey(request.get('idempotency-key'));
  if (isRefusal(key)) return key;
  if (route.isRepeatable?.(parsed.params as Record<string, unknown>)) return run(key);
  const claim = { accountId: actor.accountId, key };
  const content = {
    method: request.method,
    address: request.originalUrl,
    body: parsed.body,
    secret: route.secretBody === true,
  };
  const claimed = { ...claim, request: await fingerprint(content, claim) };
  return once(context.idempotencyKeys, claimed, () => run(key));
}

async function routeRequest(
  { clock }: RouteContext,
  request: Request,
  response: Response,
  parsed: Parsed,
  idempotencyKey: string | null,
): Promise<RouteRequest<unknown, unknown, unknown, 'public' | 'signed-in'>> {
  const actor = response.locals.actor as Actor | null;
  return {
    ...parsed,
    actor,
    idempotencyKey,
    today: civilDateOf(await clock.now()),
    requestId: String(request.id),
    newId(label) {
      if (actor === null || idempotencyKey === null)
        throw new Error(`no Idempotency-Key to derive an id of ${label} from`);
      return deriveId(actor.accountId, idempotencyKey, label);
    },
    sessionTokenHash: response.locals.sessionTokenHash as string | null,
    lastEventId: request.get('last-event-id') ?? null,
    cookies: request.headers.cookie,
    address: request.ip ?? '',
    mediaType: (request.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase(),
    prefersHtml: prefersHtml(request),
    log: request.log,
  };
}

function toAnswer(route: Route, result: Reply<unknown> | Problem, request: Request): Answer {
  if (isRefusal(result)) return refusalFor(request, result);
  return { status: result.status ?? route.success.status, headers: result.headers ?? {}, body: result.body };
}
