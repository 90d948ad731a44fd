import { CAPABILITIES, ROLES, type Role } from '../src/domain/permissions';
import { ORGANISATION_KIND_WORDS } from '../src/contract/words/organisations';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A part of the page: a heading in both languages, what it says, and a table. */
interface Section {
  readonly title: Words;
  readonly about: Words;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const roles = Object.keys(ROLES) as Role[];

const roleSection: Section = {
  title: { zh: '角色', en: 'Roles' },
  about: {
    zh: '角色授予某一组织，及于其下所有组织；自起始日至结束日有效，首尾两日均计算在内。监督类角色只能在被监督组织的上级授予。',
    en: 'A role is granted at an organisation and reaches all below it, from its first day to its last, both included. A supervising role is granted only above those it supervises.',
  },
  head: ['角色 / Role', '代码 / Code', '可授予的层级 / Granted at'],
  rows: roles.map((role) => [
    both(ROLES[role]),
    `\`${role}\``,
    ROLES[role].at
      .map((kind) => `${ORGANISATION_KIND_WORDS[kind].zh} ${ORGANISATION_KIND_WORDS[kind].en}`)
      .join('<br>'),
  ]),
};

const capabilitySection: Section = {
  title: { zh: '一般权限', en: 'Capabilities' },
  about: {
    zh: '没有列出的角色即没有该项权限。登录的人都可以查看组织树、节假日表和自己的通知。',
    en: 'A role that is not listed does not have the capability. Whoever is signed in may see the tree of organisations, the holiday table and their own notifications.',
  },
  head: ['权限 / Capability', '代码 / Code', '角色 / Roles'],
  rows: Object.entries(CAPABILITIES).map(([capability, description]) => [
    both(description),
    `\`${capability}\``,
    description.roles.map((role) => `${ROLES[role].zh} ${ROLES[role].en}`).join('<br>'),
  ]),
};

/** The parts of the page, in their order. */
const sections: readonly Section[] = [roleSection, capabilitySection];

/** docs/permissions.md: who may do what, from the same tables that decide it. */
export function permissionsPage(): string {
  return [
    '# 权限 / Permissions',
    '',
    '本页由 `npm run docs` 生成。 / This page is written by `npm run docs`.',
    '',
    ...sections.flatMap(sectionLines),
  ].join('\n');
}

function sectionLines({ title, about, head, rows }: Section): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map(() => '---')), ...rows.map(line)];
  return [`## ${title.zh} / ${title.en}`, '', about.zh, '', about.en, '', ...table, ''];
}

function both({ zh, en }: Words): string {
  return `${zh}<br>${en}`;
}
