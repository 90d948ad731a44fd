import { isPresent, itemQuorum, sittingQuorum } from '../../domain/council/reading';
import type { CouncilState } from '../../domain/council/state';
import { arithmeticWords } from '../words/arithmetic';
import { CATEGORY_WORDS, CHANNEL_WORDS, SOURCE_WORDS } from '../words/council';
import { SHEET_WORDS as W } from '../words/council-sheet';
import type { Quorum } from '../../domain/procedure/quorum';
import { afterwardsSection } from './council-sheet-afterwards';
import { itemsSection } from './council-sheet-items';
import { filled, line, section, type Section, type SheetValue } from './sheet';

/** A council as its page shows it, in the order of the regulation. */
export function councilSheet(state: CouncilState): Section[] {
  return filled([
    endSection(state),
    noticeSection(state),
    itemsSection(state, (item) => (state.sitting ? quorumValue(itemQuorum(state, item)) : null)),
    peopleSection(state),
    afterwardsSection(state),
    topicSection(state),
  ]);
}

function topicSection({ source, sourceNote, category, broadInterest, narrowReason }: CouncilState): Section {
  return section(W.topic, {
    clause: 'HDA-11.1.1',
    lines: [
      ...line(W.source, { words: SOURCE_WORDS[source] }),
      ...line(W.sourceNote, { text: sourceNote }),
      ...line(W.category, { words: CATEGORY_WORDS[category] }),
      ...line(W.broadInterest, { words: broadInterest ? W.yes : W.no }),
      ...line(W.narrowReason, narrowReason && { text: narrowReason }),
    ],
  });
}

function noticeSection({ notice }: CouncilState): Section {
  if (!notice) return section(W.notice, {});
  const rows = notice.postings.map(({ channel, location, confirmation }): SheetValue[][] => [
    [{ words: CHANNEL_WORDS[channel] }],
    [{ text: location }],
    confirmation ? [{ day: confirmation.postedOn }] : [],
    confirmation?.fileId ? [{ file: confirmation.fileId }] : [],
  ]);
  return section(W.notice, {
    clause: 'HDA-11.1.2',
    lines: [
      ...line(W.meetingAt, { at: notice.meetingAt }),
      ...line(W.place, { text: notice.place }),
      ...line(W.earliestAt, notice.earliestAt !== null && { at: notice.earliestAt }),
    ],
    table: rows.length > 0 ? { columns: [W.posting, W.location, W.postedOn, W.photo], rows } : null,
  });
}

function peopleSection(state: CouncilState): Section {
  const { officers, due, sitting } = state;
  const guests = (sitting?.guests ?? []).map(({ name, capacity }): SheetValue[][] => [
    [{ text: name }],
    [{ text: capacity }],
  ]);
  return section(W.people, {
    clause: 'HDA-9',
    lines: [
      ...line(W.chair, { person: officers.chair }),
      ...line(W.deputy, officers.deputy !== null && { person: officers.deputy }),
      ...line(W.recorder, { person: officers.recorder }),
      ...line(W.quorum, sitting !== null && quorumValue(sittingQuorum(state))),
    ],
    parts: filled([
      section(W.dueMembers, {
        table: {
          columns: [W.name, W.capacity, ...(sitting ? [W.attendance] : [])],
          rows: due.map(({ personId, capacity }) => [
            [{ person: personId }],
            [{ text: capacity }],
            ...(sitting ? [attendance(state, personId)] : []),
          ]),
        },
      }),
      section(W.guests, { table: { columns: [W.name, W.capacity], rows: guests } }),
    ]),
  });
}

function attendance(state: CouncilState, personId: string): SheetValue[] {
  const one = state.sitting?.attendance[personId];
  if (isPresent(state, personId) && one?.checkedInAt != null) return [{ words: W.present }, { at: one.checkedInAt }];
  if (one?.leftAt != null) return [{ words: W.leftEarly }, { at: one.leftAt }];
  return one?.leave ? [{ words: W.onLeave }, { text: one.leave }] : [{ words: W.absent }];
}

function quorumValue({ due, present, threshold, needed, quorate }: Quorum): SheetValue {
  const sum = { count: present, base: due, threshold, needed, reached: quorate };
  return { words: arithmeticWords(sum, { counted: 'present', base: 'due' }) };
}

function endSection({ suspension, cancelReason }: CouncilState): Section {
  return section(suspension ? W.suspension : W.end, {
    lines: [
      ...line(W.since, suspension && { at: suspension.at }),
      ...line(W.reason, suspension && { text: suspension.reason }),
      ...line(W.cancelReason, cancelReason && { text: cancelReason }),
    ],
  });
}
