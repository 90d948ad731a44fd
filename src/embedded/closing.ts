import { once } from './once';

/** How long one part may take to close before the others go on without it. */
const patience = 30_000;

/** Everything that was started, to be closed in the opposite order. */
export class Closing {
  readonly #parts: { readonly name: string; readonly close: () => Promise<void> }[] = [];

  constructor(private readonly report: (line: string) => void) {}

  /** Remembers how to close a part that has just been started. */
  add(name: string, close: () => Promise<void>): void {
    this.#parts.push({ name, close });
  }

  /** Closes all parts, last started first, each after the other; one that fails or hangs does not keep the others. */
  readonly closeAll = once(async () => {
    for (const { name, close } of this.#parts.reverse()) {
      await withinPatience(close()).catch((error: Error) => this.report(`${name}: ${error.message}`));
    }
  });
}

function withinPatience(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new Error(`停止超时 / did not close within ${patience / 1000} s`));
    const timer = setTimeout(giveUp, patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
