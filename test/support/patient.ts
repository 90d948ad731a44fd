import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiAnswer, ApiClient } from './api';
import type { Cast } from './council';

const PAUSE_MS = 100;

/** Whether an answer says neither yes nor no but "ask again later". */
export function isLater({ status, body }: ApiAnswer): boolean {
  return status === 503 || status === 429 || body?.code === 'idempotency-key.in-progress';
}

/** A client that repeats what it is told to ask later, with the same Idempotency-Key, until it has an answer. */
export function patient(client: ApiClient): ApiClient {
  return {
    ...client,
    get: (path, sent) => untilAnswered(() => client.get(path, sent)),
    post: (path, body, { key = randomUUID(), ...sent } = {}) =>
      untilAnswered(() => client.post(path, body, { ...sent, key })),
  };
}

export function patientCast({ staff, secretary, chair, recorder }: Cast): Cast {
  return { staff: patient(staff), secretary: patient(secretary), chair: patient(chair), recorder: patient(recorder) };
}

/** Sends a request, always the same, until it is not told to ask later. */
export async function untilAnswered(ask: () => Promise<ApiAnswer>): Promise<ApiAnswer> {
  for (;;) {
    const answer = await ask();
    if (!isLater(answer)) return answer;
    await pause(PAUSE_MS);
  }
}

/** Asks until the answer is the one waited for. */
export async function until<T>(ask: () => Promise<T>, isIt: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isIt(answer)) return answer;
    await pause(PAUSE_MS);
  }
}

/** Waits for a moment in real time. */
export async function untilMoment(moment: number): Promise<void> {
  while (Date.now() < moment) await pause(moment - Date.now());
}
