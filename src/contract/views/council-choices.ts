import {
  isPassed,
  isPresent,
  itemsToEscalate,
  itemsToHandOver,
  openTasks,
  openTasksOf,
  openVote,
  referableItems,
  undecidedItems,
  unputItems,
  untoldItems,
} from '../../domain/council/reading';
import { MOVABLE, type AgendaItem, type CouncilState, type VoteRecord } from '../../domain/council/state';
import type { Standing } from '../../domain/procedure/model';
import type { TextRef } from '../../domain/text-ref';
import { CHANNEL_WORDS, QUESTION_WORDS } from '../words/council';
import { dutyWords } from '../words/duties';
import type { SheetValue } from './sheet';

/** Something that a form can choose, by what it is called. */
export interface Choice {
  readonly value: string;
  readonly label: readonly SheetValue[];
}

const people = (ids: readonly string[]): Choice[] =>
  [...new Set(ids)].map((id) => ({ value: id, label: [{ person: id }] }));
const items = (some: readonly AgendaItem[]): Choice[] =>
  some.map(({ id, title }) => ({ value: id, label: [{ text: title }] }));
const texts = (some: readonly { id: string; text: TextRef }[]): Choice[] =>
  some.map(({ id, text }) => ({ value: id, label: [{ text }] }));
const vote = (item: AgendaItem, { id, question }: VoteRecord): Choice => ({
  value: id,
  label: [{ text: item.title }, { words: QUESTION_WORDS[question] }],
});

/** What the actions of a council choose among, as it stands. */
const CHOICES = {
  'due-person': ({ due }: CouncilState) => people(due.map(({ personId }) => personId)),
  'absent-person': (state: CouncilState) => people(dueWho(state, false)),
  'present-person': (state: CouncilState) => people(dueWho(state, true)),
  'named-person': ({ due, officers: { chair, deputy, recorder } }: CouncilState) =>
    people([chair, ...(deputy === null ? [] : [deputy]), recorder, ...due.map(({ personId }) => personId)]),
  elector: (state: CouncilState) => people(openVote(state)?.vote.electors ?? []),
  'undecided-item': (state: CouncilState) => items(undecidedItems(state)),
  'unput-item': (state: CouncilState) => items(unputItems(state)),
  'referable-item': (state: CouncilState) => items(state.sitting ? referableItems(state) : []),
  'untold-item': (state: CouncilState) => items(untoldItems(state)),
  'passed-item': (state: CouncilState) => items(state.items.filter(isPassed)),
  'item-to-escalate': (state: CouncilState) => items(itemsToEscalate(state)),
  'item-to-hand-over': (state: CouncilState) => items(itemsToHandOver(state)),
  'open-vote': (state: CouncilState) => {
    const open = openVote(state);
    return open ? [vote(open.item, open.vote)] : [];
  },
  'closed-vote': (state: CouncilState) =>
    state.items.flatMap((item) => item.votes.filter(({ verdict }) => verdict !== null).map((one) => vote(item, one))),
  'unconfirmed-posting': (state: CouncilState) => postings(state, false),
  'confirmed-posting': (state: CouncilState) => postings(state, true),
  'hanging-paper': ({ publications }: CouncilState) =>
    publications
      .filter(({ takenDownAt }) => takenDownAt === null)
      .map(({ id, publishedOn }): Choice => ({ value: id, label: [{ day: publishedOn }] })),
  'movable-deadline': ({ duties }: CouncilState) =>
    Object.entries(duties)
      .filter(([, { kind, status }]) => status === 'open' && MOVABLE.includes(kind))
      .map(([key, { kind, dueOn }]): Choice => ({ value: key, label: [{ words: dutyWords(kind) }, { day: dueOn }] })),
  'reportable-task': (state: CouncilState, actor: Standing) =>
    texts(openTasksOf(state, actor).map(({ id, what }) => ({ id, text: what }))),
  'open-task': (state: CouncilState) => texts(openTasks(state).map(({ id, what }) => ({ id, text: what }))),
  'open-problem': ({ problems }: CouncilState) => texts(problems.filter(({ answer }) => answer === null)),
};

/** What the fields of a council's forms can name. */
export type CouncilEntity = keyof typeof CHOICES;

/** Every list that a council's forms choose from, for whoever asks. */
export function councilChoices(state: CouncilState, actor: Standing): Record<string, readonly Choice[]> {
  return Object.fromEntries(Object.entries(CHOICES).map(([entity, list]) => [entity, list(state, actor)]));
}

function dueWho(state: CouncilState, present: boolean): string[] {
  const all = state.due.map(({ personId }) => personId);
  if (!state.sitting) return present ? [] : all;
  return all.filter((id) => isPresent(state, id) === present);
}

function postings({ notice }: CouncilState, confirmed: boolean): Choice[] {
  const some = (notice?.postings ?? []).filter(({ confirmation }) => (confirmation !== null) === confirmed);
  return some.map(({ id, channel, location }) => ({
    value: id,
    label: [{ words: CHANNEL_WORDS[channel] }, { text: location }],
  }));
}
