import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** One request; a POST gets an Idempotency-Key of its own. */
export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly cookie?: string | null;
  readonly body?: object;
}

export interface Batch {
  readonly url: string;
  /** How many are under way at once. */
  readonly width: number;
  readonly questions: readonly Question[];
}

/** How long all took together and each by itself, in milliseconds. */
export interface Asked {
  readonly totalMs: number;
  readonly eachMs: readonly number[];
}

/** Asks from a process of its own. Throws when an answer is not a success. */
export type Ask = (batch: Batch) => Promise<Asked>;

/** Runs work with a process that asks for it, and ends that process. */
export async function withAsker<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  const child = fork(path.join(__dirname, 'child.ts'));
  try {
    return await work(async (batch) => {
      const answer = await reply<Asked | { failed: string }>(child, batch);
      if ('failed' in answer) throw new Error(answer.failed);
      return answer;
    });
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}

/** Sends a process a message and waits for the one that it answers with. Throws when the process ends instead. */
export async function reply<T>(child: ChildProcess, message: Serializable): Promise<T> {
  const waiting = new AbortController();
  const ended = once(child, 'exit', waiting).then(() => Promise.reject(new Error('the process has ended')));
  const answered = once(child, 'message', waiting);
  child.send(message);
  try {
    const [answer] = await Promise.race([answered, ended]);
    return answer as T;
  } finally {
    ended.catch(() => undefined);
    answered.catch(() => undefined);
    waiting.abort();
  }
}
