import type { CivilDate } from '../calendar/civil-date';
import type { ClauseId } from '../clause';
import { refuse, type Refusal } from '../refusal';
import type { TextRef } from '../text-ref';
import { POSITIONS } from './positions';

/** What must be there before an item can be put to the Party Working Committee, each by its clause, in the order of the regulation. */
export const PREPARATIONS = {
  /** PWR-3.1.7a: 酝酿, before important items; it never replaces the decision. */
  consultation: { clause: 'PWR-3.1.7a' },
  /** PWR-3.1.7b: for personnel, 民主推荐, 考察 and what the leader in charge says. */
  recommendation: { clause: 'PWR-3.1.7b' },
  inspection: { clause: 'PWR-3.1.7b' },
  'leader-opinion': { clause: 'PWR-3.1.7b' },
  /** PWR-3.1.8a: generally (一般应) asked for, so that it may be omitted with a reason. */
  'subordinate-opinions': { clause: 'PWR-3.1.8a', mayBeOmitted: true },
  /** PWR-3.1.8b: all three. */
  'expert-argument': { clause: 'PWR-3.1.8b' },
  'technical-advice': { clause: 'PWR-3.1.8b' },
  'decision-assessment': { clause: 'PWR-3.1.8b' },
  /** PWR-3.1.8c: 公示, 听证 or the like. */
  'public-participation': { clause: 'PWR-3.1.8c' },
  coordination: { clause: 'PWR-3.1.8d' },
  /** PWW-3.4: a line for Party-building in the communities. */
  'party-building-line': { clause: 'PWW-3.4' },
  /** PWR-3.1.9: by the secretary or a deputy, for every item. */
  'cleared-papers': { clause: 'PWR-3.1.9' },
} as const satisfies Readonly<Record<string, { readonly clause: ClauseId; readonly mayBeOmitted?: true }>>;
export type Preparation = keyof typeof PREPARATIONS;

/** What an item is like, whatever its category, and what that asks for. */
export const TRAITS = {
  important: { clause: 'PWR-3.1.7a', requires: ['consultation'] },
  'major-document': { clause: 'PWR-3.1.8a', requires: ['subordinate-opinions'] },
  technical: { clause: 'PWR-3.1.8b', requires: ['expert-argument', 'technical-advice', 'decision-assessment'] },
  'residents-interests': { clause: 'PWR-3.1.8c', requires: ['public-participation'] },
  'several-departments': { clause: 'PWR-3.1.8d', requires: ['coordination'] },
} as const satisfies Readonly<Record<string, { clause: ClauseId; requires: readonly Preparation[] }>>;
export type Trait = keyof typeof TRAITS;

/**
 * PWR-2.1 to PWR-2.9, PWW-1.5, PWW-2.1.1 to PWW-2.1.7: what the Party Working Committee decides; the two texts name many of the same
 * matters in other words, and PWR's clause stands first. Budgets, large expenditure and personnel are always important (a local choice: the text calls them 年度经费预算, 重大 and 任免 and
 * leaves open which items are 重要); of the others whoever proposes them says so.
 */
export const CATEGORIES = {
  'higher-decisions': { clauses: ['PWR-2.1', 'PWW-2.1.1'], traits: [], requires: [] },
  development: { clauses: ['PWR-2.2', 'PWW-2.1.3'], traits: [], requires: [] },
  'party-building': { clauses: ['PWR-2.3', 'PWW-2.1.2'], traits: [], requires: [] },
  'mass-organisations': { clauses: ['PWR-2.4', 'PWW-2.1.6'], traits: [], requires: [] },
  'reports-upward': { clauses: ['PWR-2.5', 'PWW-2.1.5'], traits: [], requires: [] },
  /** Those of the subordinate Party organisations are a duty of their own [PWW-2.1.2b]. */
  'subordinate-reports': { clauses: ['PWR-2.6', 'PWW-2.1.2b'], traits: [], requires: [] },
  'work-reports': { clauses: ['PWR-2.6', 'PWW-2.1.3'], traits: [], requires: [] },
  'yearly-budget': { clauses: ['PWR-2.7'], traits: ['important'], requires: ['party-building-line'] },
  'major-expenditure': { clauses: ['PWR-2.7'], traits: ['important'], requires: [] },
  personnel: {
    clauses: ['PWR-2.8', 'PWW-2.1.4'],
    traits: ['important'],
    requires: ['recommendation', 'inspection', 'leader-opinion'],
  },
  'party-membership': { clauses: ['PWW-1.5'], traits: [], requires: [] },
  other: { clauses: ['PWR-2.9', 'PWW-2.1.7'], traits: [], requires: [] },
} as const satisfies Readonly<
  Record<string, { clauses: readonly ClauseId[]; traits: readonly Trait[]; requires: readonly Preparation[] }>
