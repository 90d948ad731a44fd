import type { CivilDate } from '../../calendar/civil-date';
import type { Context, Decision, Tally, VoteCounts } from '../../procedure/model';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import { presentForItem } from '../../procedure/quorum';
import { attendanceFor, itemOf, itemQuorum, openQuestions, openVote } from '../reading';
import type { AgendaItem, CouncilEvent, CouncilState, VoteMethod, VoteRecord } from '../state';
import { checkPostponement, countVote, outcomeOf, type Question } from '../vote';
import { unknownItem } from './attendance';

type Outcome = Decision<CouncilEvent> | Refusal;

export interface PutToVoteInput {
  readonly itemId: string;
  readonly question: Question;
  readonly method: VoteMethod;
  readonly postponeTo?: CivilDate | undefined;
}

/**
 * Puts one item to the vote: first whether to adopt it, without two thirds whether to drop or to postpone it (reading 7). Who is
 * present now is the electorate and the base, whatever happens until the vote is closed (reading 2).
 */
export function putToVote(state: CouncilState, input: PutToVoteInput, context: Context): Outcome {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  const wrong = checkItem(item, input, context) ?? checkQuorum(state, item);
  if (wrong) return wrong;
  const vote: VoteRecord = {
    id: context.id('vote'),
    question: input.question,
    method: input.method,
    round: state.notice?.round ?? 0,
    electors: presentForItem(attendanceFor(state, item)),
    quorum: itemQuorum(state, item),
    postponeTo: input.question === 'postpone' ? (input.postponeTo ?? null) : null,
    verdict: null,
  };
  return {
    events: [{ type: 'vote-opened', data: { itemId: item.id, vote, openedBy: context.actor.personId } }],
    answer: { voteId: vote.id, electors: vote.electors.length, quorum: vote.quorum },
  };
}

function checkItem(item: AgendaItem, input: PutToVoteInput, context: Context): Refusal | null {
  if (item.outcome) return refuse('council.item-decided', 'HDA-11.2.1', { outcome: item.outcome });
  if (isRecused(item, context)) return refuse('council.chair-recused', 'HDA-9');
  const left = openQuestions(item);
  if (!left.includes(input.question)) {
    return refuse('council.question-not-open', 'HDA-11.2.1', { question: input.question, possible: left.join(', ') });
  }
  if (input.question !== 'postpone') return null;
  return checkPostponement({ until: input.postponeTo ?? '', today: context.today });
}

/** Reading 3: when those left cannot make the quorum, the item is not voted on here; the arithmetic goes with it. */
function checkQuorum(state: CouncilState, item: AgendaItem): Refusal | null {
  const { quorate, due, present, recused, needed, quorateWithoutRecused } = itemQuorum(state, item);
  if (quorate) return null;
  return refuse('council.no-quorum-for-item', 'HDA-9', { due, present, recused, needed, quorateWithoutRecused });
}

/**
 * Closes the open vote and announces its result: two thirds or more of those present in favour [HDA-11.2.1]. Oral votes and shows of
 * hands come as counts or as names that the recorder entered; an open ballot is counted from the box.
 */
export function closeVote(
  state: CouncilState,
  input: { voteId: string; counts?: VoteCounts | undefined },
  context: Context,
): Outcome {
  const open = openVote(state);
  if (!open) return refuse('council.no-vote-open', 'HDA-11.2.1');
  const { item, vote } = open;
  if (input.voteId !== vote.id) return refuse('vote.closed', 'HDA-11.2.1');
  if (isRecused(item, context)) return refuse('council.chair-recused', 'HDA-9');
  const counts = countsOf(vote, input.counts, context.tally);
  if (isRefusal(counts)) return counts;
  const verdict = countVote({ present: vote.electors.length, counts, threshold: state.rulebook['council.passing'] });
  if (isRefusal(verdict)) return verdict;
  const outcome = outcomeOf(vote.question, verdict.passed);
  return {
    events: [
      {
        type: 'vote-closed',
        data: {
          itemId: item.id,
          voteId: vote.id,
          verdict,
          outcome,
          on: context.today,
          ballots: ballotsIn(context.tally),
        },
      },
    ],
    answer: { verdict, outcome },
  };
}

function ballotsIn(tally: Tally | null): string | null {
  return tally && tally.inFavour + tally.against + tally.abstained > 0 ? tally.digest : null;
}

function countsOf(vote: VoteRecord, entered: VoteCounts | undefined, tally: VoteCounts | null): VoteCounts | Refusal {
  const inBox = tally ?? { inFavour: 0, against: 0, abstained: 0 };
  const named = inBox.inFavour + inBox.against + inBox.abstained;
  if (vote.method === 'open-ballot') return entered ? refuse('council.counts-beside-ballots', 'HDA-11.2.1') : inBox;
  if (named > 0) return entered ? refuse('council.counts-beside-ballots', 'HDA-11.2.1') : inBox;
  return entered ?? refuse('council.counts-missing', 'HDA-11.2.1', { method: vote.method });
}

/** Whoever is recused on an item neither puts it to the vote, nor announces its result, nor corrects it (reading 3). */
export function isRecused(item: AgendaItem, { actor }: Context): boolean {
  return item.recusals.some(({ personId }) => personId === actor.personId);
}
