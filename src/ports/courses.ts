import type { CourseNews, CourseStart, CourseView } from '../contract/messages/course';

/** The running procedures. Every call answers within five seconds; a look and a question throw Unavailable or Overloaded. */
export interface Courses {
  /**
   * Tells a procedure's workflow where the procedure now stands, and starts the workflow where there is none yet. Never fails: what is told is
   * on record, and a workflow that did not hear of it is woken before long.
   */
  tell(course: CourseStart, news: CourseNews): Promise<void>;
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