>;
export type MatterCategory = keyof typeof CATEGORIES;

/** Something that was done for an item beforehand, or why it was left out. */
export interface Prepared {
  readonly what: Preparation;
  readonly on: CivilDate;
  /** What came of it; of something omitted, the reason. */
  readonly text: TextRef;
  readonly omitted: boolean;
  /** Who cleared the papers [PWR-3.1.9]; null for everything else. */
  readonly clearedById: string | null;
  readonly fileId: string | null;
  readonly enteredById: string;
}

/** An item that was proposed to the Party Working Committee. */
export interface Matter {
  readonly category: MatterCategory;
  readonly traits: readonly Trait[];
  readonly prepared: readonly Prepared[];
}

/** Everything that must be there before the item can be put, in the order of the regulation. */
export function requiredFor({ category, traits }: Pick<Matter, 'category' | 'traits'>): Preparation[] {
  const { requires, traits: always } = CATEGORIES[category];
  const asked: readonly Preparation[] = [
    ...requires,
    ...[...always, ...traits].flatMap((trait): readonly Preparation[] => TRAITS[trait].requires),
    'cleared-papers',
  ];
  return (Object.keys(PREPARATIONS) as Preparation[]).filter((one) => asked.includes(one));
}

/** Reading 13: what the text calls 重大 or 重要; that several departments are concerned alone does not make it so. */
export function isMajor(category: MatterCategory, traits: readonly Trait[]): boolean {
  return [...CATEGORIES[category].traits, ...traits].some((trait) => trait !== 'several-departments');
}

/** What of it is not there yet. */
export function missingFor(matter: Matter): Preparation[] {
  return requiredFor(matter).filter((one) => !matter.prepared.some(({ what }) => what === one));
}

/** PWR-3.1.7 … PWR-3.1.9, PWW-3.4: an incomplete item is not put. Names everything that is missing, and the clause of the first. */
export function judgeCompleteness(matter: Matter): Refusal | null {
  const missing = missingFor(matter);
  const [first] = missing;
  if (first === undefined) return null;
  return refuse('agenda.incomplete', PREPARATIONS[first].clause, { missing: missing.join(', ') });
}

export interface PrepareInput {
  readonly what: Preparation;
  readonly on: CivilDate;
  readonly text: string;
  readonly omitted?: boolean | undefined;
  readonly clearedById?: string | undefined;
  readonly fileId?: string | undefined;
}

/** Positions whose holder may clear papers [PWR-3.1.9]. */
export const CLEARING_POSITIONS: readonly string[] = [POSITIONS.secretary, POSITIONS.deputy];

interface Preparing {
  readonly today: CivilDate;
  readonly enteredById: string;
  /** The seat that `clearedById` has in the Party Working Committee today; null for none. */
  readonly position: string | null;
  keep(text: string): TextRef;
}

/** What was prepared, or the refusal: each once, not in the future, omitted only where the text says 一般. */
export function prepare(matter: Matter, input: PrepareInput, preparing: Preparing): Prepared | Refusal {
  const { what, on, text, omitted = false, clearedById, fileId } = input;
  const { clause } = PREPARATIONS[what];
  if (!requiredFor(matter).includes(what)) return refuse('agenda.not-required', clause, { preparation: what });
  if (!missingFor(matter).includes(what)) return refuse('agenda.prepared-already', clause, { preparation: what });
  if (on > preparing.today) return refuse('agenda.prepared-in-the-future', clause, { on, today: preparing.today });
  if (omitted && !('mayBeOmitted' in PREPARATIONS[what]))
    return refuse('agenda.not-to-be-omitted', clause, { preparation: what });
  if ((what === 'cleared-papers') !== (clearedById !== undefined))
    return refuse('agenda.who-cleared', 'PWR-3.1.9', { preparation: what });
  if (what === 'cleared-papers' && !(preparing.position && CLEARING_POSITIONS.includes(preparing.position)))
    return refuse('agenda.not-cleared-by-leader', 'PWR-3.1.9', { positions: CLEARING_POSITIONS.join('、') });
  return {
    what,
    on,
    text: preparing.keep(text),
    omitted,
    clearedById: clearedById ?? null,
    fileId: fileId ?? null,
    enteredById: preparing.enteredById,
  };
}
