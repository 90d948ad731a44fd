/** One action that somebody wants to do; `input` has passed the action's schema. */
export interface Wish {
  readonly action: string;
  readonly input: unknown;
  readonly step: string;
  readonly now: number;
}
