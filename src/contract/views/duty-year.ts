import { civilDateOf } from '../../domain/calendar/civil-date';
import type { Occurrence } from '../../domain/duty-year/catalogue';
import { deviable, documentsOwed, leftOutLate, unexplained } from '../../domain/duty-year/reading';
import type { DutyYearState } from '../../domain/duty-year/state';
import { DUTY_STATUS_WORDS } from '../words/council-sheet';
import { DUTY_YEAR_SHEET_WORDS as W, HELD_MEETING_WORDS, PERIODIC_DUTY_WORDS } from '../words/duty-year';
import type { Choice } from './council-choices';
import { filled, section, type Section, type SheetValue } from './sheet';

const choices = (some: readonly Occurrence[]): Choice[] =>
  some.map(({ key, kind, to }) => ({ value: key, label: [{ words: PERIODIC_DUTY_WORDS[kind] }, { day: to }] }));

/** What the actions on a year of duties choose among, as it stands. */
const CHOICES = {
  'document-owed': (state: DutyYearState) => choices(documentsOwed(state, lastDayOf(state))),
  'unexplained-duty': (state: DutyYearState) => choices(unexplained(state)),
  'deviable-duty': (state: DutyYearState) => choices(deviable(state)),
};

/** What the fields of its forms can name. */
export type DutyYearEntity = keyof typeof CHOICES;

/** Every list that its forms choose from. */
export function dutyYearChoices(state: DutyYearState): Record<string, readonly Choice[]> {
  return Object.fromEntries(Object.entries(CHOICES).map(([entity, list]) => [entity, list(state)]));
}

/** The form lists the whole year; what is not owed yet is refused with its first day. */
function lastDayOf({ year }: DutyYearState): string {
  return `${year}-12-31`;
}

/** A year of duties as its page shows it: one row for every time, and by what it was fulfilled. */
export function dutyYearSheet(state: DutyYearState): Section[] {
  const rows = state.occurrences.map((one): SheetValue[][] => {
    const duty = state.duties[one.key];
    return [
      [{ words: PERIODIC_DUTY_WORDS[one.kind] }],
      [{ day: one.from }, { day: one.to }],
      [
        ...(duty ? [{ words: DUTY_STATUS_WORDS[duty.status] }] : []),
        ...(duty?.metAt != null ? [{ day: civilDateOf(duty.metAt) }] : []),
        ...(leftOutLate(state).includes(one) ? [{ words: W.leftOutLate }] : []),
      ],
      fulfilledBy(state, one),
      [...state.explanations, ...state.deviations]
        .filter(({ key }) => key === one.key)
        .map(({ reason: text }) => ({ text })),
    ];
  });
  const columns = [W.duty, W.period, W.state, W.fulfilledBy, W.explanation];
  return filled([section(W.duties, { table: { columns, rows } })]);
}

function fulfilledBy({ meetings, documents }: DutyYearState, { key }: Occurrence): SheetValue[] {
  return [
    ...meetings
      .filter((one) => one.key === key)
      .flatMap(({ meeting, on }): SheetValue[] => [{ words: HELD_MEETING_WORDS[meeting] }, { day: on }]),
    ...documents
      .filter((one) => one.key === key)
      .flatMap(({ text, fileId }): SheetValue[] => [{ text }, { file: fileId }]),
  ];
}
