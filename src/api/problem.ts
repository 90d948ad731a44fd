import type { Response } from 'express';
import type { ProblemBody } from '../contract/schemas/problem';
import { refusalWords } from '../contract/words/refusals';
import { refuse, type Refusal } from '../domain/refusal';
import { asTraining } from './board/html';
import { EventStream } from './live/event-stream';
import { refusalStatus } from './refusal-status';
import { isFromTraining } from './training';

/** A refusal as a route answers it, with what helps the one who asked. */
export interface Problem extends Refusal {
  /** What is wrong with each field. */
  readonly errors?: ProblemBody['errors'];
  /** What is possible instead. */
  readonly possible?: readonly string[];
  readonly retryAfterSeconds?: number;
}

/** An answer before it is written: what the idempotency store keeps and gives again. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** The media type of every refusal [RFC 9457]. */
export const PROBLEM_TYPE = 'application/problem+json';

/** A refusal that says when to try again. */
export function refuseUntil(code: string, retryAfterSeconds: number): Problem {
  return { ...refuse(code, null, { retryAfterSeconds }), retryAfterSeconds };
}

/** The refusal as an HTTP answer. `language` decides the title; the detail comes in both. A code without words is a 500. */
export function problemAnswer(problem: Problem, language: 'zh' | 'en' = 'zh'): Answer {
  const words = refusalWords(problem);
  if (!words) return problemAnswer(refuse('request.internal', null), language);
  const status = refusalStatus(problem.code);
  const { code, clause, params, errors, possible, retryAfterSeconds } = problem;
  const body: ProblemBody = {
    type: `urn:guicheng:problem:${code}`,
    title: words.title[language],
    status,
    code,
    clause,
    params,
    detail: words.detail,
    ...(errors && { errors }),
    ...(possible && { possible: [...possible] }),
    ...(typeof params.earliest === 'number' && { earliest: new Date(params.earliest).toISOString() }),
  };
  const headers: Record<string, string> = { 'Content-Type': PROBLEM_TYPE };
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  return { status, headers, body };
}

/** Writes an answer, unless the connection is already gone. A page of a training database says so. */
export function send(response: Response, { status, headers, body }: Answer): void {
  if (response.headersSent) return;
  if (body instanceof EventStream) return body.open(response);
  response.status(status).set(headers);
  const isPage = headers['Content-Type']?.startsWith('text/html') === true;
  if (body === undefined) response.end();
  else if (body instanceof Uint8Array)
    response.send(isPage && isFromTraining(response) ? asTraining(body) : Buffer.from(body));
  else response.json(body);
}
