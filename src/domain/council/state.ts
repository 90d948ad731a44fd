import type { AgendaBody, Settlement } from '../agenda';
import type { CivilDate, Instant } from '../calendar/civil-date';
import type { ExplanationStep } from '../calendar/explanation';
import type { Duties, DutyEvent } from '../procedure/deadline';
import type { ProcedureState, TextRef } from '../procedure/model';
import type { RulebookValues } from '../rulebook';
import type { Verdict } from '../procedure/counting';
import type { Quorum } from '../procedure/quorum';
import type { Question } from './vote';

/**
 * The course of a council: draft → posting → waiting → sitting → following-up → on-board → completing → closed. A narrow topic needs
 * no posting; an adjourned council returns to posting with a new notice; completing is skipped when nothing is left to do.
 */
export const STAGES = [
  'draft',
  'posting',
  'waiting',
  'sitting',
  'adjourned',
  'following-up',
  'on-board',
  'completing',
  'closed',
  'cancelled',
] as const;
export type CouncilStage = (typeof STAGES)[number];

/** HDA-10.1 … HDA-10.6: what a council may be about. */
export type Category = `HDA-10.${1 | 2 | 3 | 4 | 5 | 6}`;

/** HDA-11.1.2 names window, Party board, blackboard and SMS "and others". Physical ones hang where people pass. */
export const CHANNELS = {
  window: { physical: true },
  'party-board': { physical: true },
  'residents-board': { physical: true },
  blackboard: { physical: true },
  sms: { physical: false },
  online: { physical: false },
} as const;
export type Channel = keyof typeof CHANNELS;

/** HDA-11.1.1: where the topic comes from. */
export type TopicSource = 'party-organisation' | 'hearing';

export type VoteMethod = 'oral' | 'show-of-hands' | 'open-ballot';
export type Choice = 'in-favour' | 'against' | 'abstain';

export interface DueMember {
  readonly personId: string;
  readonly capacity: string;
}

export interface Posting {
  readonly id: string;
  readonly channel: Channel;
  readonly location: string;
  readonly confirmation: PostingConfirmation | null;
}

export interface PostingConfirmation {
  readonly postedOn: CivilDate;
  readonly fileId: string | null;
  readonly note: TextRef | null;
  readonly by: string;
}

/** One announcement of a sitting. `earliestAt` is null until its postings are confirmed. */
export interface MeetingNotice {
  readonly round: number;
  readonly issuedOn: CivilDate;
  readonly meetingAt: Instant;
  readonly place: string;
  readonly postings: readonly Posting[];
  readonly earliestAt: Instant | null;
  readonly explanation: readonly ExplanationStep[];
}

export interface Attendance {
  readonly leave: TextRef | null;
  readonly checkedInAt: Instant | null;
  readonly leftAt: Instant | null;
}

export interface Guest {
  readonly name: TextRef;
  readonly capacity: string;
}

export interface Sitting {
  readonly round: number;
  readonly attendance: Readonly<Record<string, Attendance>>;
  readonly guests: readonly Guest[];
  readonly openedAt: Instant | null;
}

export interface Recusal {
  readonly personId: string;
  readonly reason: TextRef;
}

export interface Statement {
  readonly personId: string | null;
  readonly text: TextRef;
  readonly at: Instant;
}

export interface VoteRecord {
  readonly id: string;
  readonly question: Question;
  readonly method: VoteMethod;
  readonly round: number;
  readonly electors: readonly string[];
  readonly quorum: Quorum;
  readonly postponeTo: CivilDate | null;
  readonly verdict: Verdict | null;
}

/**
 * What became of an item: settled by two thirds, referred to the body above because recusals left no quorum (reading 3), or without
 * agreement (reading 7).
 */
export type ItemOutcome = 'adopted' | 'dropped' | 'postponed' | 'referred' | 'no-agreement';

