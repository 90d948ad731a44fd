import type { AgendaBody, AgendaChange, AgendaEntry } from '../domain/agenda';
import type { CivilDate, Instant } from '../domain/calendar/civil-date';
import type { HolidayCalendar } from '../domain/calendar/holidays';
import type { Grant, Role } from '../domain/permissions';
import type { Duties } from '../domain/procedure/deadline';
import type { Emergency } from '../domain/pwc/emergency';
import type { Matter, Prepared } from '../domain/pwc/matters';
import type {
  DomainEvent,
  Held,
  Lineage,
  Message,
  Notice,
  ProcedureStatus,
  Seat,
  Tally,
} from '../domain/procedure/model';
import type { BodyKind } from '../domain/organisation';
import type { TextRef } from '../domain/text-ref';
import type { RulebookValues } from '../domain/rulebook';

/** Names one step of one workflow: a step is carried out once, and its answer is given again to whoever repeats it. */
export interface Step {
  readonly workflowId: string;
  readonly step: string;
}

/** A procedure as it stands: its state and the end of its chain of events. */
export interface StoredProcedure {
  readonly id: string;
  readonly kind: string;
  readonly organisationId: string;
  readonly organisationPath: string;
  readonly title: string;
  readonly version: number;
  readonly headHash: string;
  readonly state: unknown;
  readonly status: ProcedureStatus;
  /** Null for what the service opened by itself. */
  readonly startedById: string | null;
  readonly startedAt: Instant;
  readonly closedAt: Instant | null;
}

/** An event in its place in the chain. */
export interface ChainedEvent extends DomainEvent {
  readonly seq: number;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly previousHash: string;
  readonly hash: string;
}

/** A text that somebody wrote, under its salted digest. */
export interface KeptText {
  readonly digest: string;
  readonly salt: string;
  readonly content: string;
}

/** A paper with its texts in place: what hangs on the board does not change when evidence is erased. */
export interface PostedPaper {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly content: object;
  readonly dueOn: CivilDate | null;
  readonly late: boolean;
  readonly takeDownOn: CivilDate | null;
}

/** Everything that one step changes, written together or not at all. */
export interface Change {
  readonly procedure: StoredProcedure & {
    readonly stage: string;
    readonly nextDueAt: Instant | null;
    /** When its workflow has to wake next. */
    readonly wakesAt: Instant | null;
  };
  readonly isNew: boolean;
  readonly events: readonly ChainedEvent[];
  readonly texts: readonly KeptText[];
  readonly duties: Duties;
  readonly participants: { readonly joined: readonly string[]; readonly left: readonly string[] };
  readonly openedBox: { readonly voteId: string; readonly electors: readonly string[] } | null;
  readonly sealedBox: string | null;
  readonly papers: readonly ({ readonly posted: PostedPaper } | { readonly takenDown: string })[];
  readonly notices: readonly (Notice & { readonly sourceKey: string })[];
  readonly agenda: readonly PutAgendaChange[];
  readonly held: readonly Held[];
  readonly at: Instant;
}

/** A change on an agenda with its title in place, as the agenda shows it. */
export type PutAgendaChange =
  | Exclude<AgendaChange, { readonly put: object }>
  | {
      readonly put: Omit<Extract<AgendaChange, { readonly put: object }>['put'], 'title'> & { readonly title: string };
    };

/** A procedure that something was told to. */
export interface Told {
  readonly kind: string;
  readonly id: string;
}

/** A message that waits for its procedure. */
export interface WaitingMessage extends Message {
  readonly id: string;
}

/** An item that somebody proposes to the Party Working Committee. */
export interface ProposedItem {
  readonly id: string;
  readonly organisationId: string;
  readonly proposedById: string;
  readonly title: string;
  readonly description: TextRef | null;
  /** What it is about; null for the report of an emergency. */
  readonly matter: Pick<Matter, 'category' | 'traits'> | null;
  readonly emergency: Emergency | null;
  readonly at: Instant;
}

