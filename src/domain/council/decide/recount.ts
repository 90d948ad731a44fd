import { civilDateOf } from '../../calendar/civil-date';
import { isOwed } from '../../procedure/deadline';
import type { Context, TextRef, VoteCounts } from '../../procedure/model';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import { reaches } from '../../threshold';
import { evolve } from '../evolve';
import { postponement } from '../parts';
import type { Verdict } from '../../procedure/counting';
import type { Quorum } from '../../procedure/quorum';
import { itemOf } from '../reading';
import type { AgendaItem, CouncilEvent, CouncilState, ItemOutcome, VoteRecord } from '../state';
import { countVote, outcomeOf } from '../vote';
import { promptly } from '../../procedure/prompt-duty';
import { goingUp, telling } from './owed';

interface Recount {
  readonly itemId: string;
  readonly voteId: string;
  readonly electors: readonly string[];
  readonly counts: VoteCounts;
  readonly reason: TextRef;
}

/** What a correction does to one result. */
export interface Recounted {
  readonly events: CouncilEvent[];
  readonly answer: {
    readonly voteId: string;
    readonly before: Verdict;
    readonly after: Verdict;
    readonly outcome: ItemOutcome | null;
  };
}

/**
 * Counts a closed vote again, on another base or with other counts, and puts right what follows from its result [HDA-11.2.1]. A result
 * that others have acted on, in the assembly, in the file or above, is not turned here any more [ACC-6.3].
 */
export function recountVote(state: CouncilState, recount: Recount, context: Context): Recounted | Refusal {
  const item = itemOf(state, recount.itemId);
  const vote = item?.votes.find(({ id }) => id === recount.voteId);
  if (!item || !vote?.verdict) throw new Error(`no closed vote ${recount.voteId}`);
  const threshold = state.rulebook['council.passing'];
  const counted = countVote({ present: recount.electors.length, counts: countsIn(recount.counts), threshold });
  if (isRefusal(counted)) return counted;
  const quorum = quorumFor(vote.quorum, recount.electors.length);
  // Reading 2: what was put to the vote without a quorum did not pass.
  const verdict = { ...counted, passed: counted.passed && quorum.quorate };
  const votes = item.votes.map((one) => (one.id === vote.id ? { ...one, verdict } : one));
  const outcome = outcomeFrom(state, item, votes);
  const isTurned = outcome !== item.outcome;
  if (isTurned && isCarriedOn(state, item)) return refuse('council.carried-on-already', 'ACC-6.3', { itemId: item.id });
  const { now: at, actor } = context;
  const { itemId, voteId, electors, reason } = recount;
  const isPublished = item.published.outcome !== null;
  const corrected: CouncilEvent = {
    type: 'vote-corrected',
    data: {
      ...{ itemId, voteId, electors, quorum, verdict, before: vote.verdict, reason, by: actor.personId, at },
      outcome,
      decidedOn: outcome && (item.decidedOn ?? civilDateOf(at)),
      postponed: isTurned ? postponementBy(item, votes, outcome) : item.postponed,
    },
  };
  const after = evolve(state, corrected);
  const publish = { kind: 'publish-result', within: 'council.publishWithinDays', clause: 'HDA-11.3.3' } as const;
  return {
    events: [
      corrected,
      ...(isTurned && state.heldOn !== null ? owedAnew(after, context) : []),
      ...(isPublished ? [promptly(state, { ...publish, subject: voteId }, context)] : []),
    ],
    answer: { voteId, before: vote.verdict, after: verdict, outcome },
  };
}

/** The quorum of a vote with so many present. */
function quorumFor(quorum: Quorum, present: number): Quorum {
  const { due, recused, threshold } = quorum;
  const quorateWithoutRecused = reaches(threshold, present, due - recused);
  return { ...quorum, present, quorate: reaches(threshold, present, due), quorateWithoutRecused };
}

/** The day to which the question that passed postponed an item. */
function postponementBy(item: AgendaItem, votes: readonly VoteRecord[], outcome: ItemOutcome | null) {
  const passed = outcome === 'postponed' ? votes.find(({ verdict }) => verdict?.passed) : undefined;
  return passed ? postponement(item, passed.id) : null;
}

function countsIn({ inFavour, against, abstained }: VoteCounts): VoteCounts {
  return { inFavour, against, abstained };
}

/** The first question that passed settles the item; without one it is open while the sitting lasts, and without agreement after it. */
function outcomeFrom({ heldOn }: CouncilState, item: AgendaItem, votes: readonly VoteRecord[]): ItemOutcome | null {
  const passed = votes.find(({ verdict }) => verdict?.passed);
  if (passed) return outcomeOf(passed.question, true);
  if (heldOn === null) return null;
  return item.outcome === 'referred' ? 'referred' : 'no-agreement';
}

function isCarriedOn({ tellings, tasks, heldOn }: CouncilState, item: AgendaItem): boolean {
  const { id, origin, escalation, filedOn, handedOverOn, postponed } = item;
  return (
    (origin !== null && heldOn !== null) ||
    escalation !== null ||
    filedOn !== null ||
    handedOverOn !== null ||
    (postponed !== null && postponed.returnedOn !== null) ||
    tasks.some(({ itemId }) => itemId === id) ||
    tellings.some(({ itemIds }) => itemIds.includes(id))
  );
}

const FOLLOWING = ['tell-concerned', 'escalate', 'file-passed', 'hand-to-assembly'];

/** What the turned result owes falls due anew; what the old one owed falls away. */
function owedAnew(state: CouncilState, context: Context): CouncilEvent[] {
  const wanted = [...telling(state, context), ...goingUp(state, context)];
  const keys = wanted.flatMap((event) => (event.type === 'deadline-set' ? [event.data.key] : []));
  const owed = Object.entries(state.duties).filter(([, duty]) => FOLLOWING.includes(duty.kind) && isOwed(duty));
  const gone = owed.filter(([key]) => !keys.includes(key));
  const held = owed.map(([key]) => key);
  return [
    ...gone.map(([key]): CouncilEvent => ({ type: 'deadline-voided', data: { key } })),
    ...wanted.filter((event) => event.type === 'deadline-set' && !held.includes(event.data.key)),
  ];
}
