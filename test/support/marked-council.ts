import { randomBytes } from 'node:crypto';
import { civilDateOf } from '../../src/domain/calendar/civil-date';
import { act, itemIds, NINE, person, showOfHands, startCouncil, type Cast } from './council';
import { NARROW } from './narrow-council';
import { untilMoment } from './patient';
import type { Service } from './service';

/** A text that is nowhere else in the world, for each thing that people write. */
export type Marks = (what: string) => string;

/** Every text that was asked for, by what it was for. */
export function newMarks(): Marks & { readonly all: ReadonlyMap<string, string> } {
  const all = new Map<string, string>();
  const mark = (what: string) => {
    const made = all.get(what) ?? `${what}${letters()}`;
    all.set(what, made);
    return made;
  };
  return Object.assign(mark, { all });
}

/** A council of few, all of whose texts are marked, begun by its staff. */
export function startMarked(cast: Cast, mark: Marks, changes: object = {}): Promise<string> {
  return startCouncil(cast, {
    ...NARROW,
    title: mark('title'),
    sourceNote: mark('sourceNote'),
    narrowReason: mark('narrowReason'),
    items: [{ title: mark('itemTitle'), description: mark('description') }],
    due: NINE.map((name) => ({ personId: person(name), capacity: mark('capacity') })),
    ...changes,
  });
}

/** Announces it at a marked place, and confirms the postings where there are any. */
export async function announceMarked(cast: Cast, id: string, mark: Marks, meetingAt: number): Promise<void> {
  const { answer } = await act(cast.staff, id, 'issue-notice', {
    meetingAt: new Date(meetingAt).toISOString(),
    place: mark('place'),
    channels: [{ channel: 'window', location: mark('location') }],
  });
  const proof = { postedOn: civilDateOf(Date.now()), note: mark('note') };
  for (const { id: postingId } of answer.postings)
    await act(cast.staff, id, 'confirm-posting', { postingId, ...proof });
}

/** From the notice to the publication. */
export async function walkMarked({ cast, id, mark }: { cast: Cast; id: string; mark: Marks }): Promise<void> {
  const meetingAt = Date.now() + 1_500;
  await announceMarked(cast, id, mark, meetingAt);
  for (const name of NINE) await act(cast.recorder, id, 'check-in', { personId: person(name) });
  await act(cast.recorder, id, 'admit-guest', { name: mark('guest'), capacity: mark('guestCapacity') });
  await untilMoment(meetingAt);
  await act(cast.chair, id, 'open-sitting');
  const items = await itemIds(cast.staff, id);
  await act(cast.recorder, id, 'record-statement', { itemId: items[0], text: mark('statement') });
  await showOfHands(cast, id, items[0]!, { inFavour: 7, against: 1, abstained: 1 });
  await act(cast.chair, id, 'close-sitting');
  const told = { how: 'oral', toldOn: civilDateOf(Date.now()), audience: mark('audience'), itemIds: items };
  await act(cast.staff, id, 'record-telling', told);
  await act(cast.staff, id, 'publish-result', { statement: mark('published') });
}

/** Gives the chair a marked name, under which papers and notices go out. */
export async function nameTheChair(service: Service, mark: Marks): Promise<void> {
  const administrator = await service.signIn('office.admin');
  const { status } = await administrator.put(`/api/people/${person('chunhe.chair')}/name`, { name: mark('chair') });
  if (status >= 300) throw new Error(`the chair keeps the name: ${status}`);
}

/** Letters alone: among digits a telephone number would stand now and then, and such a text is not published. */
function letters(): string {
  return randomBytes(8)
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);
}
