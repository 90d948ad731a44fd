import {
  at,
  granted,
  MEETING,
  must,
  put,
  hands,
  RECORDER,
  refusal,
  sitting,
  STAFF,
  vote,
} from '../../support/council-domain';
import { adjourn, AGAIN, close, CLOSED, closedSitting, convene, telling } from './stories';

/** Two items, of which the first passed on the 6th and the second on the 13th. */
function passedOnTwoDays() {
  const council = sitting();
  vote(council, 6);
  adjourn(council);
  convene(council);
  vote(council, 6, { item: 2, now: AGAIN });
  close(council, AGAIN);
  return council;
}

describe('the day on which those concerned were told', () => {
  test.each([
    ['the day before the sitting', '2026-03-05', true],
    ['the day of the sitting', '2026-03-06', false],
    ['today', '2026-03-10', false],
    ['tomorrow', '2026-03-11', true],
  ])('lies between the day the item passed and today: %s [HDA-11.3.3]', (_case, toldOn, refused) => {
    const council = closedSitting(CLOSED);
    const result = council.does('record-telling', telling(council, toldOn), STAFF, at('2026-03-10 10:00'));
    const params = { toldOn, from: '2026-03-06', to: '2026-03-10' };
    expect(result).toEqual(refused ? refusal('council.told-out-of-time', 'HDA-11.3.3', params) : granted);
  });

  test.each([
    ['the first, on the day it passed', [1], '2026-03-06', null],
    ['the first, a day before', [1], '2026-03-05', '2026-03-06'],
    ['the second, on the day it passed', [2], '2026-03-13', null],
    ['the second, a day before', [2], '2026-03-12', '2026-03-13'],
    ['both, on the day the later one passed', [1, 2], '2026-03-13', null],
    ['both, a day before', [1, 2], '2026-03-12', '2026-03-13'],
  ])('is measured at the items told of, of two sittings: %s [HDA-11.3.3]', (_case, items, toldOn, from) => {
    const council = passedOnTwoDays();
    const result = council.does('record-telling', telling(council, toldOn, ...items), STAFF, AGAIN);
    expect(result).toEqual(from ? refusal('council.told-out-of-time', 'HDA-11.3.3', { from }) : granted);
  });

  test.each([
    ['the day of the sitting', '2026-03-06', true],
    ['the day after it', '2026-03-07', false],
  ])('is not before a vote that was closed past midnight: %s [HDA-11.3.3]', (_case, toldOn, refused) => {
    const council = sitting(9, { items: [{ title: '划线' }] });
    put(council, { now: at('2026-03-06 23:59') });
    must(council, 'close-vote', { counts: hands(9) }, RECORDER, at('2026-03-07 00:01'));
    const result = council.does('record-telling', telling(council, toldOn), STAFF, at('2026-03-07 09:00'));
    const params = { from: '2026-03-07', to: '2026-03-07' };
    expect(result).toEqual(refused ? refusal('council.told-out-of-time', 'HDA-11.3.3', params) : granted);
  });
});

describe('telling is in time by the day told, not by the day it is entered', () => {
  test.each([
    ['told and entered on the last day', '2026-03-11', '2026-03-11 23:59', '2026-03-11 23:59', true],
    ['told on the last day, entered the day after', '2026-03-11', '2026-03-12 00:00', '2026-03-11 24:00', true],
    ['told on the last day, entered weeks later', '2026-03-11', '2026-04-01 09:00', '2026-03-11 24:00', true],
    ['told earlier, entered in time', '2026-03-09', '2026-03-10 09:00', '2026-03-09 24:00', true],
    ['told and entered the day after the last', '2026-03-12', '2026-03-12 00:00', '2026-03-12 00:00', false],
    ['told the day after the last, entered later', '2026-03-12', '2026-03-16 09:00', '2026-03-12 24:00', false],
  ])('%s [HDA-11.3.3]', (_case, toldOn, entered, moment, inTime) => {
    const council = closedSitting(CLOSED);
    const now = at(entered);
    council.passes(now);
    must(council, 'record-telling', telling(council, toldOn), STAFF, now);
    const metAt = moment.endsWith('24:00') ? at(moment) - 1 : at(moment);
    const duty = council.state.duties['tell-concerned:1']!;
    expect(duty).toMatchObject({ status: 'met', metAt, dueAt: at('2026-03-11 24:00') });
    expect(metAt < duty.dueAt).toBe(inTime);
  });

  test('an adjourned sitting counts from its own day [HDA-11.3.3]', () => {
    const council = sitting();
    vote(council, 6);
    adjourn(council, MEETING);
    must(council, 'record-telling', telling(council, '2026-03-11'), STAFF, at('2026-03-12 09:00'));
    expect(council.state.duties['tell-concerned:1']).toMatchObject({
      status: 'met',
      metAt: at('2026-03-11 24:00') - 1,
    });
  });

  test('is in time by the last of the items told, whatever was entered last [HDA-11.3.3]', () => {
    const council = sitting(9);
    for (const item of [1, 2]) vote(council, 9, { item });
    close(council, CLOSED);
    const now = at('2026-03-16 09:00');
    must(council, 'record-telling', telling(council, '2026-03-15', 1), STAFF, now);
    must(council, 'record-telling', telling(council, '2026-03-09', 2), STAFF, now);
    expect(council.state.duties['tell-concerned:1']).toMatchObject({
      status: 'met',
      metAt: at('2026-03-15 24:00') - 1,
    });
  });
});
