import { word, type RefusalWords } from './refusal-words';

/** Agendas, the body above and carrying out: HDA-11.2.2, HDA-11.2.3 and HDA-11.3. */
export const councilAfterwardsRefusals = {
  'council.wrong-level': word(
    '议事会只在社区或网格召开',
    'A council sits in a community or a grid',
    '议事会由社区党组织、居委会召集（{clause}），请选择社区或网格。',
    'A council is convened in a community or one of its grids ({clause}). Choose one of these.',
  ),
  'agenda.unknown-item': word(
    '议程中没有这个议题',
    'No such item on the agenda',
    '本组织的议程中没有这个议题，请从议程列表中选择。',
    "The organisation's agenda has no such item. Choose one from its list.",
  ),
  'agenda.not-open': word(
    '该议题已列入其他会议或已有结果',
    'Taken up already, or settled',
    '这个议题已列入另一次会议或已有结果，不能重复讨论。',
    'Another meeting has taken this item up, or it is settled.',
  ),
  'agenda.not-yet': word(
    '缓办期未到',
    'Postponed until later',
    '这个议题缓办至 {openFrom}（{clause}），届时再列入会议。',
    'This item is postponed until {openFrom} ({clause}). Take it up from that day on.',
  ),
  'agenda.decided-out-of-time': word(
    '决定日期不正确',
    'The day is not possible',
    '决定日期 {decidedOn} 须在 {from} 至 {to} 之间（{clause}）。',
    'The day {decidedOn} must lie between {from} and {to} ({clause}).',
  ),
  'council.nothing-to-publish': word(
    '没有需要公示的结果',
    'Nothing to publish',
    '目前的结果均已公示（{clause}）。',
    'Every result so far has been published ({clause}).',
  ),
  'council.nothing-to-file': word(
    '没有需要备案的议题',
    'Nothing to file',
    '网格议事会通过的议题才报社区议事会备案，目前没有未备案的（{clause}）。',
    'Passed items of a grid council are filed with the community council; none is left ({clause}).',
  ),
  'council.nothing-to-escalate': word(
    '没有需要提交上级的议题',
    'Nothing to put before the body above',
    '未达成一致意见的议题才提交上级，目前没有未提交的（{clause}）。',
    'Items without agreement go before the body above; none is left ({clause}).',
  ),
  'council.nothing-to-hand-over': word(
    '没有需要提交的决定',
    'Nothing to put to the assembly',
    '社区议事会通过的议题才提交居民代表会议或居民会议，目前没有未提交的（{clause}）。',
    'Passed items of a community council are put to the assembly; none is left ({clause}).',
  ),
  'council.item-not-to-hand-over': word(
    '该议题不需要提交',
    'Not an item to put to the assembly',
    '只提交已通过且尚未提交的议题（{clause}）。',
    'Only passed items that were not handed over yet are put to the assembly ({clause}).',
  ),
  'council.not-handed-over': word(
    '决定尚未提交居民代表会议或居民会议',
    'Not yet put to the assembly',
    '议事会的决定先提交居民代表会议或居民会议（{clause}），登记后再布置任务。',
    'What a council decides is first put to the assembly ({clause}). Record that, then assign tasks.',
  ),
  'council.nothing-to-carry-out': word(
    '该议题没有通过',
    'Not passed',
    '只有通过的议题才布置任务、提出办理中的问题（{clause}）。',
    'Only passed items are carried out and watched ({clause}).',
  ),
  'council.task-due-in-the-past': word(
    '完成期限已过',
    'The day has passed',
    '完成期限 {dueOn} 不能早于今天 {today}（{clause}）。',
    'The task cannot be due on {dueOn}, before today, {today} ({clause}).',
  ),
  'council.no-open-task': word(
    '没有可以报告的任务',
    'No open task',
    '没有由您负责且尚未完成的这项任务（{clause}）。',
    'No such task is open and yours to report on ({clause}).',
  ),
  'council.done-in-the-future': word(
    '完成日期未到',
    'The day lies ahead',
    '{doneOn} 还没有到，请填写实际完成的日期（{clause}）。',
    '{doneOn} has not come yet. Give the day on which it was really done ({clause}).',
  ),
  'council.no-open-problem': word(
    '没有待答复的问题',
    'No open problem',
    '没有这个待答复的问题或建议（{clause}）。',
    'No such problem or suggestion waits for an answer ({clause}).',
  ),
} as const satisfies Readonly<Record<string, RefusalWords>>;
