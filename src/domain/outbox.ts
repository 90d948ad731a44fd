import { PERSONAL_CHANNELS } from './contact';

/** Every way by which a notice leaves this service. The webhook goes to another system and names nobody. */
export const CHANNELS = [...PERSONAL_CHANNELS, 'webhook'] as const;

export type Channel = (typeof CHANNELS)[number];

/**
 * `sending` while a worker has it in hand. `uncertain` is a text message of which nobody knows whether it went out: a person decides.
 * `failed` is not tried again unless a person says so. `cancelled` was not to be sent any more.
 */
export const OUTBOX_STATES = ['waiting', 'sending', 'sent', 'uncertain', 'failed', 'cancelled'] as const;

export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Why something did not go out, or may not have. */
export const OUTBOX_REASONS = [
  'unreachable',
  'no-answer',
  'tls',
  'sign-in',
  'not-now',
  'refused',
  'redirected',
  'worker-lost',
  'restored',
  'internal',
  'not-wanted',
  'given-up',
] as const;

export type OutboxReason = (typeof OUTBOX_REASONS)[number];

/** What came of one attempt. `status` is the code of the SMTP or HTTP answer, where there was one. */
export type Delivery =
  | { readonly outcome: 'sent' }
  | {
      /** `not-sent`: surely not, and a later attempt may succeed. `rejected`: surely not, and never will. `unknown`: perhaps. */
      readonly outcome: 'not-sent' | 'rejected' | 'unknown';
      readonly reason: OutboxReason;
      readonly status?: number | undefined;
    };

/** How a message stands after an attempt. */
export interface Settled {
  readonly state: Exclude<OutboxState, 'sending'>;
  readonly reason: OutboxReason | null;
  readonly status: number | null;
  /** When it is tried again; null where it is not. */
  readonly retryInMs: number | null;
}

/** With these pauses, about two days. */
export const MOST_ATTEMPTS = 20;

export const FIRST_PAUSE_MS = 30_000;

const LONGEST_PAUSE_MS = 4 * 3_600_000;

/** Half a minute after the first attempt, then twice as long each time, up to four hours. */
export function pauseAfter(attempts: number, firstPauseMs = FIRST_PAUSE_MS): number {
  return Math.min(firstPauseMs * 2 ** (attempts - 1), LONGEST_PAUSE_MS);
}

/**
 * Mail and webhooks go out at least once: what may not have arrived is sent again, under the same id. A text message is never sent a second
 * time by itself unless it surely did not go out: people pay for it and read it twice.
 */
export function settle(
  delivery: Delivery,
  { channel, attempts, firstPauseMs }: { channel: Channel; attempts: number; firstPauseMs?: number },
): Settled {
  if (delivery.outcome === 'sent') return { state: 'sent', reason: null, status: null, retryInMs: null };
  const { outcome, reason, status = null } = delivery;
  const ended = { reason, status, retryInMs: null };
  if (outcome === 'unknown' && channel === 'sms') return { state: 'uncertain', ...ended };
  if (outcome === 'rejected' || attempts >= MOST_ATTEMPTS) return { state: 'failed', ...ended };
  return { state: 'waiting', reason, status, retryInMs: pauseAfter(attempts, firstPauseMs) };
}
