import type { DatedField } from '../../domain/council/decide/takeover';
import type { CouncilAction } from '../../domain/council/actions';
import type {
  Category,
  Channel,
  Choice,
  CouncilStage,
  ItemOutcome,
  Telling,
  TopicSource,
  VoteMethod,
} from '../../domain/council/state';
import type { Question } from '../../domain/council/vote';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** The kind of procedure itself. */
export const COUNCIL_WORDS = w('议事会', 'Deliberation Council');

/** What the buttons say: verb and noun. */
export const COUNCIL_ACTION_WORDS: Readonly<Record<CouncilAction, Bilingual>> = {
  'issue-notice': w('发出会议通知', 'Issue the notice'),
  'confirm-posting': w('确认张贴', 'Confirm a posting'),
  'ask-leave': w('请假', 'Ask leave'),
  'record-leave': w('登记请假', 'Record a leave'),
  recuse: w('申请回避', 'Recuse yourself'),
  'record-recusal': w('登记回避', 'Record a recusal'),
  'check-in': w('登记签到', 'Check in'),
  'correct-posting': w('更正张贴日期', 'Correct a posting'),
  'correct-attendance': w('更正签到', 'Correct the attendance'),
  'change-officers': w('更换主持人或记录人', 'Change chair or recorder'),
  'leave-early': w('登记早退', 'Record early leaving'),
  'admit-guest': w('登记列席', 'Admit a guest'),
  'open-sitting': w('开启会议', 'Open the sitting'),
  adjourn: w('改期再议', 'Adjourn'),
  'record-statement': w('记录发言', 'Record a statement'),
  'put-to-vote': w('提交表决', 'Put to the vote'),
  'cast-ballot': w('投票', 'Cast your vote'),
  'enter-ballot': w('登记个人意见', 'Enter a vote by name'),
  'close-vote': w('结束表决并宣布结果', 'Close the vote and announce'),
  'correct-tally': w('更正计票', 'Correct a tally'),
  'refer-item': w('提交上级研究', 'Refer to the body above'),
  'close-sitting': w('结束会议', 'Close the sitting'),
  'record-telling': w('登记告知', 'Record the telling'),
  'publish-result': w('公示结果', 'Publish the result'),
  'record-removal': w('登记公示提前撤下', 'Record an early removal'),
  'extend-deadline': w('批准延期', 'Approve an extension'),
  suspend: w('中止程序', 'Suspend'),
  resume: w('恢复程序', 'Resume'),
  'file-passed': w('报社区议事会备案', 'File with the community council'),
  escalate: w('提交上级讨论决定', 'Put before the body above'),
  'hand-to-assembly': w('提交居民代表会议或居民会议', 'Put to the assembly'),
  'assign-task': w('布置任务', 'Assign a task'),
  'report-progress': w('报告进展', 'Report progress'),
  'withdraw-task': w('撤回任务', 'Withdraw a task'),
  'complete-task': w('登记完成', 'Complete a task'),
  'raise-problem': w('提出问题或建议', 'Raise a problem or suggestion'),
  'answer-problem': w('答复问题', 'Answer a problem'),
  cancel: w('取消议事会', 'Cancel the council'),
};

export const COUNCIL_STAGE_WORDS: Readonly<Record<CouncilStage, Bilingual>> = {
  draft: w('准备', 'Draft'),
  posting: w('张贴公告', 'Posting'),
  waiting: w('公告期', 'Notice period'),
  sitting: w('会议中', 'Sitting'),
  adjourned: w('已改期，待重新通知', 'Adjourned, a new notice is due'),
  'following-up': w('告知与公示', 'Telling and publishing'),
  'on-board': w('公示中', 'On the board'),
  completing: w('待办结', 'Completing'),
  closed: w('已结束', 'Closed'),
  cancelled: w('已取消', 'Cancelled'),
};

/** HDA-11.1.1: whose opinion soliciting a topic comes from. */
export const SOURCE_WORDS: Readonly<Record<TopicSource, Bilingual>> = {
  'party-organisation': w('社区党组织征求意见', 'Opinion soliciting by the Party organisation'),
  hearing: w('社区听证会征求意见', 'Opinion soliciting by a hearing'),
};

/** HDA-10.1 … HDA-10.6 in brief. */
export const CATEGORY_WORDS: Readonly<Record<Category, Bilingual>> = {
  'HDA-10.1': w('自治章程、居民公约等制度', "Residents' charters and compacts"),
  'HDA-10.2': w('救灾救济、扶贫助残款物发放', 'Relief funds and goods'),
  'HDA-10.3': w('上级政策、重点工作的落实方案', 'How policies and key tasks are carried out'),
  'HDA-10.4': w('楼院管理、设施、环境等公共事务', 'Public affairs: buildings, facilities, environment'),
  'HDA-10.5': w('居民反映集中的重点、难点、热点', 'Matters that many residents raise'),
  'HDA-10.6': w('多数居民认为应纳入决策的事项', 'Other matters that most residents want decided'),
};

export const CHANNEL_WORDS: Readonly<Record<Channel, Bilingual>> = {
  window: w('宣传橱窗', 'Display window'),
  'party-board': w('党务公开栏', 'Party affairs board'),
  'residents-board': w('居务公开栏', "Residents' affairs board"),
  blackboard: w('黑板报', 'Blackboard'),
  sms: w('手机短信', 'Text message'),
  online: w('网络平台', 'Online'),
};

export const QUESTION_WORDS: Readonly<Record<Question, Bilingual>> = {
  adopt: w('是否通过', 'Adopt'),
  drop: w('不办', 'Drop'),
  postpone: w('缓办', 'Postpone'),
};

export const METHOD_WORDS: Readonly<Record<VoteMethod, Bilingual>> = {
  oral: w('口头', 'Oral'),
  'show-of-hands': w('举手', 'Show of hands'),
  'open-ballot': w('记名投票', 'Open ballot'),
};

export const CHOICE_WORDS: Readonly<Record<Choice, Bilingual>> = {
  'in-favour': w('赞成', 'In favour'),
  against: w('反对', 'Against'),
  abstain: w('弃权', 'Abstain'),
};

export const OUTCOME_WORDS: Readonly<Record<ItemOutcome, Bilingual>> = {
  adopted: w('通过', 'Adopted'),
  dropped: w('不办', 'Dropped'),
  postponed: w('缓办', 'Postponed'),
  referred: w('回避后人数不足，提交上级研究', 'Referred: recusals left no quorum'),
  'no-agreement': w('未达成一致意见', 'No agreement'),
};

/** What was dated when a council begun on paper was taken over. */
export const PAPER_FIELD_WORDS: Readonly<Record<DatedField, Bilingual>> = {
  'notice.issuedAt': w('通知时间', 'The notice'),
  'notice.postings': w('张贴日期', 'A posting'),
  'sitting.openedAt': w('会议开始时间', 'The opening of the sitting'),
  'sitting.closedAt': w('会议结束时间', 'The end of the sitting'),
};

/** HDA-11.3.3: how those concerned are told. */
export const TELLING_WORDS: Readonly<Record<Telling['how'], Bilingual>> = {
  written: w('书面公示', 'In writing'),
  oral: w('口头告知', 'Orally'),
};