export interface AgendaItem {
  readonly id: string;
  readonly title: TextRef;
  readonly description: TextRef | null;
  readonly recusals: readonly Recusal[];
  readonly statements: readonly Statement[];
  readonly votes: readonly VoteRecord[];
  readonly outcome: ItemOutcome | null;
  /** The day on which it got its outcome. */
  readonly decidedOn: CivilDate | null;
  /** The item on this council's agenda from which it was taken up; null for a topic of its own. */
  readonly origin: string | null;
  /** For a postponed item: its day, and when it went back on the agenda. */
  readonly postponed: { readonly until: CivilDate; readonly returnedOn: CivilDate | null } | null;
  readonly escalation: Escalation | null;
  /** HDA-11.2.2: when a grid council filed what it passed with the community council. */
  readonly filedOn: CivilDate | null;
  /** HDA-11.3.1: when it was handed over for the assembly to resolve. */
  readonly handedOverOn: CivilDate | null;
  /** PWR-4.2: tellings that came before what was decided again: they tell of something else. */
  readonly tellingsBefore?: number;
  /** HDA-4: the hearing that was held before it is carried out, or why none was needed; null while nobody was asked. */
  readonly hearing: Hearing | null;
  /** The paper that shows its outcome, and the one that shows what the body above decided. */
  readonly published: { readonly outcome: string | null; readonly settlement: string | null };
}

/** A hearing on an item, or the reason for there being none. */
export type Hearing =
  { readonly heldOn: CivilDate; readonly result: TextRef } | { readonly heldOn: null; readonly notNeeded: TextRef };

/** An item put before the body above [HDA-11.2.2, HDA-11.2.3a], and what that body decided. */
export interface Escalation {
  readonly to: AgendaBody;
  readonly putOn: CivilDate;
  readonly settlement: Settlement | null;
}

/** HDA-11.3.2: something to be done to carry out an adopted item. */
export interface Task {
  readonly id: string;
  readonly itemId: string;
  readonly what: TextRef;
  readonly responsibleId: string;
  readonly dueOn: CivilDate;
  readonly assignedOn: CivilDate;
  readonly progress: readonly { readonly text: TextRef; readonly by: string; readonly at: Instant }[];
  readonly doneOn: CivilDate | null;
  /** It was a mistake, or is given to somebody else as a new task. */
  readonly withdrawnOn: CivilDate | null;
}

/** HDA-11.3.2: a problem or suggestion about how an adopted item is carried out, and its answer. */
export interface Problem {
  readonly id: string;
  readonly itemId: string;
  readonly text: TextRef;
  readonly by: string;
  readonly at: Instant;
  readonly answer: { readonly text: TextRef; readonly by: string; readonly at: Instant } | null;
}

/** HDA-11.3.3: how, when and of which passed items those concerned were told. */
export interface Telling {
  readonly how: 'written' | 'oral';
  readonly toldOn: CivilDate;
  readonly audience: TextRef;
  readonly itemIds: readonly string[];
}

export interface PublicationState {
  readonly id: string;
  /** The items that the paper shows. */
  readonly itemIds: readonly string[];
  readonly publishedOn: CivilDate;
  readonly dueOn: CivilDate | null;
  readonly takeDownOn: CivilDate;
  readonly takeDownAt: Instant;
  readonly late: boolean;
  readonly takenDownAt: Instant | null;
  /** It came down before its days were over [LAW-RCL-34]. */
  readonly removedEarly: boolean;
}

export interface Officers {
  readonly chair: string;
  readonly deputy: string | null;
  readonly recorder: string;
}

/**
 * Duties that may be extended, and that stand still with the council: their days are the rulebook's or people's own. The days of the
 * notice and of the sitting itself were announced; another day needs a new notice [HDA-11.1.2].
 */
export const MOVABLE: readonly string[] = [
  'renew-notice',
  'tell-concerned',
  'publish-result',
  'file-passed',
  'escalate',
  'hand-to-assembly',
  'carry-out-task',
  'answer-problem',
];

