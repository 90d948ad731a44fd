import { deriveId } from '../../src/contract/ids';
import { addDays, atTime, civilDateOf } from '../../src/domain/calendar/civil-date';
import { EXAMPLE } from '../../src/adapters/postgres/seed/example';
import { person } from '../../test/support/council';
import { COMMITTEE } from '../../test/support/pwc-meeting';
import type { Hands } from '../council/course';
import type { Casting } from '../council/hands';
import type { BenchService } from '../stack/service';
import type { MovableClock } from '../stack/movable-clock';

const SECRETARY = 'office.secretary';
const OFFICE = 'office.party-affairs';
const RECORDER = 'office.recorder';

export const CASTING: Casting = { starter: OFFICE, others: [SECRETARY, RECORDER] };

export const ITEMS = 8;

/**
 * Commands of a meeting: begun, its agenda fixed, told and its papers sent round before its clear days; after them opened, each item summed up,
 * put and announced, closed, its minutes drafted and signed, its decisions told. Signing in at the door is a fact and not a command.
 */
export const COMMANDS = { opening: 4, finishing: 1 + 3 * ITEMS + 4 };

/** Items on the committee's agenda whose papers were cleared, to be taken one after the other. */
export class Pool {
  #left: string[] = [];

  constructor(private readonly service: Pick<BenchService, 'database' | 'clock'>) {}

  /** Puts so many items there. */
  async fill(count: number): Promise<void> {
    const now = await this.service.clock.now();
    const today = civilDateOf(now);
    const cleared = {
      ...{ what: 'cleared-papers', on: today, text: { evidence: '' }, omitted: false, fileId: null },
      ...{ clearedById: person(SECRETARY), enteredById: person(OFFICE) },
    };
    const ids = Array.from({ length: count }, (_, index) => deriveId('bench', String(now), `item-${index}`));
    await this.service.database.agendaItem.createMany({
      data: ids.map((id) => ({
        ...{ id, body: 'pwc', organisationId: EXAMPLE.organisations.office, sourceKey: `proposal/${id}` },
        ...{
          proposedById: person('office.member1'),
          reason: 'proposed',
          title: '背街小巷整治',
          category: 'development',
        },
        ...{ traits: [], prepared: [cleared], putOn: today, openFrom: today, status: 'open', createdAt: new Date(now) },
      })),
    });
    this.#left.push(...ids);
  }

  take(count: number): string[] {
    const taken = this.#left.splice(0, count);
    if (taken.length < count) throw new Error('the pool of agenda items is empty');
    return taken;
  }
}

/** Begun, its eight items fixed, told four days ahead, its papers sent round. Gives its id and those of its items. */
export async function told(hands: Hands, clock: MovableClock, pool: Pool): Promise<{ id: string; itemIds: string[] }> {
  const organisationId = EXAMPLE.organisations.office;
  const body = { kind: 'pwc-meeting', organisationId, title: '党工委会议', recorder: person(RECORDER) };
  const id = await hands.start(body);
  const items = pool.take(ITEMS).map((agendaItemId) => ({ agendaItemId }));
  const fixed = await hands.act(SECRETARY, id, 'fix-agenda', { items, heard: '已听取各成员意见' });
  const meetingAt = atTime(addDays(civilDateOf(await clock.now()), 4), '09:00');
  const notice = { meetingAt: new Date(meetingAt).toISOString(), place: '街道三楼会议室' };
  await hands.act(OFFICE, id, 'issue-notice', notice);
  const itemIds = fixed['items'].map((item: { id: string }) => item.id);
  await hands.act(OFFICE, id, 'circulate-papers', { itemIds });
  return { id, itemIds };
}

/** Nine come, eight items are decided by a show of hands, the minutes are signed, and what was decided is told. */
export async function met(
  hands: Hands,
  clock: MovableClock,
  { id, itemIds }: { id: string; itemIds: readonly string[] },
): Promise<void> {
  for (const name of COMMITTEE) await hands.act(RECORDER, id, 'check-in', { personId: person(name) });
  await hands.act(SECRETARY, id, 'open-sitting', {});
  for (const itemId of itemIds) {
    await hands.act(RECORDER, id, 'sum-up', { itemId, text: '建议通过' });
    const { voteId } = await hands.act(SECRETARY, id, 'put-to-vote', { itemId, method: 'show-of-hands' });
    const counts = { inFavour: 8, against: 1, abstained: 0 };
    await hands.act(SECRETARY, id, 'close-vote', { voteId, counts });
  }
  await hands.act(SECRETARY, id, 'close-sitting', {});
  const minutes = { kind: 'minutes', title: '党工委会议纪要' };
  const { documentId } = await hands.act(OFFICE, id, 'draft-document', minutes);
  await hands.act(SECRETARY, id, 'sign-document', { documentId });
  const on = civilDateOf(await clock.now());
  await hands.act(OFFICE, id, 'tell-downward', { itemIds, on, how: 'written', audience: '各社区党组织' });
}
