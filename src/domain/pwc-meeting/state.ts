import type { CivilDate, Instant } from '../calendar/civil-date';
import type { ExplanationStep } from '../calendar/explanation';
import type { Verdict } from '../procedure/counting';
import type { DutyEvent } from '../procedure/deadline';
import type { ProcedureState, TextRef } from '../procedure/model';
import type { Quorum } from '../procedure/quorum';
import type { MatterCategory, Trait } from '../pwc/matters';
import type { Position } from '../pwc/positions';
import type { SignedDocument } from '../pwc/documents';
import type { RulebookValues } from '../rulebook';

/**
 * The course of a PWC meeting [PWW-3.1a]: its agenda is fixed, it is told ahead, its papers are read, then it sits; afterwards its minutes are
 * signed, and what it decided is carried out. An adjourned meeting needs a new notice.
 */
export const STAGES = [
  'fixing-agenda',
  'noticed',
  'sitting',
  'adjourned',
  'documenting',
  'carrying-out',
  'closed',
  'cancelled',
] as const;
export type MeetingStage = (typeof STAGES)[number];

/** PWR-3.1.11c: oral, by hands, or by ballot, which is on paper and unsigned (reading 13). */
export type VoteMethod = 'oral' | 'show-of-hands' | 'paper-ballot';

/** PWR-3.1.11f: what is decided person by person. */
export type PersonnelStep = 'recommend' | 'nominate' | 'appoint' | 'remove' | 'reward' | 'punish';

export interface Member {
  readonly personId: string;
  readonly position: Position;
}

/** One notice of the meeting [PWR-3.1.6a]. With a reason for calling it ad hoc no days have to lie between. */
export interface MeetingNotice {
  readonly round: number;
  readonly issuedOn: CivilDate;
  readonly meetingAt: Instant;
  readonly place: string;
  readonly adHocReason: TextRef | null;
  readonly explanation: readonly ExplanationStep[];
}

export interface Attendance {
  readonly leave: TextRef | null;
  readonly checkedInAt: Instant | null;
  readonly leftAt: Instant | null;
}

export interface Sitting {
  readonly round: number;
  readonly attendance: Readonly<Record<string, Attendance>>;
  readonly openedAt: Instant | null;
  readonly openedBy: string | null;
}

/** A sitting that is over, as the minutes tell of it: an adjourned meeting has several. */
export interface PastSitting extends Sitting {
  readonly place: string;
  readonly members: readonly Member[];
}

/** PWR-3.1.3: somebody invited for some of the items, without a vote. */
export interface Guest {
  readonly name: TextRef;
  readonly capacity: string;
  readonly itemIds: readonly string[];
  /** PWR-3.1.6a: the day on which the guest was told. */
  readonly toldOn: CivilDate | null;
}

/** Somebody on whom an item decides. */
export interface Candidate {
  readonly id: string;
  readonly name: TextRef;
  readonly step: PersonnelStep;
}

export interface VoteRecord {
  readonly id: string;
  /** The person it is on; null where the item is put as a whole. */
  readonly candidateId: string | null;
  readonly method: VoteMethod;
  readonly round: number;
  readonly electors: readonly string[];
  readonly quorum: Quorum;
  /** Who watches and who counts the papers. */
  readonly scrutineerId: string | null;
  readonly tellerId: string | null;
  readonly verdict: Verdict | null;
  /** Reading 3: whether it would have passed with the recused left out of those due. */
  readonly passedWithoutRecused: boolean | null;
}

/** What became of an item; of several persons some may have passed. */
export type ItemOutcome =
  'adopted' | 'partly-adopted' | 'not-adopted' | 'noted' | 'referred' | 'deferred' | 'withdrawn';

/** PWR-3.1.10b: an absent member was asked beforehand or told afterwards of a major matter. */
export interface Informed {
  readonly personId: string;
  readonly on: CivilDate;
  readonly when: 'before' | 'after';
  readonly text: TextRef;
  readonly by: string;
}

