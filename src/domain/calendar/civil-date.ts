/** A day on the calendar in China, `YYYY-MM-DD`. */
export type CivilDate = string;

/** A moment: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

const DAY_MS = 86_400_000;

/** Asia/Shanghai is UTC+8 all year round since summer time was abolished in 1991; earlier moments are out of scope. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text);
}

/** The day it is in Asia/Shanghai at that moment. */
export function civilDateOf(instant: Instant): CivilDate {
  return new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** 00:00 of the day in Asia/Shanghai. Throws RangeError for a day that does not exist. */
export function startOfDay(date: CivilDate): Instant {
  return midnightUtc(date) - SHANGHAI_OFFSET_MS;
}

/** 24:00 of the day in Asia/Shanghai, which is 00:00 of the next: what happens at this moment is no longer on the day. */
export function endOfDay(date: CivilDate): Instant {
  return startOfDay(date) + DAY_MS;
}

/** That time of day (`HH:MM`, 00:00 to 23:59) in Asia/Shanghai. Throws RangeError for another form. */
export function atTime(date: CivilDate, time: string): Instant {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!parts) throw new RangeError(`not a time of day: ${time}`);
  return startOfDay(date) + (Number(parts[1]) * 60 + Number(parts[2])) * 60_000;
}

/** The day that many whole days later, or earlier when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  if (!Number.isInteger(days)) throw new RangeError(`not a whole number of days: ${days}`);
  return new Date(midnightUtc(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** How many days `to` lies after `from`: 1 for the next day, 0 for the same, negative for an earlier one. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return (midnightUtc(to) - midnightUtc(from)) / DAY_MS;
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(date: CivilDate): number {
  return new Date(midnightUtc(date)).getUTCDay() || 7;
}

/** Days are counted on the UTC calendar, where every day has 24 hours, whatever zone the machine is in. */
function midnightUtc(date: CivilDate): number {
  if (!isCivilDate(date)) throw new RangeError(`not a civil date: ${date}`);
  return Date.parse(`${date}T00:00:00Z`);
}
