import type { CivilDate, Instant } from '../calendar/civil-date';
import type { Verdict } from '../procedure/counting';
import type { DutyEvent } from '../procedure/deadline';
import type { ProcedureState, TextRef } from '../procedure/model';
import type { Quorum } from '../procedure/quorum';
import type { RulebookValues } from '../rulebook';
import type { Subject } from './scope';
import type { MeetingTypeName } from './types';

/** The course of a simpler meeting: told of, held, written down. */
export const STAGES = ['preparing', 'noticed', 'sitting', 'recording', 'closed', 'cancelled'] as const;
export type PeriodicStage = (typeof STAGES)[number];

export interface DueMember {
  readonly personId: string;
  readonly capacity: string;
}

export interface Attendance {
  readonly leave: TextRef | null;
  readonly checkedInAt: Instant | null;
  readonly leftAt: Instant | null;
}

/** Something that was put to those present, and what they said. */
export interface DecisionTaken {
  readonly id: string;
  readonly text: TextRef;
  readonly quorum: Quorum;
  readonly verdict: Verdict;
}

/** A member who disagrees with a decision: kept inside or sent upward. */
export interface Dissent {
  readonly decisionId: string;
  readonly personId: string;
  readonly text: TextRef;
  readonly route: 'inside' | 'upward';
  readonly at: Instant;
}

export interface PeriodicState extends ProcedureState {
  readonly stage: PeriodicStage;
  readonly type: MeetingTypeName;
  readonly chair: string;
  /** Why not the secretary chairs. */
  readonly delegation: TextRef | null;
  readonly recorder: string;
  /** By the roster as it was last read, and the others. */
  readonly due: readonly DueMember[];
  /** Those who are due besides the members of the body. */
  readonly others: readonly DueMember[];
  readonly rulebook: RulebookValues;
  readonly notice: {
    readonly meetingAt: Instant;
    readonly place: string;
    readonly subjects: readonly Subject[];
    readonly topics: TextRef;
  } | null;
  readonly attendance: Readonly<Record<string, Attendance>>;
  readonly openedAt: Instant | null;
  readonly heldOn: CivilDate | null;
  readonly statements: readonly { readonly personId: string; readonly text: TextRef; readonly at: Instant }[];
  readonly decisions: readonly DecisionTaken[];
  readonly dissents: readonly Dissent[];
  readonly record: { readonly text: TextRef; readonly fileId: string | null } | null;
  readonly cancelReason: TextRef | null;
}

type Entry<T extends string, D> = { readonly type: T; readonly data: Readonly<D> };

export type PeriodicEvent =
  | Entry<
      'periodic-meeting-started',
      Pick<
        PeriodicState,
        'organisationId' | 'title' | 'type' | 'chair' | 'delegation' | 'recorder' | 'due' | 'others' | 'rulebook'
      >
    >
  | Entry<'periodic-meeting-noticed', NonNullable<PeriodicState['notice']>>
  | Entry<'members-due-listed', { due: readonly DueMember[] }>
  | Entry<'leave-recorded', { personId: string; reason: TextRef }>
  | Entry<'checked-in', { personId: string; at: Instant }>
  | Entry<'left-early', { personId: string; at: Instant }>
  | Entry<'attendance-corrected', { personId: string; reason: TextRef; by: string; at: Instant }>
  | Entry<'periodic-meeting-opened', { at: Instant; on: CivilDate; quorum: Quorum }>
  | Entry<'point-recorded', PeriodicState['statements'][number]>
  | Entry<'decision-taken', { decision: DecisionTaken }>
  | Entry<'decision-disputed', Dissent>
  | Entry<'periodic-meeting-ended', { at: Instant }>
  | Entry<'record-filed', { text: TextRef; fileId: string | null; at: Instant }>
  | Entry<'periodic-meeting-cancelled', { at: Instant; reason: TextRef }>
  | DutyEvent;