export interface MeetingItem {
  readonly id: string;
  readonly agendaItemId: string;
  readonly title: TextRef;
  readonly category: MatterCategory;
  readonly traits: readonly Trait[];
  /** Reading 13: from the category and what the item is like, or because the secretary says so. */
  readonly major: boolean;
  readonly urgent: boolean;
  /** It may be heard without a vote: a report, or what was done in an emergency [PWR-3.1.10a, PWR-3.1.13]. */
  readonly forHearing: boolean;
  readonly candidates: readonly Candidate[];
  /** PWR-3.1.6b: why it was added after the notice. */
  readonly lateReason: TextRef | null;
  readonly circulatedOn: CivilDate | null;
  /** PWR-3.1.9: who cleared papers of which no proposal says so, and the papers. */
  readonly clearedById: string | null;
  readonly paperId: string | null;
  readonly readBy: readonly { readonly personId: string; readonly at: Instant }[];
  readonly recusals: readonly { readonly personId: string; readonly reason: TextRef }[];
  /** PWR-3.1.4d: what absent members wrote; no votes [PWR-3.1.11b]. */
  readonly opinions: readonly { readonly personId: string; readonly text: TextRef; readonly at: Instant }[];
  /** PWR-3.1.7a: what was reported of the prior consultation. */
  readonly consultation: TextRef | null;
  readonly statements: readonly { readonly personId: string; readonly text: TextRef; readonly at: Instant }[];
  /** PWR-3.1.10a: the chair sums up last. */
  readonly summary: TextRef | null;
  readonly informed: readonly Informed[];
  readonly votes: readonly VoteRecord[];
  readonly outcome: ItemOutcome | null;
  readonly outcomeNote: TextRef | null;
  readonly decidedOn: CivilDate | null;
  /** Members who were not there when it was decided. */
  readonly absent: readonly string[];
  /** PWW-3.1b: when it was told downward. */
  readonly toldOn: CivilDate | null;
  /** PWR-4.4: why nothing has to be assigned to carry it out. */
  readonly noTask: TextRef | null;
  /** PWR-4.3 */
  readonly dissents: readonly Dissent[];
  /** PWR-4.2: the secretary let it come before a meeting again. */
  readonly reopenedOn: CivilDate | null;
  /** PWR-4.2: what that meeting made of it, or, of what was referred, the district committee (reading 3). */
  readonly replaced: Replacement | null;
}

/** A decision that stands in the place of this meeting's own. */
export interface Replacement {
  readonly outcome: 'adopted' | 'dropped' | 'noted';
  readonly on: CivilDate;
  readonly reference: TextRef | null;
}

export interface Dissent {
  readonly personId: string;
  readonly text: TextRef;
  /** Kept inside the committee, or sent to the one above. */
  readonly route: 'inside' | 'upward';
  readonly at: Instant;
}

/** PWW-3.2, PWR-4.1, PWR-4.2: something to be done to carry out a decision, by a member. */
export interface Task {
  readonly id: string;
  readonly itemId: string;
  readonly what: TextRef;
  readonly firstResponsibleId: string;
  readonly responsibleId: string;
  readonly coordinatorId: string | null;
  readonly dueOn: CivilDate;
  readonly progress: readonly { readonly text: TextRef; readonly by: string; readonly at: Instant }[];
  readonly doneOn: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
}

/** PWR-3.1.2: the secretary, unable, lets a deputy convene and chair. */
export interface Delegation {
  readonly personId: string;
  readonly reason: TextRef;
  readonly at: Instant;
}

/** ACC-6.3, PWR-4.3: somebody tried to change what was resolved. */
export interface Lead {
  readonly action: string;
  readonly by: string;
  readonly at: Instant;
}

/** PWR-5.2: what the district committee found wrong with a decision, and what that leads to. */
export interface Finding {
  readonly itemId: string;
  readonly text: TextRef;
  readonly severe: boolean;
  readonly effect: 'none' | 'serious-consequences' | 'bad-influence';
  readonly consequence: 'correction' | 'responsibility';
  readonly on: CivilDate;
  readonly reference: TextRef;
  readonly by: string;
  readonly at: Instant;
}

export interface MeetingState extends ProcedureState {
  readonly stage: MeetingStage;
  /** Those due: the roster of the day of the notice, and again of the day of the meeting. */
  readonly members: readonly Member[];
  /** Who holds the seats by the roster as it was last read: after the meeting others may sign and carry out. */
  readonly holders: readonly Member[];
  /** PWR-3.1.14: of the Party affairs office. */
  readonly recorder: string;
  readonly delegation: Delegation | null;
  readonly items: readonly MeetingItem[];
  readonly guests: readonly Guest[];
  readonly rulebook: RulebookValues;
  readonly notice: MeetingNotice | null;
  readonly sitting: Sitting | null;
  readonly pastSittings: readonly PastSitting[];
  readonly heldOn: CivilDate | null;
  readonly documents: readonly SignedDocument[];
  readonly tasks: readonly Task[];
  readonly leads: readonly Lead[];
  readonly findings: readonly Finding[];
  readonly cancelReason: TextRef | null;
}

type Entry<T extends string, D> = { readonly type: T; readonly data: Readonly<D> };

