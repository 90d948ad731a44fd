import type { CivilDate, Instant } from '../calendar/civil-date';
import type { DutyEvent } from '../procedure/deadline';
import type { ProcedureState, TextRef } from '../procedure/model';
import type { RulebookValues } from '../rulebook';
import type { DutyKind, DutyLevel, HeldMeeting, Occurrence } from './catalogue';

/** The duties of an organisation in one year: it runs, and once it is over everything missed is made up and explained. */
export const STAGES = ['running', 'making-up', 'closed'] as const;
export type DutyYearStage = (typeof STAGES)[number];

/** A meeting that was held, and the duty that it fulfilled; null when none was owed. */
export interface CountedMeeting {
  readonly meeting: HeldMeeting;
  readonly procedureId: string;
  readonly on: CivilDate;
  readonly key: string | null;
}

/** A document on file that fulfilled a duty. */
export interface FiledDocument {
  readonly kind: DutyKind;
  readonly key: string;
  readonly on: CivilDate;
  readonly text: TextRef;
  readonly fileId: string;
  readonly by: string;
  readonly at: Instant;
}

/** Why a duty was not fulfilled in time, or, where the text says 一般, why it is left out. */
export interface Explanation {
  readonly key: string;
  readonly reason: TextRef;
  readonly by: string;
  readonly at: Instant;
}

export interface DutyYearState extends ProcedureState {
  readonly stage: DutyYearStage;
  readonly year: number;
  readonly level: DutyLevel;
  readonly rulebook: RulebookValues;
  readonly occurrences: readonly Occurrence[];
  readonly meetings: readonly CountedMeeting[];
  readonly documents: readonly FiledDocument[];
  readonly explanations: readonly Explanation[];
  readonly deviations: readonly Explanation[];
}

type Entry<T extends string, D> = { readonly type: T; readonly data: Readonly<D> };

export type DutyYearEvent =
  | Entry<
      'duty-year-opened',
      Pick<DutyYearState, 'organisationId' | 'title' | 'year' | 'level' | 'rulebook' | 'occurrences'>
    >
  | Entry<'meeting-counted', CountedMeeting>
  | Entry<'document-filed', FiledDocument>
  | Entry<'overdue-explained', Explanation>
  | Entry<'deviation-recorded', Explanation>
  | Entry<'duty-year-over', { at: Instant }>
  | Entry<'duty-year-closed', { at: Instant }>
  | DutyEvent;
