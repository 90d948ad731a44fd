import {
  announce,
  BEGUN,
  begun,
  CHAIR,
  checkIn,
  DEPUTY,
  dueList,
  eventsOf,
  granted,
  hands,
  itemId,
  MEETING,
  member,
  must,
  people,
  put,
  RECORDER,
  refusal,
  SECRETARY,
  sitting,
  STAFF,
  vote,
  type Council,
} from '../../support/council-domain';
import { recuse } from './stories';

const REASON = '涉及本人亲属';

test('a member stands aside from one item, and stays present for the others [HDA-9]', () => {
  const council = sitting(6);
  must(council, 'recuse', { itemId: itemId(council), reason: REASON }, member(1), MEETING);
  vote(council, 5);
  vote(council, 5, { item: 2 });
  const [first, second] = eventsOf(council, 'vote-opened').map(({ data }) => data.vote);
  expect(first).toMatchObject({
    quorum: { due: 9, present: 5, recused: 1 },
    electors: ['chair', ...people(6).slice(2)],
  });
  expect(second).toMatchObject({ quorum: { due: 9, present: 6, recused: 0 }, electors: people(6) });
});

test('whoever chairs or records enters a recusal, no other member does [HDA-9]', () => {
  const input = (council: Council) => ({ itemId: itemId(council), personId: 'member1', reason: REASON });
  for (const actor of [RECORDER, CHAIR, DEPUTY, SECRETARY]) {
    const council = sitting();
    must(council, 'record-recusal', input(council), actor, MEETING);
    expect(council.state.items[0]?.recusals).toEqual([
      { personId: 'member1', reason: { evidence: `digest of ${REASON}` } },
    ]);
  }
  const council = sitting();
  for (const actor of [member(2), STAFF]) {
    expect(council.does('record-recusal', input(council), actor, MEETING)).toEqual(
      refusal('procedure.not-entitled', null),
    );
  }
});

test('a recusal may be declared before the sitting [HDA-9]', () => {
  const council = begun();
  announce(council);
  must(council, 'recuse', { itemId: itemId(council), reason: REASON }, member(1), BEGUN);
  expect(council.state.items.map(({ recusals }) => recusals.length)).toEqual([1, 0]);
});

test.each([
  ['one of nine, five remain', 9, 6, 1, 5, null, undefined],
  ['one of nine, four remain', 9, 5, 1, 4, 'council.no-quorum-for-item', false],
  ['two of eight, four remain, and would be enough of six', 8, 6, 2, 4, 'council.no-quorum-for-item', true],
  ['an absent member, nothing changes', 9, 5, 0, 5, null, undefined],
])(
  'leaves the due number and lowers the present number: %s [HDA-9]',
  (_case, due, checkedIn, recused, present, code, quorateWithoutRecused) => {
    const council = sitting(checkedIn, { due: dueList(due) });
    for (const personId of people(checkedIn).slice(checkedIn - recused)) recuse(council, personId);
    if (recused === 0) recuse(council, 'member8');
    const result = put(council);
    if (code)
      return expect(result).toEqual(
        refusal(code, 'HDA-9', { due, present, recused, needed: 5, quorateWithoutRecused }),
      );
    expect(result).toMatchObject({ answer: { electors: present, quorum: { due, present, quorate: true } } });
  },
);

test('votes on the other items go on when one item has lost its quorum [HDA-9]', () => {
  const council = sitting(5);
  recuse(council, 'member1');
  expect(put(council)).toEqual(refusal('council.no-quorum-for-item', 'HDA-9'));
  expect(vote(council, 4, { item: 2 })).toMatchObject({ outcome: 'adopted' });
});

test('two thirds are counted of those who remain [HDA-11.2.1]', () => {
  const council = sitting(7);
  recuse(council, 'member1');
  expect(vote(council, 4)).toMatchObject({ verdict: { base: 6, needed: 4, passed: true } });
});

test('a recused member does not speak to the item, and speaks to the others [HDA-9]', () => {
  const council = sitting();
  recuse(council, 'member1');
  const spoken = (item: number) => ({ itemId: itemId(council, item), personId: 'member1', text: '我认为' });
  expect(council.does('record-statement', spoken(1), RECORDER, MEETING)).toEqual(refusal('council.recused', null));
  must(council, 'record-statement', spoken(2), RECORDER, MEETING);
});

test('a recused member puts no ballot into the box of the item [HDA-9]', () => {
  const council = sitting();
  recuse(council, 'member1');
  put(council, { method: 'open-ballot' });
  const none = refusal('vote.not-an-elector', 'HDA-11.2.1');
  expect(council.does('cast-ballot', { choice: 'in-favour' }, member(1), MEETING)).toEqual(none);
  expect(council.does('enter-ballot', { personId: 'member1', choice: 'in-favour' }, RECORDER, MEETING)).toEqual(none);
});

