import type { CivilDate } from '../domain/calendar/civil-date';
import type { Refusal } from '../domain/refusal';
import type { RulebookKey } from '../domain/rulebook';

/** One version of what an organisation sets for itself and all below it. */
export interface RulebookVersion {
  readonly id: string;
  readonly organisationId: string;
  readonly version: number;
  readonly effectiveOn: CivilDate;
  readonly values: Readonly<Record<string, unknown>>;
  readonly note: string;
  readonly createdById: string;
}

/** A version to be set, with the keys that it may withdraw. */
export interface NewRulebook extends Omit<RulebookVersion, 'version'> {
  readonly withdraws: readonly string[];
}

/** A version that has been set, with what it withdraws of the one that was in effect on its first day. */
export interface SetRulebook extends RulebookVersion {
  readonly withdrawn: RulebookKey[];
}

/** Rulebooks: versions are added, never changed. The one in effect is the one dated last, and of several of one day the newest. */
export interface Rulebooks {
  /** Of each of the organisations, its version in effect on the day, where it has one. */
  inEffect(organisationIds: readonly string[], on: CivilDate): Promise<RulebookVersion[]>;
  /** Every version of one organisation, the newest first. */
  versions(organisationId: string): Promise<RulebookVersion[]>;
  /**
   * Stores the next version, once: with an id that is taken, what is stored under it is returned. Refused with
   * `rulebook.withdraws-unsaid` when it leaves out a value that is set and does not name it in `withdraws`.
   */
  add(rulebook: NewRulebook): Promise<SetRulebook | Refusal>;
}
