import { addDays, type CivilDate } from '../calendar/civil-date';
import type { ClauseId } from '../clause';
import { RULEBOOK, type RulebookKey, type RulebookValues } from '../rulebook';

/** Whose duty it is. */
export type DutyLevel = 'subdistrict' | 'community';

/** Parameters that are a number of times a year. */
type TimesKey = Extract<RulebookKey, `duties.${string}`>;

interface PeriodicDuty {
  readonly clause: ClauseId;
  readonly level: DutyLevel;
  /** How many times a year by the rulebook; or once, by the end of January (年初) or in December (年底) (reading 12). */
  readonly when: TimesKey | 'year-start' | 'year-end';
  /** Fulfilled by a meeting that was held, and by nothing else; otherwise by a document on file. */
  readonly meeting: boolean;
  /** The text says 一般 or 可: a deviation is possible with a recorded reason (reading 11). */
  readonly generally: boolean;
}

/** What a subdistrict and its communities owe again and again, in the order of the regulations. */
export const PERIODIC_DUTIES = {
  'gather-opinions-on-leaders': duty('PWW-1.6', 'subdistrict', 'duties.leaderOpinions'),
  'hear-subordinates': { ...duty('PWW-2.1.2b', 'subdistrict', 'duties.subordinateReports'), meeting: true },
  'hold-pwc-meeting': { ...duty('PWW-2.1.8', 'subdistrict', 'duties.pwcMeetings'), meeting: true, generally: true },
  'hold-party-building-meeting': {
    ...duty('PWW-2.2a', 'subdistrict', 'duties.partyBuildingMeetings'),
    ...{ meeting: true, generally: true },
  },
  'hold-democratic-life-meeting': {
    ...duty('PWW-2.3', 'subdistrict', 'duties.democraticLifeMeetings'),
    meeting: true,
  },
  'hold-study': { ...duty('PWW-2.4', 'subdistrict', 'duties.studySessions'), meeting: true },
  'assess-subordinates': duty('PWW-3.2', 'subdistrict', 'duties.subordinateAssessments'),
  'plan-items-of-year': duty('PWR-3.1.5b', 'subdistrict', 'year-start'),
  'solicit-items': duty('PWR-3.1.5b', 'subdistrict', 'duties.itemSolicitations'),
  'report-rule-compliance': duty('PWR-5.3', 'subdistrict', 'year-end'),
  'plan-party-building': duty('CPO-1.4', 'community', 'year-start'),
  'sum-up-party-building': duty('CPO-1.4', 'community', 'year-end'),
  'pass-opinions-upward': duty('CPO-1.5', 'community', 'duties.opinionsUpward'),
  'hold-committee-meeting': {
    ...duty('CPO-2.2.1', 'community', 'duties.committeeMeetings'),
    ...{ meeting: true, generally: true },
  },
  'hold-organisational-life-meeting': {
    ...duty('CPO-2.2.2', 'community', 'duties.organisationalLifeMeetings'),
    ...{ meeting: true, generally: true },
  },
  'hold-joint-meeting': { ...duty('CPO-2.2.3', 'community', 'duties.jointMeetings'), meeting: true },
  'review-plan-and-report': duty('CPO-3.3', 'community', 'duties.planReviews'),
  'hold-members-study': { ...duty('CPO-3.5', 'community', 'duties.membersStudySessions'), meeting: true },
  'hold-representatives-assembly': {
    ...duty('LAW-RCL-28', 'community', 'duties.representativesAssemblies'),
    meeting: true,
  },
} as const satisfies Readonly<Record<string, PeriodicDuty>>;

export type DutyKind = keyof typeof PERIODIC_DUTIES;

function duty<L extends DutyLevel, W extends PeriodicDuty['when']>(clause: ClauseId, level: L, when: W) {
  return { clause, level, when, meeting: false as boolean, generally: false as boolean };
}

/** One time that something is owed: within these days, both included. */
export interface Occurrence {
  readonly key: string;
  readonly kind: DutyKind;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Everything that a level owes in a year, in the order of the catalogue. */
export function occurrencesIn(year: number, level: DutyLevel, rulebook: RulebookValues): Occurrence[] {
  const kinds = Object.keys(PERIODIC_DUTIES) as DutyKind[];
  return kinds
    .filter((kind) => PERIODIC_DUTIES[kind].level === level)
    .flatMap((kind) => occurrencesOf(kind, year, rulebook));
}

/**
 * Reading 12: frequencies count calendar periods. A number of the text is a floor (reading 14): a multiple of it divides the text's own periods; any
 * other number leaves them as they are, and those beyond are owed besides.
 */
function occurrencesOf(kind: DutyKind, year: number, rulebook: RulebookValues): Occurrence[] {
  const { when } = PERIODIC_DUTIES[kind];
  if (when === 'year-start') return [{ key: `${kind}:${year}`, kind, from: firstOf(year, 1), to: lastOf(year, 1) }];
  if (when === 'year-end') return [{ key: `${kind}:${year}`, kind, from: firstOf(year, 12), to: lastOf(year, 12) }];
  const times = rulebook[when];
  const rule = RULEBOOK[when];
  const floor = 'floor' in rule ? rule.floor : times;
  const dividesTextPeriods = times % floor === 0;
  const periods = dividesTextPeriods ? monthsOf(times) : [...monthsOf(floor), ...monthsOf(times - floor)];
  return periods.map(([first, last], index): Occurrence => {
    return { key: `${kind}:${year}-${index + 1}`, kind, from: firstOf(year, first), to: lastOf(year, last) };
  });
}

/** So many parts of a year in whole months, one after the other; more than twelve share their months. */
function monthsOf(parts: number): [first: number, last: number][] {
  return Array.from({ length: parts }, (_, index) => {
    const first = Math.floor((12 * index) / parts) + 1;
    return [first, Math.max(first, Math.floor((12 * (index + 1)) / parts))];
  });
}

function firstOf(year: number, month: number): CivilDate {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

function lastOf(year: number, month: number): CivilDate {
  return addDays(month === 12 ? firstOf(year + 1, 1) : firstOf(year, month + 1), -1);
}

/** Which duty a meeting fulfils, by what kind of meeting it is. */
export const FULFILLED_BY = {
  'pwc-meeting': 'hold-pwc-meeting',
  'subordinate-reports': 'hear-subordinates',
  'party-building': 'hold-party-building-meeting',
  'democratic-life': 'hold-democratic-life-meeting',
  study: 'hold-study',
  committee: 'hold-committee-meeting',
  'organisational-life': 'hold-organisational-life-meeting',
  joint: 'hold-joint-meeting',
  'members-study': 'hold-members-study',
  representatives: 'hold-representatives-assembly',
} as const satisfies Readonly<Record<string, DutyKind>>;
export type HeldMeeting = keyof typeof FULFILLED_BY;
