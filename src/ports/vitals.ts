import type { Instant } from '../domain/calendar/civil-date';

/** Numbers that those who run the service watch. Each rejects when whoever knows it does not answer. */
export interface Vitals {
  /** Workers that lately asked for something to do: without one nothing moves, though everything can be read. */
  workers(): Promise<number>;
  openProcedures(): Promise<number>;
  /** What is still owed although its time has passed. */
  overdueDeadlines(now: Instant): Promise<number>;
  /** What passed before a moment and is not yet on record as overdue: its workflow should have woken. */
  unnoticedDeadlines(passedBefore: Instant): Promise<number>;
  /** The last moment of the years whose holidays are known. */
  calendarEnd(): Promise<Instant>;
  /** Procedures that ended before a moment and whose log's end nobody has signed. */
  unsignedHeads(endedBefore: Instant): Promise<number>;
  outbox(): Promise<OutboxVitals>;
}

/** How messages stand that are to leave this service. */
export interface OutboxVitals {
  /** Those being sent among them. */
  readonly waiting: number;
  /** Text messages that may have gone out: a person has to decide. */
  readonly uncertain: number;
  readonly failed: number;
  /** Since the oldest of those waiting was written; zero when none is. */
  readonly oldestWaitingSeconds: number;
}
