import type { CivilDate, Instant } from '../domain/calendar/civil-date';
import type { Announcement, ProcedureStatus } from '../domain/procedure/model';
import type { Page, PageRequest } from './page';

export interface ProcedureSummary {
  readonly id: string;
  readonly kind: string;
  readonly organisationId: string;
  readonly title: string;
  readonly stage: string;
  readonly status: ProcedureStatus;
  readonly version: number;
  readonly startedAt: Instant;
  readonly closedAt: Instant | null;
  /** The nearest moment at which something owed becomes, or became, overdue. */
  readonly nextDueAt: Instant | null;
}

/** Whose procedures are listed: those of organisations at or below the paths, and those that name the person. */
export interface Reach {
  readonly paths: readonly string[];
  readonly personId: string;
}

export interface ProcedureFilter {
  readonly kind?: string | undefined;
  readonly stage?: string | undefined;
  readonly status?: string | undefined;
  readonly organisationPath?: string | undefined;
  readonly q?: string | undefined;
  /** Only those with something overdue at this moment. */
  readonly overdueAt?: Instant | undefined;
}

export interface TimelineEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Instant;
  readonly actorPersonId: string | null;
  readonly data: unknown;
  readonly hash: string;
}

export type DeadlineState = 'open' | 'due-soon' | 'overdue' | 'met';

export interface DeadlineRow {
  readonly procedureId: string;
  readonly procedureTitle: string;
  readonly organisationId: string;
  readonly key: string;
  readonly kind: string;
  readonly clause: string;
  readonly dueOn: CivilDate;
  readonly dueAt: Instant;
  readonly status: string;
  readonly metAt: Instant | null;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly explanation: unknown;
  /** The days on which it was due before it was moved. */
  readonly earlier: unknown;
}

/** Somebody told of a procedure, and when they read it. */
export interface Reader {
  readonly personId: string;
  readonly kind: string;
  readonly createdAt: Instant;
  readonly readAt: Instant | null;
}

/** What is read about procedures: the read model, without the locks of the ledger. */
export interface ProcedureReads {
  /** The newest first. */
  list(reach: Reach, filter: ProcedureFilter, page: PageRequest): Promise<Page<ProcedureSummary>>;
  isParticipant(procedureId: string, personId: string): Promise<boolean>;
  timeline(procedureId: string, page: { after: number; limit: number }): Promise<readonly TimelineEvent[]>;
  readers(procedureId: string): Promise<readonly Reader[]>;
  names(personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** What lies in an open or sealed box, by person. */
  ballots(voteId: string): Promise<readonly { personId: string; choice: string }[]>;
  /** By due moment; `after` is `procedureId/key` of the last one seen. */
  deadlines(
    reach: Reach,
    state: DeadlineState,
    now: Instant,
    page: { after: string | undefined; limit: number },
  ): Promise<readonly DeadlineRow[]>;
}

/** An organisation that has a board. */
export interface BoardOwner {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

export interface BoardPaper {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly organisationNameEn: string;
  readonly kind: string;
  readonly title: string;
  readonly content: unknown;
  readonly publishedAt: Instant;
  readonly dueOn: CivilDate | null;
  readonly late: boolean;
  readonly takeDownOn: CivilDate | null;
}

/** A meeting that is to come, with its texts in place. */
export interface BoardNotice extends Omit<Announcement, 'title' | 'items'> {
  /** The procedure's. */
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly items: readonly string[];
}

/** What hangs on the public boards now. */
export interface Board {
  organisations(): Promise<readonly (BoardOwner & { papers: number })[]>;
  organisation(id: string): Promise<BoardOwner | null>;
  /** The newest first. */
  papers(organisationId: string, page: PageRequest): Promise<Page<BoardPaper>>;
  /** The nearest meeting first. */
  notices(organisationId: string): Promise<readonly BoardNotice[]>;
  /** Null when it never hung or has been taken down. */
  paper(id: string): Promise<BoardPaper | null>;
}
