import { itemQuorum, meetingQuorum } from '../../domain/pwc-meeting/reading';
import type { Attendance, MeetingItem, MeetingState } from '../../domain/pwc-meeting/state';
import type { Quorum } from '../../domain/procedure/quorum';
import { arithmeticWords } from '../words/arithmetic';
import { explained } from './council';

/** A PWC meeting as people look at it: its state, the quorum as it stands, and every number with its arithmetic in words. */
export function meetingView(state: MeetingState): object {
  const { sitting, notice, items, duties } = state;
  return {
    ...state,
    notice: notice && { ...notice, ...explained(notice) },
    quorum: sitting && quorumView(meetingQuorum(state)),
    items: items.map((item) => ({ ...item, ...itemView(state, item) })),
    duties: Object.fromEntries(Object.entries(duties).map(([key, duty]) => [key, { ...duty, ...explained(duty) }])),
  };
}

/** The same meeting without the reasons for which somebody asked leave or stands aside. */
export function withoutMeetingReasons(state: MeetingState): MeetingState {
  const { sitting, pastSittings, delegation } = state;
  const silent = (one: Attendance): Attendance => ({ ...one, leave: one.leave && UNTOLD });
  const silenced = <T extends { readonly attendance: Readonly<Record<string, Attendance>> }>(one: T): T => {
    const attendance = Object.entries(one.attendance).map(([person, entry]) => [person, silent(entry)] as const);
    return { ...one, attendance: Object.fromEntries(attendance) };
  };
  return {
    ...state,
    delegation: delegation && { ...delegation, reason: UNTOLD },
    sitting: sitting && silenced(sitting),
    pastSittings: pastSittings.map(silenced),
    items: state.items.map((item) => ({ ...item, recusals: item.recusals.map((one) => ({ ...one, reason: UNTOLD })) })),
  };
}

/** A reference to no text: it is shown as null. */
const UNTOLD = { evidence: '' };

function itemView(state: MeetingState, item: MeetingItem) {
  const votes = item.votes.map((vote) => {
    const { verdict, quorum } = vote;
    const sum = verdict && { ...verdict, count: verdict.inFavour, reached: verdict.passed };
    const arithmetic = sum && arithmeticWords(sum, { counted: 'inFavour', base: 'due' });
    return { ...vote, quorum: quorumView(quorum), verdict: verdict && { ...verdict, arithmetic } };
  });
  return { votes, quorum: state.sitting ? quorumView(itemQuorum(state, item)) : null };
}

function quorumView(quorum: Quorum): object {
  const { due, present, threshold, needed, quorate } = quorum;
  const sum = { count: present, base: due, threshold, needed, reached: quorate };
  return { ...quorum, arithmetic: arithmeticWords(sum, { counted: 'present', base: 'due' }) };
}
