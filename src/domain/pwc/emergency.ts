import type { CivilDate } from '../calendar/civil-date';
import { dueWithin } from '../calendar/deadline';
import type { HolidayCalendar } from '../calendar/holidays';
import { refuse, type Refusal } from '../refusal';

/** PWR-3.1.13: who acted first on which day, and whether it was reported promptly. */
export interface Emergency {
  readonly actedOn: CivilDate;
  readonly actedById: string;
  readonly reportedOn: CivilDate;
  readonly reportDueOn: CivilDate;
  readonly late: boolean;
}

interface Reporting {
  readonly today: CivilDate;
  /** The rulebook's days for "promptly" (`pwc.reportEmergencyWithinDays`). */
  readonly days: number;
  readonly calendar: HolidayCalendar;
  /** The seat that whoever acted had in the Party Working Committee on that day; null for none. */
  readonly position: string | null;
}

/**
 * PWR-3.1.13: in an emergency with no time to meet, the secretary, a deputy or a member acts first and reports afterwards, promptly. A late
 * report is taken and says that it is late; one by somebody without a seat, or ahead of the act, is refused.
 */
export function reportEmergency(
  { actedOn, actedById }: Pick<Emergency, 'actedOn' | 'actedById'>,
  { today, days, calendar, position }: Reporting,
): Emergency | Refusal {
  if (actedOn > today) return refuse('agenda.acted-in-the-future', 'PWR-3.1.13', { on: actedOn, today });
  if (position === null) return refuse('agenda.acted-without-seat', 'PWR-3.1.13', { on: actedOn });
  const { dueOn } = dueWithin({ eventOn: actedOn, days, unit: 'natural', clause: 'PWR-3.1.13' }, calendar);
  return { actedOn, actedById, reportedOn: today, reportDueOn: dueOn, late: today > dueOn };
}
