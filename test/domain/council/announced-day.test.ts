import {
  at,
  CHAIR,
  eventsOf,
  gathered,
  granted,
  hands,
  MEETING,
  must,
  put,
  RECORDER,
  refusal,
  sitting,
  STAFF,
  vote,
} from '../../support/council-domain';
import { adjourn, AGAIN, close, convene } from './stories';

/** The announced day of `MEETING`, its last moment and the first of the next. */
const DAY = '2026-03-06';
const MIDNIGHT = at('2026-03-06 24:00');
const NEXT_MORNING = at('2026-03-07 09:00');
const ONE_ITEM = { items: [{ title: '划线' }] };

describe('a sitting ends on the day for which it was announced', () => {
  test('so that its opening owes the closing by the end of that day [HDA-11.1.2]', () => {
    const council = gathered();
    expect(Object.keys(council.state.duties)).not.toContain('close-sitting:1');
    must(council, 'open-sitting', {}, CHAIR, MEETING);
    expect(council.state.duties['close-sitting:1']).toMatchObject({
      kind: 'close-sitting',
      status: 'open',
      clause: 'HDA-11.1.2',
      dueOn: DAY,
      dueAt: MIDNIGHT,
      provisional: false,
      moments: { remind: null, due: null, overdue: MIDNIGHT },
    });
  });

  test.each([
    ['closing it', close],
    ['adjourning it', adjourn],
  ])('which is met by %s [HDA-11.1.2]', (_case, end) => {
    for (const now of [MEETING, MIDNIGHT - 1]) {
      const council = sitting(9, ONE_ITEM);
      if (end === close) vote(council, 6);
      else vote(council, 5);
      end(council, now);
      expect(council.state.duties['close-sitting:1']).toMatchObject({ status: 'met', metAt: now });
      expect(council.passes(MIDNIGHT).filter(({ params }) => params.duty === 'close-sitting')).toEqual([]);
    }
  });

  test.each([
    ['closed', 6, close],
    ['adjourned', 5, adjourn],
  ])('is overdue at 24:00 and told of, and may still be %s, late [HDA-11.1.2]', (_case, inFavour, end) => {
    const council = sitting(9, ONE_ITEM);
    vote(council, inFavour);
    expect(council.passes(MIDNIGHT - 1)).toEqual([]);
    expect(council.passes(MIDNIGHT)).toEqual([
      expect.objectContaining({ kind: 'deadline-overdue', params: { duty: 'close-sitting', dueOn: DAY } }),
    ]);
    end(council, NEXT_MORNING);
    expect(council.state.duties['close-sitting:1']).toMatchObject({ status: 'met', metAt: NEXT_MORNING });
  });

  test('each sitting by itself [HDA-11.1.2]', () => {
    const council = sitting();
    adjourn(council);
    convene(council);
    expect(council.state.duties).toMatchObject({
      'close-sitting:1': { status: 'met', metAt: MEETING },
      'close-sitting:2': { status: 'open', dueOn: '2026-03-13' },
    });
  });

  test('and one opened at night is reminded of it in the morning [HDA-11.1.2]', () => {
    const night = at('2026-03-13 00:30');
    const council = sitting();
    adjourn(council);
    convene(council, night);
    const told = council.passes(AGAIN).filter(({ params }) => params.duty === 'close-sitting');
    expect(told.map(({ kind, at: moment }) => [kind, moment])).toEqual([['deadline-due', at('2026-03-13 09:00')]]);
  });
});

describe('after the announced day', () => {
  test.each([
    ['in its last minute', at('2026-03-06 23:59'), false],
    ['at 24:00', MIDNIGHT, true],
    ['the next morning', NEXT_MORNING, true],
  ])('nothing more is put to the vote: %s [HDA-11.1.2]', (_case, now, refused) => {
    const council = sitting();
    vote(council, 5);
    for (const asked of [{ item: 2 }, { question: 'drop' as const }]) {
      expect(put(council, { ...asked, now })).toEqual(
        refused ? refusal('council.announced-day-passed', 'HDA-11.1.2', { announcedOn: DAY }) : granted,
      );
      if (!refused) must(council, 'close-vote', { counts: hands(0) }, RECORDER, now);
    }
  });

  test('a vote that is open is still counted, and the item is decided on the day it is [HDA-11.2.1]', () => {
    const council = sitting(9, ONE_ITEM);
    put(council, { now: MIDNIGHT - 1 });
    must(council, 'close-vote', { counts: hands(9) }, RECORDER, MIDNIGHT);
    expect(council.state.items[0]).toMatchObject({ outcome: 'adopted', decidedOn: '2026-03-07' });
  });

  test('what is left waits for a new notice [HDA-11.1.2]', () => {
    const council = sitting();
    vote(council, 6);
    expect(council.does('close-sitting', {}, CHAIR, NEXT_MORNING)).toEqual(
      refusal('council.items-not-put', 'HDA-11.2.1', { items: 1 }),
    );
    adjourn(council, NEXT_MORNING);
    convene(council);
    vote(council, 6, { item: 2, now: AGAIN });
    close(council, AGAIN);
  });
});

describe('the day on which it was held', () => {
  test.each([
    ['closed on the day', at('2026-03-06 18:00')],
    ['closed at 24:00', MIDNIGHT],
    ['closed the next morning', NEXT_MORNING],
  ])('is that of the opening: %s [HDA-11.1.2]', (_case, closedAt) => {
    const council = sitting(9, ONE_ITEM);
    vote(council, 5);
    vote(council, 5, { question: 'drop' });
    vote(council, 5, { question: 'postpone', postponeTo: '2026-06-01' });
    close(council, closedAt);
    expect(council.state).toMatchObject({ heldOn: DAY, items: [{ outcome: 'no-agreement', decidedOn: DAY }] });
    must(council, 'publish-result', {}, STAFF, NEXT_MORNING);
    expect(eventsOf(council, 'result-published')[0]?.data.content.heldOn).toBe(DAY);
  });

  test('is that of the last sitting, of several [HDA-11.1.2]', () => {
    const council = sitting();
    vote(council, 6);
    adjourn(council);
    expect(council.state.heldOn).toBeNull();
    convene(council);
    vote(council, 6, { item: 2, now: AGAIN });
    close(council, AGAIN);
    expect(council.state.heldOn).toBe('2026-03-13');
  });
});
