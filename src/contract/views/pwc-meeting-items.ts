import type { MeetingItem, MeetingState, VoteRecord } from '../../domain/pwc-meeting/state';
import { arithmeticWords } from '../words/arithmetic';
import type { Bilingual } from '../words/bilingual';
import { countsWords, SHEET_WORDS as C } from '../words/council-sheet';
import { DECISION_WORDS } from '../words/agenda';
import { MATTER_WORDS } from '../words/pwc';
import {
  DISSENT_WORDS,
  INFORMED_WORDS,
  MEETING_OUTCOME_WORDS,
  MEETING_SHEET_WORDS as W,
  PAPER_METHOD_WORDS,
  STEP_WORDS,
} from '../words/pwc-meeting';
import { filled, line, section, type Section, type SheetValue } from './sheet';

/** The items of a PWC meeting: what was there beforehand, what was said, and every vote with its arithmetic. */
export function meetingItems({ items }: MeetingState): Section {
  return section(W.items, { clause: 'PWR-3.1.11e', parts: items.map(itemSection) });
}

function itemSection(item: MeetingItem): Section {
  const { outcome, decidedOn, outcomeNote, candidates, circulatedOn, consultation, summary, toldOn } = item;
  return section(item.title, {
    lines: [
      ...line(C.outcome, outcome && { words: MEETING_OUTCOME_WORDS[outcome] }, outcomeNote && { text: outcomeNote }),
      ...line(C.decidedOn, decidedOn !== null && { day: decidedOn }),
      ...line(
        W.category,
        { words: MATTER_WORDS[item.category] },
        item.major && { words: W.isMajor },
        item.urgent && { words: W.isUrgent },
      ),
      ...line(
        W.candidates,
        ...candidates.flatMap(({ name, step }): SheetValue[] => [{ words: STEP_WORDS[step] }, { text: name }]),
      ),
      ...line(W.lateReason, item.lateReason && { text: item.lateReason }),
      ...line(
        W.circulatedOn,
        circulatedOn !== null && { day: circulatedOn },
        item.paperId !== null && { file: item.paperId },
      ),
      ...line(W.clearedBy, item.clearedById !== null && { person: item.clearedById }),
      ...line(W.readBy, ...item.readBy.map(({ personId }) => ({ person: personId }))),
      ...line(W.consultation, consultation && { text: consultation }),
      ...line(W.summary, summary && { text: summary }),
      ...line(W.toldOn, toldOn !== null && { day: toldOn }),
      ...line(W.noTask, item.noTask && { text: item.noTask }),
      ...line(
        W.replaced,
        item.replaced && { words: DECISION_WORDS[item.replaced.outcome] },
        item.replaced && { day: item.replaced.on },
        item.replaced?.reference && { text: item.replaced.reference },
      ),
      ...line(W.reopenedOn, item.reopenedOn !== null && { day: item.reopenedOn }),
    ],
    parts: filled([
      votes(item),
      said(
        C.recused,
        item.recusals.map(({ personId, reason }) => [{ person: personId }, { text: reason }]),
      ),
      said(
        C.statements,
        item.statements.map(({ personId, text }) => [{ person: personId }, { text }]),
      ),
      said(
        W.opinions,
        item.opinions.map(({ personId, text }) => [{ person: personId }, { text }]),
      ),
      said(
        W.informed,
        item.informed.map(({ personId, when, text }) => [
          { person: personId },
          { words: INFORMED_WORDS[when] },
          { text },
        ]),
      ),
      said(
        W.dissents,
        item.dissents.map(({ personId, route, text }) => [
          { person: personId },
          { words: DISSENT_WORDS[route] },
          { text },
        ]),
      ),
    ]),
  });
}

function votes({ candidates, votes: all }: MeetingItem): Section {
  const rows = all.map((vote): SheetValue[][] => [asked(candidates, vote), ...counted(vote)]);
  return section(C.votes, {
    clause: 'PWR-3.1.11a',
    table: { columns: [C.question, C.method, C.counts, C.arithmetic], rows },
  });
}

function asked(candidates: MeetingItem['candidates'], { candidateId }: VoteRecord): SheetValue[] {
  const candidate = candidates.find(({ id }) => id === candidateId);
  return candidate ? [{ words: STEP_WORDS[candidate.step] }, { text: candidate.name }] : [{ words: W.wholeItem }];
}

function counted({ id, method, verdict, passedWithoutRecused }: VoteRecord): SheetValue[][] {
  const sum = verdict && { ...verdict, count: verdict.inFavour, reached: verdict.passed };
  const isByName = method !== 'paper-ballot';
  return [
    [{ words: PAPER_METHOD_WORDS[method] }],
    [{ words: verdict ? countsWords(verdict) : C.voteOpen }],
    sum
      ? [
          { words: arithmeticWords(sum, { counted: 'inFavour', base: 'due' }) },
          ...(passedWithoutRecused === sum.passed ? [] : [{ words: W.withoutRecused }]),
          ...(isByName ? [{ ballots: id }] : []),
        ]
      : [],
  ];
}

/** Who, and what of it: a person in the first column, the rest in the second. */
function said(title: Bilingual, entries: readonly SheetValue[][]): Section {
  const rows = entries.map(([who, ...what]): SheetValue[][] => [who ? [who] : [], what]);
  return section(title, { table: { columns: [C.name, C.what], rows } });
}