export interface Suspension {
  readonly at: Instant;
  readonly reason: TextRef;
  readonly by: string;
}

/** A grid council, or the community's own. */
export type CouncilLevel = 'grid' | 'community';

export interface CouncilState extends ProcedureState {
  readonly stage: CouncilStage;
  readonly level: CouncilLevel;
  /** The organisation whose body the council's items go up to: the community of a grid, the subdistrict of a community. */
  readonly above: string;
  readonly organisationId: string;
  readonly title: TextRef;
  readonly source: TopicSource;
  readonly sourceNote: TextRef;
  readonly category: Category;
  readonly broadInterest: boolean;
  readonly narrowReason: TextRef | null;
  readonly officers: Officers;
  readonly due: readonly DueMember[];
  readonly items: readonly AgendaItem[];
  readonly rulebook: RulebookValues;
  readonly notice: MeetingNotice | null;
  readonly sitting: Sitting | null;
  readonly heldOn: CivilDate | null;
  readonly tellings: readonly Telling[];
  readonly publications: readonly PublicationState[];
  readonly tasks: readonly Task[];
  readonly problems: readonly Problem[];
  readonly cancelReason: TextRef | null;
  /** While the clock stands still: since when, why and on whose word. */
  readonly suspension: Suspension | null;
  readonly duties: Duties;
}

