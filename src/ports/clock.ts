import type { Instant } from '../domain/calendar/civil-date';

/** Every business "now" outside workflows. Sessions, tokens and idempotency keys use the machine's clock instead. */
export interface Clock {
  now(): Promise<Instant>;
  /** How far it is ahead of the machine's clock, in milliseconds; null where it is the machine's clock, which nobody moves. */
  offset(): Promise<number | null>;
}

/** The clock of a training database: it goes like any other, and may be moved on, never back. */
export interface TrainingClock extends Clock {
  /** Moves it on to that moment; nothing when it is there already. */
  advanceTo(moment: Instant): Promise<void>;
}

/** The moments for which open procedures wait. */
export interface Timetable {
  /** The next of them, with the procedures that wait for it; null when there is none. */
  next(): Promise<{ readonly at: Instant; readonly procedures: readonly Waiting[] } | null>;
  open(): Promise<readonly Waiting[]>;
}

export interface Waiting {
  readonly kind: string;
  readonly id: string;
}
