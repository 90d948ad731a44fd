import type { CivilDate } from '../domain/calendar/civil-date';

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

/** Rulebooks: versions are added, never changed. */
export interface Rulebooks {
  /** Of each of the organisations, its newest version that is in effect on the day, where it has one. */
  inEffect(organisationIds: readonly string[], on: CivilDate): Promise<RulebookVersion[]>;
  /** Every version of one organisation, the newest first. */
  versions(organisationId: string): Promise<RulebookVersion[]>;
  /** Stores the next version, once: with an id that is taken, what is stored under it is returned. */
  add(rulebook: Omit<RulebookVersion, 'version'>): Promise<RulebookVersion>;
}
