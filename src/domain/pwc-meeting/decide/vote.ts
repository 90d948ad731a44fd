import type { Settlement } from '../../agenda';
import { count } from '../../procedure/counting';
import type { Context, Decision, Tally, VoteCounts } from '../../procedure/model';
import { presentForItem } from '../../procedure/quorum';
import { judgeCompleteness, requiredFor } from '../../pwc/matters';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import { reaches } from '../../threshold';
import { evolve } from '../evolve';
import {
  absentMembers,
  attendanceFor,
  candidatesLeft,
  isCounted,
  isRecused,
  itemOf,
  itemQuorum,
  methodsFor,
  noticeOf,
  openVote,
  referableItems,
} from '../reading';
import type { ItemOutcome, MeetingEvent, MeetingItem, MeetingState, VoteMethod, VoteRecord } from '../state';
import { decidedAlready, release, unknownItem } from './agenda';
import { owedFor } from './owed';
import { judgeChair, judgeQuorum } from './sitting';

type Outcome = Decision<MeetingEvent> | Refusal;

export interface PutToVoteInput {
  readonly itemId: string;
  readonly candidateId?: string | undefined;
  readonly method: VoteMethod;
  readonly scrutineerId?: string | undefined;
  readonly tellerId?: string | undefined;
}

/**
 * PWR-3.1.11e, PWR-3.1.11f: puts one item to the vote, item by item and person by person, once all is there that has to be and the discussion was summed
 * up. Those present for it now are its electors, whatever happens until the vote is closed (reading 2).
 */
export function putToVote(state: MeetingState, input: PutToVoteInput, context: Context): Outcome {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  if (item.outcome) return decidedAlready(item);
  const wrong =
    judgeChair(state, item, context) ??
    judgeQuorum(state, item) ??
    checkPrepared(item, context) ??
    checkCandidate(item, input) ??
    checkMethod(item, input, context);
  if (wrong) return wrong;
  const vote: VoteRecord = {
    id: context.id('vote'),
    candidateId: input.candidateId ?? null,
    method: input.method,
    round: noticeOf(state).round,
    electors: presentForItem(attendanceFor(state, item)),
    quorum: itemQuorum(state, item),
    scrutineerId: input.scrutineerId ?? null,
    tellerId: input.tellerId ?? null,
    verdict: null,
    passedWithoutRecused: null,
  };
  return {
    events: [{ type: 'vote-opened', data: { itemId: item.id, vote, openedBy: context.actor.personId } }],
    answer: { voteId: vote.id, electors: vote.electors.length, quorum: vote.quorum },
  };
}

/** PWR-3.1.7a to PWR-3.1.10a: what is missing is named, with its clause. */
function checkPrepared(item: MeetingItem, { agenda }: Context): Refusal | null {
  const { matter } = agenda.get(item.agendaItemId) ?? {};
  const incomplete = matter && judgeCompleteness(matter);
  if (incomplete) return incomplete;
  if (item.circulatedOn === null) return refuse('pwc.papers-not-circulated', 'PWR-3.1.9');
  if (requiredFor(item).includes('consultation') && item.consultation === null)
    return refuse('pwc.consultation-not-reported', 'PWR-3.1.7a');
  return item.summary === null ? refuse('pwc.not-summed-up', 'PWR-3.1.10a') : null;
}

/** PWR-3.1.11f: personnel is decided person by person, everything else as a whole. */
function checkCandidate(item: MeetingItem, { candidateId }: PutToVoteInput): Refusal | null {
  if (item.candidates.length === 0) return candidateId ? refuse('pwc.candidates-not-asked', 'PWR-3.1.11f') : null;
  if (candidateId === undefined) return refuse('pwc.person-by-person', 'PWR-3.1.11f');
  if (candidatesLeft(item).some(({ id }) => id === candidateId)) return null;
  return refuse('pwc.candidate-not-open', 'PWR-3.1.11f', { candidateId });
}

/** PWR-3.1.11c, PWR-3.1.11d: the method, and for paper ballots who watches and who counts: neither chairs, and neither is recused. */
function checkMethod(item: MeetingItem, input: PutToVoteInput, { actor }: Context): Refusal | null {
  const { method, scrutineerId, tellerId } = input;
  const possible = methodsFor(item);
  if (!possible.includes(method))
    return refuse('pwc.ballot-demanded', 'PWR-3.1.11d', { method, possible: possible.join(', ') });
  const named = [scrutineerId, tellerId].filter((one) => one !== undefined);
  if (method !== 'paper-ballot') return named.length > 0 ? refuse('pwc.tellers-without-ballot', 'PWR-3.1.11c') : null;
  const isWrong =
    named.length < 2 ||
    scrutineerId === tellerId ||
    named.includes(actor.personId) ||
    named.some((person) => isRecused(item, person));
  return isWrong ? refuse('pwc.tellers-missing', 'PWR-3.1.11d') : null;
}

/**
 * PWR-3.1.11a, PWR-3.1.11g: closes the open vote; the chair announces the result at once. Passed when those in favour exceed half of the
 * members due. Voices and hands come as counts or as names that the recorder entered, papers as counts.
 */
