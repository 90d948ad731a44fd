import type { Standing } from '../../domain/procedure/model';
import {
  absentMembers,
  checkedIn,
  candidatesLeft,
  deputiesOf,
  documentsToSign,
  droppableDocuments,
  isAdopted,
  isDecided,
  isPresent,
  isResolved,
  openItems,
  openTasks,
  openTasksOf,
  openVote,
  referableItems,
  referredItems,
  returnedDocuments,
  standingItems,
  toInform,
  unassignedItems,
  uncirculatedItems,
  unreadItems,
  untoldItems,
} from '../../domain/pwc-meeting/reading';
import type { MeetingItem, MeetingState, Task } from '../../domain/pwc-meeting/state';
import type { SignedDocument } from '../../domain/pwc/documents';
import { DOCUMENT_WORDS, STEP_WORDS } from '../words/pwc-meeting';
import type { Choice } from './council-choices';
import type { SheetValue } from './sheet';

const people = (ids: readonly string[]): Choice[] => ids.map((id) => ({ value: id, label: [{ person: id }] }));
const items = (some: readonly MeetingItem[]): Choice[] =>
  some.map(({ id, title }) => ({ value: id, label: [{ text: title }] }));
const documents = (some: readonly SignedDocument[]): Choice[] =>
  some.map(({ id, kind, title }) => ({ value: id, label: [{ words: DOCUMENT_WORDS[kind] }, { text: title }] }));

/** What the actions of a PWC meeting choose among, as it stands. */
const CHOICES = {
  member: ({ members }: MeetingState) => people(members.map(({ personId }) => personId)),
  deputy: (state: MeetingState) => people(deputiesOf(state)),
  'absent-member': (state: MeetingState) => people(absentMembers(state)),
  'present-member': (state: MeetingState) =>
    people(state.members.map(({ personId }) => personId).filter((person) => isPresent(state, person))),
  'checked-in-member': (state: MeetingState) => people(checkedIn(state)),
  elector: (state: MeetingState) => people(openVote(state)?.vote.electors ?? []),
  'open-item': (state: MeetingState) => items(openItems(state)),
  'uncirculated-item': (state: MeetingState) => items(uncirculatedItems(state)),
  'unread-item': (state: MeetingState, { personId }: Standing) => items(unreadItems(state, personId)),
  'item-under-discussion': (state: MeetingState) => items(openItems(state).filter(({ summary }) => summary === null)),
  'item-for-hearing': (state: MeetingState) => items(openItems(state).filter(({ forHearing }) => forHearing)),
  'item-to-inform-of': (state: MeetingState) => items(state.items.filter((item) => toInform(state, item).length > 0)),
  'referable-item': (state: MeetingState) => items(referableItems(state)),
  'referred-item': (state: MeetingState) => items(referredItems(state)),
  'decided-item': (state: MeetingState) => items(state.items.filter(isDecided)),
  'adopted-item': (state: MeetingState) => items(state.items.filter(isAdopted)),
  'unassigned-item': (state: MeetingState) => items(unassignedItems(state)),
  'untold-item': (state: MeetingState) => items(untoldItems(state)),
  'resolved-item': (state: MeetingState) => items(state.items.filter(isResolved)),
  'standing-item': (state: MeetingState) => items(standingItems(state)),
  candidate: (state: MeetingState) =>
    openItems(state).flatMap((item) =>
      candidatesLeft(item).map(({ id, name, step }): Choice => {
        const label: SheetValue[] = [{ text: item.title }, { words: STEP_WORDS[step] }, { text: name }];
        return { value: id, label };
      }),
    ),
  'open-vote': (state: MeetingState) => {
    const open = openVote(state);
    return open ? [{ value: open.vote.id, label: [{ text: open.item.title }] }] : [];
  },
  'document-to-sign': (state: MeetingState, { personId }: Standing) => documents(documentsToSign(state, personId)),
  'unsigned-document': (state: MeetingState) => documents(droppableDocuments(state)),
  'returned-document': (state: MeetingState) => documents(returnedDocuments(state)),
  'reportable-task': (state: MeetingState, actor: Standing) => tasks(openTasksOf(state, actor)),
  'open-task': (state: MeetingState) => tasks(openTasks(state)),
};

function tasks(some: readonly Task[]): Choice[] {
  return some.map(({ id, what }) => ({ value: id, label: [{ text: what }] }));
}

/** What the fields of a PWC meeting's forms can name. */
export type MeetingEntity = keyof typeof CHOICES;

/** Every list that a PWC meeting's forms choose from, for whoever asks. */
export function meetingChoices(state: MeetingState, actor: Standing): Record<string, readonly Choice[]> {
  const listed = Object.entries(CHOICES).map(([entity, list]) => {
    const isNotYet = state.sitting === null && SITTING_ONLY.includes(entity);
    return [entity, isNotYet ? [] : list(state, actor)] as const;
  });
  return Object.fromEntries(listed);
}

/** Lists that ask who is there. */
const SITTING_ONLY: readonly string[] = ['absent-member', 'present-member', 'item-to-inform-of', 'referable-item'];
