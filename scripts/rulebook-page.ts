import type { Bilingual } from '../src/contract/words/bilingual';
import { RULEBOOK, type RulebookValues } from '../src/domain/rulebook';
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

/** A version as it is sent, with a value of either kind that every catalogue takes. */
const EXAMPLE = {
  organisationId: '…',
  effectiveOn: '2027-03-01',
  values: {
    'council.tellWithinDays': 3,
    'council.passing': { numerator: 3, denominator: 4, strict: false },
  } satisfies Partial<RulebookValues>,
  note: '党工委 2027 年第 3 次会议决定',
  withdraws: ['council.quorum'],
};

const setting = [
  '## 设定 / Setting',
  '',
  '系统管理员用 `POST /api/rulebooks` 为本组织设定新版本：',
  '',
  'An administrator sets a new version for the organisation with `POST /api/rulebooks`:',
  '',
  '```json',
  JSON.stringify(EXAMPLE, null, 2),
  '```',
  '',
  '- `effectiveOn`：生效日期，不早于今天。某日适用的是生效日期最晚的版本；同一天生效的，适用版本号最大的。已经设定、日后才生效的版本，到期照样取代较早生效的版本。',
  '- `values`：一个版本是全文，写入本组织设定的全部参数；没有写入的，沿用上级组织的值或者默认值。天数写整数；比例写分子、分母，`strict` 为 true 表示超过（不含本数），为 false 表示以上（含本数）：“四分之三以上”是 `{ "numerator": 3, "denominator": 4, "strict": false }`，“超过半数”是 `{ "numerator": 1, "denominator": 2, "strict": true }`。',
  '- `note`：设定的依据。',
  '- `withdraws`：生效日期当天原来适用的版本设定了、而新版本没有写入的参数，必须在此列出，否则不予接受（`rulebook.withdraws-unsaid`）。答复中的 `withdrawn` 列出实际撤销的参数。',
  '- 已经开始的程序仍按开始时的参数办理。',
  '',
  '- `effectiveOn`: the first day on which it counts, not before today. On any day the version dated last counts, and of several of one day the one with the highest number. A version that was dated ahead takes over on its day, whatever was set in between.',
  '- `values`: a version is a whole text and holds everything that the organisation sets; what it leaves out comes from the organisation above or is the default. Days are whole numbers. A fraction has a numerator and a denominator, and `strict` says “more than” where false says “or more”: “three quarters or more” is `{ "numerator": 3, "denominator": 4, "strict": false }`, “more than half” is `{ "numerator": 1, "denominator": 2, "strict": true }`.',
  '- `note`: on what the version rests.',
  '- `withdraws`: every key that the version in effect on that day sets and the new one leaves out must be named here, or the new one is refused (`rulebook.withdraws-unsaid`). `withdrawn` in the answer lists what was withdrawn.',
  '- Procedures that have begun keep the values with which they began.',
  '',
  '`GET /api/rulebooks?organisationId=…&on=2027-03-01` 列出某日适用的值及其来源，`GET /api/rulebooks/versions?organisationId=…` 列出历次设定。',
  '',
  '`GET /api/rulebooks?organisationId=…&on=2027-03-01` lists the values of a day and where they come from, `GET /api/rulebooks/versions?organisationId=…` every version that was set.',
  '',
];

/** docs/rulebook.md: what an organisation may set, within which bounds and how, from the catalogue that checks it. */
export function rulebookPage(): string {
  return markdownPage({ zh: '制度参数', en: 'Rulebook' }, [sectionLines(parameterSection), setting]);
}

function written(value: number | Threshold): string {
  if (typeof value === 'number') return String(value);
  return `${value.strict ? '>' : '≥'} ${value.numerator}/${value.denominator}`;
}