export function closeVote(
  state: MeetingState,
  input: { voteId: string; counts?: VoteCounts | undefined },
  context: Context,
): Outcome {
  const open = openVote(state);
  if (!open) return refuse('pwc.no-vote-open', 'PWR-3.1.11g');
  const { item, vote } = open;
  if (input.voteId !== vote.id) return refuse('vote.closed', 'PWR-3.1.11g');
  const wrong = judgeChair(state, item, context);
  if (wrong) return wrong;
  const counts = countsOf(input.counts, context.tally);
  if (isRefusal(counts)) return counts;
  const verdict = count({
    electors: vote.electors.length,
    base: vote.quorum.due,
    counts,
    threshold: state.rulebook['pwc.passing'],
    clause: 'PWR-3.1.11a',
  });
  if (isRefusal(verdict)) return verdict;
  const outcome = outcomeOf(item, vote, verdict.passed);
  const { tally, today: on, actor } = context;
  const closed: MeetingEvent = {
    type: 'vote-closed',
    data: {
      itemId: item.id,
      voteId: vote.id,
      verdict,
      outcome,
      on,
      absent: absentMembers(state),
      passedWithoutRecused: reaches(verdict.threshold, verdict.inFavour, vote.quorum.due - vote.quorum.recused),
      announcedBy: actor.personId,
      ballots: isAnything(tally) ? tally.digest : null,
    },
  };
  if (!outcome) return { events: [closed], answer: { verdict, outcome } };
  return { ...decided(state, item, closed, { outcome, context }), answer: { verdict, outcome } };
}

function countsOf(entered: VoteCounts | undefined, tally: Tally | null): VoteCounts | Refusal {
  if (isAnything(tally)) return entered ? refuse('pwc.counts-beside-names', 'PWR-3.1.11a') : tally;
  return entered ?? refuse('pwc.counts-missing', 'PWR-3.1.11a');
}

function isAnything(tally: Tally | null): tally is Tally {
  return tally !== null && tally.inFavour + tally.against + tally.abstained > 0;
}

/** Of an item as a whole its result; of several persons none before the last one was voted on. */
function outcomeOf(item: MeetingItem, { id, candidateId }: VoteRecord, passed: boolean): Decided | null {
  if (candidateId === null) return passed ? 'adopted' : 'not-adopted';
  if (candidatesLeft(item).length > 0) return null;
  const passes = item.votes.map((one) => (one.id === id ? passed : one.verdict?.passed === true));
  if (passes.every(Boolean)) return 'adopted';
  return passes.some(Boolean) ? 'partly-adopted' : 'not-adopted';
}

/** What follows from an item's outcome: what is owed, and that the agenda and whoever waits for it hear of it. */
function decided(
  state: MeetingState,
  item: MeetingItem,
  event: MeetingEvent,
  { outcome, context }: { outcome: Decided; context: Context },
): Decision<MeetingEvent> {
  const settlement: Settlement = {
    by: 'pwc',
    outcome: SETTLED[outcome],
    decidedOn: context.today,
    postponedTo: null,
    reference: null,
    note: null,
  };
  return {
    events: [event, ...owedFor(evolve(state, event), item.id, context)],
    agenda: [{ settle: { agendaItemId: item.agendaItemId, settlement } }],
  };
}

/** Outcomes with which the committee is done. */
type Decided = Extract<ItemOutcome, 'adopted' | 'partly-adopted' | 'not-adopted' | 'noted'>;

const SETTLED: Readonly<Record<Decided, Settlement['outcome']>> = {
  adopted: 'adopted',
  'partly-adopted': 'adopted',
  'not-adopted': 'dropped',
  noted: 'noted',
};

/**
 * PWR-3.1.11h: opinions differ widely, which the chair declares before counting: the item is put off for more study and is on the next
 * meeting's agenda by itself. Not an urgent one.
 */
export function deferItem(
  state: MeetingState,
  { itemId, reason }: { itemId: string; reason: string },
  context: Context,
): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  if (item.outcome) return decidedAlready(item);
  const wrong = judgeChair(state, item, context);
  if (wrong) return wrong;
  if (item.urgent) return refuse('pwc.urgent-not-deferred', 'PWR-3.1.11h');
  if (isCounted(item)) return refuse('pwc.counted-already', 'PWR-3.1.11h');
  const { today: on, actor } = context;
  return {
    events: [{ type: 'item-deferred', data: { itemId, reason: context.keep(reason), on, by: actor.personId } }],
    agenda: [release(item, on)],
  };
}

/** Reading 3: an item on which those who are not recused cannot make the quorum goes to the district committee, with the arithmetic. */
export function referItem(state: MeetingState, { itemId }: { itemId: string }, context: Context): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  const wrong = judgeChair(state, null, context);
  if (wrong) return wrong;
  if (!referableItems(state).includes(item)) return refuse('pwc.nothing-to-refer', 'PWR-3.1.12');
  const quorum = itemQuorum(state, item);
  const data = { itemId, quorum, on: context.today, by: context.actor.personId };
  return { events: [{ type: 'item-referred', data }], answer: { quorum } };
}

/** PWR-3.1.10a: only what needs one is put to the vote; a report is heard, and so is what was done in an emergency [PWR-3.1.13]. */
export function noteItem(
  state: MeetingState,
  { itemId, note }: { itemId: string; note?: string | undefined },
  context: Context,
): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  if (item.outcome) return decidedAlready(item);
  const wrong = judgeChair(state, item, context) ?? judgeQuorum(state, item);
  if (wrong) return wrong;
  if (!item.forHearing) return refuse('pwc.needs-a-vote', 'PWR-3.1.10a');
  const { matter } = context.agenda.get(item.agendaItemId) ?? {};
  const incomplete = matter && judgeCompleteness(matter);
  if (incomplete) return incomplete;
  const event: MeetingEvent = {
    type: 'item-noted',
    data: { itemId, note: note ? context.keep(note) : null, on: context.today, absent: absentMembers(state) },
  };
  return decided(state, item, event, { outcome: 'noted', context });
}
