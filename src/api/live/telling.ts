import type { Logger } from 'pino';
import type { Movement, Movements } from '../../ports/changes';
import { Replay } from './replay';
import { maySee, stampOf, type Watch } from './watch';

/** Movements of one moment are read and told together, in milliseconds. */
const GATHER_MS = 100;

/** When the database does not answer, in milliseconds. */
const AGAIN_MS = 1_000;

export interface TellingDeps {
  readonly movements: Movements;
  readonly log: Pick<Logger, 'warn'>;
  readonly closing?: AbortSignal | undefined;
  /** Counts what is told. */
  readonly told: () => void;
}

/** Reads what moved, and tells whoever may see it. While the database does not answer, nothing is told. */
export class Telling {
  readonly watches = new Set<Watch>();
  private readonly replay = new Replay();
  private readonly pending = new Set<string>();
  private isBusy = false;

  constructor(private readonly deps: TellingDeps) {}

  moved(procedureId: string): void {
    this.pending.add(procedureId);
    if (!this.isBusy) void this.work();
  }

  /** Movements were missed: nobody can go on from where they were. */
  restart(): void {
    this.replay.restart();
  }

  /** Brings a stream to where the record is: at its beginning, and after changes were not heard. */
  async catchUp(watch: Watch, lastEventId: string | null): Promise<void> {
    const { position } = this.replay;
    if (watch.procedureId !== null) {
      const [movement] = await this.read([watch], [watch.procedureId]);
      if (movement) this.tell(watch, movement, position);
      return;
    }
    const missed = this.replay.since(lastEventId);
    if (missed === null) return watch.sink.send({ event: 'refresh', id: position, data: {} });
    for (const movement of missed.length > 0 ? await this.read([watch], missed) : [])
      this.tell(watch, movement, position);
  }

  private async work(): Promise<void> {
    this.isBusy = true;
    for (let wait = GATHER_MS; this.pending.size > 0 && !this.deps.closing?.aborted;) {
      await sleep(wait);
      wait = (await this.flush()) ? GATHER_MS : AGAIN_MS;
    }
    this.isBusy = false;
  }

  private async flush(): Promise<boolean> {
    const ids = [...this.pending];
    this.pending.clear();
    try {
      const moved = this.watches.size > 0 ? await this.read([...this.watches], ids) : [];
      for (const movement of moved) {
        const position = this.replay.add(movement.procedureId);
        for (const watch of this.watches) this.tell(watch, movement, position);
      }
      return true;
    } catch (error) {
      this.deps.log.warn({ err: error }, 'movements cannot be read');
      ids.forEach((id) => this.pending.add(id));
      return false;
    }
  }

  private read(those: readonly Watch[], ids: readonly string[]): Promise<readonly Movement[]> {
    return this.deps.movements.read(ids, [...new Set(those.map(({ reach }) => reach.personId))]);
  }

  private tell(watch: Watch, movement: Movement, position: string): void {
    const { procedureId, version, cast } = movement;
    const isOfOne = watch.procedureId !== null;
    if (isOfOne && watch.procedureId !== procedureId) return;
    if (!maySee(watch, movement)) {
      // Who looks at one procedure, and may see it no longer, is told nothing more; who looks at many, nothing of this one.
      if (isOfOne) watch.sink.end('not-permitted');
      return;
    }
    const stamp = stampOf(movement);
    if (isOfOne && stamp === watch.stamp) return;
    watch.stamp = stamp;
    watch.sink.send({
      event: 'moved',
      id: isOfOne ? stamp : position,
      data: { procedureId, version, cast },
    });
    this.deps.told();
  }
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds).unref());
