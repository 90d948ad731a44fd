import type { ProblemBody } from '../../../src/contract/schemas/problem';

/** An answer that says no, or none at all. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly body: ProblemBody,
    /** Whether the same request with the same key may still have an effect, or find out that it had one. */
    readonly isOpen: boolean,
  ) {
    super(body.code);
  }
}

/** The API's own refusal, from a response that is not a success. */
export function refusedWith(status: number, body: unknown): Problem {
  const problem = isProblem(body) ? body : brokenAnswer(status);
  return new Problem(problem, status >= 500 || status === 429 || problem.code === 'idempotency-key.in-progress');
}

/** There was no answer: the network, or a service that is being restarted. */
export function unreachable(): Problem {
  const detail = {
    zh: '没有连接到服务。已填写的内容都保留，请稍后再试；重复提交不会办理两次。',
    en: 'The service cannot be reached. What you typed is kept; try again in a moment. Sending it again does nothing twice.',
  };
  return new Problem(own('web.unreachable', '连接不上服务', detail, 0), true);
}

function brokenAnswer(status: number): ProblemBody {
  const detail = {
    zh: `服务的答复无法读取（${status}）。请稍后再试。`,
    en: `The answer of the service cannot be read (${status}). Try again in a moment.`,
  };
  return own('web.unreadable', '答复无法读取', detail, status);
}

function own(code: string, title: string, detail: ProblemBody['detail'], status: number): ProblemBody {
  return { type: `urn:guicheng:problem:${code}`, title, status, code, clause: null, params: {}, detail };
}

function isProblem(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
