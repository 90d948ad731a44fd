import { randomUUID } from 'node:crypto';

/** How many movements a process remembers for whoever comes back. */
const REMEMBERED = 2_000;

/**
 * The movements that this process told of, numbered. The numbers begin anew, under another name, whenever something may have been missed:
 * then nobody can go on from where they were.
 */
export class Replay {
  private name = randomUUID();
  private number = 0;
  private readonly told: { readonly number: number; readonly procedureId: string }[] = [];

  /** Where somebody is who has heard of everything. */
  get position(): string {
    return `${this.name}/${this.number}`;
  }

  /** Numbers a movement. */
  add(procedureId: string): string {
    this.number += 1;
    this.told.push({ number: this.number, procedureId });
    if (this.told.length > REMEMBERED) this.told.shift();
    return this.position;
  }

  /** Forgets everything: movements were missed. */
  restart(): void {
    this.name = randomUUID();
    this.told.length = 0;
  }

  /** The procedures that moved after that position; null when that is not known here. */
  since(position: string | null): string[] | null {
    const [name, text] = position?.split('/') ?? [];
    const number = Number(text);
    if (name !== this.name || !Number.isSafeInteger(number) || number > this.number) return null;
    const first = this.told[0]?.number ?? this.number + 1;
    if (number + 1 < first) return null;
    return [...new Set(this.told.filter((one) => one.number > number).map(({ procedureId }) => procedureId))];
  }
}
