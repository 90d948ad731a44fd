import { addDays, atTime, civilDateOf, type Instant } from './calendar/civil-date';
import { refuse, type Refusal } from './refusal';

/** Where a training database begins: a Monday in the year whose holidays are known, so that nothing depends on the day it is made. */
export const TRAINING_BEGINS = atTime('2026-03-02', '09:00');

/** How many days the clock is moved at once: enough for every period there is. */
export const MOST_DAYS_AT_ONCE = 400;

const DAY_MS = 86_400_000;

/** Where somebody wants to have the training clock: at a moment, or so many days on at the same time of day. */
export interface ClockWish {
  readonly to?: Instant | undefined;
  readonly advanceDays?: number | undefined;
}

/** Where the wish leads from a moment: forward only, and not too far at once. */
export function destination(from: Instant, { to, advanceDays }: ClockWish): Instant | Refusal {
  if ((to === undefined) === (advanceDays === undefined)) return refuse('clock.moment-or-days', null);
  const moment = to ?? from + advanceDays! * DAY_MS;
  if (moment <= from) return refuse('clock.backward', null, { earliest: from });
  const latest = addDays(civilDateOf(from), MOST_DAYS_AT_ONCE);
  return civilDateOf(moment) > latest ? refuse('clock.too-far', null, { days: MOST_DAYS_AT_ONCE, latest }) : moment;
}
