import { heartbeat, log } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import { sendDue, type OutboxParts } from '../commands/outbox';
import type { OutboxActivities } from '../contract/messages/outbox';

/** So often it shows that it is alive: the dispatcher turns to another worker when this one has died. */
const HEARTBEAT_MS = 2_000;

/** The activity of the outbox's dispatcher. */
export function createOutboxActivities(parts: Omit<OutboxParts, 'onMistake'>): OutboxActivities {
  const onMistake: OutboxParts['onMistake'] = (channel, name) => log.error('a sender broke', { channel, name });
  return {
    async sendDue() {
      const alive = setInterval(heartbeat, HEARTBEAT_MS);
      try {
        return await sendDue({ ...parts, onMistake });
      } catch (error) {
        log.error('the outbox could not be worked on', { err: error });
        // What went wrong is in the worker's log, never in a history.
        throw ApplicationFailure.retryable('the outbox could not be worked on');
      } finally {
        clearInterval(alive);
      }
    },
  };
}
