import { word } from './refusal-words';

/** What leaves the service. */
export const outboxRefusals = {
  'outbox.unknown': word(
    '没有这条待发通知',
    'No such message',
    '找不到这条发往系统之外的通知，请刷新列表。',
    'The message was not found. Reload the list.',
  ),
  'outbox.nothing-to-decide': word(
    '不需要决定',
    'Nothing to decide',
    '这条通知没有停在“不能确定”或“未发出”，不需要也不能再决定重发或放弃。请刷新列表，查看它现在的状态。',
    'This message is neither uncertain nor failed, so there is nothing to decide about it. Reload the list to see how it stands now.',
  ),
} as const;
