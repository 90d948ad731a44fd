import { civilDateOf, startOfDay, type CivilDate } from '../../calendar/civil-date';
import { clearDays } from '../../calendar/notice-period';
import { doneOn } from '../../procedure/deadline';
import type { Context, Decision, Notice, VoteCounts } from '../../procedure/model';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import { evolve } from '../evolve';
import { noticeOf } from '../parts';
import { isPresent, participantsOf, sittingQuorum } from '../reading';
import type { CouncilEvent, CouncilState, Officers } from '../state';
import { checkOfficers } from './begin';
import { recountVote, type Recounted } from './recount';
import { isRecused } from './vote';

type Outcome = Decision<CouncilEvent> | Refusal;

/* A wrong entry is never rewritten: a correction is a new entry beside it, which shows what it does to the verdict. */

/** HDA-11.1.2: another day of posting. The clear days run from it; a sitting held too early by it is told to the supervisors. */
export function correctPosting(
  state: CouncilState,
  input: { postingId: string; postedOn: CivilDate; reason: string },
  context: Context,
): Outcome {
  const notice = noticeOf(state);
  const posting = notice.postings.find(({ id }) => id === input.postingId);
  if (!posting?.confirmation) return refuse('council.unknown-posting', null, { postingId: input.postingId });
  const { postedOn } = input;
  if (postedOn > context.today) return refuse('council.posted-in-the-future', 'HDA-11.1.2', { postedOn });
  if (postedOn < notice.issuedOn)
    return refuse('council.posted-before-notice', 'HDA-11.1.2', { postedOn, issuedOn: notice.issuedOn });
  const days = notice.postings.map((one) => (one.id === posting.id ? postedOn : one.confirmation?.postedOn));
  const period = runningFrom(state, days);
  const { now: at, actor } = context;
  const key = `post-notice:${notice.round}`;
  const last =
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? postedOn;
  const isMet = state.duties[key]?.status === 'met';
  const openedAt = state.sitting?.openedAt ?? null;
  const heldTooEarly = openedAt !== null && period !== null && openedAt < period.earliestAt;
  return {
    events: [
      {
        type: 'posting-corrected',
        data: {
          postingId: posting.id,
          postedOn,
          before: posting.confirmation.postedOn,
          reason: context.keep(input.reason),
          by: actor.personId,
          at,
          period,
        },
      },
      ...(isMet ? [{ type: 'deadline-met', data: { key, at: doneOn(last, at) } } as const] : []),
    ],
    notices: heldTooEarly
      ? [{ kind: 'council-held-too-early', clause: 'HDA-11.1.2', roles: SUPERVISORS, params: { postedOn } }]
      : [],
    answer: { earliestAt: period?.earliestAt ?? null, heldTooEarly },
  };
}

const SUPERVISORS = ['supervision-committee', 'subdistrict-supervisor'] as const;

/** The clear days after the last of the postings; null while one is not confirmed. */
function runningFrom({ rulebook }: CouncilState, days: readonly (CivilDate | undefined)[]) {
  const last = days.every((day) => day !== undefined) ? [...days].sort().at(-1) : undefined;
  if (last === undefined) return null;
  const period = { postedOn: last, days: rulebook['council.noticeClearDays'], clause: 'HDA-11.1.2' } as const;
  const { earliestOn, explanation } = clearDays(period);
  return { earliestAt: startOfDay(earliestOn), explanation };
}

