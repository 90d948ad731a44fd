import type { CivilDate } from './calendar/civil-date';
import type { OrganisationKind } from './organisation';

interface RoleDescription {
  readonly zh: string;
  readonly en: string;
  /**
   * Where the role may be granted. A supervisor's role exists only above those it supervises, so that nobody who manages
   * accounts below can hand out a seat that watches over them.
   */
  readonly at: readonly OrganisationKind[];
}

const everywhere = ['district', 'subdistrict', 'community', 'grid'] as const;
const officeAndCommunities = ['subdistrict', 'community', 'grid'] as const;

/** Every role, with its names and the organisations where it exists. */
export const ROLES = {
  staff: { zh: '工作人员', en: 'Staff', at: officeAndCommunities },
  chair: { zh: '主持人', en: 'Chair', at: officeAndCommunities },
  secretary: { zh: '书记', en: 'Secretary', at: officeAndCommunities },
  recorder: { zh: '记录人', en: 'Recorder', at: officeAndCommunities },
  member: { zh: '成员', en: 'Member', at: officeAndCommunities },
  'party-affairs-office': { zh: '党办', en: 'Party Affairs Office', at: ['subdistrict'] },
  'supervision-committee': { zh: '居务监督委员会', en: 'Resident Affairs Supervision Committee', at: ['community'] },
  'subdistrict-supervisor': { zh: '街道监督人员', en: 'Subdistrict supervisor', at: ['subdistrict'] },
  'district-discipline': { zh: '区纪委监察局', en: 'District Discipline Commission', at: ['district'] },
  'district-organisation-department': { zh: '区委组织部', en: 'District Organisation Department', at: ['district'] },
  custodian: { zh: '档案管理人员', en: 'Custodian', at: ['district', 'subdistrict', 'community'] },
  administrator: { zh: '系统管理员', en: 'Administrator', at: everywhere },
  resident: { zh: '居民', en: 'Resident', at: ['community', 'grid'] },
} as const satisfies Readonly<Record<string, RoleDescription>>;

/** The name of a role. */
export type Role = keyof typeof ROLES;

/** A role over an organisation and all below it, from a day to a day, both included; without `validTo` it has no end. */
export interface Grant {
  readonly role: Role;
  readonly organisationId: string;
  /** The ids from the root down, each between slashes: `/district/subdistrict/`. */
  readonly organisationPath: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** Who acts: the account that signed in, the person behind it, and every grant it has ever had. */
export interface Actor {
  readonly accountId: string;
  readonly personId: string;
  readonly grants: readonly Grant[];
}

const working = ['staff', 'chair', 'secretary', 'recorder', 'member', 'party-affairs-office'] as const;
const supervising = [
  'supervision-committee',
  'subdistrict-supervisor',
  'district-discipline',
  'district-organisation-department',
] as const;
const readers = [...working, ...supervising, 'custodian'] as const;

interface CapabilityDescription {
  readonly zh: string;
  readonly en: string;
  readonly roles: readonly Role[];
}

/** What each role may do in its part of the tree. Whoever is not listed may not. */
export const CAPABILITIES = {
  'procedures.read': { zh: '查阅程序及其附件', en: 'Read procedures and their files', roles: readers },
  'procedures.start': { zh: '启动程序', en: 'Start procedures', roles: ['staff', 'secretary', 'party-affairs-office'] },
  'agenda.propose': {
    zh: '向党工委提出议题',
    en: 'Propose items to the Party Working Committee',
    roles: ['secretary', 'member', 'party-affairs-office'],
  },
  'agenda.prepare': {
    zh: '登记党工委议题的会前准备',
    en: 'Record what was prepared for items of the Party Working Committee',
    roles: ['secretary', 'party-affairs-office'],
  },
  'files.add': {
    zh: '上传附件',
    en: 'Add files',
    roles: ['staff', 'chair', 'secretary', 'recorder', 'party-affairs-office', 'supervision-committee', 'custodian'],
  },
  'outbox.manage': {
    zh: '查看发往系统之外的通知，并决定未发出的是否重发',
    en: 'See the notices that leave the service, and decide about those that did not go out',
    roles: ['staff', 'administrator'],
  },
  'people.read': { zh: '查阅人员和名册', en: 'Read people and rosters', roles: [...readers, 'administrator'] },
  'rulebooks.read': { zh: '查阅制度参数', en: 'Read rulebooks', roles: [...readers, 'administrator'] },
  'organisations.manage': {
    zh: '管理组织、人员和名册',
    en: 'Manage organisations, people and rosters',
    roles: ['administrator'],
  },
  'accounts.manage': { zh: '管理账号和授权', en: 'Manage accounts and grants', roles: ['administrator'] },
  'rulebooks.manage': { zh: '修改制度参数', en: 'Change rulebooks', roles: ['administrator'] },
  'calendar.manage': {
    zh: '导入节假日表（仅限最上级组织）',
    en: 'Import the holiday table (at the topmost organisation only)',
    roles: ['administrator'],
  },
  'clock.move': {
    zh: '拨快培训时钟（仅限最上级组织）',
    en: 'Move the training clock on (at the topmost organisation only)',
    roles: ['administrator'],
  },
  'workflows.decrypt': {
    zh: '在 Temporal 网页中查看解密后的流程内容（仅限最上级组织）',
    en: "See decrypted what workflows hold, in Temporal's web page (at the topmost organisation only)",
    roles: ['administrator'],
  },
} as const satisfies Readonly<Record<string, CapabilityDescription>>;

/** The name of something that people may do. */
export type Capability = keyof typeof CAPABILITIES;

/** Whether the organisation is the other one or lies below it. */
export function isWithin(organisationPath: string, ancestorPath: string): boolean {
  return organisationPath.startsWith(ancestorPath);
}

/** Whether the term of a grant includes the day; its first and last day belong to it. */
export function isInForce({ validFrom, validTo }: Pick<Grant, 'validFrom' | 'validTo'>, on: CivilDate): boolean {
  return validFrom <= on && (validTo === null || on <= validTo);
}

/** The roles held on that day at the organisation or anywhere above it. */
export function rolesAt(grants: readonly Grant[], organisationPath: string, on: CivilDate): Role[] {
  const held = grants.filter((grant) => isWithin(organisationPath, grant.organisationPath) && isInForce(grant, on));
  return [...new Set(held.map((grant) => grant.role))];
}

/** Whether one of the roles carries the capability. */
export function may(roles: readonly Role[], capability: Capability): boolean {
  const allowed: readonly Role[] = CAPABILITIES[capability].roles;
  return roles.some((role) => allowed.includes(role));
}

/** Everything the roles carry, in the order of the catalogue. */
export function capabilitiesOf(roles: readonly Role[]): Capability[] {
  return (Object.keys(CAPABILITIES) as Capability[]).filter((capability) => may(roles, capability));
}
