import type { PeriodicAction } from '../../domain/periodic-meeting/actions';
import type { Subject } from '../../domain/periodic-meeting/scope';
import type { PeriodicStage } from '../../domain/periodic-meeting/state';
import type { MeetingTypeName } from '../../domain/periodic-meeting/types';
import type { Bilingual } from './bilingual';
import { HELD_MEETING_WORDS } from './duty-year';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** The kind of procedure itself. */
export const PERIODIC_WORDS = w('例行会议', 'Periodic meeting');

const { 'pwc-meeting': _pwcMeeting, 'subordinate-reports': _subordinateReports, ...TYPES } = HELD_MEETING_WORDS;

/** The simpler meetings, by their names. */
export const MEETING_TYPE_WORDS: Readonly<Record<MeetingTypeName, Bilingual>> = TYPES;

/** What a meeting is for [PWW-2.2b, CPO-2.3.1 to CPO-2.3.3]. */
export const SUBJECT_WORDS: Readonly<Record<Subject, Bilingual>> = {
  inform: w('通报党建、建设、管理和服务工作', 'Inform of Party-building, administration and services'),
  exchange: w(
    '交流社区党组织参与社区工作情况',
    'Exchange experience of how community Party organisations take part in community work',
  ),
  coordinate: w('研究协调区域党建重要问题', 'Coordinate important questions of Party-building in the area'),
  mobilise: w('动员社区各方面力量', 'Mobilise everybody in the communities'),
  'higher-documents': w('传达贯彻上级精神，部署近期党建工作', 'Pass on what came from above, plan Party-building'),
  'committee-study': w('组织班子成员学习', "The committee members' study"),
  'party-matters': w('研究党内重大事项', 'Major matters within the Party'),
  'work-reports': w('研究通过工作总结和工作报告', 'Adopt summaries and reports of work'),
  'community-matters': w('研究社区建设工作中的重大问题', 'Major questions of the community'),
  other: w('其他需要提请会议决定的事项', 'Other matters that it has to decide'),
  criticism: w('开展批评与自我批评', 'Criticism and self-criticism'),
  shortcomings: w('查找问题不足', 'Find what is wanting'),
  measures: w('制定整改措施', 'Decide what is done about it'),
  unity: w('统一思想，增强团结', 'Unity'),
  'hear-reports': w('听取工作汇报', 'Hear reports of work'),
  'pressing-questions': w('研究热点、难点问题', 'Pressing and difficult questions'),
  countermeasures: w('讨论对策', 'What to do about them'),
  conflicts: w('协调解决社区矛盾', 'Settle conflicts in the community'),
};

export const PERIODIC_ACTION_WORDS: Readonly<Record<PeriodicAction, Bilingual>> = {
  'issue-notice': w('发出会议通知', 'Issue the notice'),
  'ask-leave': w('请假', 'Ask leave'),
  'record-leave': w('登记请假', 'Record a leave'),
  'check-in': w('登记签到', 'Check in'),
  'leave-early': w('登记早退', 'Record early leaving'),
  'correct-attendance': w('更正签到', 'Correct the attendance'),
  'open-sitting': w('开启会议', 'Open the sitting'),
  'record-point': w('记录发言', 'Record what was said'),
  'record-decision': w('登记决定', 'Record a decision'),
  'record-dissent': w('登记不同意见', 'Record a dissent'),
  'close-sitting': w('结束会议', 'Close the sitting'),
  'file-record': w('提交会议记录', 'File the record'),
  cancel: w('取消会议', 'Cancel the meeting'),
};

export const PERIODIC_STAGE_WORDS: Readonly<Record<PeriodicStage, Bilingual>> = {
  preparing: w('筹备', 'Preparing'),
  noticed: w('已通知，待召开', 'Notice given'),
  sitting: w('会议中', 'Sitting'),
  recording: w('整理记录', 'Writing the record'),
  closed: w('已结束', 'Closed'),
  cancelled: w('已取消', 'Cancelled'),
};

export const PERIODIC_FOLLOWS: Readonly<Partial<Record<PeriodicAction, Bilingual>>> = {
  'issue-notice': w('应到会人员将收到通知。', 'Everybody due is told.'),
  'correct-attendance': w(
    '该成员改为未到会，法定人数随之改变；原登记和更正都留在记录中。',
    'The member counts as not there, and the quorum changes with it; the entry and its correction both stay on record.',
  ),
  'close-sitting': w(
    '会议结束，自动记入本年度职责；记录须按期提交。',
    'It is counted among the duties of the year; its record falls due.',
  ),
  'file-record': w(
    '记录提交后会议办结，不能修改。',
    'With its record the meeting is closed; the record is not changed.',
  ),
  cancel: w('会议取消，不能恢复。', 'The meeting is cancelled for good.'),
};

/** What the page of a simpler meeting calls its parts. */
export const PERIODIC_SHEET_WORDS = {
  rules: w('会议规则', 'Rules of this meeting'),
  type: w('会议种类', 'Kind of meeting'),
  quorumRule: w('法定人数规定', 'Quorum'),
  majorityRule: w('通过规定', 'Majority'),
  localChoice: w('本地约定', 'Local choice'),
  subjects: w('议事范围', 'What it is for'),
  topics: w('会议内容', 'What it is about'),
  delegation: w('书记不能主持的原因', 'Why the secretary does not chair'),
  decisions: w('决定事项', 'Decisions'),
  dissents: w('不同意见', 'Dissents'),
  points: w('发言', 'What was said'),
  record: w('会议记录', 'Record'),
} as const satisfies Readonly<Record<string, Bilingual>>;
