import type { Arithmetic } from '../../domain/threshold';
import type { Bilingual } from './bilingual';

/** What was counted, and what it says when the threshold is reached or not. */
const COUNTED = {
  inFavour: {
    zh: { label: '赞成', reached: '通过', missed: '未通过' },
    en: { label: 'In favour', reached: 'passed', missed: 'not passed' },
  },
  present: {
    zh: { label: '到会', reached: '达到法定人数', missed: '未达到法定人数' },
    en: { label: 'Present', reached: 'quorate', missed: 'not quorate' },
  },
} as const;

/** What it was counted against. */
const BASE = {
  due: { zh: '应到', en: 'due' },
  present: { zh: '到会', en: 'present' },
} as const;

/** The arithmetic of a verdict in one line: `赞成 5 / 到会 9，需达到 6 → 未通过`. */
export function arithmeticWords(
  sum: Arithmetic,
  labels: { counted: keyof typeof COUNTED; base: keyof typeof BASE },
): Bilingual {
  const { zh, en } = COUNTED[labels.counted];
  const base = BASE[labels.base];
  const verdict = sum.reached ? 'reached' : 'missed';
  return {
    zh: `${zh.label} ${sum.count} / ${base.zh} ${sum.base}，${sum.needed === null ? '人数为零' : `需达到 ${sum.needed}`} → ${zh[verdict]}`,
    en: `${en.label} ${sum.count} of ${sum.base} ${base.en}, ${sum.needed === null ? 'nobody to count' : `${sum.needed} needed`} → ${en[verdict]}`,
  };
}
