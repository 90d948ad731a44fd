import { addDays, civilDateOf, type Instant } from '../../calendar/civil-date';
import { fixedDay } from '../../calendar/deadline';
import { clearDays } from '../../calendar/notice-period';
import { meetDuty, replaceDuties, setDuty } from '../../procedure/deadline';
import type { Context, Decision } from '../../procedure/model';
import { PREPARATIONS } from '../../pwc/matters';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import { evolve } from '../evolve';
import { memberOf, noticeOf, openItems, participantsOf, uncirculatedItems, unreadItems } from '../reading';
import type { MeetingEvent, MeetingItem, MeetingNotice, MeetingState } from '../state';
import { returnedSince, unknownItem } from './agenda';
import { sameMembers } from './attendance';
import { checkMembers, checkRecorder, membersOf } from './begin';

type Outcome = Decision<MeetingEvent> | Refusal;

export interface IssueNoticeInput {
  /** ISO 8601 with its offset. */
  readonly meetingAt: string;
  readonly place: string;
  /** PWR-3.1.6a: the special circumstance for which it is called ad hoc. */
  readonly adHocReason?: string | undefined;
}

/** A notice for a meeting further ahead than a year tells nobody anything. */
const LATEST_MEETING_MS = 366 * 86_400_000;

/**
 * PWR-3.1.6a: the items are told to the members and the others who attend so many clear days ahead (reading 4), unless the meeting is
 * called ad hoc for a special circumstance, which is recorded. Those due are the roster of that day (reading 2).
 */
export function issueNotice(state: MeetingState, input: IssueNoticeInput, context: Context): Outcome {
  const members = membersOf(context.roster);
  const meetingAt = Date.parse(input.meetingAt);
  const ahead = clearDays({
    postedOn: context.today,
    days: state.rulebook['pwc.noticeClearDays'],
    clause: 'PWR-3.1.6a',
  });
  const wrong =
    checkMembers(members) ??
    checkRecorder(members, state.recorder) ??
    checkMeeting(meetingAt, input, { context, earliestOn: ahead.earliestOn });
  if (wrong) return wrong;
  const returned = state.stage === 'fixing-agenda' ? returnedSince(state, context) : [];
  if (isRefusal(returned)) return returned;
  const added = returned.map((item): MeetingEvent => {
    return { type: 'item-added', data: { item, by: context.actor.personId } };
  });
  const fixed = added.reduce<MeetingState>(evolve, state);
  if (openItems(fixed).length === 0) return refuse('pwc.no-items', 'PWW-3.1a');
  const notice: MeetingNotice = {
    round: (state.notice?.round ?? 0) + 1,
    issuedOn: context.today,
    meetingAt,
    place: input.place,
    adHocReason: input.adHocReason ? context.keep(input.adHocReason) : null,
    explanation: input.adHocReason ? [] : ahead.explanation,
  };
  const listed: MeetingEvent = { type: 'members-listed', data: { members } };
  const isListed = [state.members, state.holders].every((before) => sameMembers(before, members));
  const before = evolve(fixed, listed);
  const params = { meetingAt, place: notice.place, items: openItems(fixed).length };
  return {
    events: [
      ...replaceDuties(state.duties, (key) => /^(hold-meeting|circulate-papers):/.test(key), context.now),
      ...added,
      ...(isListed ? [] : [listed]),
      { type: 'meeting-noticed', data: { notice } },
      ...(state.notice ? meetDuty(state.duties, `renew-notice:${state.notice.round}`, context.now) : []),
      ...dutiesOf(fixed, notice, context),
    ],
    agenda: returned.map(({ id: itemId, agendaItemId }) => ({ takeUp: { agendaItemId, itemId } })),
    notices: [
      {
        kind: state.notice ? 'pwc-meeting-changed' : 'pwc-invitation',
        clause: 'PWR-3.1.6a',
        persons: participantsOf(before),
        params,
      },
    ],
    answer: { round: notice.round, earliestOn: ahead.earliestOn, adHoc: notice.adHocReason !== null },
  };
}

