import type { Bilingual } from './bilingual';
import { PERIODIC_DUTY_WORDS } from './duty-year';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** What is owed, as lists of deadlines and notices name it. */
export const DUTY_WORDS: Readonly<Record<string, Bilingual>> = {
  ...PERIODIC_DUTY_WORDS,
  'post-notice': w('张贴会议公告', 'Post the notice'),
  'hold-sitting': w('召开公告的会议', 'Hold the announced sitting'),
  'close-sitting': w('结束会议或改期', 'Close the sitting or adjourn it'),
  'renew-notice': w('改期后重新通知', 'Issue a new notice'),
  'tell-concerned': w('告知有关党员群众', 'Tell those concerned'),
  'publish-result': w('公示结果', 'Publish the result'),
  'file-passed': w('将通过的议题报社区议事会备案', 'File what passed with the community council'),
  escalate: w('将未达成一致意见的议题提交上级', 'Put what was not agreed on before the body above'),
  'hand-to-assembly': w('将决定提交居民代表会议或居民会议', 'Put the decision to the assembly'),
  'carry-out-task': w('完成任务', 'Carry out the task'),
  'hold-periodic-meeting': w('召开已通知的会议', 'Hold the meeting that was told of'),
  'file-record': w('提交会议记录', 'File the record of the meeting'),
  'hold-meeting': w('召开党工委会议', 'Hold the PWC meeting'),
  'circulate-papers': w('分送会议材料', 'Circulate the papers'),
  'sign-minutes': w('签发会议纪要', 'Sign the minutes'),
  'sign-document': w('签发或退回文件', 'Sign or return the document'),
  'revise-document': w('修改退回的文件', 'Revise the returned document'),
  'tell-downward': w('向下级组织和党员传达决定', 'Tell the decision downward'),
  'assign-task': w('布置落实任务', 'Assign a task'),
  'inform-absent': w('向缺席成员通报', 'Tell the absent members'),
  'answer-problem': w('答复议事会成员的问题和建议', "Answer a member's problem or suggestion"),
};

/** The words for a duty, or its own name where none are known. */
export function dutyWords(kind: string): Bilingual {
  return DUTY_WORDS[kind] ?? w(kind, kind);
}
