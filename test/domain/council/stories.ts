import { addDays, civilDateOf, startOfDay, type Instant } from '../../../src/domain/calendar/civil-date';
import type { Settlement } from '../../../src/domain/agenda';
import type { BeginInput } from '../../../src/domain/council/decide/begin';
import { itemsToHandOver } from '../../../src/domain/council/reading';
import {
  announce,
  at,
  begun,
  CHAIR,
  checkIn,
  itemId,
  MEETING,
  must,
  people,
  RECORDER,
  STAFF,
  vote,
  type Council,
} from '../../support/council-domain';

/** The first sitting of `closedSitting`, closed. */
export const CLOSED = at('2026-03-06 16:00');
/** A week after the first sitting: one that goes on after an adjournment. */
export const AGAIN = at('2026-03-13 14:00');

const NINE_O_CLOCK_MS = 9 * 3_600_000;
const postingBefore = (meetingAt: Instant) => startOfDay(addDays(civilDateOf(meetingAt), -4)) + NINE_O_CLOCK_MS;

/** Announces a council for that hour, gathers so many of those due, and opens the sitting. */
export function convene(council: Council, meetingAt: Instant = AGAIN, present = 9): void {
  announce(council, meetingAt, postingBefore(meetingAt));
  checkIn(council, people(present), meetingAt);
  must(council, 'open-sitting', {}, CHAIR, meetingAt);
}

export function adjourn(council: Council, now: Instant = MEETING) {
  return must(council, 'adjourn', { reason: '需要补充材料' }, CHAIR, now);
}

export function close(council: Council, now: Instant = MEETING) {
  return must(council, 'close-sitting', {}, CHAIR, now);
}

/** Records that somebody stands aside from an item, by default the first. */
export function recuse(council: Council, personId: string, item = 1, now: Instant = MEETING) {
  const input = { itemId: itemId(council, item), personId, reason: '涉及本人亲属' };
  return must(council, 'record-recusal', input, RECORDER, now);
}

/** Puts one question of an item after the other (reading 7), with so many in favour of each, until one passes. */
export function voteThrough(council: Council, inFavour: number, { item = 1, now = MEETING } = {}): void {
  for (const question of ['adopt', 'drop', 'postpone'] as const) {
    if (council.state.items[item - 1]?.outcome) return;
    vote(council, inFavour, { item, question, postponeTo: addDays(civilDateOf(now), 30), now });
  }
}

/** A council of one item on which nine voted, so many in favour of each question, and whose sitting closed at that moment. */
export function closedSitting(
  closedAt: Instant = CLOSED,
  inFavour = 9,
  title = '地面停车位重新划线',
  changes: Partial<BeginInput> = {},
): Council {
  const council = begun({ items: [{ title }], ...changes });
  const meetingAt = closedAt - 60 * 60_000;
  convene(council, meetingAt);
  voteThrough(council, inFavour, { now: meetingAt });
  close(council, closedAt);
  return council;
}

/** What is recorded of telling those concerned of items, by default the first [HDA-11.3.3]. */
export const telling = (council: Council, toldOn: string, ...items: number[]) => ({
  how: 'oral',
  toldOn,
  audience: '有停车需求的居民',
  itemIds: (items.length ? items : [1]).map((item) => itemId(council, item)),
});

/** Puts everything that passed to the assembly [HDA-11.3.1]. */
export function handOver(council: Council, now: Instant = CLOSED) {
  const itemIds = itemsToHandOver(council.state).map(({ id }) => id);
  return must(council, 'hand-to-assembly', { itemIds }, STAFF, now);
}

/** What the body above decided, as the council receives it. */
export function settlement(
  outcome: Settlement['outcome'],
  decidedOn: string,
  by: Settlement['by'] = 'pwc',
): Settlement {
  const postponedTo = outcome === 'postponed' ? addDays(decidedOn, 30) : null;
  return { by, outcome, decidedOn, postponedTo, reference: null, note: null };
}

/** Puts an item before the body above, which decides on it the same day. */
export function decideAbove(
  council: Council,
  {
    item = 1,
    outcome = 'dropped',
    now = CLOSED,
  }: { item?: number; outcome?: Settlement['outcome']; now?: Instant } = {},
): void {
  must(council, 'escalate', { itemId: itemId(council, item) }, STAFF, now);
  council.receives({ itemId: itemId(council, item), settlement: settlement(outcome, civilDateOf(now)) }, now);
}
