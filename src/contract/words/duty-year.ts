import type { DutyYearAction } from '../../domain/duty-year/actions';
import type { DutyKind, HeldMeeting } from '../../domain/duty-year/catalogue';
import type { DutyYearStage } from '../../domain/duty-year/state';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** The kind of procedure itself. */
export const DUTY_YEAR_WORDS = w('年度职责', 'Duties of a year');

export const DUTY_YEAR_ACTION_WORDS: Readonly<Record<DutyYearAction, Bilingual>> = {
  'file-document': w('登记文件', 'File a document'),
  'explain-overdue': w('说明逾期原因', 'Explain what is overdue'),
  'record-deviation': w('说明理由，不再召开', 'Leave out, with a reason'),
};

export const DUTY_YEAR_STAGE_WORDS: Readonly<Record<DutyYearStage, Bilingual>> = {
  running: w('进行中', 'The year runs'),
  'making-up': w('年度已过，待补办', 'The year is over, something is to be made up'),
  closed: w('已结束', 'Closed'),
};

export const DUTY_YEAR_FOLLOWS: Readonly<Partial<Record<DutyYearAction, Bilingual>>> = {
  'record-deviation': w(
    '该次会议不再要求召开，监督人员会收到通知。',
    'This one is not asked for any more; supervisors are told.',
  ),
};

/** What is owed again and again, as lists of deadlines name it. */
export const PERIODIC_DUTY_WORDS: Readonly<Record<DutyKind, Bilingual>> = {
  'gather-opinions-on-leaders': w(
    '了解对领导班子、领导干部的意见并反映',
    'Gather opinions on leaders and pass them on',
  ),
  'hear-subordinates': w('党工委听取所属党组织工作汇报', 'Hear the subordinate Party organisations at a PWC meeting'),
  'hold-pwc-meeting': w('召开党工委会议', 'Hold a PWC meeting'),
  'hold-party-building-meeting': w('召开党建工作会', 'Hold a Party-building meeting'),
  'hold-democratic-life-meeting': w('召开领导班子民主生活会', 'Hold a democratic life meeting'),
  'hold-study': w('召开中心组学习会', 'Hold a theory study session'),
  'assess-subordinates': w('考核所属党组织', 'Assess the subordinate Party organisations'),
  'plan-items-of-year': w('征询意见并预排全年议题', 'Solicit and plan the items of the year'),
  'solicit-items': w('书面征询近期议题', 'Solicit items in writing'),
  'report-rule-compliance': w('年底报告执行议事决策规则的情况', 'Report on rule compliance at the end of the year'),
  'plan-party-building': w('制定社区党建工作计划', 'Plan Party-building in the community'),
  'sum-up-party-building': w('社区党建工作总结', 'Sum up Party-building in the community'),
  'pass-opinions-upward': w('收集党员群众意见并向上反映', 'Collect opinions and pass them upward'),
  'hold-committee-meeting': w('召开社区党组织委员会会议', 'Hold a meeting of the Party committee'),
  'hold-organisational-life-meeting': w('召开组织生活会', 'Hold an organisational life meeting'),
  'hold-joint-meeting': w('召开社区工作联席会', 'Hold a joint meeting'),
  'review-plan-and-report': w('书记审定计划执行情况并报告', 'The secretary reviews the plan and reports'),
  'hold-members-study': w('组织党组织成员学习', "Hold the committee members' study"),
  'hold-representatives-assembly': w('召开居民代表会议', 'Hold the representatives assembly'),
};

/** The meetings that fulfil them. */
export const HELD_MEETING_WORDS: Readonly<Record<HeldMeeting, Bilingual>> = {
  'pwc-meeting': w('党工委会议', 'PWC meeting'),
  'subordinate-reports': w('党工委会议听取汇报', 'PWC meeting that heard reports'),
  'party-building': w('党建工作会', 'Party-building meeting'),
  'democratic-life': w('民主生活会', 'Democratic life meeting'),
  study: w('中心组学习会', 'Theory study session'),
  committee: w('党组织委员会会议', 'Party committee meeting'),
  'organisational-life': w('组织生活会', 'Organisational life meeting'),
  joint: w('社区工作联席会', 'Joint meeting'),
  'members-study': w('党组织成员学习', "Committee members' study"),
  representatives: w('居民代表会议', "Representatives' assembly"),
};

/** What the page of a year of duties calls its parts. */
export const DUTY_YEAR_SHEET_WORDS = {
  duties: w('职责事项', 'Duties'),
  duty: w('事项', 'Duty'),
  period: w('期间', 'Period'),
  state: w('状态', 'State'),
  fulfilledBy: w('履行记录', 'Fulfilled by'),
  explanation: w('说明', 'Explanation'),
  leftOutLate: w('逾期后才免办', 'Left out only when it was overdue'),
} as const satisfies Readonly<Record<string, Bilingual>>;
