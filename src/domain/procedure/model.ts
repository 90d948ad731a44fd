import type { AgendaBody, AgendaChange, AgendaEntry } from '../agenda';
import type { CivilDate, Instant } from '../calendar/civil-date';
import type { HolidayCalendar } from '../calendar/holidays';
import type { HeldMeeting } from '../duty-year/catalogue';
import type { ClauseId } from '../clause';
import type { BodyKind, OrganisationKind } from '../organisation';
import type { Refusal } from '../refusal';
import type { Role } from '../permissions';
import type { RulebookValues } from '../rulebook';
import type { TextRef } from '../text-ref';
import type { ActionRule } from './actions';
import type { Duties, Timer } from './deadline';

export type { TextRef };

/** Who acts: a person signed in, with the roles that count at the procedure's organisation on that day. */
export interface Standing {
  readonly accountId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
}

/** What a decision may look at besides the state and its input. */
export interface Context {
  readonly now: Instant;
  readonly today: CivilDate;
  readonly actor: Standing;
  readonly calendar: HolidayCalendar;
  /** Keeps a text as evidence and gives its reference. */
  keep(text: string): TextRef;
  /** The text behind a reference, or null when it was erased. Only for actions that `readsTexts` names. */
  read(ref: TextRef): string | null;
  /** The items on agendas that the input names, by `agendaItemId`, and those that the definition asks for; locked until the step is written. */
  readonly agenda: ReadonlyMap<string, AgendaEntry>;
  /** The body's members today. Only for actions that `readsRoster` names. */
  readonly roster: readonly Seat[];
  /** What somebody who takes part is called, or null. Only for actions that `readsTexts` names. */
  nameOf(personId: string): string | null;
  /** The ballots in the box that this action seals, counted; null when it seals none. */
  readonly tally: Tally | null;
  /** A new identifier, the same for the same step and label. */
  id(label: string): string;
}

export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** Told inside the application, to named persons or to whoever holds a role over the organisation that day. */
export interface Notice {
  readonly kind: string;
  readonly clause: ClauseId | null;
  readonly persons?: readonly string[];
  readonly roles?: readonly Role[];
  readonly params: Readonly<Record<string, string | number | boolean | null>>;
}

/** What a step brings about: events in order, whom to tell, what changes on agendas, and the answer for whoever gave it. */
export interface Decision<E extends DomainEvent = DomainEvent> {
  readonly events: readonly E[];
  readonly notices?: readonly Notice[];
  readonly agenda?: readonly AgendaChange[];
  /** A meeting that was held, for the duties of its organisation in that year. */
  readonly held?: readonly Held[];
  readonly answer?: Readonly<Record<string, unknown>>;
}

/** A meeting that was held on a day, by the word under which duties know it. */
export interface Held {
  readonly meeting: HeldMeeting;
  readonly on: CivilDate;
  /** Which meeting it was, where another procedure passes it on. */
  readonly procedureId?: string;
  /** The year whose duties are told, where it is not that of the day. */
  readonly year?: number;
}

/** What a procedure does by itself may look at. */
export type Unattended = Pick<Context, 'now' | 'today' | 'calendar'>;

/** Something that a procedure is told by another procedure or body. */
export interface Message {
  readonly kind: string;
  readonly data: object;
}

/** What every kind of procedure's state has. */
export interface ProcedureState {
  readonly organisationId: string;
  readonly title: TextRef;
  readonly stage: string;
  readonly duties: Duties;
}

export type ProcedureStatus = 'open' | 'closed' | 'cancelled';

/** An organisation and those above it, from the root down. */
export type Lineage = readonly { readonly id: string; readonly kind: OrganisationKind }[];

/** Facts about a beginning that the service supplies. */
export interface Beginning {
  readonly organisationId: string;
  readonly lineage: Lineage;
  readonly rulebook: RulebookValues;
  /** The members today of the body whose meeting it is; empty where the definition names none. */
  readonly roster: readonly Seat[];
}

/** A seat in a body, with its position as the roster writes it. */
export interface Seat {
  readonly personId: string;
  readonly position: string;
}

