import { presentForItem, quorumOf, type ItemAttendance } from '../../../src/domain/procedure/quorum';
import { MORE_THAN_HALF } from '../../../src/domain/threshold';

const people = (count: number) => Array.from({ length: count }, (_, n) => `member-${n + 1}`);

const attendance = (numbers: { due: number; checkedIn: number; left?: number; recused?: number }): ItemAttendance => ({
  due: people(numbers.due),
  checkedIn: people(numbers.checkedIn),
  left: people(numbers.left ?? 0),
  recused: people(numbers.checkedIn).slice(numbers.checkedIn - (numbers.recused ?? 0)),
});

test.each([
  ['exactly half', 8, 4, 5, false],
  ['one more than half', 8, 5, 5, true],
  ['less than half of an odd number', 9, 4, 5, false],
  ['more than half of an odd number', 9, 5, 5, true],
  ['nobody', 9, 0, 5, false],
  ['nobody due', 0, 0, null, false],
])('a council needs more than half of those due: %s [HDA-9]', (_case, due, checkedIn, needed, quorate) => {
  expect(quorumOf(attendance({ due, checkedIn }), MORE_THAN_HALF)).toEqual({
    due,
    present: checkedIn,
    recused: 0,
    threshold: MORE_THAN_HALF,
    needed,
    quorate,
    quorateWithoutRecused: quorate,
  });
});

test('counts as present who checked in, has not left and is not recused [HDA-9]', () => {
  const item = {
    due: ['an', 'bo', 'cai', 'deng'],
    checkedIn: ['an', 'bo', 'cai', 'a guest', 'an'],
    left: ['bo'],
    recused: ['cai'],
  };
  expect(presentForItem(item)).toEqual(['an']);
});

test('counts a member once who is listed twice [HDA-9]', () => {
  const item = { due: ['an', 'an', 'bo'], checkedIn: ['an', 'an'], left: [], recused: [] };
  expect(quorumOf(item, MORE_THAN_HALF)).toMatchObject({ due: 2, present: 1, quorate: false });
});

test('loses the quorum when members leave [HDA-9]', () => {
  expect(quorumOf(attendance({ due: 9, checkedIn: 5, left: 1 }), MORE_THAN_HALF)).toMatchObject({
    present: 4,
    quorate: false,
  });
});

test.each([
  ['enough remain', 9, 6, 1, 5, true, true],
  ['too few remain, and would be enough of the others', 8, 6, 2, 4, false, true],
  ['too few remain either way', 9, 4, 1, 3, false, false],
])(
  'recusal leaves the due number and lowers the present number: %s [HDA-9]',
  (_case, due, checkedIn, recused, present, quorate, quorateWithoutRecused) => {
    expect(quorumOf(attendance({ due, checkedIn, recused }), MORE_THAN_HALF)).toMatchObject({
      due,
      recused,
      present,
      quorate,
      quorateWithoutRecused,
    });
  },
);

test('counts a recused member who is absent as recused, and one who is not due not at all [HDA-9]', () => {
  const item = { due: people(5), checkedIn: people(3), left: [], recused: ['member-5', 'a guest'] };
  expect(quorumOf(item, MORE_THAN_HALF)).toMatchObject({ recused: 1, present: 3, quorate: true });
});
