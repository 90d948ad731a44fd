import type { TrainingClock } from '../../src/ports/clock';

/** A business clock that can be set ahead of the machine's, so that a notice period passes at once: workflows hear of it as of a training clock. */
export class MovableClock implements TrainingClock {
  aheadMs = 0;

  readonly now = async (): Promise<number> => Date.now() + this.aheadMs;
  readonly offset = async (): Promise<number> => this.aheadMs;
  /** Only the bench moves it. */
  readonly advanceTo = (): Promise<never> => Promise.reject(new Error('the bench moves its clock itself'));
}
