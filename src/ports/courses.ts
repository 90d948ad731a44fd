import type { CourseNews, CourseStart, CourseView } from '../contract/messages/course';

/** The running procedures. */
export interface Courses {
  /**
   * Tells a procedure's workflow where the procedure now stands, and starts the workflow where there is none. Never fails: what is told is on
   * record, and a workflow that did not hear of it hears of it with the next step, or is woken after its next moment.
   */
  tell(course: CourseStart, news: CourseNews): Promise<void>;
  /** Tells procedures to look at the record. One that cannot be reached is left out, and woken before long. */
  look(workflowIds: readonly string[]): Promise<Looking>;
  /** The same, and a procedure without a workflow gets it. */
  wake(courses: readonly CourseStart[]): Promise<Looking>;
  /** Asks a procedure where it stands, within seconds; null when there is no such workflow. Throws Unavailable or Overloaded. */
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
