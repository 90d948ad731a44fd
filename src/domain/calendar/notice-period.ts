import type { ClauseId } from '../clause';
import { addDays, endOfDay, type CivilDate, type Instant } from './civil-date';
import { requireDays } from './deadline';
import type { ExplanationStep } from './explanation';

/**
 * "n days ahead" (reading 4): n clear days lie between, neither the day of posting nor the day of the meeting counts, and
 * rest days neither shorten nor lengthen it. Posted on the 1st, three clear days: on the 5th at the earliest. `clause` is
 * the clause that sets the n days. Throws RangeError unless `days` is a whole number from 1.
 */
export function clearDays(notice: { postedOn: CivilDate; days: number; clause: ClauseId }): {
  readonly earliestOn: CivilDate;
  readonly explanation: readonly ExplanationStep[];
} {
  const { postedOn, days, clause } = notice;
  requireDays(days);
  const earliestOn = addDays(postedOn, days + 1);
  return {
    earliestOn,
    explanation: [
      { code: 'posted', date: postedOn, clause: 'LAW-CC-201', params: {} },
      { code: 'clear-days', date: addDays(postedOn, 1), clause, params: { days, until: addDays(postedOn, days) } },
      { code: 'earliest', date: earliestOn, clause, params: {} },
    ],
  };
}

/** The last day on which a notice may be posted so that `days` clear days lie before the meeting. */
export function latestPostingOn(meetingOn: CivilDate, days: number): CivilDate {
  requireDays(days);
  return addDays(meetingOn, -(days + 1));
}

/** How long something stays on the board. */
export interface BoardPeriod {
  /** The last full day on the board. */
  readonly untilOn: CivilDate;
  /** 24:00 of that day: from this moment it may be taken down. */
  readonly untilAt: Instant;
  readonly clause: ClauseId;
  readonly explanation: readonly ExplanationStep[];
}

/**
 * "At least n days on the board" [LAW-RCL-34]: n full days after the day of posting, which is not counted [LAW-CC-201].
 * A shortest time is not a time to act in, so rest days neither shorten nor lengthen it. Throws RangeError unless `days`
 * is a whole number from 1.
 */
export function boardPeriod(posting: { publishedOn: CivilDate; days: number; clause: ClauseId }): BoardPeriod {
  const { publishedOn, days, clause } = posting;
  requireDays(days);
  const untilOn = addDays(publishedOn, days);
  return {
    untilOn,
    untilAt: endOfDay(untilOn),
    clause,
    explanation: [
      { code: 'posted', date: publishedOn, clause: 'LAW-CC-201', params: {} },
      { code: 'on-the-board', date: untilOn, clause, params: { days, from: addDays(publishedOn, 1) } },
    ],
  };
}
