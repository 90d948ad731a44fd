import type { ClauseId } from './clause';

/**
 * A lawful "no": an expected failure, returned and never thrown. `clause` names the rule that forbids, or is null where no
 * regulation speaks (a malformed request). `params` are plain values for the words (src/contract/words/refusals.ts).
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly clause: ClauseId | null;
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** Builds a refusal. `params` default to none. */
export function refuse(code: string, clause: ClauseId | null, params: Refusal['params'] = {}): Refusal {
  return { refused: true, code, clause, params };
}

/** Tells a refusal from every other value. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