/** What a step may read and write inside its transaction. */
export interface Unit {
  organisation(id: string): Promise<{ readonly path: string; readonly lineage: Lineage } | null>;
  /** Reads the procedure and locks it until the transaction ends. */
  lock(procedureId: string): Promise<StoredProcedure | null>;
  /** The same, with the grants of an account. */
  lockFor(
    procedureId: string,
    accountId: string,
  ): Promise<{ readonly procedure: StoredProcedure; readonly grants: readonly Grant[] | null } | null>;
  /** Null for an account that is disabled or does not exist: it holds no office either. */
  grantsOf(accountId: string): Promise<readonly Grant[] | null>;
  calendar(): Promise<HolidayCalendar>;
  /** The rulebook in force at an organisation on a day. */
  rulebook(organisationPath: string, on: CivilDate): Promise<RulebookValues>;
  /** Those of the given ids that name nobody. */
  unknownPersons(ids: readonly string[]): Promise<readonly string[]>;
  fileExists(id: string, organisationId: string): Promise<boolean>;
  /** Open items of a body's agenda that come before its next meeting by themselves, the oldest first. */
  returningItems(organisationId: string, body: AgendaBody): Promise<readonly string[]>;
  /** The members of a body of an organisation on that day, in no order of rank. */
  roster(of: { organisationId: string; body: BodyKind; on: CivilDate }): Promise<Seat[]>;
  /** What people are called, by their ids. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of the agenda items that exist, locked until the transaction ends. */
  agendaItems(ids: readonly string[]): Promise<readonly AgendaEntry[]>;
  /** Puts what was proposed on the agenda of the Party Working Committee, once: the same again stays as it is. */
  propose(item: ProposedItem): Promise<void>;
  /** Adds something to what was prepared for an agenda item. */
  addPrepared(agendaItemId: string, prepared: Prepared): Promise<void>;
  /** The position that somebody has in a body of an organisation on that day; null for none. */
  position(seat: { personId: string; organisationId: string; body: BodyKind; on: CivilDate }): Promise<string | null>;
  /** Keeps texts outside of any procedure's own step. */
  keep(texts: readonly KeptText[]): Promise<void>;
  /** A message that was not received yet; null when it was. */
  message(id: string): Promise<Message | null>;
  closeMessage(id: string, outcome: 'received' | 'too-late', at: Instant): Promise<void>;
  /** The texts by digest; erased ones are null. */
  texts(digests: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Locks a box against further ballots and counts what is in it. */
  countBox(voteId: string): Promise<Tally>;
  /** Persons who hold one of the roles over the organisation on that day. */
  holders(roles: readonly Role[], organisationPath: string, on: CivilDate): Promise<readonly string[]>;
  /** Gives the procedures that are told something by it. */
  save(change: Change): Promise<readonly Told[]>;
}

/** An open ballot or a name entered by the recorder. */
export interface BallotRow {
  readonly voteId: string;
  readonly personId: string;
  readonly choice: string;
  readonly enteredById: string;
  readonly castAt: Instant;
}

/** That a procedure is as it was at a mark, and whoever enters a ballot is signed in by that token. */
export interface Still {
  readonly mark: string;
  readonly sessionTokenHash: string;
  /** By the machine's clock, as sessions are. */
  readonly signedInAt: Date;
}

/** The record of procedures. */
export interface Ledger {
  /**
   * Carries a step out in one transaction and keeps its answer. A step that was answered before is not carried out: its answer is
   * given again. Throws Unavailable when the database does not answer.
   */
  transact<R extends object>(step: Step, work: (unit: Unit) => Promise<R>): Promise<R>;
  /** The answer to a step that was carried out before; null otherwise. */
  answered(step: Step): Promise<object | null>;
  /** Messages that the procedure has not received yet, the oldest first. */
  waitingMessages(procedureId: string): Promise<readonly WaitingMessage[]>;
  /** Reads a procedure without a lock. */
  find(procedureId: string): Promise<StoredProcedure | null>;
  /** A procedure as this process last read it, with a mark that changes whenever it is written. Null when it has not lately been read. */
  remembered(procedureId: string): { readonly procedure: StoredProcedure; readonly mark: string } | null;
  texts(digests: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
  /** Puts a ballot into an open box, in one statement. A repeat of the same ballot is `cast`. */
  cast(ballot: BallotRow): Promise<'cast' | 'closed' | 'not-an-elector' | 'cast-already'>;
  /** The same, but only while all that it was judged by is still so; false when it was not put in, for whatever reason. */
  castIfStill(ballot: BallotRow, still: Still): Promise<boolean>;
  /** Keeps that the procedure's workflow is told how far the training clock is ahead. */
  clockHeard(procedureId: string, offset: number): Promise<void>;
  /** Whether that very ballot lies in its box, open or sealed. */
  isCast(ballot: BallotRow): Promise<boolean>;
}

/** Told at three moments of a step, so that a drill can end the process there. */
export interface LedgerObserver {
  (moment: 'before' | 'inside' | 'after', step: Step): void | Promise<void>;
}