/** Everything that can happen to a council, in the order of the regulation. */
export type CouncilEvent =
  | { readonly type: 'council-started'; readonly data: StartedData }
  | { readonly type: 'due-list-changed'; readonly data: { due: readonly DueMember[] } }
  | { readonly type: 'notice-issued'; readonly data: { notice: MeetingNotice } }
  | { readonly type: 'posting-confirmed'; readonly data: { postingId: string; confirmation: PostingConfirmation } }
  | { readonly type: 'notice-running'; readonly data: { earliestAt: Instant; explanation: readonly ExplanationStep[] } }
  | { readonly type: 'leave-recorded'; readonly data: { personId: string; reason: TextRef } }
  | { readonly type: 'checked-in'; readonly data: { personId: string; at: Instant } }
  | { readonly type: 'left-early'; readonly data: { personId: string; at: Instant } }
  | { readonly type: 'guest-admitted'; readonly data: { guest: Guest } }
  | { readonly type: 'recused'; readonly data: { itemId: string; recusal: Recusal } }
  | { readonly type: 'sitting-opened'; readonly data: { at: Instant; quorum: Quorum; chair: string } }
  | { readonly type: 'sitting-adjourned'; readonly data: { at: Instant; reason: TextRef; quorum: Quorum } }
  | { readonly type: 'statement-recorded'; readonly data: { itemId: string; statement: Statement } }
  | { readonly type: 'vote-opened'; readonly data: { itemId: string; vote: VoteRecord; openedBy: string } }
  | {
      readonly type: 'vote-closed';
      readonly data: {
        itemId: string;
        voteId: string;
        verdict: Verdict;
        outcome: ItemOutcome | null;
        on: CivilDate;
        /** The digest of the named votes in the box; null when there were none. */
        ballots: string | null;
      };
    }
  | { readonly type: 'item-referred'; readonly data: { itemId: string; quorum: Quorum; on: CivilDate } }
  | { readonly type: 'sitting-closed'; readonly data: { at: Instant; on: CivilDate } }
  | { readonly type: 'telling-recorded'; readonly data: { telling: Telling } }
  | { readonly type: 'result-published'; readonly data: { publication: PublicationState; content: PublishedResult } }
  | { readonly type: 'passed-items-filed'; readonly data: { itemIds: readonly string[]; on: CivilDate } }
  | { readonly type: 'item-escalated'; readonly data: { itemId: string; to: AgendaBody; on: CivilDate } }
  | { readonly type: 'settlement-received'; readonly data: { itemId: string; settlement: Settlement } }
  | { readonly type: 'item-returned'; readonly data: { itemId: string; on: CivilDate } }
  | {
      readonly type: 'handed-to-assembly';
      readonly data: { itemIds: readonly string[]; on: CivilDate; note: TextRef | null };
    }
  | { readonly type: 'hearing-noted'; readonly data: { itemId: string; hearing: Hearing; by: string; at: Instant } }
  | { readonly type: 'task-assigned'; readonly data: { task: Task } }
  | { readonly type: 'progress-reported'; readonly data: { taskId: string; text: TextRef; by: string; at: Instant } }
  | {
      readonly type: 'task-completed';
      readonly data: { taskId: string; text: TextRef; by: string; at: Instant; on: CivilDate; fileId: string | null };
    }
  | {
      readonly type: 'task-withdrawn';
      readonly data: { taskId: string; reason: TextRef; by: string; at: Instant; on: CivilDate };
    }
  | { readonly type: 'problem-raised'; readonly data: { problem: Problem } }
  | {
      readonly type: 'problem-answered';
      readonly data: { problemId: string; text: TextRef; by: string; at: Instant };
    }
  | { readonly type: 'council-suspended'; readonly data: Suspension }
  | {
      readonly type: 'council-resumed';
      readonly data: { at: Instant; reason: TextRef; by: string; days: number };
    }
  | {
      readonly type: 'publication-removed-early';
      readonly data: { publicationId: string; at: Instant; reason: TextRef; by: string };
    }
  | {
      readonly type: 'posting-corrected';
      readonly data: {
        postingId: string;
        postedOn: CivilDate;
        before: CivilDate;
        reason: TextRef;
        by: string;
        at: Instant;
        period: { earliestAt: Instant; explanation: readonly ExplanationStep[] } | null;
      };
    }
  | {
      readonly type: 'attendance-corrected';
      readonly data: { personId: string; present: boolean; reason: TextRef; by: string; at: Instant };
    }
  | {
      readonly type: 'vote-corrected';
      readonly data: {
        itemId: string;
        voteId: string;
        electors: readonly string[];
        quorum: Quorum;
        verdict: Verdict;
        before: Verdict;
        reason: TextRef;
        by: string;
        at: Instant;
        outcome: ItemOutcome | null;
        decidedOn: CivilDate | null;
        postponed: AgendaItem['postponed'];
      };
    }
  | {
      readonly type: 'officers-changed';
      readonly data: { officers: Officers; reason: TextRef; by: string; at: Instant };
    }
  | {
      readonly type: 'taken-over';
      readonly data: { reason: TextRef; proofs: readonly string[]; by: string; at: Instant };
    }
  | { readonly type: 'board-period-over'; readonly data: { at: Instant } }
  | { readonly type: 'publication-taken-down'; readonly data: { publicationId: string; at: Instant } }
  | { readonly type: 'council-closed'; readonly data: { at: Instant } }
  | { readonly type: 'council-cancelled'; readonly data: { at: Instant; reason: TextRef } }
  | DutyEvent;

export type StartedData = Pick<
  CouncilState,
  | 'organisationId'
  | 'level'
  | 'above'
  | 'title'
  | 'source'
  | 'sourceNote'
  | 'category'
  | 'broadInterest'
  | 'narrowReason'
  | 'officers'
  | 'due'
  | 'items'
  | 'rulebook'
>;

/** What residents read: no names, the arithmetic of every vote. */
export interface PublishedResult {
  readonly title: TextRef;
  readonly heldOn: CivilDate;
  readonly place: string;
  readonly statement: TextRef | null;
  readonly items: readonly {
    readonly title: TextRef;
    readonly outcome: ItemOutcome;
    readonly votes: readonly PublishedVote[];
    /** What the body above decided in the place of an agreement; null while it has not, or where there is nothing to decide. */
    readonly settlement: Pick<Settlement, 'by' | 'outcome' | 'decidedOn' | 'postponedTo'> | null;
  }[];
}

export interface PublishedVote {
  readonly question: Question;
  readonly method: VoteMethod;
  readonly verdict: Verdict;
}
