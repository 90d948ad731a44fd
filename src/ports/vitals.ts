import type { Instant } from '../domain/calendar/civil-date';

/** Numbers that those who run the service watch. Each rejects when whoever knows it does not answer. */
export interface Vitals {
  /** Workers that lately asked for something to do: without one nothing moves, though everything can be read. */
  workers(): Promise<number>;
  openProcedures(): Promise<number>;
  /** What is still owed although its time has passed. */
  overdueDeadlines(now: Instant): Promise<number>;
  /** Procedures that ended before a moment and whose log's end nobody has signed. */
  unsignedHeads(endedBefore: Instant): Promise<number>;
}
