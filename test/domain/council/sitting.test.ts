import type { Question } from '../../../src/domain/council/vote';
import {
  CHAIR,
  codeOf,
  DEPUTY,
  gathered,
  granted,
  hands,
  itemId,
  MEETING,
  member,
  must,
  put,
  RECORDER,
  refusal,
  SECRETARY,
  sitting,
  STAFF,
  vote,
} from '../../support/council-domain';
import { close } from './stories';

describe('the discussion', () => {
  test('is recorded item by item, of those who are present or of nobody by name [HDA-11.2.3b]', () => {
    const council = sitting(5);
    const input = { itemId: itemId(council, 2), text: '同意安装' };
    must(council, 'record-statement', { ...input, personId: 'member1' }, RECORDER, MEETING);
    must(council, 'record-statement', input, RECORDER, MEETING);
    expect(council.state.items.map(({ statements }) => statements.length)).toEqual([0, 2]);
    expect(council.does('record-statement', { ...input, personId: 'member8' }, RECORDER, MEETING)).toEqual(
      refusal('council.not-present', null, { personId: 'member8' }),
    );
    expect(council.does('record-statement', { ...input, itemId: 'another' }, RECORDER, MEETING)).toEqual(
      refusal('council.unknown-item', null),
    );
  });

  test('is recorded by the recorder, not by the chair [HDA-11.2.3b]', () => {
    const council = sitting();
    const input = { itemId: itemId(council), text: '同意' };
    expect(council.does('record-statement', input, CHAIR, MEETING)).toEqual(refusal('procedure.not-entitled', null));
  });

  test.each([
    ['while none is decided', 0, null],
    ['while one is not', 1, null],
    ['when all are', 2, 'council.all-items-decided'],
  ])('goes on %s [HDA-11.2.3b]', (_case, decided, code) => {
    const council = sitting();
    for (let item = 1; item <= decided; item += 1) vote(council, 6, { item });
    const result = council.does('record-statement', { itemId: itemId(council, 2), text: '同意' }, RECORDER, MEETING);
    expect(codeOf(result)).toBe(code);
  });

  test.each([
    ['adopted', 6, 'adopt'],
    ['dropped', 6, 'drop'],
  ] as const)('says nothing more on an item that was %s [HDA-11.2.1]', (outcome, inFavour, question) => {
    const council = sitting();
    if (question === 'drop') vote(council, 5);
    const speak = () => council.does('record-statement', { itemId: itemId(council), text: '同意' }, RECORDER, MEETING);
    expect(speak()).toEqual(granted);
    vote(council, inFavour, { question });
    expect(speak()).toEqual(refusal('council.item-decided', 'HDA-11.2.1', { outcome }));
  });
});

test.each([
  ['the chair', CHAIR, true],
  ['the deputy', DEPUTY, true],
  ['the secretary', SECRETARY, true],
  ['the recorder', RECORDER, false],
  ['a member', member(1), false],
  ['staff', STAFF, false],
])('is opened, adjourned and closed by whoever chairs: %s [HDA-3]', (_case, actor, allowed) => {
  for (const [council, action, input] of [
    [gathered(9), 'open-sitting', {}],
    [sitting(9), 'adjourn', { reason: '补充材料' }],
    [voted(), 'close-sitting', {}],
  ] as const) {
    const result = council.does(action, input, actor, MEETING);
    expect(codeOf(result)).toBe(allowed ? null : 'procedure.not-entitled');
  }
});

describe('the closing', () => {
  test('is refused while an item was never put to the vote, and says how many [HDA-11.2.1]', () => {
    const council = sitting();
    const notPut = (items: number) => refusal('council.items-not-put', 'HDA-11.2.1', { items });
    expect(council.does('close-sitting', {}, CHAIR, MEETING)).toEqual(notPut(2));
    vote(council, 9);
    expect(council.does('close-sitting', {}, CHAIR, MEETING)).toEqual(notPut(1));
  });

  test.each<[Question[], number | null]>([
    [[], 1],
    [['adopt'], 1],
    [['adopt', 'drop'], 1],
    [['adopt', 'postpone'], 1],
    [['adopt', 'drop', 'postpone'], null],
    [['adopt', 'postpone', 'drop'], null],
  ])(
    'without two thirds is refused until both 不办 and 缓办 were put: after %j [HDA-11.2.1] [HDA-11.2.3a]',
    (asked, items) => {
      const council = sitting(9, { items: [{ title: '划线' }] });
      for (const question of asked) vote(council, 5, { question, postponeTo: '2026-06-01' });
      const result = council.does('close-sitting', {}, CHAIR, MEETING);
      expect(result).toEqual(items ? refusal('council.items-not-put', 'HDA-11.2.1', { items }) : granted);
      expect(council.state.items[0]).toMatchObject(
        items ? { outcome: null, decidedOn: null } : { outcome: 'no-agreement', decidedOn: '2026-03-06' },
      );
    },
  );

  test.each<[Question[], string]>([
    [['adopt'], 'adopted'],
    [['adopt', 'drop'], 'dropped'],
    [['adopt', 'postpone'], 'postponed'],
    [['adopt', 'postpone', 'drop'], 'dropped'],
  ])('needs no further question once two thirds agreed: after %j it was %s [HDA-11.2.1]', (asked, outcome) => {
    const council = sitting(9, { items: [{ title: '划线' }] });
    asked.forEach((question, index) =>
      vote(council, index === asked.length - 1 ? 6 : 5, { question, postponeTo: '2026-06-01' }),
    );
    close(council);
    expect(council.state.items[0]).toMatchObject({ outcome, decidedOn: '2026-03-06' });
  });

  test('is refused while a vote is open [HDA-11.2.1]', () => {
    const council = sitting(9, { items: [{ title: '划线' }] });
    put(council);
    expect(council.does('close-sitting', {}, CHAIR, MEETING)).toEqual(refusal('council.vote-open', 'HDA-11.2.1'));
    must(council, 'close-vote', { counts: hands(9) }, RECORDER, MEETING);
    close(council);
    expect(council.state).toMatchObject({ stage: 'following-up', heldOn: '2026-03-06' });
  });
});

function voted() {
  const council = sitting(9, { items: [{ title: '划线' }] });
  vote(council, 9);
  return council;
}
