import type { ClauseId } from './clause';
import { refuse, type Refusal } from './refusal';
import {
  HALF_OR_MORE,
  isAtLeastAsStrict,
  isThreshold,
  MORE_THAN_HALF,
  TWO_THIRDS_OR_MORE,
  type Threshold,
} from './threshold';

interface Described {
  /** The clause that the parameter serves, or null where no regulation speaks. */
  readonly clause: ClauseId | null;
  /** Whether the value is the text's, another law's or a local choice. */
  readonly origin: 'text' | 'law' | 'local';
  readonly zh: string;
  readonly en: string;
}

interface NumberParameter extends Described {
  readonly kind: 'days' | 'count';
  readonly default: number;
  readonly least: number;
  readonly most: number;
  /** The number of the text or the law, below which no rulebook goes. */
  readonly floor?: number;
}

interface ThresholdParameter extends Described {
  readonly kind: 'threshold';
  readonly default: Threshold;
  readonly floor?: Threshold;
}

/**
 * Everything an organisation may set (reading 14). A number of the text or of a law is a floor that may only be tightened;
 * blanks and "promptly" (及时) are free within their range.
 */
export const RULEBOOK = {
  'council.noticeClearDays': {
    clause: 'HDA-11.1.2',
    origin: 'text',
    kind: 'days',
    default: 3,
    least: 1,
    most: 365,
    floor: 3,
    zh: '议事会公告提前天数（公告日和会议日均不计算在内）',
    en: 'Clear days between the announcement of a council and its meeting',
  },
  'council.quorum': {
    clause: 'HDA-9',
    origin: 'local',
    kind: 'threshold',
    default: MORE_THAN_HALF,
    zh: '议事会法定人数（占应到会人数）',
    en: 'Quorum of a council, of its due members',
  },
  'council.passing': {
    clause: 'HDA-11.2.1',
    origin: 'text',
    kind: 'threshold',
    default: TWO_THIRDS_OR_MORE,
    floor: TWO_THIRDS_OR_MORE,
    zh: '议事会通过所需赞成人数（占到会人数）',
    en: 'Votes in favour by which a council passes, of the members present',
  },
  'council.tellWithinDays': {
    clause: 'HDA-11.3.3',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '议事会结果告知有关党员群众的期限（天）',
    en: 'Days within which the members and residents concerned are told',
  },
  'council.publishWithinDays': {
    clause: 'HDA-11.3.3',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '议事会结果公示的期限（天）',
    en: 'Days within which the result of a council is published',
  },
  'council.renewNoticeWithinDays': {
    clause: 'HDA-11.1.2',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '议事会改期后重新公告的期限（天）',
    en: 'Days within which an adjourned council is announced again',
  },
  'council.escalateWithinDays': {
    clause: 'HDA-11.2.3a',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '议事会未达成一致意见的议题提交上一级的期限（天）',
    en: 'Days within which an item without agreement is put before the body above',
  },
  'council.fileWithinDays': {
    clause: 'HDA-11.2.2',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '网格议事会通过的议题交社区议事会备案的期限（天）',
    en: 'Days within which what a grid council passed is filed with the community council',
  },
  'council.handOverWithinDays': {
    clause: 'HDA-11.3.1',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '议事会形成的决定提交居民代表会议或居民会议的期限（天）',
    en: 'Days within which what a council passed is put to the assembly',
  },
  'council.answerProblemWithinDays': {
    clause: 'HDA-11.3.2',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '答复议事会成员所提问题和建议的期限（天）',
    en: 'Days within which a problem raised by a member of the council is answered',
  },
  'pwc.noticeClearDays': {
    clause: 'PWR-3.1.6a',
    origin: 'local',
    kind: 'days',
    default: 3,
    least: 1,
    most: 365,
    zh: '党工委会议议题提前通知的天数（通知日和会议日均不计算在内）',
    en: 'Clear days between telling the items of a PWC meeting and the meeting',
  },
  'pwc.quorum': {
    clause: 'PWR-3.1.4a',
    origin: 'text',
    kind: 'threshold',
    default: HALF_OR_MORE,
    floor: HALF_OR_MORE,
    zh: '党工委会议法定人数（占党工委成员）',
    en: 'Quorum of a PWC meeting, of the members',
  },
  'pwc.personnelQuorum': {
    clause: 'PWR-3.1.4b',
    origin: 'text',
    kind: 'threshold',
    default: TWO_THIRDS_OR_MORE,
    floor: TWO_THIRDS_OR_MORE,
    zh: '党工委讨论干部问题的法定人数（占党工委成员）',
    en: 'Quorum of the PWC for personnel, of the members',
  },
  'pwc.passing': {
    clause: 'PWR-3.1.11a',
    origin: 'text',
    kind: 'threshold',
    default: MORE_THAN_HALF,
    floor: MORE_THAN_HALF,
    zh: '党工委会议通过所需赞成人数（占应到会成员）',
    en: 'Votes in favour by which the PWC passes, of the members due',
  },
  'pwc.itemsAtMost': {
    clause: 'PWR-3.1.6b',
    origin: 'local',
    kind: 'count',
    default: 10,
    least: 1,
    most: 100,
    zh: '一次党工委会议的议题数量上限',
    en: 'Items of one PWC meeting at most',
  },
  'pwc.renewNoticeWithinDays': {
    clause: 'PWR-3.1.6a',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '党工委会议改期后重新通知的期限（天）',
    en: 'Days within which an adjourned PWC meeting is told again',
  },
  'pwc.tellAbsentWithinDays': {
    clause: 'PWR-3.1.10b',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '重大问题决定后向缺席成员通报的期限（天）',
    en: 'Days within which an absent member is told of a major matter',
  },
  'pwc.reportEmergencyWithinDays': {
    clause: 'PWR-3.1.13',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '紧急处置后向党工委报告的期限（天）',
    en: 'Days within which an emergency action is reported to the PWC',
  },
  'pwc.minutesWithinDays': {
    clause: 'PWR-3.1.14',
    origin: 'local',
    kind: 'days',
    default: 3,
    least: 1,
    most: 365,
    zh: '党工委会议纪要签发的期限（天）',
    en: 'Days within which the minutes of a PWC meeting are signed',
  },
  'pwc.signWithinDays': {
    clause: 'PWR-3.2.5',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '送签文件签发或退回的期限（天）',
    en: 'Days within which a document submitted for signature is signed or returned',
  },
  'pwc.tellWithinDays': {
    clause: 'PWW-3.1b',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '党工委决定向下级组织和党员传达的期限（天）',
    en: 'Days within which what the PWC decided is told downward',
  },
  'pwc.assignWithinDays': {
    clause: 'PWR-4.4',
    origin: 'local',
    kind: 'days',
    default: 5,
    least: 1,
    most: 365,
    zh: '党工委决定布置落实任务的期限（天）',
    en: 'Days within which tasks are assigned for what the PWC decided',
  },
  'pwc.reconsiderationByHalf': {
    clause: 'PWR-4.2',
    origin: 'local',
    kind: 'count',
    default: 0,
    least: 0,
    most: 1,
    zh: '复议须经半数以上成员提出（0 不要求，1 要求）',
    en: 'Whether half or more of the members must ask for a reconsideration (0 no, 1 yes)',
  },
  'duties.leaderOpinions': {
    clause: 'PWW-1.6',
    origin: 'local',
    kind: 'count',
    default: 4,
    least: 1,
    most: 60,
    zh: '每年了解对领导班子、领导干部意见的次数',
    en: 'Times a year that opinions on leaders are gathered',
  },
  'duties.subordinateReports': {
    clause: 'PWW-2.1.2b',
    origin: 'local',
    kind: 'count',
    default: 4,
    least: 1,
    most: 60,
    zh: '每年听取所属党组织汇报的次数',
    en: 'Times a year that the subordinate organisations are heard',
  },
  'duties.pwcMeetings': {
    clause: 'PWW-2.1.8',
    origin: 'text',
    kind: 'count',
    default: 12,
    least: 1,
    most: 60,
    floor: 12,
    zh: '每年召开党工委会议的次数',
    en: 'PWC meetings a year',
  },
  'duties.partyBuildingMeetings': {
    clause: 'PWW-2.2a',
    origin: 'local',
    kind: 'count',
    default: 0,
    least: 0,
    most: 60,
    zh: '每年召开党建工作会的次数（0 为党工委未决定定期召开）',
    en: 'Party-building meetings a year (0: the PWC has not decided on regular ones)',
  },
  'duties.democraticLifeMeetings': {
    clause: 'PWW-2.3',
    origin: 'local',
    kind: 'count',
    default: 1,
    least: 1,
    most: 60,
    zh: '每年召开民主生活会的次数',
    en: 'Democratic life meetings a year',
  },
  'duties.studySessions': {
    clause: 'PWW-2.4',
    origin: 'local',
    kind: 'count',
    default: 12,
    least: 12,
    most: 60,
    zh: '每年召开中心组学习会的次数（每月不少于一次）',
    en: 'Theory study sessions a year, at least one a month',
  },
  'duties.subordinateAssessments': {
    clause: 'PWW-3.2',
    origin: 'local',
    kind: 'count',
    default: 4,
    least: 1,
    most: 60,
    zh: '每年考核所属党组织的次数',
    en: 'Times a year that the subordinate organisations are assessed',
  },
  'duties.itemSolicitations': {
    clause: 'PWR-3.1.5b',
    origin: 'local',
    kind: 'count',
    default: 12,
    least: 1,
    most: 60,
    zh: '每年书面征询议题的次数',
    en: 'Times a year that items are solicited in writing',
  },
  'duties.opinionsUpward': {
    clause: 'CPO-1.5',
    origin: 'local',
    kind: 'count',
    default: 4,
    least: 1,
    most: 60,
    zh: '每年收集并向上反映意见的次数',
    en: 'Times a year that opinions are passed upward',
  },
  'duties.committeeMeetings': {
    clause: 'CPO-2.2.1',
    origin: 'text',
    kind: 'count',
    default: 12,
    least: 1,
    most: 60,
    floor: 12,
    zh: '每年召开社区党组织委员会会议的次数',
    en: 'Meetings of the Party committee a year',
  },
  'duties.organisationalLifeMeetings': {
    clause: 'CPO-2.2.2',
    origin: 'text',
    kind: 'count',
    default: 2,
    least: 1,
    most: 60,
    floor: 2,
    zh: '每年召开组织生活会的次数',
    en: 'Organisational life meetings a year',
  },
  'duties.jointMeetings': {
    clause: 'CPO-2.2.3',
    origin: 'text',
    kind: 'count',
    default: 4,
    least: 1,
    most: 60,
    floor: 4,
    zh: '每年召开社区工作联席会的次数',
    en: 'Joint meetings a year',
  },
  'duties.planReviews': {
    clause: 'CPO-3.3',
    origin: 'local',
    kind: 'count',
    default: 4,
    least: 1,
    most: 60,
    zh: '每年审定计划执行情况并报告的次数',
    en: 'Times a year that the secretary reviews the plan and reports',
  },
  'duties.membersStudySessions': {
    clause: 'CPO-3.5',
    origin: 'local',
    kind: 'count',
    default: 4,
    least: 1,
    most: 60,
    zh: '每年组织党组织成员学习的次数',
    en: "Sessions of the committee members' study a year",
  },
  'duties.representativesAssemblies': {
    clause: 'LAW-RCL-28',
    origin: 'law',
    kind: 'count',
    default: 2,
    least: 1,
    most: 60,
    floor: 2,
    zh: '每年召开居民代表会议的次数',
    en: "Representatives' assemblies a year",
  },
  'board.days': {
    clause: 'LAW-RCL-34',
    origin: 'law',
    kind: 'days',
    default: 15,
    least: 1,
    most: 365,
    floor: 15,
    zh: '公开栏公示天数（公布日不计算在内）',
    en: 'Full days on the notice board, the day of posting not counted',
  },
  'deadline.remindDaysAhead': {
    clause: null,
    origin: 'local',
    kind: 'days',
    default: 1,
    least: 0,
    most: 30,
    zh: '期限届满前提醒的天数',
    en: 'Days before a deadline at which people are reminded',
  },
} as const satisfies Readonly<Record<string, NumberParameter | ThresholdParameter>>;

