import type { Request, Response } from 'express';
import type { ProblemBody } from '../contract/schemas/problem';
import { problemPage, type WayOn } from './board/page';
import { problemAnswer, send, type Answer, type Problem } from './problem';

/** Where people come with a browser, and how they go on when they are refused. */
const WAYS_ON: readonly (WayOn & { readonly from: string })[] = [
  { from: '/board', href: '/board', zh: '全部公开栏', en: 'All notice boards' },
  { from: '/api/sessions/oidc', href: '/api/sessions/oidc', zh: '重新登录', en: 'Sign in again' },
];

/** The language of titles that the client prefers: Chinese unless it asks for English. */
function languageOf(request: Request): 'zh' | 'en' {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}

/** Whether the asker would rather read a page than JSON: a browser does. */
export function prefersHtml(request: Request): boolean {
  return request.accepts(['json', 'html']) === 'html';
}

/** A refusal as whoever asked can read it: where people come with a browser a page, everywhere else JSON. */
export function refusalFor(request: Request, problem: Problem): Answer {
  const answer = problemAnswer(problem, languageOf(request));
  const way = WAYS_ON.find(({ from }) => request.path === from || request.path.startsWith(`${from}/`));
  if (!way || !prefersHtml(request)) return answer;
  const headers = { ...answer.headers, 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept' };
  return { ...answer, headers, body: problemPage(answer.body as ProblemBody, way) };
}

/** Answers with a refusal. */
export function refused(request: Request, response: Response, problem: Problem): void {
  send(response, refusalFor(request, problem));
}
