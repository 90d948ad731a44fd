import {
  granted,
  begun,
  BEGUN,
  CHAIR,
  DEPUTY,
  dueList,
  announce,
  eventsOf,
  hands,
  itemId,
  member,
  MEETING,
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

const REASON = '涉及本人亲属';

function recuse(council: Council, personId: string, item = 1) {
  return must(
    council,
    'record-recusal',
    { itemId: itemId(council, item), personId, reason: REASON },
    RECORDER,
    MEETING,
  );
}

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

test('a recused chair does not put the item, the deputy does; other items the chair puts as before [HDA-9]', () => {
  const council = sitting();
  must(council, 'recuse', { itemId: itemId(council), reason: REASON }, CHAIR, MEETING);
  expect(put(council)).toEqual(refusal('council.chair-recused', 'HDA-9'));
  expect(put(council, { actor: DEPUTY })).toEqual(granted);
  must(council, 'close-vote', { counts: hands(8) }, RECORDER, MEETING);
  expect(put(council, { item: 2 })).toEqual(granted);
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
