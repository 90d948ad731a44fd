import { isPresent, itemQuorum, openVote, sittingQuorum, undecidedItems } from '../../domain/council/reading';
import type { Quorum } from '../../domain/procedure/quorum';
import type { AgendaItem, CouncilState, VoteRecord } from '../../domain/council/state';
import { arithmeticWords } from '../words/arithmetic';
import type { Bilingual } from '../words/bilingual';
import { METHOD_WORDS, OUTCOME_WORDS, QUESTION_WORDS } from '../words/council';
import { countsWords, SHEET_WORDS as W } from '../words/council-sheet';

const STATE_WORDS = { present: W.present, 'on-leave': W.onLeave, left: W.leftEarly, absent: W.absent } as const;
type Presence = keyof typeof STATE_WORDS;

/** A council's sitting as it is followed in the hall (src/contract/schemas/hall.ts); null before one is announced. */
export function councilHall(state: CouncilState): object | null {
  const { sitting, notice, due } = state;
  if (!sitting) return null;
  const people = due.map(({ personId, capacity }) => ({
    personId,
    capacity,
    office: officeOf(state, personId),
    ...presenceOf(state, personId),
  }));
  const open = openVote(state);
  const current = open?.item ?? (state.stage === 'sitting' ? undecidedItems(state)[0] : undefined);
  return {
    clause: 'HDA-9',
    meetingAt: notice?.meetingAt ?? null,
    place: notice?.place ?? null,
    openedAt: sitting.openedAt,
    quorum: quorumView(sittingQuorum(state)),
    counts: [
      { name: W.due, count: people.length },
      ...Object.entries(STATE_WORDS).map(([presence, name]) => {
        return { name, count: people.filter((one) => one.state === presence).length };
      }),
    ],
    people,
    items: state.items.map((item) => itemView(state, item, item.id === current?.id)),
    vote: open && {
      id: open.vote.id,
      itemId: open.item.id,
      byName: open.vote.method === 'open-ballot',
      electors: open.vote.electors,
    },
  };
}

function officeOf({ officers }: CouncilState, personId: string): Bilingual | null {
  if (personId === officers.chair) return W.chair;
  if (personId === officers.deputy) return W.deputy;
  return personId === officers.recorder ? W.recorder : null;
}

function presenceOf(state: CouncilState, personId: string) {
  const one = state.sitting?.attendance[personId];
  const as = (presence: Presence, at: number | null) => {
    return { state: presence, stateName: STATE_WORDS[presence], at };
  };
  if (one && isPresent(state, personId)) return as('present', one.checkedInAt);
  if (one && one.leftAt !== null) return as('left', one.leftAt);
  return as(one?.leave ? 'on-leave' : 'absent', null);
}

function itemView(state: CouncilState, item: AgendaItem, isCurrent: boolean) {
  return {
    id: item.id,
    title: item.title,
    isCurrent,
    outcome: item.outcome && OUTCOME_WORDS[item.outcome],
    quorum: quorumView(itemQuorum(state, item)),
    recused: item.recusals.map(({ personId }) => personId),
    votes: item.votes.map(voteView),
  };
}

function voteView({ id, question, method, verdict }: VoteRecord) {
  const sum = verdict && { ...verdict, count: verdict.inFavour, reached: verdict.passed };
  return {
    id,
    question: QUESTION_WORDS[question],
    subject: null,
    method: METHOD_WORDS[method],
    isOpen: verdict === null,
    passed: verdict?.passed ?? null,
    counts: verdict && countsWords(verdict),
    arithmetic: sum && arithmeticWords(sum, { counted: 'inFavour', base: 'present' }),
  };
}

function quorumView({ due, present, threshold, needed, quorate }: Quorum) {
  const sum = { count: present, base: due, threshold, needed, reached: quorate };
  return { arithmetic: arithmeticWords(sum, { counted: 'present', base: 'due' }), reached: quorate };
}
