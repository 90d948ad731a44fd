import type { ClauseId } from '../clause';
import type { CivilDate } from './civil-date';

/** What each kind of step tells besides its date and clause. */
interface StepParams {
  /** `date` is the day of posting, which does not count. */
  posted: Nothing;
  /** `date` is the first of the clear days, `until` the last. */
  'clear-days': { readonly days: number; readonly until: CivilDate };
  /** `date` is the first day on which the meeting may be held. */
  earliest: Nothing;
  /** `date` is the day of the event, which does not count. */
  'event-not-counted': Nothing;
  /** `date` is the last day of the period as counted; `restDays` lay between and were not counted (working days only). */
  'last-day': { readonly days: number; readonly unit: 'natural' | 'working'; readonly restDays: number };
  /** `date` is the last day after the clock stood still for so many days. */
  suspended: { readonly days: number };
  /** `date` is the day to which it was extended from `from`. */
  extended: { readonly from: CivilDate };
  /** `date` is the working day that replaces the last day `from`; `festival` is null for a weekend. */
  'rest-day-moved': { readonly from: CivilDate; readonly festival: string | null };
  /** `date` is a weekend day on which offices work. */
  'make-up-working-day': { readonly festival: string };
  /** `date` is the day at whose end (24:00) the period ends. */
  due: Nothing;
  /** `date` is the first day that was judged without holiday data. */
  provisional: { readonly year: number; readonly calendarVersion: string };
  /** `date` is the last full day on the board. */
  'on-the-board': { readonly days: number; readonly from: CivilDate };
}

type Nothing = Readonly<Record<string, never>>;

/** One step of the answer to "why this date?". Its words are in src/contract/words/explanations.ts. */
export type ExplanationStep = {
  [Code in keyof StepParams]: {
    readonly code: Code;
    readonly date: CivilDate;
    readonly clause: ClauseId | null;
    readonly params: StepParams[Code];
  };
}[keyof StepParams];
