import type { Request, Response } from 'express';
import type { ProblemBody } from '../contract/schemas/problem';
import { problemPage } from './board/page';
import { problemAnswer, send, type Answer, type Problem } from './problem';

/** The language of titles that the client prefers: Chinese unless it asks for English. */
function languageOf(request: Request): 'zh' | 'en' {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}

/** Whether the asker would rather read a page than JSON: a browser does. */
export function prefersHtml(request: Request): boolean {
  return request.accepts(['json', 'html']) === 'html';
}

/** A refusal as whoever asked can read it: on the board a page for people, everywhere else JSON. */
export function refusalFor(request: Request, problem: Problem): Answer {
  const answer = problemAnswer(problem, languageOf(request));
  if (!isOfTheBoard(request) || !prefersHtml(request)) return answer;
  const headers = { ...answer.headers, 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept' };
  return { ...answer, headers, body: problemPage(answer.body as ProblemBody) };
}

/** Answers with a refusal. */
export function refused(request: Request, response: Response, problem: Problem): void {
  send(response, refusalFor(request, problem));
}

function isOfTheBoard({ path }: Request): boolean {
  return path === '/board' || path.startsWith('/board/');
}
