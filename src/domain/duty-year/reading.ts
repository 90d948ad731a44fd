import type { CivilDate } from '../calendar/civil-date';
import { isOwed } from '../procedure/deadline';
import { PERIODIC_DUTIES, type DutyKind, type Occurrence } from './catalogue';
import type { DutyYearState } from './state';

/** Questions that the rules ask of a year of duties. */

/** What is still owed of one kind, the earliest first. */
export function owedOf({ occurrences, duties }: DutyYearState, kind: DutyKind): Occurrence[] {
  return occurrences.filter((one) => one.kind === kind && isOwed(duties[one.key]));
}

/**
 * Which time of a duty is fulfilled by something of that day: the one in whose days it lies; when that was fulfilled already, the earliest that is
 * overdue is made up. None for something that lies before everything that is still owed.
 */
export function fulfilledOn(state: DutyYearState, kind: DutyKind, on: CivilDate): Occurrence | null {
  const owed = owedOf(state, kind);
  return owed.find(({ from, to }) => from <= on && on <= to) ?? owed.find(({ to }) => to < on) ?? null;
}

/** Times that a document can fulfil: everything but meetings, from its first day on. */
export function documentsOwed(state: DutyYearState, today: CivilDate): Occurrence[] {
  return state.occurrences.filter(
    ({ key, kind, from }) => !PERIODIC_DUTIES[kind].meeting && from <= today && isOwed(state.duties[key]),
  );
}

/** What is overdue and was not explained yet. */
export function unexplained({ occurrences, duties, explanations }: DutyYearState): Occurrence[] {
  return occurrences.filter(({ key }) => {
    const duty = duties[key];
    const isLate = duty?.status === 'overdue' || (duty?.status === 'met' && (duty.metAt ?? 0) >= duty.dueAt);
    return isLate && !explanations.some((one) => one.key === key);
  });
}

/** Reading 11: what the text asks for generally, and is still owed. */
export function deviable(state: DutyYearState): Occurrence[] {
  return state.occurrences.filter(({ key, kind }) => PERIODIC_DUTIES[kind].generally && isOwed(state.duties[key]));
}

/** Reading 11: what was left out for a reason that came only when it was overdue. That it was late stays to be seen. */
export function leftOutLate({ occurrences, duties, deviations }: DutyYearState): Occurrence[] {
  return occurrences.filter(({ key }) =>
    deviations.some((one) => one.key === key && one.at >= (duties[key]?.dueAt ?? Infinity)),
  );
}

/** Whether nothing of the year is left to do, and everything that was late has its explanation. */
export function isFinished(state: DutyYearState): boolean {
  const { stage, duties } = state;
  return stage === 'making-up' && !Object.values(duties).some(isOwed) && unexplained(state).length === 0;
}