/** Reading 2: somebody was there and not entered, or entered and not there. Closed votes of the sitting are counted on the other base. */
export function correctAttendance(
  state: CouncilState,
  input: { personId: string; present: boolean; reason: string },
  context: Context,
): Outcome {
  const { personId, present } = input;
  if (!state.due.some((member) => member.personId === personId))
    return refuse('council.not-due', 'HDA-9', { personId });
  if (isPresent(state, personId) === present) return refuse('council.attendance-as-entered', null, { personId });
  const { now: at, actor } = context;
  const reason = context.keep(input.reason);
  const corrected: CouncilEvent = {
    type: 'attendance-corrected',
    data: { personId, present, reason, by: actor.personId, at },
  };
  const votes = closedVotes(state).filter(({ vote, item }) => {
    const isElector = vote.electors.includes(personId);
    return present ? !isElector && !item.recusals.some((one) => one.personId === personId) : isElector;
  });
  let after = evolve(state, corrected);
  const events: CouncilEvent[] = [corrected];
  const recounted: Recounted['answer'][] = [];
  for (const { item, vote } of votes) {
    if (isRecused(item, context)) return refuse('council.chair-recused', 'HDA-9');
    if (vote.method === 'open-ballot') return refuse('council.ballots-stand', 'HDA-11.2.1');
    const electors = present ? [...vote.electors, personId] : vote.electors.filter((one) => one !== personId);
    const result = recountVote(
      after,
      { itemId: item.id, voteId: vote.id, electors, counts: vote.verdict, reason },
      context,
    );
    if (isRefusal(result)) return result;
    events.push(...result.events);
    recounted.push(result.answer);
    after = result.events.reduce<CouncilState>(evolve, after);
  }
  return { events, notices: told(recounted), answer: { quorum: sittingQuorum(after), votes: recounted } };
}

/** HDA-11.2.1: other counts of a vote that was announced. What members cast themselves stays as it was cast. */
export function correctTally(
  state: CouncilState,
  input: { voteId: string; counts: VoteCounts; reason: string },
  context: Context,
): Outcome {
  const found = closedVotes(state).find(({ vote }) => vote.id === input.voteId);
  if (!found) return refuse('council.no-such-result', 'HDA-11.2.1', { voteId: input.voteId });
  const { item, vote } = found;
  if (isRecused(item, context)) return refuse('council.chair-recused', 'HDA-9');
  if (vote.method === 'open-ballot') return refuse('council.ballots-stand', 'HDA-11.2.1');
  const reason = context.keep(input.reason);
  const { electors } = vote;
  const result = recountVote(
    state,
    { itemId: item.id, voteId: vote.id, electors, counts: input.counts, reason },
    context,
  );
  if (isRefusal(result)) return result;
  return { events: result.events, notices: told([result.answer]), answer: { votes: [result.answer] } };
}

/** The announced results of the sitting in force. */
function closedVotes(state: CouncilState) {
  return state.items.flatMap((item) =>
    item.votes.flatMap((vote) => {
      const { verdict } = vote;
      return verdict !== null && vote.round === state.notice?.round ? [{ item, vote: { ...vote, verdict } }] : [];
    }),
  );
}

/** A correction that turns a result is told to the supervisors. */
function told(votes: readonly Recounted['answer'][]): Notice[] {
  const turned = votes.filter(({ before, after }) => before.passed !== after.passed);
  return turned.map(({ after }) => {
    return {
      kind: 'council-result-turned',
      clause: 'HDA-11.2.1',
      roles: SUPERVISORS,
      params: { passed: after.passed },
    };
  });
}

/** HDA-11.2.3b: somebody else chairs, stands in or records from now on. */
export function changeOfficers(
  state: CouncilState,
  { reason, ...officers }: Officers & { reason: string },
  context: Context,
): Outcome {
  const wrong = checkOfficers(officers);
  if (wrong) return wrong;
  const were = participantsOf(state);
  const data = { officers, reason: context.keep(reason), by: context.actor.personId, at: context.now };
  const persons = [officers.chair, officers.recorder, ...(officers.deputy ? [officers.deputy] : [])];
  return {
    events: [{ type: 'officers-changed', data }],
    notices: [
      { kind: 'council-officer-named', clause: 'HDA-11.2.3b', persons, params: { on: civilDateOf(context.now) } },
    ],
    answer: { newcomers: persons.filter((person) => !were.includes(person)) },
  };
}