/** The name of a parameter. */
export type RulebookKey = keyof typeof RULEBOOK;

/** A value for every parameter: a number, or a threshold where the catalogue says so. */
export type RulebookValues = {
  readonly [Key in RulebookKey]: (typeof RULEBOOK)[Key]['kind'] extends 'threshold' ? Threshold : number;
};

/** The values in force: the organisation's own, which must have passed `checkRulebook`, and the defaults for the rest. */
export function completeRulebook(overrides: Partial<RulebookValues>): RulebookValues {
  const defaults = Object.fromEntries(Object.entries(RULEBOOK).map(([key, parameter]) => [key, parameter.default]));
  return { ...defaults, ...overrides } as RulebookValues;
}

/**
 * Everything that is wrong with an organisation's own values; empty when they may be used. A value below the text's or a
 * law's number is refused with that clause or article [HDA-19]. `params` name the key and, where they apply, the value, the
 * range and the floor; thresholds are written `>1/2` or `>=2/3`.
 */
export function checkRulebook(overrides: Readonly<Record<string, unknown>>): Refusal[] {
  return Object.entries(overrides).flatMap(([key, value]) => {
    if (!Object.hasOwn(RULEBOOK, key)) return [refuse('rulebook.unknown-key', null, { key })];
    const parameter: NumberParameter | ThresholdParameter = RULEBOOK[key as RulebookKey];
    const found =
      parameter.kind === 'threshold' ? checkThreshold(key, value, parameter) : checkNumber(key, value, parameter);
    return found ? [found] : [];
  });
}

function checkNumber(key: string, value: unknown, parameter: NumberParameter): Refusal | null {
  const { clause, origin, least, most, floor } = parameter;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return refuse('rulebook.wrong-type', clause, { key, expected: 'whole number' });
  }
  if (value < least || value > most) return refuse('rulebook.out-of-range', clause, { key, value, least, most });
  if (floor !== undefined && value < floor)
    return refuse('rulebook.below-floor', clause, { key, value, floor, origin });
  return null;
}

function checkThreshold(key: string, value: unknown, parameter: ThresholdParameter): Refusal | null {
  const { clause, origin, floor } = parameter;
  if (!isThreshold(value)) return refuse('rulebook.wrong-type', clause, { key, expected: 'threshold' });
  if (floor === undefined || isAtLeastAsStrict(value, floor)) return null;
  return refuse('rulebook.below-floor', clause, { key, value: written(value), floor: written(floor), origin });
}

function written({ numerator, denominator, strict }: Threshold): string {
  return `${strict ? '>' : '>='}${numerator}/${denominator}`;
}
