/** Counts how often something was done, and tells when it has been done so many times. */
export class Tally {
  #left = 0;
  #tell: (at: number) => void = () => undefined;

  /** The moment at which it has been done so many times from now on. */
  next(count: number): Promise<number> {
    this.#left = count;
    return new Promise((resolve) => {
      this.#tell = resolve;
    });
  }

  /** The same work, counted when it has ended. */
  readonly counting = <Given extends unknown[], Result>(
    work: (...given: Given) => Promise<Result>,
  ): ((...given: Given) => Promise<Result>) => {
    return async (...given) => {
      const result = await work(...given);
      this.#left -= 1;
      if (this.#left === 0) this.#tell(Date.now());
      return result;
    };
  };
}