/** Everything that can happen to a PWC meeting, in the order of the regulation. */
export type MeetingEvent =
  | Entry<'pwc-meeting-started', StartedData>
  | Entry<'recorder-changed', { recorder: string; reason: TextRef }>
  | Entry<'chair-delegated', { delegation: Delegation }>
  | Entry<'agenda-fixed', { items: readonly MeetingItem[]; heard: TextRef; orderReason: TextRef | null; by: string }>
  | Entry<'item-added', { item: MeetingItem; by: string }>
  | Entry<'item-withdrawn', { itemId: string; reason: TextRef; on: CivilDate }>
  | Entry<'members-listed', { members: readonly Member[] }>
  | Entry<'seats-changed', { holders: readonly Member[] }>
  | Entry<'meeting-noticed', { notice: MeetingNotice }>
  | Entry<
      'papers-circulated',
      { itemIds: readonly string[]; on: CivilDate; fileId: string | null; clearedById: string | null }
    >
  | Entry<'papers-read', { itemIds: readonly string[]; personId: string; at: Instant }>
  | Entry<'leave-recorded', { personId: string; reason: TextRef }>
  | Entry<'opinion-given', { itemId: string; opinion: MeetingItem['opinions'][number] }>
  | Entry<'guest-invited', { guest: Guest }>
  | Entry<'recused', { itemId: string; recusal: MeetingItem['recusals'][number] }>
  | Entry<'checked-in', { personId: string; at: Instant }>
  | Entry<'left-early', { personId: string; at: Instant }>
  | Entry<'attendance-corrected', { personId: string; reason: TextRef; by: string; at: Instant }>
  | Entry<'sitting-opened', { at: Instant; quorum: Quorum; chair: string }>
  | Entry<'sitting-adjourned', { at: Instant; reason: TextRef; quorum: Quorum }>
  | Entry<'consultation-reported', { itemId: string; text: TextRef }>
  | Entry<'statement-recorded', { itemId: string; statement: MeetingItem['statements'][number] }>
  | Entry<'discussion-summed-up', { itemId: string; text: TextRef; by: string }>
  | Entry<'absent-informed', { itemId: string; informed: Informed }>
  | Entry<'vote-opened', { itemId: string; vote: VoteRecord; openedBy: string }>
  | Entry<
      'vote-closed',
      {
        itemId: string;
        voteId: string;
        verdict: Verdict;
        outcome: ItemOutcome | null;
        on: CivilDate;
        absent: readonly string[];
        passedWithoutRecused: boolean;
        announcedBy: string;
        /** The digest of the named votes in the box; null when there were none. */
        ballots: string | null;
      }
    >
  | Entry<'item-deferred', { itemId: string; reason: TextRef; on: CivilDate; by: string }>
  | Entry<'item-noted', { itemId: string; note: TextRef | null; on: CivilDate; absent: readonly string[] }>
  | Entry<'item-referred', { itemId: string; quorum: Quorum; on: CivilDate; by: string }>
  | Entry<'decision-replaced', { itemId: string; replacement: Replacement }>
  | Entry<'sitting-closed', { at: Instant; on: CivilDate }>
  | Entry<'document-drafted', { document: SignedDocument }>
  | Entry<'document-revised', { documentId: string; text: TextRef; directorId: string | null; by: string; at: Instant }>
  | Entry<'document-withdrawn', { documentId: string; reason: TextRef; by: string; at: Instant }>
  | Entry<'signature-delegated', { documentId: string; delegation: SignedDocument['delegations'][number] }>
  | Entry<'document-returned', { documentId: string; reason: TextRef; by: string; at: Instant }>
  | Entry<'document-signed', { documentId: string; signature: SignedDocument['signatures'][number] }>
  | Entry<'minutes-signed', { on: CivilDate }>
  | Entry<'decisions-told', { itemIds: readonly string[]; on: CivilDate; how: 'written' | 'oral'; audience: TextRef }>
  | Entry<'task-assigned', { task: Task }>
  | Entry<'no-task-needed', { itemId: string; reason: TextRef }>
  | Entry<'progress-reported', { taskId: string; text: TextRef; by: string; at: Instant }>
  | Entry<'task-completed', { taskId: string; text: TextRef; by: string; at: Instant; on: CivilDate }>
  | Entry<'task-withdrawn', { taskId: string; reason: TextRef; by: string; at: Instant; on: CivilDate }>
  | Entry<'dissent-recorded', { itemId: string; dissent: Dissent }>
  | Entry<
      'item-reopened',
      { itemId: string; reason: TextRef; supporters: readonly string[]; on: CivilDate; by: string }
    >
  | Entry<'finding-recorded', { finding: Finding }>
  | Entry<'change-attempted', Lead>
  | Entry<'pwc-meeting-closed', { at: Instant }>
  | Entry<'pwc-meeting-cancelled', { at: Instant; reason: TextRef }>
  | DutyEvent;

export type StartedData = Pick<MeetingState, 'organisationId' | 'title' | 'members' | 'recorder' | 'rulebook'>;
