/** What a round of sending came to: numbers only, for it stays in a history. */
export interface SendReport {
  /** How many messages were taken in hand, whatever became of them. */
  readonly taken: number;
  /** In how many milliseconds the next one is due; null when none waits. */
  readonly nextInMs: number | null;
}

/** What the dispatcher of the outbox is carried out by. */
export interface OutboxActivities {
  /** Sends what is due by now, for a few seconds at most. */
  sendDue(): Promise<SendReport>;
}

/** One dispatcher for each task queue: it stands where its workers are. */
export function outboxWorkflowId(taskQueue: string): string {
  return `outbox/${taskQueue}`;
}
