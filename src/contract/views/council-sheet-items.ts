import type { AgendaItem, CouncilState, Escalation, Hearing, VoteRecord } from '../../domain/council/state';
import { BODY_WORDS, DECISION_WORDS } from '../words/agenda';
import { arithmeticWords } from '../words/arithmetic';
import { METHOD_WORDS, OUTCOME_WORDS, QUESTION_WORDS } from '../words/council';
import { countsWords, SHEET_WORDS as W } from '../words/council-sheet';
import { filled, line, section, type Section, type SheetValue } from './sheet';

/** The items with who stands aside, what was said, and every vote with its arithmetic. */
export function itemsSection(state: CouncilState, quorum: (item: AgendaItem) => SheetValue | null): Section {
  const parts = state.items.map((item) => itemSection(item, quorum(item)));
  return section(W.items, { clause: 'HDA-11.2.1', parts });
}

function itemSection(item: AgendaItem, quorum: SheetValue | null): Section {
  const { description, outcome, decidedOn, postponed, escalation, filedOn, handedOverOn, hearing, recusals } = item;
  return section(item.title, {
    lines: [
      ...line(W.outcome, outcome && { words: OUTCOME_WORDS[outcome] }),
      ...line(W.decidedOn, decidedOn !== null && { day: decidedOn }),
      ...line(W.description, description && { text: description }),
      ...line(W.quorum, outcome === null && quorum),
      ...line(W.postponedUntil, postponed && { day: postponed.until }),
      ...(escalation ? escalationLines(escalation) : []),
      ...line(W.filedOn, filedOn !== null && { day: filedOn }),
      ...line(W.handedOverOn, handedOverOn !== null && { day: handedOverOn }),
      ...(hearing ? hearingLines(hearing) : []),
    ],
    parts: filled([votesSection(item.votes), recusalsSection(recusals), statementsSection(item)]),
  });
}

function hearingLines(hearing: Hearing) {
  if (hearing.heldOn === null) return line(W.noHearing, { text: hearing.notNeeded });
  return line(W.hearing, { day: hearing.heldOn }, { text: hearing.result });
}

function escalationLines({ to, putOn, settlement }: Escalation) {
  return [
    ...line(W.escalation, { words: BODY_WORDS[to] }, { day: putOn }),
    ...line(
      W.settlement,
      settlement && { words: DECISION_WORDS[settlement.outcome] },
      settlement && { day: settlement.decidedOn },
    ),
    ...line(W.reference, settlement?.reference && { text: settlement.reference }),
  ];
}

function votesSection(votes: readonly VoteRecord[]): Section {
  const rows = votes.map(({ id, question, method, verdict }): SheetValue[][] => {
    const sum = verdict && { ...verdict, count: verdict.inFavour, reached: verdict.passed };
    return [
      [{ words: QUESTION_WORDS[question] }],
      [{ words: METHOD_WORDS[method] }],
      [{ words: verdict ? countsWords(verdict) : W.voteOpen }],
      sum ? [{ words: arithmeticWords(sum, { counted: 'inFavour', base: 'present' }) }, { ballots: id }] : [],
    ];
  });
  return section(W.votes, { table: { columns: [W.question, W.method, W.counts, W.arithmetic], rows } });
}

function recusalsSection(recusals: AgendaItem['recusals']): Section {
  const rows = recusals.map(({ personId, reason }): SheetValue[][] => [[{ person: personId }], [{ text: reason }]]);
  return section(W.recused, { table: { columns: [W.name, W.reason], rows } });
}

function statementsSection({ statements }: AgendaItem): Section {
  const rows = statements.map(({ personId, text }): SheetValue[][] => [
    personId === null ? [] : [{ person: personId }],
    [{ text }],
  ]);
  return section(W.statements, { table: { columns: [W.name, W.what], rows } });
}
