import type { MeetingAction } from '../../domain/pwc-meeting/actions';
import type {
  Dissent,
  Finding,
  ItemOutcome,
  MeetingStage,
  PersonnelStep,
  VoteMethod,
} from '../../domain/pwc-meeting/state';
import type { DocumentKind, SigningOffice, SignedDocument } from '../../domain/pwc/documents';
import type { Position } from '../../domain/pwc/positions';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** The kind of procedure itself. */
export const MEETING_WORDS = w('党工委会议', 'PWC Meeting');

/** What the buttons say: verb and noun. */
export const MEETING_ACTION_WORDS: Readonly<Record<MeetingAction, Bilingual>> = {
  'delegate-chair': w('委托副书记主持', 'Delegate the chair'),
  'change-recorder': w('更换记录人', 'Change the recorder'),
  'update-roster': w('按名册更新成员', 'Update from the roster'),
  'fix-agenda': w('确定议题', 'Fix the agenda'),
  'issue-notice': w('发出会议通知', 'Issue the notice'),
  'add-late-item': w('临时增加议题', 'Add a late item'),
  'withdraw-item': w('撤下议题', 'Take an item off'),
  'circulate-papers': w('分送材料', 'Circulate papers'),
  'confirm-reading': w('确认已阅', 'Confirm reading'),
  'ask-leave': w('请假', 'Ask leave'),
  'record-leave': w('登记请假', 'Record a leave'),
  'give-opinion': w('提交书面意见', 'Give a written opinion'),
  'invite-guest': w('登记列席', 'Invite a guest'),
  recuse: w('申请回避', 'Recuse yourself'),
  'record-recusal': w('登记回避', 'Record a recusal'),
  'check-in': w('登记签到', 'Check in'),
  'leave-early': w('登记早退', 'Record early leaving'),
  'correct-attendance': w('更正签到', 'Correct the attendance'),
  'open-sitting': w('开启会议', 'Open the sitting'),
  adjourn: w('改期再议', 'Adjourn'),
  'report-consultation': w('汇报酝酿情况', 'Report the consultation'),
  'record-statement': w('记录发言', 'Record a statement'),
  'sum-up': w('汇总讨论意见', 'Sum up'),
  'inform-absent': w('征求缺席成员意见或通报', 'Consult or tell an absent member'),
  'put-to-vote': w('提交表决', 'Put to the vote'),
  'enter-ballot': w('登记个人意见', 'Enter a vote by name'),
  'close-vote': w('结束表决并宣布结果', 'Close the vote and announce'),
  'defer-item': w('分歧较大，缓议', 'Defer: opinions differ widely'),
  'note-item': w('听取，不表决', 'Hear without a vote'),
  'refer-item': w('提请区委决定', 'Refer to the district'),
  'close-sitting': w('结束会议', 'Close the sitting'),
  'draft-document': w('起草文件送签', 'Draft a document for signature'),
  'revise-document': w('修改退回的文件', 'Revise a returned document'),
  'withdraw-document': w('撤回文件', 'Withdraw a document'),
  'delegate-signature': w('委托签发', 'Delegate a signature'),
  'return-document': w('退回文件', 'Return a document'),
  'sign-document': w('签发文件', 'Sign a document'),
  'tell-downward': w('登记传达', 'Record that it was passed on'),
  'enter-district-decision': w('登记区委决定', 'Enter what the district decided'),
  'assign-task': w('布置任务', 'Assign a task'),
  'note-no-task': w('登记无需布置任务', 'Note that no task is needed'),
  'report-progress': w('报告进展', 'Report progress'),
  'complete-task': w('登记完成', 'Complete a task'),
  'withdraw-task': w('撤回任务', 'Withdraw a task'),
  'record-dissent': w('登记不同意见', 'Record a dissent'),
  'record-finding': w('登记区委对违规决定的认定', 'Enter a finding of the district'),
  'reopen-item': w('同意复议', 'Consent to a reconsideration'),
  cancel: w('取消会议', 'Cancel the meeting'),
};

export const MEETING_STAGE_WORDS: Readonly<Record<MeetingStage, Bilingual>> = {
  'fixing-agenda': w('确定议题', 'Fixing the agenda'),
  noticed: w('已通知，待召开', 'Notice given'),
  sitting: w('会议中', 'Sitting'),
  adjourned: w('已改期，待重新通知', 'Adjourned, a new notice is due'),
  documenting: w('形成纪要', 'Minutes'),
  'carrying-out': w('落实和督办', 'Carrying out'),
  closed: w('已结束', 'Closed'),
  cancelled: w('已取消', 'Cancelled'),
};

