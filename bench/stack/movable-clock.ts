import type { Timer } from '../../src/domain/procedure/deadline';
import type { TrainingClock } from '../../src/ports/clock';

type Activity = (given: any) => Promise<any>;

/** A business clock that can be set ahead of the machine's, so that a notice period passes at once. */
export class MovableClock implements TrainingClock {
  aheadMs = 0;

  readonly now = async (): Promise<number> => Date.now() + this.aheadMs;

  /** Only the bench moves it. */
  readonly offset = async (): Promise<null> => null;
  readonly advanceTo = (): Promise<never> => Promise.reject(new Error('the bench moves its clock itself'));

  /**
   * The same activities on this clock. A workflow reads the server's clock, which nobody can set: the `now` it gives is moved ahead on
   * the way in, and the moments it is to wait for are moved back on the way out.
   */
  on<Activities extends object>(activities: Activities): Activities {
    const moved = Object.entries(activities as Record<string, Activity>).map(([name, activity]) => {
      return [name, async (given: any) => this.#back(await activity(this.#ahead(given)))];
    });
    return Object.fromEntries(moved) as Activities;
  }

  #ahead(given: any): any {
    return typeof given?.now === 'number' ? { ...given, now: given.now + this.aheadMs } : given;
  }

  #back(answer: any): any {
    if (!Array.isArray(answer?.timers)) return answer;
    return { ...answer, timers: answer.timers.map(({ key, at }: Timer) => ({ key, at: at - this.aheadMs })) };
  }
}
