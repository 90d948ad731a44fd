/** Who hears that something changed. Never what: that is read by whoever asks, with their own rights. */
export interface ChangeListener {
  /** A procedure moved, or a ballot was cast in it. */
  moved(procedureId: string): void;
  /** An account was signed out, disabled, or holds other roles. */
  rightsChanged(accountId: string): void;
  /** Whether changes are heard at the moment. What happened while they were not is not told later. */
  heard(isHeard: boolean): void;
}

/** Changes, as every process that works on this database makes them. */
export interface Changes {
  /** Hears them from now on until the process closes. */
  follow(listener: ChangeListener): void;
  /** Tells of a move that no commit tells of, without waiting for it; many within a moment are told once. */
  tell(procedureId: string): void;
}

/** How far a procedure is. */
export interface Movement {
  readonly procedureId: string;
  readonly version: number;
  /** How many ballots lie in the open box; null when none is open. */
  readonly cast: number | null;
  readonly organisationPath: string;
  /** Those of the persons asked about whom the procedure names. */
  readonly named: readonly string[];
}

/** Reads how far procedures are. */
export interface Movements {
  read(procedureIds: readonly string[], personIds: readonly string[]): Promise<readonly Movement[]>;
}
