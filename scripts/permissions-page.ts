import { COUNCIL_ACTION_WORDS, COUNCIL_STAGE_WORDS } from '../src/contract/words/council';
import { OFFICE_WORDS } from '../src/contract/words/offices';
import { ORGANISATION_KIND_WORDS } from '../src/contract/words/organisations';
import { COUNCIL_ACTIONS, type CouncilAction } from '../src/domain/council/actions';
import { CAPABILITIES, ROLES, type Role } from '../src/domain/permissions';
import { both, inLine, markdownPage, sectionLines, type Section } from './markdown-page';

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
    ROLES[role].at.map((kind) => inLine(ORGANISATION_KIND_WORDS[kind])).join('<br>'),
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
    description.roles.map((role) => inLine(ROLES[role])).join('<br>'),
  ]),
};

const councilSection: Section = {
  title: { zh: '议事会', en: 'Council' },
  about: {
    zh: '有权者是在召开会议的组织或者其上级组织持有所列角色的人，或者担任本次会议所列职务的人；没有列出的不能办理，也不能在所列阶段之外办理。能否办理，还要看时间和已登记的事实。',
    en: 'Entitled is whoever holds one of the roles at the organisation whose council it is or above it, or one of the offices in the council itself. Nobody else may act, nor at another stage; the time and the facts recorded so far are judged as well.',
  },
  head: ['事项 / Action', '代码 / Code', '有权者 / Entitled', '阶段 / Stages'],
  rows: (Object.entries(COUNCIL_ACTIONS) as [CouncilAction, (typeof COUNCIL_ACTIONS)[CouncilAction]][]).map(
    ([action, rule]) => [
      both(COUNCIL_ACTION_WORDS[action]),
      `\`${action}\``,
      rule.entitled.map((title) => inLine({ ...ROLES, ...OFFICE_WORDS }[title])).join('<br>'),
      rule.stages.map((stage) => inLine(COUNCIL_STAGE_WORDS[stage])).join('<br>'),
    ],
  ),
};

/** The parts of the page, in their order. */
const sections: readonly Section[] = [roleSection, capabilitySection, councilSection];

/** docs/permissions.md: who may do what, from the same tables that decide it. */
export function permissionsPage(): string {
  return markdownPage({ zh: '权限', en: 'Permissions' }, sections.map(sectionLines));
}