/** What follows from an act that is not undone at will: said before it is done. */
export const MEETING_FOLLOWS: Readonly<Partial<Record<MeetingAction, Bilingual>>> = {
  'issue-notice': w('党工委成员和记录人将收到通知。', 'The members and the recorder are told.'),
  'correct-attendance': w(
    '该成员改为未到会，法定人数随之改变；原登记和更正都留在记录中。',
    'The member counts as not there, and the quorum changes with it; the entry and its correction both stay on record.',
  ),
  'open-sitting': w(
    '会议开始，应到会成员以当日名册为准；此后才能表决。',
    'The sitting begins with the roster of today as those due; votes come after it.',
  ),
  adjourn: w('已决定的事项有效，其余须重新发出通知才能再开。', 'What was decided stands; the rest needs a new notice.'),
  'put-to-vote': w(
    '表决开启，表决人为此刻到会且没有回避的成员。一次只表决一项、一人。',
    'The vote opens for those present now and not recused. One item, one person at a time.',
  ),
  'close-vote': w(
    '按应到会成员人数计算是否通过，当场宣布，不能更改。',
    'The result is counted from the members due and announced; it is not changed afterwards.',
  ),
  'defer-item': w(
    '议题暂缓作出决定，自动列入下一次会议。',
    "No decision is taken; the item is on the next meeting's agenda by itself.",
  ),
  'withdraw-item': w('议题退回议程，可列入以后的会议。', 'The item goes back on the agenda for a later meeting.'),
  'close-sitting': w(
    '会议结束，不能再表决。纪要须按期签发。',
    'The sitting ends; nothing more is put. The minutes fall due.',
  ),
  'refer-item': w('本次会议不表决该议题，由区委决定。', 'The item is not voted on here; the district decides.'),
  'withdraw-document': w('文件不再签发，不能恢复。', 'The document is signed no more.'),
  'sign-document': w('签发后不能修改。', 'A signed document is not changed.'),
  'return-document': w(
    '文件退回起草人，已有的签名作废。',
    'The document goes back to its drafter; signatures until now are void.',
  ),
  'reopen-item': w(
    '议题重新列入议程，原决议在复议前仍须执行。',
    'The item is on the agenda again; until then the resolution is carried out.',
  ),
  cancel: w(
    '会议取消，未决定的议题退回议程。',
    'The meeting is cancelled for good; its open items go back on the agenda.',
  ),
};

export const PAPER_METHOD_WORDS: Readonly<Record<VoteMethod, Bilingual>> = {
  oral: w('口头', 'Oral'),
  'show-of-hands': w('举手', 'Show of hands'),
  'paper-ballot': w('无记名票决', 'Ballot on paper'),
};

/** PWR-3.1.11f */
export const STEP_WORDS: Readonly<Record<PersonnelStep, Bilingual>> = {
  recommend: w('推荐', 'Recommend'),
  nominate: w('提名', 'Nominate'),
  appoint: w('任用', 'Appoint'),
  remove: w('免职', 'Remove'),
  reward: w('奖励', 'Reward'),
  punish: w('惩处', 'Punish'),
};

/** PWR-3.2.1 to PWR-3.2.5 */
export const DOCUMENT_WORDS: Readonly<Record<DocumentKind, Bilingual>> = {
  'upward-important': w('上报的重要请示、报告', 'Important request or report to the district'),
  'upward-area': w('上报的某方面工作文件', 'Document to the district on one area'),
  joint: w('党工委、办事处联合行文', 'Joint document of the committee and the office'),
  minutes: w('会议纪要', 'Minutes'),
  'decision-notice': w('决定事项通知、批复', 'Decision notice or reply'),
};

export const DOCUMENT_STATUS_WORDS: Readonly<Record<SignedDocument['status'], Bilingual>> = {
  submitted: w('待签发', 'To be signed'),
  returned: w('已退回', 'Returned'),
  signed: w('已签发', 'Signed'),
  withdrawn: w('已撤回', 'Withdrawn'),
};

export const SIGNING_OFFICE_WORDS: Readonly<Record<SigningOffice, Bilingual>> = {
  secretary: w('书记', 'Secretary'),
  director: w('主任', 'Director'),
};

export const POSITION_WORDS: Readonly<Record<Position, Bilingual>> = {
  secretary: w('书记', 'Secretary'),
  deputy: w('副书记', 'Deputy secretary'),
  member: w('委员', 'Member'),
};

