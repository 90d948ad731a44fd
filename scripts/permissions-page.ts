import { COUNCIL_ACTION_WORDS, COUNCIL_STAGE_WORDS } from '../src/contract/words/council';
import type { Bilingual } from '../src/contract/words/bilingual';
import { OFFICE_WORDS } from '../src/contract/words/offices';
import { ORGANISATION_KIND_WORDS } from '../src/contract/words/organisations';
import { COUNCIL_ACTIONS, type CouncilAction } from '../src/domain/council/actions';
import { CAPABILITIES, ROLES, type Role } from '../src/domain/permissions';
import type { ActionCourse } from '../src/domain/procedure/model';
import { both, inLine, markdownPage, sectionLines, type Section } from './markdown-page';

const COURSE_WORDS: Readonly<Record<ActionCourse, Bilingual>> = {
  command: { zh: '推进程序', en: 'Command' },
  fact: { zh: '登记事实', en: 'Fact' },
  ballot: { zh: '投票', en: 'Ballot' },
};

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
    zh: '有权者是在召开会议的组织或者其上级组织持有所列角色的人，或者担任本次会议所列职务的人；没有列出的不能办理，也不能在所列阶段之外办理。能否办理，还要看时间和已登记的事实。“推进程序”由工作流执行，“登记事实”在所列阶段持续期间录入，“投票”是在开启的表决中投入或登记一票。',
    en: 'Entitled is whoever holds one of the roles at the organisation whose council it is or above it, or one of the offices in the council itself. Nobody else may act, nor at another stage; the time and the facts recorded so far are judged as well. A command moves the course and is carried out by the workflow, a fact is entered while a stage lasts, a ballot is one vote in an open box.',
  },
  head: ['事项 / Action', '代码 / Code', '有权者 / Entitled', '阶段 / Stages', '办理方式 / Carried out as'],
  rows: (Object.entries(COUNCIL_ACTIONS) as [CouncilAction, (typeof COUNCIL_ACTIONS)[CouncilAction]][]).map(
    ([action, rule]) => [
      both(COUNCIL_ACTION_WORDS[action]),
      `\`${action}\``,
      rule.entitled.map((title) => inLine({ ...ROLES, ...OFFICE_WORDS }[title])).join('<br>'),
      rule.stages.map((stage) => inLine(COUNCIL_STAGE_WORDS[stage])).join('<br>'),
      both(COURSE_WORDS[rule.course]),
    ],
  ),
};

/** The parts of the page, in their order. */
const sections: readonly Section[] = [roleSection, capabilitySection, councilSection];

/** docs/permissions.md: who may do what, from the same tables that decide it. */
export function permissionsPage(): string {
  return markdownPage({ zh: '权限', en: 'Permissions' }, sections.map(sectionLines));
}
