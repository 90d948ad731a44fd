import type { ExplanationStep } from '../../domain/calendar/explanation';
import type { Bilingual } from './bilingual';
import { dateWords } from './dates';

type Code = ExplanationStep['code'];
type Step<C extends Code> = Extract<ExplanationStep, { code: C }>;

const FESTIVALS: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Tomb-sweeping Day',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-autumn Festival',
  国庆节: 'National Day',
};

const WORDS: { readonly [C in Code]: (step: Step<C>, on: Bilingual) => Bilingual } = {
  posted: (_step, on) => ({
    zh: `${on.zh}张贴，当日不计算在内`,
    en: `Posted on ${on.en}; that day does not count`,
  }),
  'clear-days': ({ params }, on) => ({
    zh: `提前${params.days}天：须隔满${params.days}个整天，即${on.zh}至${dateWords(params.until).zh}，节假日照算`,
    en: `${counted(params.days, 'clear day')} ahead: ${on.en} to ${dateWords(params.until).en}, holidays included`,
  }),
  earliest: (_step, on) => ({
    zh: `最早可于${on.zh}开会`,
    en: `The meeting may be held on ${on.en} at the earliest`,
  }),
  'event-not-counted': (_step, on) => ({
    zh: `从${on.zh}起算，当日不计算在内`,
    en: `Counted from ${on.en}; that day does not count`,
  }),
  'last-day': ({ params: { days, unit, restDays } }, on) => ({
    zh: `期限${days}${unit === 'natural' ? '天' : '个工作日'}，${restDays > 0 ? `其间${restDays}天休息日不计算，` : ''}最后一天是${on.zh}`,
    en: `${counted(days, unit === 'natural' ? 'day' : 'working day')}${restDays > 0 ? `, ${counted(restDays, 'rest day')} not counted` : ''}: the last day is ${on.en}`,
  }),
  suspended: ({ params: { days } }, on) => ({
    zh: `其间中止${days}天不计算，最后一天顺延到${on.zh}`,
    en: `Suspended for ${counted(days, 'day')}, which do not count: the last day is ${on.en}`,
  }),
  extended: ({ params }, on) => ({
    zh: `经批准由${dateWords(params.from).zh}延期到${on.zh}`,
    en: `Extended by approval from ${dateWords(params.from).en} to ${on.en}`,
  }),
  'rest-day-moved': ({ params }, on) => ({
    zh: `${dateWords(params.from).zh}是${params.festival ? `${params.festival}假期` : '周末'}，顺延到下一个工作日${on.zh}`,
    en: `${dateWords(params.from).en} is a rest day (${params.festival ? festival(params.festival) : 'weekend'}), so the next working day counts: ${on.en}`,
  }),
  'make-up-working-day': ({ params }, on) => ({
    zh: `${on.zh}因${params.festival}调休上班，算工作日`,
    en: `${on.en} is a make-up working day (${festival(params.festival)}), so it counts as a working day`,
  }),
  due: (_step, on) => ({
    zh: `截止时间为${on.zh}24时`,
    en: `The period ends at 24:00 on ${on.en}`,
  }),
  provisional: ({ params }) => ({
    zh: `${params.year}年的放假安排尚未录入，暂只按周末推算；录入后重新计算`,
    en: `The holidays of ${params.year} are not known yet, so only weekends are considered; it is computed again when they are`,
  }),
  'on-the-board': ({ params }, on) => ({
    zh: `自${dateWords(params.from).zh}起公示满${params.days}天，节假日照算，至${on.zh}24时止`,
    en: `${counted(params.days, 'full day')} on the board from ${dateWords(params.from).en}, holidays included, until 24:00 on ${on.en}`,
  }),
};

/** One step of a date's explanation in plain words. The clause is shown beside it by whoever shows it. */
export function explain(step: ExplanationStep): Bilingual {
  const words = WORDS[step.code] as (step: ExplanationStep, on: Bilingual) => Bilingual;
  return words(step, dateWords(step.date));
}

function festival(name: string): string {
  return FESTIVALS[name] ?? name;
}

function counted(n: number, noun: string): string {
  return n === 1 ? `1 ${noun}` : `${n} ${noun}s`;
}
