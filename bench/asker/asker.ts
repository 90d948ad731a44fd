import { fork, type ChildProcess } from 'node:child_process';
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
export async function reply<T>(child: ChildProcess, message: object): Promise<T> {
  child.send(message);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the process has ended')));
  const [answer] = await Promise.race([once(child, 'message'), ended]);
  return answer as T;
}
