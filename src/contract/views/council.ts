import { itemQuorum, sittingQuorum } from '../../domain/council/reading';
import type { AgendaItem, Attendance, CouncilState, MeetingNotice, VoteRecord } from '../../domain/council/state';
import type { Quorum } from '../../domain/procedure/quorum';
import type { Verdict } from '../../domain/procedure/counting';
import { arithmeticWords } from '../words/arithmetic';
import { explain } from '../words/explanations';
import type { ExplanationStep } from '../../domain/calendar/explanation';
import type { DutyState } from '../../domain/procedure/deadline';

/** A council as people look at it: its state, the quorum as it stands, and every number with its arithmetic in words. */
export function councilView(state: CouncilState): object {
  return {
    ...state,
    notice: state.notice && { ...state.notice, ...explained(state.notice) },
    quorum: state.sitting ? quorumView(sittingQuorum(state)) : null,
    items: state.items.map((item) => itemView(state, item)),
    duties: Object.fromEntries(
      Object.entries(state.duties).map(([key, duty]) => [key, { ...duty, ...explained(duty) }]),
    ),
  };
}

/** The same council without the reasons for which somebody asked leave or stands aside: they concern nobody but those who carry it through. */
export function withoutReasons(state: CouncilState): CouncilState {
  const { sitting } = state;
  const silent = (one: Attendance): Attendance => ({ ...one, leave: one.leave && UNTOLD });
  const attendance = Object.entries(sitting?.attendance ?? {}).map(([person, one]) => [person, silent(one)] as const);
  return {
    ...state,
    sitting: sitting && { ...sitting, attendance: Object.fromEntries(attendance) },
    items: state.items.map((item) => ({ ...item, recusals: item.recusals.map((one) => ({ ...one, reason: UNTOLD })) })),
  };
}

/** A reference to no text: it is shown as null. */
const UNTOLD = { evidence: '' };

/** The steps of "why this date?" with their words. */
export function explained({ explanation }: Pick<MeetingNotice | DutyState, 'explanation'>): { explanation: object[] } {
  return { explanation: explanation.map((step: ExplanationStep) => ({ ...step, words: explain(step) })) };
}

function itemView(state: CouncilState, item: AgendaItem): object {
  const quorum = state.sitting ? quorumView(itemQuorum(state, item)) : null;
  return { ...item, quorum, votes: item.votes.map(voteView) };
}

function voteView(vote: VoteRecord): object {
  return { ...vote, quorum: quorumView(vote.quorum), verdict: vote.verdict && verdictView(vote.verdict) };
}

function quorumView(quorum: Quorum): object {
  const { due, present, threshold, needed, quorate } = quorum;
  const sum = { count: present, base: due, threshold, needed, reached: quorate };
  return { ...quorum, arithmetic: arithmeticWords(sum, { counted: 'present', base: 'due' }) };
}

/** A verdict with its arithmetic in words: `赞成 6 / 到会 9，需达到 6 → 通过`. */
export function verdictView(verdict: Verdict): object {
  const { base, inFavour, threshold, needed, passed } = verdict;
  const sum = { count: inFavour, base, threshold, needed, reached: passed };
  return { ...verdict, arithmetic: arithmeticWords(sum, { counted: 'inFavour', base: 'present' }) };
}
