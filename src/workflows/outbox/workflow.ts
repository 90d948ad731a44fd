import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import { wakeSignal } from '../../contract/messages/definitions';
import type { OutboxActivities } from '../../contract/messages/outbox';

const { sendDue } = proxyActivities<OutboxActivities>({
  // A round claims for a few seconds and then waits for what it has in hand.
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
});

/** Without a signal, which may be lost, it looks this often. */
const EVERY_MS = 60_000;

/** A round that found nothing to take, though something was due, leaves it to whoever has it in hand. */
const PAUSE_MS = 1_000;

/** So many rounds make a history of some two thousand events. */
const MOST_ROUNDS = 200;

/** Sends what leaves this service: when it is told that something was written, when something is due again, and every minute anyway. */
export async function outbox(): Promise<void> {
  let isWoken = false;
  setHandler(wakeSignal, () => void (isWoken = true));
  for (let round = 0; round < MOST_ROUNDS && !workflowInfo().continueAsNewSuggested; round += 1) {
    isWoken = false;
    const { taken, nextInMs } = await sendDue();
    const least = taken > 0 ? 0 : PAUSE_MS;
    const wait = Math.min(Math.max(nextInMs ?? EVERY_MS, least), EVERY_MS);
    if (wait > 0) await condition(() => isWoken, wait);
  }
  await continueAsNew<typeof outbox>();
}
