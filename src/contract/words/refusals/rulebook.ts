import type { RefusalWords } from './refusal-words';

/** Values that an organisation may not set. */
export const rulebookRefusals = {
  'rulebook.invalid': {
    title: { zh: '制度参数不能采用', en: 'The rulebook cannot be used' },
    detail: {
      zh: '有参数不能采用，请按 errors 逐项改正；要沿用上级或制度规定的参数不写。',
      en: 'Some values cannot be used. Correct each item in errors; leave out what should be inherited.',
    },
  },
  'rulebook.unknown-key': {
    title: { zh: '没有这个参数', en: 'No such parameter' },
    detail: {
      zh: '没有名为“{key}”的制度参数，请按参数目录填写。',
      en: 'There is no parameter {key}. Use the names of the catalogue.',
    },
  },
  'rulebook.wrong-type': {
    title: { zh: '参数值的类型不正确', en: 'Wrong type of value' },
    detail: {
      zh: '“{key}”的值类型不正确（应为：{expected}）。',
      en: 'The value of {key} is of the wrong type (expected: {expected}).',
    },
  },
  'rulebook.out-of-range': {
    title: { zh: '参数值超出范围', en: 'The value is out of range' },
    detail: {
      zh: '“{key}”的值 {value} 超出范围，应在 {least} 至 {most} 之间。',
      en: 'The value {value} of {key} is out of range. It lies between {least} and {most}.',
    },
  },
  'rulebook.below-floor': {
    title: { zh: '低于规定的下限', en: 'Below the floor' },
    detail: {
      zh: '“{key}”的值 {value} 低于 {clause} 规定的 {floor}。规定的数值只能从严，不能放宽；请填写不低于 {floor} 的值。',
      en: 'The value {value} of {key} is below {floor}, which {clause} lays down. It may be made stricter, never looser: enter {floor} or more.',
    },
  },
  'rulebook.effective-in-the-past': {
    title: { zh: '生效日期不能早于今天', en: 'It cannot take effect in the past' },
    detail: {
      zh: '生效日期 {effectiveOn} 早于今天（{today}）。新的规定不溯及既往，请填写今天或以后的日期。',
      en: 'The day {effectiveOn} is before today ({today}). New rules do not reach back: choose today or a later day.',
    },
  },
  'rulebook.withdraws-unsaid': {
    title: { zh: '有参数未说明撤销', en: 'Something would be withdrawn unsaid' },
    detail: {
      zh: '自 {effectiveOn} 生效的第 {version} 版设定了 {keys}，新版本没有写入。每一版都是全文：请写入要保留的参数；确要撤销的，请在 withdraws 中列出。',
      en: 'Version {version}, in effect from {effectiveOn}, sets {keys}, which this one leaves out. A version is a whole text: repeat what is to stay, and name in withdraws what is to go.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
