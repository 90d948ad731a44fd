import type { Bilingual } from '../src/contract/words/bilingual';
import { COUNCIL_ACTION_WORDS, COUNCIL_STAGE_WORDS, COUNCIL_WORDS } from '../src/contract/words/council';
import { DUTY_YEAR_ACTION_WORDS, DUTY_YEAR_STAGE_WORDS, DUTY_YEAR_WORDS } from '../src/contract/words/duty-year';
import { OFFICE_WORDS } from '../src/contract/words/offices';
import { ORGANISATION_KIND_WORDS } from '../src/contract/words/organisations';
import { PERIODIC_ACTION_WORDS, PERIODIC_STAGE_WORDS, PERIODIC_WORDS } from '../src/contract/words/periodic-meeting';
import { MEETING_ACTION_WORDS, MEETING_STAGE_WORDS, MEETING_WORDS } from '../src/contract/words/pwc-meeting';
import { COUNCIL_ACTIONS } from '../src/domain/council/actions';
import { DUTY_YEAR_ACTIONS } from '../src/domain/duty-year/actions';
import { PERIODIC_ACTIONS } from '../src/domain/periodic-meeting/actions';
import type { ActionRule } from '../src/domain/procedure/actions';
import { MEETING_ACTIONS } from '../src/domain/pwc-meeting/actions';
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

/** What the sections of all kinds of procedures say in common. */
const ENTITLED: Bilingual = {
  zh: '有权者是在办理程序的组织或者其上级组织持有所列角色的人，或者在该程序中担任所列职务的人；没有列出的不能办理，也不能在所列阶段之外办理。能否办理，还要看时间和已登记的事实。',
  en: 'Entitled is whoever holds one of the roles at the organisation whose procedure it is or above it, or one of the offices in the procedure itself. Nobody else may act, nor at another stage; the time and the facts recorded so far are judged as well.',
};

interface Kind {
  readonly title: Bilingual;
  readonly actions: Readonly<Record<string, ActionRule>>;
  readonly actionWords: Readonly<Record<string, Bilingual>>;
  readonly stageWords: Readonly<Record<string, Bilingual>>;
}

function procedureSection({ title, actions, actionWords, stageWords }: Kind): Section {
  const titles: Readonly<Record<string, Bilingual>> = { ...ROLES, ...OFFICE_WORDS };
  return {
    title,
    about: ENTITLED,
    head: ['事项 / Action', '代码 / Code', '有权者 / Entitled', '阶段 / Stages'],
    rows: Object.entries(actions).map(([action, { entitled, stages }]) => [
      both(actionWords[action]!),
      `\`${action}\``,
      entitled.map((one) => inLine(titles[one]!)).join('<br>'),
      stages.map((stage) => inLine(stageWords[stage]!)).join('<br>'),
    ]),
  };
}

const procedureSections = [
  {
    title: COUNCIL_WORDS,
    actions: COUNCIL_ACTIONS,
    actionWords: COUNCIL_ACTION_WORDS,
    stageWords: COUNCIL_STAGE_WORDS,
  },
  {
    title: MEETING_WORDS,
    actions: MEETING_ACTIONS,
    actionWords: MEETING_ACTION_WORDS,
    stageWords: MEETING_STAGE_WORDS,
  },
  {
    title: PERIODIC_WORDS,
    actions: PERIODIC_ACTIONS,
    actionWords: PERIODIC_ACTION_WORDS,
    stageWords: PERIODIC_STAGE_WORDS,
  },
  {
    title: DUTY_YEAR_WORDS,
    actions: DUTY_YEAR_ACTIONS,
    actionWords: DUTY_YEAR_ACTION_WORDS,
    stageWords: DUTY_YEAR_STAGE_WORDS,
  },
].map(procedureSection);

/** The parts of the page, in their order. */
const sections: readonly Section[] = [roleSection, capabilitySection, ...procedureSections];

/** docs/permissions.md: who may do what, from the same tables that decide it. */
export function permissionsPage(): string {
  return markdownPage({ zh: '权限', en: 'Permissions' }, sections.map(sectionLines));
}