test.each([
  ['while the vote is open', false, 'council.vote-open', undefined],
  ['after the item was decided', true, 'council.item-decided', { outcome: 'adopted' }],
])('nobody stands aside %s [HDA-11.2.1]', (_case, closed, code, params) => {
  const council = sitting();
  put(council);
  if (closed) must(council, 'close-vote', { counts: hands(9) }, RECORDER, MEETING);
  const input = { itemId: itemId(council), reason: REASON };
  expect(council.does('recuse', input, member(1), MEETING)).toEqual(refusal(code, 'HDA-11.2.1', params));
});

test('between two votes on an item one may still stand aside, and the next vote is counted without them [HDA-9]', () => {
  const council = sitting(9);
  vote(council, 5);
  must(council, 'recuse', { itemId: itemId(council), reason: REASON }, member(1), MEETING);
  expect(vote(council, 5, { question: 'drop' })).toMatchObject({ verdict: { base: 8, needed: 6, passed: false } });
  expect(eventsOf(council, 'vote-opened').map(({ data }) => data.vote.electors.length)).toEqual([9, 8]);
});

test('one may stand aside from an item while another is voted on [HDA-9]', () => {
  const council = sitting();
  put(council);
  must(council, 'recuse', { itemId: itemId(council, 2), reason: REASON }, member(1), MEETING);
});

test('nobody stands aside twice, nor who is not due, nor from an item that is not there [HDA-9]', () => {
  const council = sitting();
  recuse(council, 'member1');
  const record = (input: object) =>
    council.does('record-recusal', { itemId: itemId(council), reason: REASON, ...input }, RECORDER, MEETING);
  expect(record({ personId: 'member1' })).toEqual(refusal('council.recused-already', null));
  expect(record({ personId: 'guest' })).toEqual(refusal('council.not-due', 'HDA-9', { personId: 'guest' }));
  expect(record({ personId: 'member2', itemId: 'another' })).toEqual(refusal('council.unknown-item', null));
});

describe('whoever chairs or records and stands aside', () => {
  const chairing = { chair: CHAIR, deputy: DEPUTY, secretary: SECRETARY };

  test('does not put the item; the deputy does, and other items the chair puts as before [HDA-9]', () => {
    const council = sitting();
    must(council, 'recuse', { itemId: itemId(council), reason: REASON }, CHAIR, MEETING);
    expect(put(council)).toEqual(refusal('council.chair-recused', 'HDA-9'));
    expect(put(council, { actor: DEPUTY })).toEqual(granted);
    must(council, 'close-vote', { counts: hands(8) }, RECORDER, MEETING);
    expect(vote(council, 9, { item: 2 })).toMatchObject({ outcome: 'adopted' });
  });

  test.each(Object.entries(chairing))('neither puts nor closes the vote: %s [HDA-9]', (_office, actor) => {
    const due = [...dueList(9), { personId: SECRETARY.personId, capacity: '社区党组织' }];
    const council = sitting(9, { due });
    recuse(council, actor.personId);
    const others = Object.values(chairing).filter((other) => other !== actor);
    expect(put(council, { actor })).toEqual(refusal('council.chair-recused', 'HDA-9'));
    expect(put(council, { actor: others[0]! })).toEqual(granted);
    const close = (by: typeof actor) => council.does('close-vote', { counts: hands(0) }, by, MEETING);
    expect(close(actor)).toEqual(refusal('council.chair-recused', 'HDA-9'));
    expect(eventsOf(council, 'vote-closed')).toEqual([]);
    expect(close(others[1]!)).toEqual(granted);
  });

  test('does not announce the result either when it is the recorder: the chair does [HDA-9]', () => {
    const council = sitting();
    must(council, 'recuse', { itemId: itemId(council), reason: REASON }, RECORDER, MEETING);
    put(council);
    const input = { counts: hands(6) };
    expect(council.does('close-vote', input, RECORDER, MEETING)).toEqual(refusal('council.chair-recused', 'HDA-9'));
    expect(council.does('close-vote', input, CHAIR, MEETING)).toEqual(granted);
    expect(vote(council, 6, { item: 2 })).toMatchObject({ outcome: 'adopted' });
  });

  test.each([
    ['chair', CHAIR],
    ['deputy', DEPUTY],
    ['recorder', RECORDER],
  ])('may do so without being due, and changes no number: %s [HDA-9]', (_office, actor) => {
    const due = people(6)
      .slice(1)
      .map((personId) => ({ personId, capacity: '居民代表' }));
    const council = begun({ due });
    announce(council);
    must(council, 'recuse', { itemId: itemId(council), reason: REASON }, actor, BEGUN);
    checkIn(council, people(4).slice(1));
    must(council, 'open-sitting', {}, CHAIR, MEETING);
    expect(council.state.items[0]?.recusals).toMatchObject([{ personId: actor.personId }]);
    const by = actor === CHAIR ? DEPUTY : CHAIR;
    expect(put(council, { actor: by })).toMatchObject({
      answer: { electors: 3, quorum: { due: 5, present: 3, recused: 0, quorate: true } },
    });
  });

  test('is entered for them too, whether due or not [HDA-9]', () => {
    const council = sitting();
    for (const actor of [DEPUTY, RECORDER]) recuse(council, actor.personId);
    expect(council.state.items[0]?.recusals.map(({ personId }) => personId)).toEqual(['deputy', 'recorder']);
  });
});
