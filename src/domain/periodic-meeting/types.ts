import type { ClauseId } from '../clause';
import type { DutyLevel, HeldMeeting } from '../duty-year/catalogue';
import type { BodyKind } from '../organisation';
import { HALF_OR_MORE, MORE_THAN_HALF, TWO_THIRDS_OR_MORE, type Threshold } from '../threshold';

/** Where a number comes from: a clause, or nobody but this catalogue. */
type Source = ClauseId | 'local choice';

interface MeetingType {
  readonly clause: ClauseId;
  readonly level: DutyLevel;
  /** Whose roster is due, and votes. */
  readonly body: BodyKind;
  readonly electorate: Source;
  /** Others who are due and have a vote as well: the meeting may name them, or has to because the text does. */
  readonly others: 'none' | 'possible' | 'needed';
  /** The clause by which the secretary convenes it, where there is one. */
  readonly convening?: ClauseId;
  /** The secretary of the body chairs; where `mayDelegate` names a clause, a member does by a recorded delegation. */
  readonly chair: {
    readonly by: 'secretary' | 'anybody';
    readonly source: Source;
    readonly mayDelegate: Source | null;
  };
  readonly quorum: { readonly threshold: Threshold; readonly source: Source };
  readonly majority: { readonly threshold: Threshold; readonly of: 'present' | 'due'; readonly source: Source };
}

const LOCAL = 'local choice' as const;
const quorumOfMembers = { threshold: MORE_THAN_HALF, source: LOCAL };
const majorityOfPresent = { threshold: MORE_THAN_HALF, of: 'present', source: LOCAL } as const;
const majorityOfDue = { threshold: MORE_THAN_HALF, of: 'due', source: LOCAL } as const;

/** The simpler meetings: who is due, who chairs, what makes a quorum and a decision, and where each comes from. */
export const MEETING_TYPES = {
  /** 党建工作会: the members of the PWC and the heads of the subordinate organisations; it informs and coordinates. */
  'party-building': {
    ...{ clause: 'PWW-2.2a', level: 'subdistrict', body: 'pwc', electorate: 'PWW-2.2a', others: 'needed' },
    chair: { by: 'secretary', source: LOCAL, mayDelegate: LOCAL },
    quorum: quorumOfMembers,
    majority: majorityOfPresent,
  },
  /** 领导班子民主生活会. Its quorum is that of the PWC. */
  'democratic-life': {
    ...{ clause: 'PWW-2.3', level: 'subdistrict', body: 'pwc', electorate: 'PWW-2.3', others: 'none' },
    chair: { by: 'secretary', source: LOCAL, mayDelegate: null },
    quorum: { threshold: HALF_OR_MORE, source: 'PWR-3.1.4a' },
    majority: majorityOfDue,
  },
  /** 中心组学习会: the Party and government leading group; whoever is not on the roster of the PWC is named. */
  study: {
    ...{ clause: 'PWW-2.4', level: 'subdistrict', body: 'pwc', electorate: 'PWW-2.4', others: 'possible' },
    chair: { by: 'secretary', source: LOCAL, mayDelegate: LOCAL },
    quorum: quorumOfMembers,
    majority: majorityOfPresent,
  },
  /** 社区党委（总支、支部）会 */
  committee: {
    ...{ clause: 'CPO-2.2.1', level: 'community', body: 'party-organisation', electorate: 'CPO-2.2.1', others: 'none' },
    convening: 'CPO-3.1',
    chair: { by: 'secretary', source: 'CPO-2.2.1', mayDelegate: 'LAW-PB-14' },
    quorum: { threshold: MORE_THAN_HALF, source: 'LAW-PB-14' },
    majority: majorityOfDue,
  },
  /** 组织生活会 */
  'organisational-life': {
    ...{ clause: 'CPO-2.2.2', level: 'community', body: 'party-organisation', electorate: 'CPO-2.2.2', others: 'none' },
    chair: { by: 'secretary', source: 'CPO-2.2.2', mayDelegate: null },
    quorum: { threshold: MORE_THAN_HALF, source: 'LAW-PB-14' },
    majority: majorityOfDue,
  },
  /** 社区工作联席会: of the station, the residents' committee, the public-security office and others the heads are named. */
  joint: {
    ...{
      clause: 'CPO-2.2.3',
      level: 'community',
      body: 'party-organisation',
      electorate: 'CPO-2.2.3',
      others: 'needed',
    },
    chair: { by: 'secretary', source: 'CPO-3.8', mayDelegate: null },
    quorum: quorumOfMembers,
    majority: majorityOfPresent,
  },
  /** 党组织成员学习 */
  'members-study': {
    ...{ clause: 'CPO-3.5', level: 'community', body: 'party-organisation', electorate: 'CPO-3.5', others: 'none' },
    chair: { by: 'secretary', source: 'CPO-3.6', mayDelegate: LOCAL },
    quorum: quorumOfMembers,
    majority: majorityOfPresent,
  },
  /** 居民代表会议, for now as far as its duty goes: two thirds of its members, more than half of those present. */
  representatives: {
    ...{ clause: 'LAW-RCL-28', level: 'community', body: 'representatives', electorate: 'LAW-RCL-28', others: 'none' },
    chair: { by: 'anybody', source: LOCAL, mayDelegate: null },
    quorum: { threshold: TWO_THIRDS_OR_MORE, source: 'LAW-RCL-29' },
    majority: { threshold: MORE_THAN_HALF, of: 'present', source: 'LAW-RCL-29' },
  },
} as const satisfies Readonly<Partial<Record<HeldMeeting, MeetingType>>>;

export type MeetingTypeName = keyof typeof MEETING_TYPES;

/** What is said of a type, in the catalogue's own shape. */
export function typeOf(name: MeetingTypeName): MeetingType {
  return MEETING_TYPES[name];
}

/** The clause that a refusal cites for a number or a rule of a type: that of the meeting itself where the source is a local choice. */
export function clauseFor(name: MeetingTypeName, source: Source): ClauseId {
  return source === LOCAL ? typeOf(name).clause : source;
}

/** Who disagrees with a decision keeps to it and may say so, in the words of the Party's own rules for that level. */
export function dissentClause(name: MeetingTypeName): ClauseId {
  return typeOf(name).level === 'community' ? 'CPO-2.4.3' : 'PWR-4.3';
}
