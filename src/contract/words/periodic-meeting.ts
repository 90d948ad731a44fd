import type { PeriodicAction } from '../../domain/periodic-meeting/actions';
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

export const PERIODIC_ACTION_WORDS: Readonly<Record<PeriodicAction, Bilingual>> = {
  'issue-notice': w('发出会议通知', 'Issue the notice'),
  'ask-leave': w('请假', 'Ask leave'),
  'record-leave': w('登记请假', 'Record a leave'),
  'check-in': w('登记签到', 'Check in'),
  'leave-early': w('登记早退', 'Record early leaving'),
  'open-sitting': w('开启会议', 'Open the sitting'),
  'record-point': w('记录发言', 'Record what was said'),
  'record-decision': w('登记决定', 'Record a decision'),
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
  topics: w('会议内容', 'What it is about'),
  delegation: w('书记不能主持的原因', 'Why the secretary does not chair'),
  decisions: w('决定事项', 'Decisions'),
  points: w('发言', 'What was said'),
  record: w('会议记录', 'Record'),
} as const satisfies Readonly<Record<string, Bilingual>>;
