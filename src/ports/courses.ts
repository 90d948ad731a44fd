import type { CourseAnswer, CourseCommand, CourseStart, CourseView } from '../contract/messages/course';

/** The running procedures. Every call answers within five seconds or throws Unavailable or Overloaded. */
export interface Courses {
  /** Starts a procedure and waits until its row is written. The same start again gives the first answer. */
  begin(start: CourseStart): Promise<CourseAnswer>;
  /** Gives a command and waits for its transaction. The same step again gives the first answer. */
  command(workflowId: string, command: CourseCommand): Promise<CourseAnswer>;
  /** Tells procedures to look at the record. One that cannot be reached is left out, and woken before long. */
  look(workflowIds: readonly string[]): Promise<Looking>;
  /** Asks a procedure where it stands; null when there is no such workflow. */
  state(workflowId: string): Promise<CourseView | null>;
}

/** Which workflows were told to look, and which have ended or do not exist; those in neither could not be reached. */
export interface Looking {
  readonly told: readonly string[];
  readonly ended: readonly string[];
}

/** More calls are under way than the service lets in; nothing was done. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}
