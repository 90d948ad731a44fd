import type { z } from 'zod';
import type { Bilingual } from './bilingual';

type Issue = z.core.$ZodRawIssue;

/** What is wrong with one field, and what belongs there, for whoever filled it in. */
export function fieldWords(issue: Issue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? missing() : shouldBe(typeWords(issue.expected));
    case 'invalid_value':
      return issue.input === undefined ? missing(issue.values) : oneOf(issue.values);
    case 'invalid_union':
      return unionWords(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return shouldBe(FORMATS[issue.format] ?? FORM);
    case 'unrecognized_keys':
      return { zh: '没有这一项，请删去', en: 'there is no such field; leave it out' };
    default:
      return { zh: '填写不正确', en: 'this is not right' };
  }
}

/** Words for a field whose form has a description of its own. */
export const FIELD_FORMS = {
  line: {
    zh: '应为一行文字，首尾不留空格',
    en: 'should be one line of text without spaces at either end',
  },
  username: {
    zh: '应为 3 至 40 个小写字母、数字、点、下划线或连字符，以字母或数字开头',
    en: 'should be 3 to 40 lower-case letters, digits, dots, underscores or hyphens, and begin with a letter or digit',
  },
  email: {
    zh: '应为电子邮箱地址，如 name@example.cn',
    en: 'should be an e-mail address, such as name@example.cn',
  },
  mobile: {
    zh: '应为 11 位手机号码；境外号码以 + 和国家或地区代码开头',
    en: 'should be a mobile number of 11 digits; one from abroad begins with + and its country code',
  },
  oidcSubject: {
    zh: '应为身份认证服务给出的用户标识（sub）：1 至 255 个英文字母、数字或符号',
    en: 'should be the id (sub) that the identity provider gives: 1 to 255 letters, digits or signs, all ASCII',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

const TYPES: Readonly<Record<string, Bilingual>> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '由各项内容组成的对象', en: 'an object of named fields' },
  record: { zh: '由各项内容组成的对象', en: 'an object of named fields' },
};

const FORM: Bilingual = { zh: '规定的格式，不含控制字符', en: 'in the form asked for, without control characters' };

const FORMATS: Readonly<Record<string, Bilingual>> = {
  date: { zh: '存在的日期，如 2026-03-05', en: 'a date that exists, such as 2026-03-05' },
  datetime: {
    zh: '带时区的时间，如 2026-03-05T09:30:00+08:00',
    en: 'a time with its zone, such as 2026-03-05T09:30:00+08:00',
  },
  uuid: { zh: '列表或者此前答复中的编号（UUID）', en: 'an id (UUID) from a list or an earlier answer' },
};

function typeWords(expected: string): Bilingual {
  return TYPES[expected] ?? FORM;
}

function shouldBe({ zh, en }: Bilingual): Bilingual {
  return { zh: `应为${zh}`, en: `should be ${en}` };
}

function missing(choices: readonly unknown[] = []): Bilingual {
  const words = { zh: '缺少此项，必须填写', en: 'this is missing and must be given' };
  if (choices.length === 0) return words;
  const { zh, en } = oneOf(choices);
  return { zh: `${words.zh}，${zh}`, en: `${words.en}, and ${en}` };
}

function oneOf(choices: readonly unknown[]): Bilingual {
  const [only, ...others] = choices.map(String);
  if (others.length === 0) return shouldBe({ zh: ` ${only}`, en: String(only) });
  return {
    zh: `应为其中之一：${[only, ...others].join('、')}`,
    en: `should be one of: ${[only, ...others].join(', ')}`,
  };
}

/** A union that goes by one field is wrong in that field; any other fits none of its forms. */
function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>): Bilingual {
  const options = 'options' in issue ? (issue.options as readonly unknown[] | undefined) : undefined;
  const { discriminator, input } = issue;
  if (!options || discriminator === undefined)
    return shouldBe({ zh: '所列的一种形式', en: 'in one of the forms listed' });
  const given = (input as Readonly<Record<string, unknown>> | undefined)?.[discriminator];
  return given === undefined ? missing(options) : oneOf(options);
}

function tooSmall({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): Bilingual {
  if (origin === 'string' && minimum === 1) return { zh: '不能为空', en: 'must not be empty' };
  const counted = COUNTED[origin];
  if (counted)
    return { zh: `至少 ${minimum} ${counted.zh}`, en: `at least ${minimum} ${counted.en}${plural(minimum)}` };
  if (inclusive === false) return { zh: `应大于 ${minimum}`, en: `should be more than ${minimum}` };
  return { zh: `不得小于 ${minimum}`, en: `must not be less than ${minimum}` };
}

function tooBig({ origin, maximum, inclusive }: Extract<Issue, { code: 'too_big' }>): Bilingual {
  const counted = COUNTED[origin];
  if (counted) return { zh: `最多 ${maximum} ${counted.zh}`, en: `at most ${maximum} ${counted.en}${plural(maximum)}` };
  if (inclusive === false) return { zh: `应小于 ${maximum}`, en: `should be less than ${maximum}` };
  return { zh: `不得大于 ${maximum}`, en: `must not be more than ${maximum}` };
}

const COUNTED: Readonly<Record<string, Bilingual>> = {
  string: { zh: '个字符', en: 'character' },
  array: { zh: '项', en: 'item' },
};

function plural(count: number | bigint): string {
  return count === 1 ? '' : 's';
}
