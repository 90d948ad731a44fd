import type { ClauseId } from '../clause';
import { refuse, type Refusal } from '../refusal';
import { needed, reaches, type Threshold } from '../threshold';
import type { VoteCounts } from './model';

/** A counted vote with all that led to its result. */
export interface Verdict extends VoteCounts {
  /** Whom the threshold is a part of, those present or those due: abstained, spoilt and unused votes stay in it (reading 1). */
  readonly base: number;
  /** Electors in none of the three counts; they are not in favour. */
  readonly notVoting: number;
  readonly threshold: Threshold;
  readonly needed: number | null;
  readonly passed: boolean;
}

export interface Count {
  /** How many may vote. */
  readonly electors: number;
  readonly base: number;
  readonly counts: VoteCounts;
  readonly threshold: Threshold;
  /** By which the vote is taken. */
  readonly clause: ClauseId;
}

/**
 * Counts a vote: passed when those in favour reach the threshold of the base. Refuses counts that are not whole numbers from zero, and
 * more votes than electors.
 */
export function count(vote: Count): Verdict | Refusal {
  const { electors, base, threshold, clause } = vote;
  const { inFavour, against, abstained } = vote.counts;
  for (const [name, value] of Object.entries({ inFavour, against, abstained })) {
    if (!Number.isSafeInteger(value) || value < 0)
      return refuse('vote.count-not-whole', clause, { count: name, value });
  }
  const cast = inFavour + against + abstained;
  if (cast > electors) return refuse('vote.more-votes-than-present', clause, { cast, present: electors });
  return {
    base,
    inFavour,
    against,
    abstained,
    notVoting: electors - cast,
    threshold,
    needed: needed(threshold, base),
    passed: reaches(threshold, inFavour, base),
  };
}
