import { topicOf, type Topic } from '../../domain/contact';
import type { Channel, OutboxReason, OutboxState } from '../../domain/outbox';
import type { Bilingual } from './bilingual';
import { noticeWords } from './notices';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

export const CHANNEL_WORDS: Readonly<Record<Channel, Bilingual>> = {
  mail: w('邮件', 'mail'),
  sms: w('短信', 'text message'),
  webhook: w('通知其他系统', 'call to another system'),
};

export const OUTBOX_STATE_WORDS: Readonly<Record<OutboxState, Bilingual>> = {
  waiting: w('待发送', 'waiting'),
  sending: w('发送中', 'being sent'),
  sent: w('已发送', 'sent'),
  uncertain: w('不能确定是否已发出，请决定重发或放弃', 'perhaps sent: decide whether to send it again'),
  failed: w('未发出，不再自动重试', 'not sent, and not tried again by itself'),
  cancelled: w('不再发送', 'not to be sent any more'),
};

export const OUTBOX_REASON_WORDS: Readonly<Record<OutboxReason, Bilingual>> = {
  unreachable: w('无法连接对方服务器', 'The server cannot be reached'),
  'no-answer': w('对方没有给出明确答复', 'The server gave no clear answer'),
  tls: w('无法建立安全连接（TLS）', 'No secure connection (TLS) could be made'),
  'sign-in': w('对方服务器不接受本系统的用户名或密码', 'The server does not accept our name or password'),
  'not-now': w('对方服务器暂时不接收', 'The server takes nothing at the moment'),
  refused: w('对方服务器拒绝接收，请核对地址和设置', 'The server refused it: check the address and the settings'),
  redirected: w('设置的地址已改到别处，请更正设置', 'The configured address has moved: correct the setting'),
  'worker-lost': w('发送途中进程中断', 'The process ended while sending'),
  restored: w('从备份恢复，备份之后可能已经发出', 'Restored from a backup, after which it may have gone out'),
  internal: w('系统内部错误', 'A mistake in this service'),
  'not-wanted': w('对方没有此类地址，或不接收此类通知', 'The person has no such address or does not want such notices'),
  'given-up': w('已由人工放弃', 'A person gave it up'),
};

const TOPIC_WORDS: Readonly<Record<Topic, Bilingual>> = {
  meetings: w('会议', 'Meetings'),
  deadlines: w('期限', 'Deadlines'),
  progress: w('任务与进展', 'Tasks and progress'),
};

/** What a message is made of. */
export interface NoticeToSend {
  readonly kind: string;
  readonly params: Parameters<typeof noticeWords>[0]['params'];
  readonly training: boolean;
}

const PRACTICE = w('这是演练，不是真实通知。', 'This is an exercise, not a real notice.');

/** A mail, Chinese first: the words of the notice and where to go on, nothing of the procedure itself. */
export function mailWords(notice: NoticeToSend, link: string): { subject: string; text: string } {
  const { zh, en } = noticeWords(notice);
  const topic = TOPIC_WORDS[topicOf(notice.kind)];
  const practice = notice.training ? w('【演练】', '[Exercise] ') : w('', '');
  const text = [
    ...(notice.training ? [PRACTICE.zh] : []),
    zh,
    `请登录规程系统查看：${link}`,
    '本邮件由系统自动发出，请勿回复。要接收哪些通知，可以在系统的“联系方式”中更改。',
    '',
    ...(notice.training ? [PRACTICE.en] : []),
    en,
    `Sign in to see it: ${link}`,
    'This mail was sent automatically; please do not reply. Which notices you receive can be changed under “Contact”.',
    '',
  ].join('\n');
  return { subject: `${practice.zh}规程：${topic.zh} / ${practice.en}Guicheng: ${topic.en}`, text };
}

/** A text message: the words of the notice alone. */
export function textMessage(notice: NoticeToSend): Bilingual {
  const { zh, en } = noticeWords(notice);
  return notice.training ? { zh: `【演练】${zh}`, en: `[Exercise] ${en}` } : { zh, en };
}
