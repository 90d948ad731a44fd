import type { Instant } from '../domain/calendar/civil-date';

/** Every business "now" outside workflows. Sessions, tokens and idempotency keys use the machine's clock instead. */
export interface Clock {
  now(): Promise<Instant>;
}