/** Items on agendas that an action looks at beside those its input names. */
export interface AgendaWish {
  readonly ids: readonly string[];
  /** Also everything that comes back by itself to the organisation's own agenda of that body. */
  readonly returningTo: AgendaBody | null;
}

/** A box into which ballots may be put, by whom, and the clause that governs the vote. */
export interface Box {
  readonly voteId: string;
  readonly electors: readonly string[];
  readonly clause: ClauseId;
}

/** Choices in an open box, counted. */
export interface VoteCounts {
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** The ballots of a box, counted; the digest is over who chose what, so that the log proves the names without holding them. */
export interface Tally extends VoteCounts {
  readonly digest: string;
}

/** A paper on the public board. `content` may hold text references: residents read the texts as they were when it was posted. */
export type Paper =
  | {
      readonly posted: {
        readonly id: string;
        readonly kind: string;
        readonly title: TextRef;
        readonly content: object;
        readonly dueOn: CivilDate | null;
        readonly late: boolean;
        readonly takeDownOn: CivilDate | null;
      };
    }
  | { readonly takenDown: string };

/** A meeting that is to come, as residents read of it. */
export interface Announcement {
  /** By which it is announced. */
  readonly clause: ClauseId;
  readonly title: TextRef;
  readonly issuedOn: CivilDate;
  readonly meetingAt: Instant;
  readonly place: string;
  readonly items: readonly TextRef[];
  /** Where the paper is to hang, and since when it does. */
  readonly postings: readonly {
    readonly channel: string;
    readonly location: string;
    readonly postedOn: CivilDate | null;
  }[];
}

/**
 * One kind of procedure, whole and pure. `judge` is the one predicate behind what is offered and what is carried out: role, then
 * stage, then time, then what the facts allow. `decide` is asked only after `judge` had nothing against it.
 */
export interface ProcedureDefinition<S extends ProcedureState, E extends DomainEvent, A extends string> {
  readonly kind: string;
  readonly actions: Readonly<Record<A, ActionRule>>;
  /** Who may begin one. */
  readonly startedBy: readonly Role[];
  /** The body whose roster is due, by what it is begun with or as it stands; null where those due are named. */
  body(of: never): BodyKind | null;
  begin(input: never, beginning: Beginning, context: Context): Decision<E> | Refusal;
  /** The day whose rulebook it is begun under (reading 14): today's, unless it was begun earlier on paper. */
  rulesOn(input: never, today: CivilDate): CivilDate;
  judge(action: A, state: S, actor: Standing, now: Instant): Refusal | null;
  decide(action: A, state: S, input: never, context: Context): Decision<E> | Refusal;
  /** What is put on record of an attempt that is refused; null where the refusal alone is enough. */
  attempted(action: A, refusal: Refusal, by: Pick<Context, 'actor' | 'now'>): Decision<E> | null;
  /** The agenda items that an action looks at. */
  agendaFor(action: A, state: S): AgendaWish;
  /** What the procedure does by itself when a timer's moment has come; nothing when it is no longer due. */
  elapse(timerKey: string, state: S, context: Unattended): Decision<E>;
  /** What follows from a message; nothing when it was received already. Throws for a kind of message that it does not know. */
  receive(message: Message, state: S, context: Unattended): Decision<E>;
  /** Whether it hears of something also when it is closed. */
  readonly hearsAfterwards: (message: Message) => boolean;
  evolve(state: S | null, event: E): S;
  timers(state: S): readonly Timer[];
  status(state: S): ProcedureStatus;
  /** Everybody whom the procedure concerns by name: they may read it. */
  participants(state: S): readonly string[];
  /** Others whose names its documents hold; they do not read it for that. */
  alsoNamed(state: S): readonly string[];
  /** What an event puts on the public board, or takes down from it. */
  paper(event: E): Paper | null;
  /** What it announces to residents now, and the stages at which it does. */
  announcement(state: S): Announcement | null;
  readonly announcing: readonly string[];
  /** The box that is open, with who may put a ballot into it. */
  openBox(state: S): Box | null;
  /** Actions that seal the open box, and actions whose decision reads texts. */
  readonly seals: readonly A[];
  readonly readsTexts: readonly A[];
  readonly readsRoster: readonly A[];
}
