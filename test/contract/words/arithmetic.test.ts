import { arithmeticWords } from '../../../src/contract/words/arithmetic';
import { arithmetic, MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from '../../../src/domain/threshold';

test.each([
  [5, 9, '赞成 5 / 到会 9，需达到 6 → 未通过', 'In favour 5 of 9 present, 6 needed → not passed'],
  [6, 9, '赞成 6 / 到会 9，需达到 6 → 通过', 'In favour 6 of 9 present, 6 needed → passed'],
  [0, 0, '赞成 0 / 到会 0，人数为零 → 未通过', 'In favour 0 of 0 present, nobody to count → not passed'],
])('shows the arithmetic of a vote: %i of %i [HDA-11.2.1]', (count, base, zh, en) => {
  const sum = arithmetic({ threshold: TWO_THIRDS_OR_MORE, count, base });
  expect(arithmeticWords(sum, { counted: 'inFavour', base: 'present' })).toEqual({ zh, en });
});

test.each([
  [4, 8, '到会 4 / 应到 8，需达到 5 → 未达到法定人数', 'Present 4 of 8 due, 5 needed → not quorate'],
  [5, 8, '到会 5 / 应到 8，需达到 5 → 达到法定人数', 'Present 5 of 8 due, 5 needed → quorate'],
])('shows the arithmetic of a quorum: %i of %i [HDA-9]', (count, base, zh, en) => {
  const sum = arithmetic({ threshold: MORE_THAN_HALF, count, base });
  expect(arithmeticWords(sum, { counted: 'present', base: 'due' })).toEqual({ zh, en });
});
