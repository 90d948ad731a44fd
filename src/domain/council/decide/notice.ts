import { addDays, civilDateOf, startOfDay, type CivilDate, type Instant } from '../../calendar/civil-date';
import { fixedDay, type Deadline } from '../../calendar/deadline';
import { clearDays, latestPostingOn } from '../../calendar/notice-period';
import { doneOn, meetDuty, replaceDuties, setDuty } from '../../procedure/deadline';
import type { Context, Decision } from '../../procedure/model';
import { refuse, type Refusal } from '../../refusal';
import { noticeOf } from '../parts';
import { participantsOf } from '../reading';
import {
  CHANNELS,
  type Channel,
  type CouncilEvent,
  type CouncilState,
  type DueMember,
  type MeetingNotice,
  type Posting,
} from '../state';
import { checkDue } from './begin';

export interface IssueNoticeInput {
  /** ISO 8601 with its offset. */
  readonly meetingAt: string;
  readonly place: string;
  readonly channels: readonly { readonly channel: Channel; readonly location: string }[];
  readonly due?: readonly DueMember[] | undefined;
}

export interface ConfirmPostingInput {
  readonly postingId: string;
  readonly postedOn: CivilDate;
  readonly fileId?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * HDA-11.1.2: announces the sitting. A new notice replaces one that still runs and starts its period anew, as does a change of the
 * list of those due (reading 2).
 */
export function issueNotice(
  state: CouncilState,
  input: IssueNoticeInput,
  context: Context,
): Decision<CouncilEvent> | Refusal {
  const wrong =
    checkChannels(state, input) ??
    checkMeeting(state, Date.parse(input.meetingAt), context) ??
    checkDue(input.due ?? []);
  if (wrong) return wrong;
  const notice = announced(state, input, context);
  const ofNotice = (key: string) => key.startsWith('post-notice:') || key.startsWith('hold-sitting:');
  const events: CouncilEvent[] = replaceDuties(state.duties, ofNotice, context.now);
  if (input.due) events.push({ type: 'due-list-changed', data: { due: input.due } });
  events.push({ type: 'notice-issued', data: { notice } });
  if (state.notice) events.push(...meetDuty(state.duties, `renew-notice:${state.notice.round}`, context.now));
  events.push(...dutiesOf(state, notice, context));
  if (!state.broadInterest) events.push(runningAtOnce(context));
  const persons = [...new Set([...participantsOf(state), ...(input.due ?? []).map((member) => member.personId)])];
  const params = { meetingAt: notice.meetingAt, place: notice.place, round: notice.round };
  return {
    events,
    notices: [{ kind: state.notice ? 'council-changed' : 'council-invitation', clause: 'HDA-11.1.2', persons, params }],
    answer: {
      round: notice.round,
      postings: notice.postings.map(({ id, channel, location }) => ({ id, channel, location })),
    },
  };
}

/** Several channels are possible, at least one of them is a physical place where residents pass (readings, HDA-11.1.2). */
function checkChannels(state: CouncilState, { channels }: IssueNoticeInput): Refusal | null {
  if (!state.broadInterest) return null;
  return channels.some(({ channel }) => CHANNELS[channel].physical)
    ? null
    : refuse('council.no-physical-channel', 'HDA-11.1.2');
}

/** A notice for a meeting further ahead than a year tells nobody anything. */
const LATEST_MEETING_MS = 366 * 86_400_000;

/** A meeting that even a posting of today could not announce in time is refused with the first day that is possible. */
function checkMeeting(state: CouncilState, meetingAt: Instant, context: Context): Refusal | null {
  if (meetingAt <= context.now) return refuse('council.meeting-in-the-past', 'HDA-11.1.2');
  if (meetingAt > context.now + LATEST_MEETING_MS) return refuse('council.meeting-too-far', 'HDA-11.1.2');
  if (!state.broadInterest) return null;
  const { earliestOn } = clearDays({
    postedOn: context.today,
    days: state.rulebook['council.noticeClearDays'],
    clause: 'HDA-11.1.2',
  });
  if (civilDateOf(meetingAt) >= earliestOn) return null;
  return refuse('council.meeting-too-soon', 'HDA-11.1.2', { earliestOn, earliest: startOfDay(earliestOn) });
}

function announced(state: CouncilState, input: IssueNoticeInput, context: Context): MeetingNotice {
  const channels = state.broadInterest ? input.channels : [];
  const postings = channels.map(({ channel, location }, index): Posting => {
    return { id: context.id(`posting-${index + 1}`), channel, location, confirmation: null };
  });
  const round = (state.notice?.round ?? 0) + 1;
  const issuedOn = context.today;
  return {
    round,
    issuedOn,
    meetingAt: Date.parse(input.meetingAt),
    place: input.place,
    postings,
    earliestAt: null,
    explanation: [],
  };
}

function dutiesOf(state: CouncilState, notice: MeetingNotice, context: Context): CouncilEvent[] {
  const meetingOn = civilDateOf(notice.meetingAt);
  const remind = state.rulebook['deadline.remindDaysAhead'];
  const hold = setDuty(
    `hold-sitting:${notice.round}`,
    'hold-sitting',
    fixedDay(meetingOn, 'HDA-11.1.2', context.calendar),
    remind,
    context.now,
  );
  if (!state.broadInterest) return [hold];
  const days = state.rulebook['council.noticeClearDays'];
  const lastPosting = latestPostingOn(meetingOn, days);
  const posting: Deadline = {
    ...fixedDay(lastPosting, 'HDA-11.1.2', context.calendar),
    explanation: [
      {
        code: 'clear-days',
        date: addDays(lastPosting, 1),
        clause: 'HDA-11.1.2',
        params: { days, until: addDays(meetingOn, -1) },
      },
      { code: 'due', date: lastPosting, clause: 'HDA-11.1.2', params: {} },
    ],
  };
  return [setDuty(`post-notice:${notice.round}`, 'post-notice', posting, remind, context.now), hold];
}

/** A duty that an announced day sets by itself: no period is counted, so no calendar can move it. */

/** Without broad interest the text asks for no announcement: those due are notified, and the announced hour binds. */
function runningAtOnce({ now }: Context): CouncilEvent {
  return { type: 'notice-running', data: { earliestAt: now, explanation: [] } };
}

/**
 * HDA-11.1.2: confirms that the paper hangs, with a photo or a note. The clear days begin with the last of the announced
 * channels to be confirmed; from then on the earliest lawful day is known and explained.
 */
export function confirmPosting(
  state: CouncilState,
  input: ConfirmPostingInput,
  context: Context,
): Decision<CouncilEvent> | Refusal {
  const notice = noticeOf(state);
  const posting = notice.postings.find(({ id }) => id === input.postingId);
  if (!posting) return refuse('council.unknown-posting', null, { postingId: input.postingId });
  if (posting.confirmation)
    return refuse('council.posting-confirmed-already', 'HDA-11.1.2', { postedOn: posting.confirmation.postedOn });
  if (!input.fileId && !input.note) return refuse('council.posting-without-proof', 'HDA-11.1.2');
  if (input.postedOn > context.today)
    return refuse('council.posted-in-the-future', 'HDA-11.1.2', { postedOn: input.postedOn });
  if (input.postedOn < notice.issuedOn)
    return refuse('council.posted-before-notice', 'HDA-11.1.2', {
      postedOn: input.postedOn,
      issuedOn: notice.issuedOn,
    });
  const confirmation = {
    postedOn: input.postedOn,
    fileId: input.fileId ?? null,
    note: input.note ? context.keep(input.note) : null,
    by: context.actor.personId,
  };
  const confirmed: CouncilEvent = { type: 'posting-confirmed', data: { postingId: posting.id, confirmation } };
  const days = [
    ...notice.postings.filter(({ id }) => id !== posting.id).map((other) => other.confirmation?.postedOn),
    input.postedOn,
  ];
  const left = days.filter((day) => day === undefined).length;
  if (left > 0) return { events: [confirmed], answer: { stillToConfirm: left } };
  return periodBegins(
    state,
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? input.postedOn,
    confirmed,
    context,
  );
}

function periodBegins(
  state: CouncilState,
  postedOn: CivilDate,
  confirmed: CouncilEvent,
  context: Context,
): Decision<CouncilEvent> {
  const { round, meetingAt } = noticeOf(state);
  const days = state.rulebook['council.noticeClearDays'];
  const { earliestOn, explanation } = clearDays({ postedOn, days, clause: 'HDA-11.1.2' });
  const earliestAt = startOfDay(earliestOn);
  return {
    events: [
      confirmed,
      { type: 'notice-running', data: { earliestAt, explanation } },
      ...meetDuty(state.duties, `post-notice:${round}`, doneOn(postedOn, context.now)),
    ],
    answer: { earliestAt, earliestOn, explanation, announcedInTime: civilDateOf(meetingAt) >= earliestOn },
  };
}
