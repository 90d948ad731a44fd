import { word, type RefusalWords } from './refusal-words';

/** What is owed again and again. */
export const dutyYearRefusals = {
  'duties.wrong-level': word(
    '不是街道或社区',
    'Neither a subdistrict nor a community',
    '年度职责属于街道和社区，请选择街道或社区。',
    'Duties of a year belong to subdistricts and communities. Choose one of them.',
  ),
  'duties.not-owed': word(
    '不是待登记的事项',
    'Not owed',
    '这一事项已完成或者不存在，请从列表中选择。',
    'This is fulfilled, or there is no such duty. Choose from the list.',
  ),
  'duties.by-meeting': word(
    '须以会议履行',
    'Fulfilled by a meeting',
    '这一职责由会议本身履行（{clause}），请启动并召开相应的会议，会议结束后自动登记。',
    'This is fulfilled by the meeting itself ({clause}). Start that meeting and hold it; it counts by itself when it is over.',
  ),
  'duties.not-yet': word(
    '还没有开始',
    'Not begun yet',
    '这一事项 {from} 起才可以登记（{clause}）。',
    'This can be filed from {from} on ({clause}).',
  ),
  'duties.no-document-owed': word(
    '没有待登记的文件',
    'No document is owed',
    '目前没有以文件履行的待办事项。以会议履行的，请召开会议，结束后自动记入。',
    'Nothing that a document fulfils is owed now. What a meeting fulfils is counted by itself when the meeting is over.',
  ),
  'duties.filed-out-of-time': word(
    '日期不正确',
    'The day is not possible',
    '日期 {on} 须在 {from} 至 {to} 之间（{clause}）。',
    'The day {on} must lie between {from} and {to} ({clause}).',
  ),
  'duties.nothing-to-explain': word(
    '没有待说明的逾期事项',
    'Nothing to explain',
    '目前没有逾期而未说明的事项。',
    'Nothing is overdue without an explanation.',
  ),
  'duties.nothing-to-leave-out': word(
    '没有可以不召开的会议',
    'Nothing to leave out',
    '只有“一般”要求的会议可以说明理由不召开，目前没有这样的待办事项。',
    'Only what the text asks for generally may be left out with a reason; nothing of it is owed now.',
  ),
  'duties.no-deviation': word(
    '这一事项不能省略',
    'This is not left out',
    '这一事项是必须的，或者已经履行，请从列表中选择。',
    'This is a must, or fulfilled already. Choose from the list.',
  ),
} as const satisfies Readonly<Record<string, RefusalWords>>;
