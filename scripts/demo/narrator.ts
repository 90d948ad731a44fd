import { isDeepStrictEqual } from 'node:util';
import { momentWords } from '../../src/contract/words/dates';

/** Tells each step with its date and clause, and stops the demo where something is not as it should be. */
export class Narrator {
  #checked = 0;

  constructor(private readonly now: () => Promise<number>) {}

  title(zh: string, en: string): void {
    process.stdout.write(`\n=== ${zh} / ${en} ===\n`);
  }

  async tell(clause: string, zh: string, en: string): Promise<void> {
    process.stdout.write(`${momentWords(await this.now())}  [${clause}]  ${zh} / ${en}\n`);
  }

  /** One line of detail under the last step: why this date, the arithmetic. */
  detail(line: string): void {
    process.stdout.write(`                  ${line}\n`);
  }

  /** Checks that something is what it should be. Throws, naming it, when it is not. */
  check(what: string, actual: unknown, expected: unknown): void {
    if (!isDeepStrictEqual(actual, expected)) {
      throw new Error(`${what}: ${JSON.stringify(actual)} ≠ ${JSON.stringify(expected)}`);
    }
    this.#checked += 1;
  }

  end(): void {
    process.stdout.write(`\n各场均已核对，共 ${this.#checked} 项 / Every scene verified, ${this.#checked} checks\n`);
  }
}
