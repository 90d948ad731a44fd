import type { Endpoint } from './endpoints';
import { newKey } from './key';
import { refusedWith, unreachable } from './problem';

/** What goes with a request. */
export interface Given {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** The key of what is being done; a repeat sends the same. By default a new one. */
  readonly key?: string;
  readonly signal?: AbortSignal;
  /** That nobody is signed in is an answer like any other. */
  readonly evenSignedOut?: boolean;
}

let signInAgain: (() => Promise<void>) | null = null;

/** Says what happens when a session has ended: the request waits for it and is then sent again. */
export function whenSignedOut(handler: (() => Promise<void>) | null): void {
  signInAgain = handler;
}

/** Asks the API. @throws Problem for every answer that is not a success, and when there is none. */
export async function call<Answer>(endpoint: Endpoint<Answer>, given: Given = {}): Promise<Answer> {
  const request = requestOf(endpoint, given);
  const response = await send(request);
  if (response.status !== 401 || signInAgain === null || given.evenSignedOut) return answerOf<Answer>(response);
  await signInAgain();
  return answerOf<Answer>(await send(request));
}

interface Request {
  readonly address: string;
  readonly init: RequestInit;
}

function requestOf(
  { method, path }: Endpoint<unknown>,
  { params = {}, query = {}, body, key, signal }: Given,
): Request {
  const place = path.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') asked.set(name, value);
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (method === 'post') headers['Idempotency-Key'] = key ?? newKey();
  const init: RequestInit = { method: method.toUpperCase(), headers, signal: signal ?? null };
  if (body instanceof Blob) Object.assign(init, { body, headers: { ...headers, 'Content-Type': body.type } });
  else if (body !== undefined)
    Object.assign(init, { body: JSON.stringify(body), headers: { ...headers, 'Content-Type': 'application/json' } });
  return { address: asked.size > 0 ? `${place}?${asked}` : place, init };
}

async function send({ address, init }: Request): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw unreachable();
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  const body = parsed(text);
  if (!response.ok) throw refusedWith(response.status, body);
  return body as Answer;
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
