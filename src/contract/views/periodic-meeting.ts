import { isPresent, passedDecisions, quorumNow } from '../../domain/periodic-meeting/reading';
import { scopeOf } from '../../domain/periodic-meeting/scope';
import type { Attendance, PeriodicState } from '../../domain/periodic-meeting/state';
import { typeOf } from '../../domain/periodic-meeting/types';
import type { Threshold } from '../../domain/threshold';
import { arithmeticWords } from '../words/arithmetic';
import type { Bilingual } from '../words/bilingual';
import { countsWords, SHEET_WORDS as C } from '../words/council-sheet';
import { MEETING_TYPE_WORDS, PERIODIC_SHEET_WORDS as W, SUBJECT_WORDS } from '../words/periodic-meeting';
import { DISSENT_WORDS } from '../words/pwc-meeting';
import type { Choice } from './council-choices';
import { filled, line, section, type Section, type SheetValue } from './sheet';

const people = (ids: readonly string[]): Choice[] => ids.map((id) => ({ value: id, label: [{ person: id }] }));
const dueWho = (state: PeriodicState, present: boolean) =>
  state.due.map(({ personId }) => personId).filter((person) => isPresent(state, person) === present);

/** What the actions of a simpler meeting choose among. */
const CHOICES = {
  'meeting-member': ({ due }: PeriodicState) => people(due.map(({ personId }) => personId)),
  'absent-member': (state: PeriodicState) => people(dueWho(state, false)),
  'meeting-subject': ({ type }: PeriodicState): Choice[] =>
    (scopeOf(type)?.subjects ?? []).map((value) => ({ value, label: [{ words: SUBJECT_WORDS[value] }] })),
  'passed-decision': (state: PeriodicState): Choice[] =>
    passedDecisions(state).map(({ id, text }) => ({ value: id, label: [{ text }] })),
  'present-member': (state: PeriodicState) => people(dueWho(state, true)),
  'checked-in-member': ({ due, attendance }: PeriodicState) =>
    people(due.map(({ personId }) => personId).filter((person) => attendance[person]?.checkedInAt != null)),
};

/** What the fields of its forms can name. */
export type PeriodicEntity = keyof typeof CHOICES;

/** Every list that its forms choose from. */
export function periodicChoices(state: PeriodicState): Record<string, readonly Choice[]> {
  return Object.fromEntries(Object.entries(CHOICES).map(([entity, list]) => [entity, list(state)]));
}

/** The same meeting without the reasons for which somebody asked leave. */
export function withoutLeaveReasons(state: PeriodicState): PeriodicState {
  const silent = (one: Attendance): Attendance => ({ ...one, leave: one.leave && { evidence: '' } });
  const attendance = Object.entries(state.attendance).map(([person, one]) => [person, silent(one)] as const);
  return { ...state, attendance: Object.fromEntries(attendance) };
}

/** A simpler meeting as its page shows it. */
export function periodicSheet(state: PeriodicState): Section[] {
  return filled([
    section(C.end, { lines: line(C.cancelReason, state.cancelReason && { text: state.cancelReason }) }),
    rulesSection(state),
    peopleSection(state),
    section(W.points, {
      table: {
        columns: [C.name, C.what],
        rows: state.statements.map(({ personId, text }): SheetValue[][] => [[{ person: personId }], [{ text }]]),
      },
    }),
    decisions(state),
    dissents(state),
    section(W.record, {
      lines: line(
        W.record,
        state.record && { text: state.record.text },
        state.record?.fileId != null && { file: state.record.fileId },
      ),
    }),
  ]);
}

function rulesSection({ type, notice, chair, delegation, recorder }: PeriodicState): Section {
  const { clause, quorum, majority } = typeOf(type);
  return section(W.rules, {
    clause,
    lines: [
      ...line(W.type, { words: MEETING_TYPE_WORDS[type] }),
      ...line(C.meetingAt, notice && { at: notice.meetingAt }),
      ...line(C.place, notice && { text: notice.place }),
      ...line(W.subjects, ...(notice?.subjects ?? []).map((one) => ({ words: SUBJECT_WORDS[one] }))),
      ...line(W.topics, notice && { text: notice.topics }),
      ...line(C.chair, { person: chair }),
      ...line(W.delegation, delegation && { text: delegation }),
      ...line(C.recorder, { person: recorder }),
      ...line(W.quorumRule, { words: thresholdWords(quorum.threshold, 'due') }, { words: sourceWords(quorum.source) }),
      ...line(
        W.majorityRule,
        { words: thresholdWords(majority.threshold, majority.of) },
        { words: sourceWords(majority.source) },
      ),
    ],
  });
}

function sourceWords(source: string): Bilingual {
  return source === 'local choice' ? W.localChoice : { zh: source, en: source };
}

function thresholdWords({ numerator, denominator, strict }: Threshold, of: 'present' | 'due'): Bilingual {
  const base = of === 'due' ? { zh: '应到会人数', en: 'those due' } : { zh: '到会人数', en: 'those present' };
  const part = `${numerator}/${denominator}`;
  return strict
    ? { zh: `超过${base.zh}的 ${part}`, en: `more than ${part} of ${base.en}` }
    : { zh: `${base.zh}的 ${part} 以上`, en: `${part} or more of ${base.en}` };
}

function peopleSection(state: PeriodicState): Section {
  const { due, present, threshold, needed, quorate } = quorumNow(state);
  const sum = { count: present, base: due, threshold, needed, reached: quorate };
  const rows = state.due.map(({ personId, capacity }): SheetValue[][] => [
    [{ person: personId }],
    [{ text: capacity }],
    attendance(state, personId),
  ]);
  return section(C.people, {
    lines: line(C.quorum, { words: arithmeticWords(sum, { counted: 'present', base: 'due' }) }),
    table: { columns: [C.name, C.capacity, C.attendance], rows },
  });
}

function attendance(state: PeriodicState, personId: string): SheetValue[] {
  const one = state.attendance[personId];
  if (isPresent(state, personId) && one?.checkedInAt != null) return [{ words: C.present }, { at: one.checkedInAt }];
  if (one?.leftAt != null) return [{ words: C.leftEarly }, { at: one.leftAt }];
  return one?.leave ? [{ words: C.onLeave }, { text: one.leave }] : [{ words: C.absent }];
}

function decisions({ type, decisions: all }: PeriodicState): Section {
  const { majority } = typeOf(type);
  const rows = all.map(({ text, verdict }): SheetValue[][] => {
    const sum = { ...verdict, count: verdict.inFavour, reached: verdict.passed };
    return [
      [{ text }],
      [{ words: countsWords(verdict) }],
      [{ words: arithmeticWords(sum, { counted: 'inFavour', base: majority.of }) }],
    ];
  });
  return section(W.decisions, { table: { columns: [C.what, C.counts, C.arithmetic], rows } });
}

function dissents({ dissents: all, decisions: taken }: PeriodicState): Section {
  const rows = all.map(({ decisionId, personId, text, route }): SheetValue[][] => [
    [{ person: personId }],
    taken.filter(({ id }) => id === decisionId).map((one) => ({ text: one.text })),
    [{ text }, { words: DISSENT_WORDS[route] }],
  ]);
  return section(W.dissents, { table: { columns: [C.name, W.decisions, C.what], rows } });
}
