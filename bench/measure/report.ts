import { rounded } from './statistics';

/** Something that a measurement is held against. */
export interface Target {
  readonly what: string;
  readonly target: string;
  readonly value: number;
  readonly met: boolean;
}

/** What one section of the bench found out. */
export interface Report {
  /** What was measured, in a sentence or two. */
  readonly about: string;
  readonly figures: Readonly<Record<string, unknown>>;
  readonly targets: readonly Target[];
}

/** One section; `flags` are the command line's, by name. */
export interface Section {
  run(flags: Flags): Promise<Report>;
}

/** Whole numbers given on the command line as `--name=number`, with the number that counts where none was given. */
export interface Flags {
  number(name: string, standard: number): number;
}

export const atLeast = (what: string, least: number, value: number): Target => {
  return { what, target: `>= ${least}`, value: rounded(value), met: value >= least };
};

export const atMost = (what: string, most: number, value: number): Target => {
  return { what, target: `<= ${most}`, value: rounded(value), met: value <= most };
};

/** Tells how far the bench has come; standard output holds nothing but the report. */
export function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}
