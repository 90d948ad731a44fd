import type { Bilingual } from '../../../contract/words/bilingual';
import type { BodyKind } from '../../../domain/organisation';
import type { Role } from '../../../domain/permissions';

/** What somebody of the example is. */
export interface Post {
  readonly title: Bilingual;
  /** Positions in the bodies of the subdistrict or community; none without it. */
  readonly seats?: Readonly<Partial<Record<BodyKind, string>>>;
  /** Roles over the organisation that the person belongs to. Without any there is no account. */
  readonly roles?: readonly [Role, ...Role[]];
  /** The grid of the community that the person belongs to; otherwise it is the community itself. */
  readonly grid?: 'grid1' | 'grid2';
}

/** Of the district. */
export const DISTRICT_POSTS = {
  admin: post('系统管理员', 'System administrator', ['administrator']),
  'district.discipline': post('区纪委监察局工作人员', 'District discipline officer', ['district-discipline']),
  'district.organisation': post('区委组织部工作人员', 'District organisation officer', [
    'district-organisation-department',
  ]),
} satisfies Record<string, Post>;

/** Of the subdistrict: a Party Working Committee of nine, and its offices. */
export const OFFICE_POSTS = {
  secretary: pwc('党工委书记', 'PWC secretary', ['secretary'], '书记'),
  deputy1: pwc('党工委副书记、办事处主任', 'PWC deputy secretary, office director', ['chair', 'member'], '副书记'),
  deputy2: pwc('党工委副书记', 'PWC deputy secretary', ['member'], '副书记'),
  member1: pwc('党工委委员（纪检）', 'PWC member, discipline', ['member'], '委员'),
  member2: pwc('党工委委员（组织）', 'PWC member, organisation', ['member'], '委员'),
  member3: pwc('党工委委员（宣传）', 'PWC member, publicity', ['member'], '委员'),
  member4: pwc('党工委委员（政法）', 'PWC member, public security', ['member'], '委员'),
  member5: pwc('党工委委员（统战）', 'PWC member, united front', ['member'], '委员'),
  member6: pwc('党工委委员（武装）', 'PWC member, armed forces', ['member'], '委员'),
  staff: post('街道办事处工作人员', 'Subdistrict officer', ['staff']),
  recorder: post('党工委会议记录人', 'PWC recorder', ['recorder']),
  'party-affairs': post('党办工作人员', 'Party affairs officer', ['party-affairs-office']),
  supervisor: post('街道监督人员', 'Subdistrict supervisor', ['subdistrict-supervisor']),
  custodian: post('街道档案管理人员', 'Subdistrict custodian', ['custodian']),
  admin: post('街道系统管理员', 'Subdistrict administrator', ['administrator']),
} satisfies Record<string, Post>;

/**
 * Of each community, those who sign in. The nine members can hold a council: three of the Party organisation, four of the
 * residents' committee, two representatives.
 */
export const COMMUNITY_POSTS = {
  secretary: {
    ...post('党组织书记、居委会主任', "Party secretary, residents' committee director", ['secretary']),
    seats: { 'party-organisation': '书记', 'residents-committee': '主任' },
  },
  chair: {
    ...post('党组织副书记、居委会副主任', "Deputy Party secretary, residents' committee deputy director", ['chair']),
    seats: { 'party-organisation': '副书记', 'residents-committee': '副主任' },
  },
  recorder: {
    ...post('居委会委员、会议记录人', "Residents' committee member, recorder", ['recorder']),
    seats: { 'residents-committee': '委员' },
  },
  member1: partyMember(),
  member2: partyMember(),
  member3: partyMember(),
  member4: committeeMember(),
  member5: committeeMember(),
  member6: committeeMember(),
  member7: committeeMember(),
  member8: { ...representative(), roles: ['member'] },
  member9: { ...representative(), roles: ['member'] },
  supervision: {
    ...post('居务监督委员会主任', 'Supervision committee director', ['supervision-committee']),
    seats: { 'supervision-committee': '主任' },
  },
  staff: post('社区工作人员', 'Community worker', ['staff']),
  station: post('工作站站长', 'Service station head', ['staff']),
  security: post('综治办主任', 'Public security office head', ['member']),
  custodian: post('社区档案管理人员', 'Community custodian', ['custodian']),
  resident: post('居民', 'Resident', ['resident']),
  grid1: { ...post('网格员', 'Grid worker', ['staff']), grid: 'grid1' },
  grid2: { ...post('网格员', 'Grid worker', ['staff']), grid: 'grid2' },
} satisfies Record<string, Post>;

/** Of each community, those who sit in a body without an account. */
export const SEATS_WITHOUT_ACCOUNT = {
  supervision2: supervisionMember(),
  supervision3: supervisionMember(),
  representative1: representative(),
  representative2: representative(),
  representative3: representative(),
  representative4: representative(),
  representative5: representative(),
  representative6: representative(),
  representative7: representative(),
  representative8: representative(),
  representative9: representative(),
  representative10: representative(),
  representative11: representative(),
  representative12: representative(),
  representative13: representative(),
} satisfies Record<string, Post>;

function post(zh: string, en: string, roles: readonly [Role, ...Role[]]): Post {
  return { title: { zh, en }, roles };
}

function pwc(zh: string, en: string, roles: readonly [Role, ...Role[]], position: string): Post {
  return { ...post(zh, en, roles), seats: { pwc: position } };
}

function partyMember(): Post {
  const title = { zh: '党组织委员', en: 'Party organisation member' };
  return { title, roles: ['member'], seats: { 'party-organisation': '委员' } };
}

function committeeMember(): Post {
  const title = { zh: '居委会委员', en: "Residents' committee member" };
  return { title, roles: ['member'], seats: { 'residents-committee': '委员' } };
}

function supervisionMember(): Post {
  return {
    title: { zh: '居务监督委员会委员', en: 'Supervision committee member' },
    seats: { 'supervision-committee': '委员' },
  };
}

function representative(): Post {
  return { title: { zh: '居民代表', en: 'Resident representative' }, seats: { representatives: '代表' } };
}
