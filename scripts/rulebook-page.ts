import type { Bilingual } from '../src/contract/words/bilingual';
import { RULEBOOK } from '../src/domain/rulebook';
import type { Threshold } from '../src/domain/threshold';
import { both, markdownPage, sectionLines, type Section } from './markdown-page';

type Parameter = (typeof RULEBOOK)[keyof typeof RULEBOOK];

const ORIGIN_WORDS: Readonly<Record<Parameter['origin'], Bilingual>> = {
  text: { zh: '制度原文', en: 'The text' },
  law: { zh: '其他法律', en: 'Another law' },
  local: { zh: '本地选择', en: 'A local choice' },
};

/** What `isThreshold` takes. */
const ANY_FRACTION: Bilingual = { zh: '大于零，至多全部', en: 'Above none, at most all' };

const parameterSection: Section = {
  title: { zh: '参数', en: 'Parameters' },
  about: {
    zh: '各组织可以设定下列参数，未设定的取上级组织的值或者默认值。原文或者法律规定的数值是下限，只能从严，低于下限的值不予接受，并指明条款（HDA-19）。“> 1/2”表示超过半数，“≥ 2/3”表示三分之二以上（含本数）。',
    en: 'Every organisation may set these; what it does not set comes from the organisation above or is the default. A number of the text or of a law is a floor that may only be tightened: a value below it is refused with its clause (HDA-19). “> 1/2” is more than half, “≥ 2/3” is two thirds or more.',
  },
  head: [
    '参数 / Parameter',
    '键 / Key',
    '条款 / Clause',
    '来源 / Origin',
    '默认 / Default',
    '下限 / Floor',
    '范围 / Range',
  ],
  rows: Object.entries<Parameter>(RULEBOOK).map(([key, parameter]) => [
    both(parameter),
    `\`${key}\``,
    parameter.clause ?? '—',
    both(ORIGIN_WORDS[parameter.origin]),
    written(parameter.default),
    'floor' in parameter ? written(parameter.floor) : '—',
    parameter.kind === 'threshold' ? both(ANY_FRACTION) : `${parameter.least} … ${parameter.most}`,
  ]),
};

/** docs/rulebook.md: what an organisation may set and within which bounds, from the catalogue that checks it. */
export function rulebookPage(): string {
  return markdownPage({ zh: '制度参数', en: 'Rulebook' }, [sectionLines(parameterSection)]);
}

function written(value: number | Threshold): string {
  if (typeof value === 'number') return String(value);
  return `${value.strict ? '>' : '≥'} ${value.numerator}/${value.denominator}`;
}
