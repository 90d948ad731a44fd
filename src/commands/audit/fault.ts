/** The first thing about a procedure's record that is not as it should be: what, where exactly, and what stands there instead. */
export interface Fault {
  readonly code: FaultCode;
  /** For example `event 7` or `deadline/notice/dueOn`. */
  readonly place: string;
  /** What should stand there, where that can be said. */
  readonly expected?: unknown;
  readonly found?: unknown;
}

export type FaultCode =
  /** There is no such procedure. */
  | 'procedure-missing'
  /** A place in the log is empty: nothing at all, or a gap. */
  | 'event-missing'
  /** An event does not name the hash of the one before it. */
  | 'link-broken'
  /** An event is not what its hash says. */
  | 'event-changed'
  /** The procedure's row names another end of the log. */
  | 'head-differs'
  /** The events cannot be folded into a state. */
  | 'cannot-fold'
  /** A row that lists and boards show is not what the log gives. */
  | 'row-differs'
  /** A notification names an event that is not in the log. */
  | 'notice-without-event'
  /** An end of the log was signed with a key that is not believed. */
  | 'head-of-unknown-key'
  /** A signature does not fit what it stands under. */
  | 'head-not-genuine'
  /** The log does not hold what was signed: it was cut off or written anew. */
  | 'head-not-in-log';
