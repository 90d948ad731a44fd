import { condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
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
