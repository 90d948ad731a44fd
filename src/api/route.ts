import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Bilingual } from '../contract/words/bilingual';
import type { CivilDate, Instant } from '../domain/calendar/civil-date';
import type { Actor } from '../domain/permissions';
import type { Identity } from './lately-signed-in';
import type { Problem } from './problem';

/** Whether a route answers everybody or only whoever is signed in. */
export type Access = 'public' | 'signed-in';

/** What a handler is given: parsed, checked and typed. */
export interface RouteRequest<Params, Query, Body, A extends Access> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly actor: A extends 'signed-in' ? Actor : null;
  /** The business day in China, by the clock of the database: what terms and deadlines are compared with. */
  readonly today: CivilDate;
  readonly requestId: string;
  /** Null where none is asked for. */
  readonly idempotencyKey: string | null;
  /** The id of what this request creates: the same for a repeat. Only for routes that ask for an Idempotency-Key. */
  newId(label: string): string;
  /** SHA-256 of the token of the sign-in, where there is one. */
  readonly sessionTokenHash: string | null;
  /** What a browser heard last on a stream that broke. */
  readonly lastEventId: string | null;
  /** The Cookie header. */
  readonly cookies?: string | undefined;
  /** Where the request comes from. */
  readonly address: string;
  /** The media type that the request states for its body. */
  readonly mediaType: string;
  /** Whether the asker would rather read a page than JSON: a browser does. */
  readonly prefersHtml: boolean;
  readonly log: Logger;
}

/** What a handler answers with: the status and media type of `success` unless it says otherwise. */
export interface Reply<Body> {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Body;
}

/** A body that is not JSON. */
export interface RawBody {
  readonly mediaTypes: readonly string[];
  /** In bytes. */
  readonly limit: number;
}

/** What the quick way of a route is given. Who asks was lately signed in: whether they still are is for the quick way to make sure of. */
export interface QuickRequest<Params, Body> {
  readonly params: Params;
  readonly body: Body;
  readonly identity: Identity;
  readonly sessionTokenHash: string;
  readonly now: Instant;
  readonly today: CivilDate;
  readonly log: Logger;
}

interface RouteFacts {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/api/people/{id}`. */
  readonly path: `/${string}`;
  readonly tag: string;
  readonly summary: Bilingual;
  /** What the summary leaves open, where something is. */
  readonly about?: Bilingual;
  readonly rawBody?: RawBody;
  /** The largest JSON body in bytes, where it is not the usual one. */
  readonly jsonLimit?: number;
  /** Other answers that are no refusal. */
  readonly alternatives?: readonly Success<z.ZodType>[];
  /** The statuses of the refusals this route may answer with, besides those that every route shares. */
  readonly problems?: readonly number[];
  /** The body holds a secret, so its fingerprint must be as costly to guess from as a stored password. */
  readonly secretBody?: true;
  /** A POST that may safely be repeated without an Idempotency-Key. */
  readonly unkeyed?: true;
  /** Whether a request to this address does the same when it is repeated, by its own nature: its key is asked for and its answer not kept. */
  readonly isRepeatable?: (params: Readonly<Record<string, unknown>>) => boolean;
}

interface Success<S extends z.ZodType> {
  readonly status: 200 | 201 | 202 | 204 | 303;
  /** The JSON body; without it there is none. */
  readonly schema?: S;
  /** Set where the body is bytes of one of these types instead of JSON. */
  readonly mediaTypes?: readonly string[];
}

/** One way in, from which both its handler and its part of the OpenAPI document are made. */
export interface RouteDefinition<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  S extends z.ZodType,
  A extends Access,
> extends RouteFacts {
  readonly access: A;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly success: Success<S>;
  /** Answers what is `isRepeatable` without asking first who it is, for what many ask at once; null when the handler has to answer. */
  readonly quick?: (request: QuickRequest<z.output<P>, z.output<B>>) => Promise<Reply<z.output<S>> | null>;
  readonly handler: (
    request: RouteRequest<z.output<P>, z.output<Q>, z.output<B>, A>,
  ) => Promise<Reply<z.output<S>> | Problem>;
}

/** A route whose types have done their work: every handler may stand in one list. */
export interface Route extends RouteFacts {
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly success: Success<z.ZodType>;
  readonly quick?: (request: QuickRequest<unknown, unknown>) => Promise<Reply<unknown> | null>;
  readonly handler: (request: RouteRequest<unknown, unknown, unknown, Access>) => Promise<Reply<unknown> | Problem>;
}

/**
 * Defines a route. `params`, `query` and `body` are checked before the handler runs; a refusal is returned, never thrown.
 * A POST asks for an Idempotency-Key unless it is public or `unkeyed`.
 */
export function route<
  P extends z.ZodObject = z.ZodObject<Record<never, never>>,
  Q extends z.ZodObject = z.ZodObject<Record<never, never>>,
  B extends z.ZodType = z.ZodUndefined,
  S extends z.ZodType = z.ZodUndefined,
  A extends Access = 'signed-in',
>(definition: RouteDefinition<P, Q, B, S, A>): Route {
  // The mounting code hands the handler exactly what these schemas produced, which TypeScript cannot follow through a list.
  return definition as unknown as Route;
}

/** Whether the route asks for an Idempotency-Key. */
export function isKeyed({ method, access, unkeyed }: Route): boolean {
  return method === 'post' && access === 'signed-in' && !unkeyed;
}