export const MEETING_OUTCOME_WORDS: Readonly<Record<ItemOutcome, Bilingual>> = {
  adopted: w('通过', 'Adopted'),
  'partly-adopted': w('部分通过', 'Adopted for some'),
  'not-adopted': w('未通过', 'Not adopted'),
  noted: w('已听取', 'Heard'),
  referred: w('回避后不足法定人数，提请区委决定', 'Referred to the district: recusals left no quorum'),
  deferred: w('缓议，列入下次会议', 'Deferred to the next meeting'),
  withdrawn: w('撤下', 'Taken off'),
};

/** PWR-4.3 */
export const DISSENT_WORDS: Readonly<Record<Dissent['route'], Bilingual>> = {
  inside: w('内部保留', 'Kept inside'),
  upward: w('向上级反映', 'Sent upward'),
};

/** PWR-5.2: what a decision against the rules did, and what it leads to. */
export const EFFECT_WORDS: Readonly<Record<Finding['effect'], Bilingual>> = {
  none: w('未造成严重后果或恶劣影响', 'Neither serious consequences nor a bad influence'),
  'serious-consequences': w('造成严重后果', 'Serious consequences'),
  'bad-influence': w('产生恶劣影响', 'A bad influence'),
};
export const CONSEQUENCE_WORDS: Readonly<Record<Finding['consequence'], Bilingual>> = {
  correction: w('由区委批评纠正', 'The district committee criticises and corrects'),
  responsibility: w('追究相关领导责任', 'Responsibility of the leaders concerned'),
};
export const SEVERITY_WORDS = { severe: w('情节严重', 'Severe'), minor: w('情节较轻', 'Minor') };

/** What the district committee makes of what was referred to it. */
export const DISTRICT_WORDS = { adopted: w('同意', 'Adopted'), dropped: w('不同意', 'Dropped') };

/** PWR-3.1.10b */
export const INFORMED_WORDS = {
  before: w('事先征求意见', 'Asked beforehand'),
  after: w('事后通报', 'Told afterwards'),
};

/** What the page of a meeting calls its parts. */
export const MEETING_SHEET_WORDS = {
  notice: w('会议通知', 'Notice'),
  meetingAt: w('会议时间', 'Meeting time'),
  place: w('会议地点', 'Place'),
  adHoc: w('临时召开', 'Called ad hoc'),
  people: w('人员', 'People'),
  members: w('应到会成员', 'Members due'),
  position: w('职务', 'Seat'),
  delegate: w('受委托主持', 'Chair by delegation'),
  recorder: w('记录人', 'Recorder'),
  quorum: w('法定人数', 'Quorum'),
  guests: w('列席人员', 'Guests'),
  items: w('议题', 'Agenda items'),
  category: w('类别', 'Subject'),
  isMajor: w('重大问题', 'Major'),
  isUrgent: w('紧急事项', 'Urgent'),
  circulatedOn: w('材料分送', 'Papers circulated'),
  clearedBy: w('材料审阅', 'Papers cleared by'),
  replaced: w('替代的决定', 'Decision in its place'),
  withoutRecused: w(
    '回避成员不计入应到会人数时结果相反',
    'With the recused left out the result would be the other way round',
  ),
  sittings: w('历次会议', 'Sittings'),
  opened: w('开始时间', 'Opened at'),
  readBy: w('已阅', 'Read by'),
  lateReason: w('临时增加的理由', 'Why it was added late'),
  consultation: w('酝酿情况', 'Prior consultation'),
  candidates: w('人选', 'Persons'),
  opinions: w('书面意见（不计票）', 'Written opinions, not counted'),
  summary: w('汇总意见', 'Summary'),
  informed: w('缺席成员', 'Absent members'),
  toldOn: w('传达日期', 'Told on'),
  noTask: w('无需布置任务的理由', 'Why no task is needed'),
  dissents: w('不同意见', 'Dissents'),
  reopenedOn: w('同意复议', 'Reconsideration granted'),
  documents: w('文件', 'Documents'),
  kind: w('种类', 'Kind'),
  text: w('正文', 'Text'),
  signatures: w('签发', 'Signed'),
  returned: w('退回理由', 'Returned because'),
  firstResponsible: w('第一责任人', 'First responsible'),
  coordinator: w('牵头协调人', 'Coordinator'),
  findings: w('区委认定的违规决定', 'Decisions found wrong by the district'),
  finding: w('认定', 'Finding'),
  consequence: w('处理', 'What it leads to'),
  foundOn: w('认定日期和文号', 'Found on, number'),
  leads: w('擅自变更决议的线索', 'Attempts to change a resolution'),
  by: w('人员', 'Who'),
  when: w('时间', 'When'),
  act: w('行为', 'What'),
  wholeItem: w('是否通过', 'Adopt'),
} as const satisfies Readonly<Record<string, Bilingual>>;
