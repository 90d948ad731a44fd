import { isPresent, meetingQuorum } from '../../domain/pwc-meeting/reading';
import type { MeetingState } from '../../domain/pwc-meeting/state';
import { arithmeticWords } from '../words/arithmetic';
import { SHEET_WORDS as C } from '../words/council-sheet';
import {
  CONSEQUENCE_WORDS,
  DOCUMENT_STATUS_WORDS,
  DOCUMENT_WORDS,
  EFFECT_WORDS,
  MEETING_ACTION_WORDS,
  MEETING_SHEET_WORDS as W,
  POSITION_WORDS,
  SEVERITY_WORDS,
  SIGNING_OFFICE_WORDS,
} from '../words/pwc-meeting';
import type { MeetingAction } from '../../domain/pwc-meeting/actions';
import { meetingItems } from './pwc-meeting-items';
import { filled, line, section, type Section, type SheetValue } from './sheet';

/** A PWC meeting as its page shows it, in the order of the regulation. */
export function meetingSheet(state: MeetingState): Section[] {
  return filled([
    section(C.end, { lines: line(C.cancelReason, state.cancelReason && { text: state.cancelReason }) }),
    noticeSection(state),
    meetingItems(state),
    peopleSection(state),
    documents(state),
    tasks(state),
    leads(state),
    findings(state),
  ]);
}

function noticeSection({ notice }: MeetingState): Section {
  if (!notice) return section(W.notice, {});
  return section(W.notice, {
    clause: 'PWR-3.1.6a',
    lines: [
      ...line(W.meetingAt, { at: notice.meetingAt }),
      ...line(W.place, { text: notice.place }),
      ...line(W.adHoc, notice.adHocReason && { text: notice.adHocReason }),
    ],
  });
}

function peopleSection(state: MeetingState): Section {
  const { members, delegation, recorder, sitting, guests } = state;
  const rows = members.map(({ personId, position }): SheetValue[][] => [
    [{ person: personId }],
    [{ words: POSITION_WORDS[position] }],
    ...(sitting ? [attendance(state, personId)] : []),
  ]);
  return section(W.people, {
    clause: 'PWR-3.1.3',
    lines: [
      ...line(W.delegate, delegation && { person: delegation.personId }, delegation && { text: delegation.reason }),
      ...line(W.recorder, { person: recorder }),
      ...line(W.quorum, sitting !== null && quorum(state)),
    ],
    parts: filled([
      section(W.members, { table: { columns: [C.name, W.position, ...(sitting ? [C.attendance] : [])], rows } }),
      section(W.sittings, {
        table: {
          columns: [W.opened, C.place, C.present],
          rows: state.pastSittings.map(({ openedAt, place, attendance }): SheetValue[][] => [
            openedAt === null ? [] : [{ at: openedAt }],
            [{ text: place }],
            Object.entries(attendance)
              .filter(([, { checkedInAt }]) => checkedInAt !== null)
              .map(([person]) => ({ person })),
          ]),
        },
      }),
      section(W.guests, {
        table: {
          columns: [C.name, C.capacity],
          rows: guests.map(({ name, capacity }) => [[{ text: name }], [{ text: capacity }]]),
        },
      }),
    ]),
  });
}

function quorum(state: MeetingState): SheetValue {
  const { due, present, threshold, needed, quorate } = meetingQuorum(state);
  const sum = { count: present, base: due, threshold, needed, reached: quorate };
  return { words: arithmeticWords(sum, { counted: 'present', base: 'due' }) };
}

function attendance(state: MeetingState, personId: string): SheetValue[] {
  const one = state.sitting?.attendance[personId];
  if (isPresent(state, personId) && one?.checkedInAt != null) return [{ words: C.present }, { at: one.checkedInAt }];
  if (one?.leftAt != null) return [{ words: C.leftEarly }, { at: one.leftAt }];
  return one?.leave ? [{ words: C.onLeave }, { text: one.leave }] : [{ words: C.absent }];
}

function documents({ documents: all }: MeetingState): Section {
  const parts = all.map(({ kind, title, text, status, signatures, returns }) =>
    section(title, {
      lines: [
        ...line(W.kind, { words: DOCUMENT_WORDS[kind] }, { words: DOCUMENT_STATUS_WORDS[status] }),
        ...line(
          W.signatures,
          ...signatures.flatMap(({ office, by, on }): SheetValue[] => [
            { words: SIGNING_OFFICE_WORDS[office] },
            { person: by },
            { day: on },
          ]),
        ),
        ...line(W.returned, ...returns.map(({ reason }) => ({ text: reason }))),
        ...line(W.text, { text }),
      ],
    }),
  );
  return section(W.documents, { clause: 'PWR-3.1.14', parts });
}

function tasks({ tasks: all }: MeetingState): Section {
  const rows = all.map((task): SheetValue[][] => [
    [{ text: task.what }],
    [{ person: task.responsibleId }],
    [{ person: task.firstResponsibleId }],
    task.coordinatorId === null ? [] : [{ person: task.coordinatorId }],
    [{ day: task.dueOn }],
    [
      ...(task.doneOn === null ? [] : [{ day: task.doneOn }]),
      ...(task.withdrawnOn === null ? [] : [{ words: C.withdrawn }, { day: task.withdrawnOn }]),
    ],
    task.progress.map(({ text }) => ({ text })),
  ]);
  const columns = [C.what, C.responsible, W.firstResponsible, W.coordinator, C.dueOn, C.doneOn, C.progress];
  return section(C.tasks, { clause: 'PWR-4.4', table: { columns, rows } });
}

function leads({ leads: all }: MeetingState): Section {
  const rows = all.map(({ action, by, at }): SheetValue[][] => [
    [{ words: MEETING_ACTION_WORDS[action as MeetingAction] }],
    [{ person: by }],
    [{ at }],
  ]);
  return section(W.leads, { clause: 'PWR-4.3', table: { columns: [W.act, W.by, W.when], rows } });
}

function findings({ findings: all, items }: MeetingState): Section {
  const rows = all.map(({ itemId, text, severe, effect, consequence, on, reference }): SheetValue[][] => [
    items.filter(({ id }) => id === itemId).map(({ title }) => ({ text: title })),
    [{ text }, { words: SEVERITY_WORDS[severe ? 'severe' : 'minor'] }, { words: EFFECT_WORDS[effect] }],
    [{ words: CONSEQUENCE_WORDS[consequence] }],
    [{ day: on }, { text: reference }],
  ]);
  const columns = [C.items, W.finding, W.consequence, W.foundOn];
  return section(W.findings, { clause: 'PWR-5.2', table: { columns, rows } });
}
