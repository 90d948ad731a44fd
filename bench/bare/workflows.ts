import { condition, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow';
import { stepUpdate } from './messages';

const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '10s' });

/** The least that a procedure of the same shape could cost on Temporal: Updates with a validator, each with one empty local activity. */
export async function bare(): Promise<void> {
  let taken = 0;
  setHandler(
    stepUpdate,
    async () => {
      await nothing();
      return (taken += 1);
    },
    {
      validator: (step) => {
        if (step < taken) throw new Error('a step back');
      },
    },
  );
  // Like a council that waits for its board days, it does not end by itself.
  await condition(() => false);
}

/** The least that a deadline could cost: a timer that ends at a moment, and one empty local activity. */
export async function bareTimer(moment: number): Promise<void> {
  await sleep(Math.max(1, moment - Date.now()));
  await nothing();
}
