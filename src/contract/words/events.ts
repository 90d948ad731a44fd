import type { CouncilEvent } from '../../domain/council/state';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** What a timeline says of each event. */
const EVENT_WORDS: Readonly<Record<CouncilEvent['type'], Bilingual>> = {
  'council-started': w('启动议事会', 'Council started'),
  'due-list-changed': w('更改应到会名单', 'List of those due changed'),
  'notice-issued': w('发出会议通知', 'Notice issued'),
  'posting-confirmed': w('确认张贴', 'Posting confirmed'),
  'notice-running': w('公告期开始计算', 'Notice period began'),
  'leave-recorded': w('请假', 'Leave recorded'),
  'checked-in': w('签到', 'Checked in'),
  'left-early': w('早退', 'Left early'),
  'guest-admitted': w('列席', 'Guest admitted'),
  recused: w('回避', 'Recused'),
  'sitting-opened': w('开启会议', 'Sitting opened'),
  'sitting-adjourned': w('改期再议', 'Adjourned'),
  'statement-recorded': w('记录发言', 'Statement recorded'),
  'vote-opened': w('提交表决', 'Put to the vote'),
  'vote-closed': w('宣布表决结果', 'Result announced'),
  'item-referred': w('提交上级研究', 'Referred to the body above'),
  'sitting-closed': w('结束会议', 'Sitting closed'),
  'telling-recorded': w('告知有关人员', 'Those concerned told'),
  'result-published': w('公示结果', 'Result published'),
  'publication-taken-down': w('公示期满撤下', 'Taken down'),
  'passed-items-filed': w('报社区议事会备案', 'Filed with the community council'),
  'item-escalated': w('提交上级讨论决定', 'Put before the body above'),
  'settlement-received': w('收到上级决定', 'Decision from above received'),
  'item-returned': w('缓办到期，重新列入议程', 'Postponement over, back on the agenda'),
  'handed-to-assembly': w('提交居民代表会议或居民会议', 'Put to the assembly'),
  'hearing-noted': w('登记听证情况', 'Hearing noted'),
  'task-assigned': w('布置任务', 'Task assigned'),
  'progress-reported': w('报告进展', 'Progress reported'),
  'task-withdrawn': w('撤回任务', 'Task withdrawn'),
  'task-completed': w('任务完成', 'Task completed'),
  'problem-raised': w('提出问题或建议', 'Problem or suggestion raised'),
  'problem-answered': w('答复问题', 'Problem answered'),
  'board-period-over': w('公示期满，尚有事项待办', 'Off the board, with something left to do'),
  'council-closed': w('议事会结束', 'Council closed'),
  'council-cancelled': w('取消议事会', 'Council cancelled'),
  'deadline-set': w('设定期限', 'Deadline set'),
  'deadline-moved': w('期限变更', 'Deadline moved'),
  'deadline-paused': w('期限中止计算', 'Deadline paused'),
  'posting-corrected': w('更正张贴日期', 'Posting corrected'),
  'attendance-corrected': w('更正签到', 'Attendance corrected'),
  'vote-corrected': w('更正表决结果', 'Result corrected'),
  'officers-changed': w('更换主持人或记录人', 'Chair or recorder changed'),
  'taken-over': w('由纸质程序接续', 'Taken over from paper'),
  'council-suspended': w('程序中止', 'Suspended'),
  'council-resumed': w('程序恢复', 'Resumed'),
  'publication-removed-early': w('公示提前撤下', 'Taken down too early'),
  'deadline-told': w('期限提醒', 'Told of a deadline'),
  'deadline-met': w('期限事项已办', 'Deadline met'),
  'deadline-voided': w('期限不再适用', 'Deadline no longer applies'),
};

/** The words for an event, or its own name where none are known. */
export function eventWords(type: string): Bilingual {
  return (EVENT_WORDS as Readonly<Record<string, Bilingual>>)[type] ?? w(type, type);
}