function checkMeeting(
  meetingAt: Instant,
  { adHocReason }: IssueNoticeInput,
  { context, earliestOn }: { context: Context; earliestOn: string },
): Refusal | null {
  if (meetingAt <= context.now) return refuse('pwc.meeting-in-the-past', 'PWR-3.1.6a');
  if (meetingAt > context.now + LATEST_MEETING_MS) return refuse('pwc.meeting-too-far', 'PWR-3.1.6a');
  if (adHocReason || civilDateOf(meetingAt) >= earliestOn) return null;
  return refuse('pwc.meeting-too-soon', 'PWR-3.1.6a', { earliestOn });
}

function dutiesOf(
  state: MeetingState,
  { round, meetingAt }: MeetingNotice,
  { now, today, calendar }: Context,
): MeetingEvent[] {
  const remind = state.rulebook['deadline.remindDaysAhead'];
  const meetingOn = civilDateOf(meetingAt);
  const hold = fixedDay(meetingOn, 'PWR-3.1.6a', calendar);
  const events: MeetingEvent[] = [setDuty(`hold-meeting:${round}`, 'hold-meeting', hold, remind, now)];
  if (openItems(state).every(({ circulatedOn }) => circulatedOn !== null)) return events;
  const dayBefore = addDays(meetingOn, -1);
  const circulate = fixedDay(dayBefore < today ? today : dayBefore, 'PWR-3.1.9', calendar);
  return [...events, setDuty(`circulate-papers:${round}`, 'circulate-papers', circulate, remind, now)];
}

export interface CirculateInput {
  readonly itemIds: readonly string[];
  /** Who cleared papers that no proposal says anything of: those of a council, or of an emergency. */
  readonly clearedById?: string | undefined;
  readonly fileId?: string | undefined;
}

/** PWR-3.1.9: papers that the secretary or a deputy cleared are sent round before the meeting; in it only those of a late item. */
export function circulatePapers(state: MeetingState, input: CirculateInput, context: Context): Outcome {
  const items = chosen(uncirculatedItems(state), input.itemIds);
  if (isRefusal(items)) return items;
  const wrong = items.map((item) => checkCleared(state, item, { input, context })).find(Boolean);
  if (wrong) return wrong;
  const itemIds = items.map(({ id }) => id);
  const sent: MeetingEvent = {
    type: 'papers-circulated',
    data: { itemIds, on: context.today, fileId: input.fileId ?? null, clearedById: input.clearedById ?? null },
  };
  const left = uncirculatedItems(evolve(state, sent)).length;
  const met = left > 0 ? [] : meetDuty(state.duties, `circulate-papers:${noticeOf(state).round}`, context.now);
  const persons = state.members.map(({ personId }) => personId);
  return {
    events: [sent, ...met],
    notices: [{ kind: 'pwc-papers', clause: 'PWR-3.1.9', persons, params: { items: items.length } }],
    answer: { left },
  };
}

function checkCleared(
  state: MeetingState,
  item: MeetingItem,
  { input, context }: { input: CirculateInput; context: Context },
): Refusal | null {
  const { matter } = context.agenda.get(item.agendaItemId) ?? {};
  const { clause } = PREPARATIONS['cleared-papers'];
  if (matter) {
    const isCleared = matter.prepared.some(({ what }) => what === 'cleared-papers');
    return isCleared ? null : refuse('agenda.incomplete', clause, { missing: 'cleared-papers' });
  }
  if (input.clearedById === undefined) return refuse('pwc.who-cleared', clause);
  const position = memberOf(state, input.clearedById)?.position;
  return position === 'secretary' || position === 'deputy' ? null : refuse('pwc.not-cleared-by-leader', clause);
}

/** PWR-3.1.9: a member has read the papers. */
export function confirmReading(state: MeetingState, input: { itemIds: readonly string[] }, context: Context): Outcome {
  const { personId } = context.actor;
  const items = chosen(unreadItems(state, personId), input.itemIds);
  if (isRefusal(items)) return items;
  const itemIds = items.map(({ id }) => id);
  return { events: [{ type: 'papers-read', data: { itemIds, personId, at: context.now } }] };
}

/** The named items, each among those to which the act applies. */
function chosen(among: readonly MeetingItem[], ids: readonly string[]): MeetingItem[] | Refusal {
  const items: MeetingItem[] = [];
  for (const itemId of new Set(ids)) {
    const item = among.find(({ id }) => id === itemId);
    if (!item) return unknownItem(itemId);
    items.push(item);
  }
  return items;
}
