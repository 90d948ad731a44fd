import { isCivilDate, type CivilDate } from '../calendar/civil-date';
import { count, type Verdict } from '../procedure/counting';
import type { VoteCounts } from '../procedure/model';
import { refuse, type Refusal } from '../refusal';
import type { Threshold } from '../threshold';

/**
 * What a council can be asked about a topic [HDA-11.2.1]: to adopt it and, without agreement, to drop it (不办) or to
 * postpone it (缓办). Each needs the same majority (reading 7).
 */
export type Question = 'adopt' | 'drop' | 'postpone';

/** What a passed question makes of the topic. */
export type Outcome = 'adopted' | 'dropped' | 'postponed';

/**
 * Counts a vote: passed when those in favour reach the threshold of those present, two thirds or more unless the rulebook
 * (`council.passing`) is stricter [HDA-11.2.1].
 */
export function countVote(vote: { present: number; counts: VoteCounts; threshold: Threshold }): Verdict | Refusal {
  const { present, counts, threshold } = vote;
  return count({ electors: present, base: present, counts, threshold, clause: 'HDA-11.2.1' });
}

/** What the answer to a question means: only a passed question settles the topic, null leaves it open [HDA-11.2.1]. */
export function outcomeOf(question: Question, passed: boolean): Outcome | null {
  if (!passed) return null;
  return ({ adopt: 'adopted', drop: 'dropped', postpone: 'postponed' } as const)[question];
}

/**
 * Which questions may be put next when none of those already answered has passed: first whether to adopt; then, in either
 * order, whether to drop or to postpone. None left means no agreement, and the topic goes to the body above
 * (reading 7).
 */
export function questionsLeft(answered: readonly Question[]): Question[] {
  if (!answered.includes('adopt')) return ['adopt'];
  return (['drop', 'postpone'] as const).filter((question) => !answered.includes(question));
}

/** Refuses to put a postponement to the vote without a day after today until which it lasts [HDA-11.2.1]; null when fine. */
export function checkPostponement(postponement: { until: CivilDate; today: CivilDate }): Refusal | null {
  const { until, today } = postponement;
  if (isCivilDate(until) && until > today) return null;
  return refuse('vote.postponed-to-no-future-day', 'HDA-11.2.1', { until, today });
}
