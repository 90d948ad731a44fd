import { BEGIN_STEP } from '../../src/commands/engine';
import { deriveId } from '../../src/contract/ids';
import { workflowIdOf } from '../../src/contract/messages/course';
import { addDays, atTime, civilDateOf } from '../../src/domain/calendar/civil-date';
import { councilBody, NINE, person } from '../../test/support/council';
import type { MovableClock } from '../stack/movable-clock';

/** By what way a council's steps reach the service. */
export interface Hands {
  /** Starts a council as community staff; gives its id. */
  start(body: object): Promise<string>;
  /** Does an action as somebody of the example; gives the action's own answer. Throws when it is refused. */
  act(username: string, id: string, name: string, body: object): Promise<Record<string, any>>;
}

/** Updates of a council: `opened` and two commands before its clear days; opening, two votes, closing, telling, publishing after them. */
export const UPDATES = { opening: 3, finishing: 8 };

/** Started, announced on one channel, posted: its clear days run. */
export const announced = (hands: Hands, clock: MovableClock): Promise<string> =>
  announcedWith(hands, clock, councilBody());

/** The same for a council that is started with this. */
export async function announcedWith(hands: Hands, clock: MovableClock, body: object): Promise<string> {
  const id = await hands.start(body);
  const now = await clock.now();
  const { postings } = await hands.act('chunhe.staff', id, 'issue-notice', {
    meetingAt: new Date(sittingAt(now)).toISOString(),
    place: '社区议事厅',
    channels: [{ channel: 'window', location: '春和社区东门橱窗' }],
  });
  const proof = { postingId: postings[0].id, postedOn: civilDateOf(now), note: '已张贴' };
  await hands.act('chunhe.staff', id, 'confirm-posting', proof);
  return id;
}

/** Nine come, two items are put to an open ballot of nine each and adopted, those concerned are told, the result is published. */
export async function held(hands: Hands, clock: MovableClock, id: string): Promise<void> {
  for (const name of NINE) await hands.act('chunhe.recorder', id, 'check-in', { personId: person(name) });
  await hands.act('chunhe.chair', id, 'open-sitting', {});
  const itemIds = [1, 2].map((number) => deriveId(workflowIdOf('council', id), BEGIN_STEP, `item-${number}`));
  for (const itemId of itemIds) {
    const put = { itemId, question: 'adopt', method: 'open-ballot' };
    const { voteId } = await hands.act('chunhe.chair', id, 'put-to-vote', put);
    for (const name of NINE) await hands.act(name, id, 'cast-ballot', { voteId, choice: 'in-favour' });
    await hands.act('chunhe.recorder', id, 'close-vote', { voteId });
  }
  await hands.act('chunhe.chair', id, 'close-sitting', {});
  const toldOn = civilDateOf(await clock.now());
  await hands.act('chunhe.staff', id, 'record-telling', { how: 'oral', toldOn, audience: '有关居民', itemIds });
  await hands.act('chunhe.staff', id, 'publish-result', { statement: '欢迎居民提出意见' });
}

/** Sets the clock to ten in the morning of this day, or to the hour of the sittings that were announced then. */
export function setClock(clock: MovableClock, phase: 'opening' | 'finishing'): void {
  const morning = atTime(civilDateOf(Date.now()), '10:00');
  const moment = phase === 'opening' ? morning : sittingAt(morning) + 60_000;
  clock.aheadMs = moment - Date.now();
}

/** The first day on which three clear days have passed, at nine. */
function sittingAt(now: number): number {
  return atTime(addDays(civilDateOf(now), 4), '09:00');
}
