import type { Instant } from '../domain/calendar/civil-date';
import type { CourseStart } from '../contract/messages/course';
import type { Timer } from '../domain/procedure/deadline';
import type { Refusal } from '../domain/refusal';

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

/** A move of the training clock that somebody asked for. */
export interface ClockMove {
  readonly id: string;
  readonly askedById: string;
}

/** A move that has not settled: something that was due by then has not happened yet. */
export interface PendingMove {
  readonly id: string;
  readonly to: Instant;
}

/** An open procedure and what it waits for. */
export interface OpenCourse extends CourseStart {
  readonly timers: readonly Timer[];
  /** Whether it was told something that it has not received yet. */
  readonly isTold: boolean;
  /** How far its workflow knows the clock to be ahead; null when it was never told. */
  readonly heard: number | null;
}

/** The moves of the training clock. They are kept until they have settled, whoever set them going. */
export interface ClockMoves {
  /**
   * Keeps a move, once: the same one again is where it was. Of two at once, one comes after the other. `decide` says where it leads from
   * the moment to which those before it lead.
   */
  ask(move: ClockMove, decide: (from: Instant) => Instant | Refusal): Promise<Instant | Refusal>;
  /** Those that have not settled, in their order. */
  pending(): Promise<readonly PendingMove[]>;
  settle(id: string): Promise<void>;
  openCourses(): Promise<readonly OpenCourse[]>;
}
