import type { DutyState, MoveCause } from '../../domain/procedure/deadline';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** What the page of a council calls its parts. */
export const SHEET_WORDS = {
  topic: w('议题来源和范围', 'The topic'),
  source: w('议题来源', 'Where it comes from'),
  sourceNote: w('征求意见情况', 'The opinion soliciting'),
  category: w('议事内容类别', 'Subject'),
  broadInterest: w('涉及社区广大群众利益', 'Of broad interest'),
  narrowReason: w('不涉及的理由', 'Why it is not'),
  notice: w('会议通知和公告', 'Notice'),
  meetingAt: w('会议时间', 'Meeting time'),
  place: w('会议地点', 'Place'),
  earliestAt: w('最早可开会时间', 'Earliest lawful time'),
  posting: w('公告平台', 'Channel'),
  location: w('张贴位置', 'Where'),
  postedOn: w('张贴日期', 'Posted on'),
  photo: w('照片', 'Photo'),
  people: w('人员', 'People'),
  chair: w('主持人', 'Chair'),
  deputy: w('受委托主持人', 'Deputy by delegation'),
  recorder: w('记录人', 'Recorder'),
  quorum: w('法定人数', 'Quorum'),
  name: w('姓名', 'Name'),
  capacity: w('参会身份', 'Capacity'),
  attendance: w('到会情况', 'Attendance'),
  dueMembers: w('应到会人员', 'Due members'),
  guests: w('列席人员', 'Guests'),
  due: w('应到', 'Due'),
  present: w('到会', 'Present'),
  absent: w('未签到', 'Not checked in'),
  onLeave: w('请假', 'On leave'),
  leftEarly: w('早退', 'Left early'),
  items: w('议题', 'Agenda items'),
  description: w('说明', 'Description'),
  outcome: w('结果', 'Outcome'),
  decidedOn: w('决定日期', 'Decided on'),
  postponedUntil: w('缓办至', 'Postponed to'),
  recused: w('回避', 'Recused'),
  statements: w('发言', 'Statements'),
  votes: w('表决', 'Votes'),
  question: w('表决事项', 'Question'),
  method: w('表决方式', 'Method'),
  counts: w('计票', 'Counts'),
  arithmetic: w('计算', 'Arithmetic'),
  voteOpen: w('正在表决', 'Voting is open'),
  escalation: w('提交上级', 'Put before the body above'),
  settlement: w('上级决定', 'Decision from above'),
  reference: w('文号', 'Number'),
  filedOn: w('备案日期', 'Filed on'),
  hearing: w('听证', 'Hearing'),
  noHearing: w('不需要听证的理由', 'Why no hearing is needed'),
  handedOverOn: w('提交居民（代表）会议', 'Put to the assembly on'),
  afterwards: w('告知、公示和落实', 'Telling, publishing, carrying out'),
  tellings: w('告知', 'Tellings'),
  audience: w('告知对象', 'Whom'),
  toldOn: w('告知日期', 'On'),
  how: w('方式', 'How'),
  papers: w('公示', 'Papers on the board'),
  publishedOn: w('公示日期', 'Published on'),
  takeDownOn: w('公示至', 'On the board until'),
  state: w('状态', 'State'),
  hanging: w('公示中', 'On the board'),
  down: w('已撤下', 'Taken down'),
  downEarly: w('提前撤下', 'Taken down too early'),
  late: w('逾期公示', 'Late'),
  tasks: w('任务', 'Tasks'),
  what: w('内容', 'What'),
  responsible: w('责任人', 'Responsible'),
  dueOn: w('期限', 'Due on'),
  withdrawn: w('已撤回', 'Withdrawn'),
  doneOn: w('完成日期', 'Done on'),
  progress: w('进展', 'Progress'),
  problems: w('问题和建议', 'Problems and suggestions'),
  raisedBy: w('提出人', 'Raised by'),
  answer: w('答复', 'Answer'),
  suspension: w('程序已中止', 'Suspended'),
  since: w('中止时间', 'Since'),
  reason: w('理由', 'Reason'),
  cancelReason: w('取消理由', 'Why it was cancelled'),
  end: w('中止和取消', 'Suspension and cancelling'),
  yes: w('是', 'Yes'),
  no: w('否', 'No'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How a deadline stands. */
export const DUTY_STATUS_WORDS: Readonly<Record<DutyState['status'], Bilingual>> = {
  open: w('未到期', 'Open'),
  overdue: w('已逾期', 'Overdue'),
  paused: w('中止计算', 'Paused'),
  met: w('已办', 'Met'),
  void: w('不再适用', 'No longer applies'),
};

/** Why a deadline was moved. */
export const MOVE_CAUSE_WORDS: Readonly<Record<MoveCause, Bilingual>> = {
  extended: w('批准延期', 'Extended'),
  suspended: w('程序中止', 'Suspended'),
  calendar: w('节假日安排变更', 'The calendar changed'),
};

/** The counts of a vote in one line. */
export function countsWords(counts: { inFavour: number; against: number; abstained: number }): Bilingual {
  const { inFavour, against, abstained } = counts;
  return {
    zh: `赞成 ${inFavour}，反对 ${against}，弃权 ${abstained}`,
    en: `In favour ${inFavour}, against ${against}, abstained ${abstained}`,
  };
}
