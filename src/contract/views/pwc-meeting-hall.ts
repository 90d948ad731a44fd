import {
  isPresent,
  itemQuorum,
  meetingQuorum,
  openItems,
  openVote,
  secretaryOf,
} from '../../domain/pwc-meeting/reading';
import type { Candidate, MeetingItem, MeetingState, VoteRecord } from '../../domain/pwc-meeting/state';
import type { Quorum } from '../../domain/procedure/quorum';
import { arithmeticWords } from '../words/arithmetic';
import type { Bilingual } from '../words/bilingual';
import { countsWords, SHEET_WORDS as C } from '../words/council-sheet';
import {
  MEETING_OUTCOME_WORDS,
  MEETING_SHEET_WORDS as W,
  PAPER_METHOD_WORDS,
  POSITION_WORDS,
  STEP_WORDS,
} from '../words/pwc-meeting';

const STATE_WORDS = { present: C.present, 'on-leave': C.onLeave, left: C.leftEarly, absent: C.absent } as const;
type Presence = keyof typeof STATE_WORDS;

/** A PWC meeting as it is followed in the hall (src/contract/schemas/hall.ts); null before one is told of. */
export function meetingHall(state: MeetingState): object | null {
  const { sitting, notice, members } = state;
  if (!sitting) return null;
  const people = members.map(({ personId, position }) => ({
    personId,
    capacity: POSITION_WORDS[position].zh,
    office: officeOf(state, personId),
    ...presenceOf(state, personId),
  }));
  const open = openVote(state);
  const current = open?.item ?? (state.stage === 'sitting' ? openItems(state)[0] : undefined);
  return {
    clause: 'PWR-3.1.4a',
    meetingAt: notice?.meetingAt ?? null,
    place: notice?.place ?? null,
    openedAt: sitting.openedAt,
    quorum: quorumView(meetingQuorum(state)),
    counts: [
      { name: C.due, count: people.length },
      ...Object.entries(STATE_WORDS).map(([presence, name]) => {
        return { name, count: people.filter((one) => one.state === presence).length };
      }),
    ],
    people,
    items: state.items.map((item) => itemView(state, item, item.id === current?.id)),
    vote: open && { id: open.vote.id, itemId: open.item.id, byName: false, electors: open.vote.electors },
  };
}

function officeOf(state: MeetingState, personId: string): Bilingual | null {
  if (personId === secretaryOf(state)) return C.chair;
  return personId === state.delegation?.personId ? W.delegate : null;
}

function presenceOf(state: MeetingState, personId: string) {
  const one = state.sitting?.attendance[personId];
  const as = (presence: Presence, at: number | null) => {
    return { state: presence, stateName: STATE_WORDS[presence], at };
  };
  if (one && isPresent(state, personId)) return as('present', one.checkedInAt);
  if (one && one.leftAt !== null) return as('left', one.leftAt);
  return as(one?.leave ? 'on-leave' : 'absent', null);
}

function itemView(state: MeetingState, item: MeetingItem, isCurrent: boolean) {
  return {
    id: item.id,
    title: item.title,
    isCurrent,
    outcome: item.outcome && MEETING_OUTCOME_WORDS[item.outcome],
    quorum: quorumView(itemQuorum(state, item)),
    recused: item.recusals.map(({ personId }) => personId),
    votes: item.votes.map((vote) => voteView(item.candidates, vote)),
  };
}

function voteView(candidates: readonly Candidate[], { id, candidateId, method, verdict }: VoteRecord) {
  const candidate = candidates.find((one) => one.id === candidateId);
  const sum = verdict && { ...verdict, count: verdict.inFavour, reached: verdict.passed };
  return {
    id,
    question: candidate ? STEP_WORDS[candidate.step] : W.wholeItem,
    subject: candidate?.name ?? null,
    method: PAPER_METHOD_WORDS[method],
    isOpen: verdict === null,
    passed: verdict?.passed ?? null,
    counts: verdict && countsWords(verdict),
    arithmetic: sum && arithmeticWords(sum, { counted: 'inFavour', base: 'due' }),
  };
}

function quorumView({ due, present, threshold, needed, quorate }: Quorum) {
  const sum = { count: present, base: due, threshold, needed, reached: quorate };
  return { arithmetic: arithmeticWords(sum, { counted: 'present', base: 'due' }), reached: quorate };
}
