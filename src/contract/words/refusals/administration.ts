import type { RefusalWords } from './refusal-words';

const pickFromList = { zh: '请从列表中重新选择。', en: 'Choose again from the list.' };

/** Organisations, people, rosters, accounts, grants, files and notifications. */
export const administrationRefusals = {
  'organisation.unknown': {
    title: { zh: '没有这个组织', en: 'No such organisation' },
    detail: { zh: `找不到这个组织。${pickFromList.zh}`, en: `The organisation was not found. ${pickFromList.en}` },
  },
  'organisation.wrong-level': {
    title: { zh: '组织层级不正确', en: 'Wrong level' },
    detail: {
      zh: '区、街道、社区、网格逐级设置，“{parent}”之下不能设这一级组织。',
      en: 'District, subdistrict, community, grid: each lies directly below the one before. {parentEn} cannot hold this kind.',
    },
  },
  'organisation.community-type': {
    title: { zh: '社区类型不正确', en: 'Wrong community type' },
    detail: {
      zh: '社区须注明是村改居社区还是城市社区，其他组织不填此项。',
      en: 'A community states whether it is village-converted or urban; no other organisation does.',
    },
  },
  'person.unknown': {
    title: { zh: '没有这个人员', en: 'No such person' },
    detail: { zh: `找不到这个人员。${pickFromList.zh}`, en: `The person was not found. ${pickFromList.en}` },
  },
  'body.unknown': {
    title: { zh: '没有这个机构', en: 'No such body' },
    detail: { zh: `找不到这个机构。${pickFromList.zh}`, en: `The body was not found. ${pickFromList.en}` },
  },
  'body.exists': {
    title: { zh: '机构已存在', en: 'The body exists' },
    detail: {
      zh: '本组织已有同类机构，请直接维护其名册。',
      en: 'The organisation has a body of this kind already. Keep its roster instead.',
    },
  },
  'membership.unknown': {
    title: { zh: '名册中没有这一项', en: 'Not on the roster' },
    detail: { zh: `名册中找不到这一项。${pickFromList.zh}`, en: `This entry was not found. ${pickFromList.en}` },
  },
  'membership.overlaps': {
    title: { zh: '任期重叠', en: 'The terms overlap' },
    detail: {
      zh: '此人在该机构已有任期与 {validFrom} 起的任期重叠，请先结束原任期。',
      en: 'This person already has a term in the body that overlaps the one from {validFrom}. End that term first.',
    },
  },
  'term.ends-before-start': {
    title: { zh: '期限的起止日期不正确', en: 'The term ends before it starts' },
    detail: {
      zh: '结束日期 {validTo} 早于开始日期 {validFrom}，请改正。',
      en: 'The last day {validTo} is before the first day {validFrom}. Correct one of them.',
    },
  },
  'account.unknown': {
    title: { zh: '没有这个账号', en: 'No such account' },
    detail: { zh: `找不到这个账号。${pickFromList.zh}`, en: `The account was not found. ${pickFromList.en}` },
  },
  'account.username-taken': {
    title: { zh: '用户名已被使用', en: 'The username is taken' },
    detail: {
      zh: '用户名“{username}”已被使用，请换一个。',
      en: 'The username {username} is taken. Choose another one.',
    },
  },
  'account.person-has-one': {
    title: { zh: '此人已有账号', en: 'The person has an account' },
    detail: {
      zh: '每人只有一个账号，请使用已有的账号。',
      en: 'Everyone has one account. Use the one that exists.',
    },
  },
  'account.own': {
    title: { zh: '不能更改自己的账号', en: 'Not your own account' },
    detail: {
      zh: '不能停用自己的账号，也不能更改自己的权限。请由另一位系统管理员办理。',
      en: 'Nobody disables their own account or changes their own grants. Ask another administrator.',
    },
  },
  'account.reaches-further': {
    title: { zh: '此账号的权限超出您的管理范围', en: 'The account reaches beyond your part of the tree' },
    detail: {
      zh: '此账号在您管理范围以外的组织有权限。请由上级组织的系统管理员办理。',
      en: 'The account holds roles at organisations that you do not manage. Ask an administrator further up.',
    },
  },
  'grant.not-in-term': {
    title: { zh: '终止日期不正确', en: 'The last day is not possible' },
    detail: {
      zh: '授权只能从昨天起终止（{from}），也不能借终止延长任期（至 {to}）。请改正终止日期 {lastDay}。',
      en: 'A grant ends yesterday ({from}) at the earliest, and ending it cannot lengthen it (until {to}). Correct {lastDay}.',
    },
  },
  'grant.unknown': {
    title: { zh: '没有这项授权', en: 'No such grant' },
    detail: { zh: `找不到这项授权。${pickFromList.zh}`, en: `The grant was not found. ${pickFromList.en}` },
  },
  'grant.role-not-at-level': {
    title: { zh: '此角色不能在这一级授予', en: 'The role does not exist at this level' },
    detail: {
      zh: '“{role}”不能在“{organisation}”这一级授予，请选择其他组织或角色。',
      en: 'The role {roleEn} does not exist at the level of {organisationEn}. Choose another organisation or role.',
    },
  },
  'grant.held-already': {
    title: { zh: '此账号已有这一角色', en: 'The account holds this role' },
    detail: {
      zh: '此账号在该组织已有“{role}”角色（{validFrom} 至 {validTo}），不必再次授予；要延长，请授予从原任期结束后开始的一段。',
      en: 'The account holds the role {roleEn} there already, from {validFrom} to {validTo}. To lengthen it, grant a term that begins after that one.',
    },
  },
  'calendar.missing': {
    title: { zh: '尚无节假日表', en: 'No holiday table yet' },
    detail: {
      zh: '系统中还没有节假日表，请联系系统管理员导入。',
      en: 'There is no holiday table yet. Ask an administrator to import one.',
    },
  },
  'notification.unknown': {
    title: { zh: '没有这条通知', en: 'No such notification' },
    detail: { zh: '找不到这条通知，请刷新列表。', en: 'The notification was not found. Reload the list.' },
  },
  'file.unknown': {
    title: { zh: '没有这个文件', en: 'No such file' },
    detail: {
      zh: '找不到这个文件，请从所在程序中重新打开。',
      en: 'The file was not found. Open it from its procedure.',
    },
  },
  'file.content-differs': {
    title: { zh: '文件内容与类型不符', en: 'The content does not match its type' },
    detail: {
      zh: '文件内容不是所标明的类型（{mediaType}）。请上传 JPEG、PNG 或 PDF 原文件。',
      en: 'The content is not of the stated type ({mediaType}). Upload the original JPEG, PNG or PDF.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
