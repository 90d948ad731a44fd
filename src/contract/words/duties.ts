import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** What is owed, as lists of deadlines and notices name it. */
export const DUTY_WORDS: Readonly<Record<string, Bilingual>> = {
  'post-notice': w('张贴会议公告', 'Post the notice'),
  'hold-sitting': w('召开公告的会议', 'Hold the announced sitting'),
  'close-sitting': w('结束会议或改期', 'Close the sitting or adjourn it'),
  'renew-notice': w('改期后重新通知', 'Issue a new notice'),
  'tell-concerned': w('告知有关党员群众', 'Tell those concerned'),
  'publish-result': w('公示结果', 'Publish the result'),
};

/** The words for a duty, or its own name where none are known. */
export function dutyWords(kind: string): Bilingual {
  return DUTY_WORDS[kind] ?? w(kind, kind);
}
