import type { CouncilState, PublicationState, Task } from '../../domain/council/state';
import { TELLING_WORDS } from '../words/council';
import { SHEET_WORDS as W } from '../words/council-sheet';
import { filled, section, type Section, type SheetValue } from './sheet';

/** Who was told, what hangs on the board, and what is done about it [HDA-11.3]. */
export function afterwardsSection(state: CouncilState): Section {
  return section(W.afterwards, {
    parts: filled([tellings(state), papers(state), tasks(state), problems(state)]),
  });
}

function tellings({ tellings: all }: CouncilState): Section {
  const rows = all.map(({ how, toldOn, audience }): SheetValue[][] => [
    [{ day: toldOn }],
    [{ words: TELLING_WORDS[how] }],
    [{ text: audience }],
  ]);
  return section(W.tellings, { clause: 'HDA-11.3.3', table: { columns: [W.toldOn, W.how, W.audience], rows } });
}

function papers({ publications }: CouncilState): Section {
  const rows = publications.map((one): SheetValue[][] => [
    [{ day: one.publishedOn }, ...(one.late ? [{ words: W.late }] : [])],
    [{ day: one.takeDownOn }],
    [{ words: standing(one) }, ...(one.takenDownAt === null ? [{ paper: one.id }] : [])],
  ]);
  return section(W.papers, { clause: 'LAW-RCL-34', table: { columns: [W.publishedOn, W.takeDownOn, W.state], rows } });
}

function standing({ takenDownAt, removedEarly }: PublicationState) {
  if (takenDownAt === null) return W.hanging;
  return removedEarly ? W.downEarly : W.down;
}

function tasks({ tasks: all }: CouncilState): Section {
  const rows = all.map((task): SheetValue[][] => [
    [{ text: task.what }],
    [{ person: task.responsibleId }],
    [{ day: task.dueOn }],
    [
      ...(task.doneOn === null ? [] : [{ day: task.doneOn }]),
      ...(task.withdrawnOn === null ? [] : [{ words: W.withdrawn }, { day: task.withdrawnOn }]),
    ],
    latest(task),
  ]);
  return section(W.tasks, {
    clause: 'HDA-11.3.2',
    table: { columns: [W.what, W.responsible, W.dueOn, W.doneOn, W.progress], rows },
  });
}

function latest({ progress }: Task): SheetValue[] {
  return progress.map(({ text }) => ({ text }));
}

function problems({ problems: all }: CouncilState): Section {
  const rows = all.map(({ text, by, answer }): SheetValue[][] => [
    [{ text }],
    [{ person: by }],
    answer ? [{ text: answer.text }] : [],
  ]);
  return section(W.problems, { clause: 'HDA-11.3.2', table: { columns: [W.what, W.raisedBy, W.answer], rows } });
}
