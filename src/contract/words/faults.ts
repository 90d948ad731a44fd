import type { Bilingual } from './bilingual';

/** What is wrong with a record, by the code of the fault. */
export const FAULTS = {
  'procedure-missing': { zh: '没有这个程序', en: 'there is no such procedure' },
  'event-missing': { zh: '日志在此处缺少事件', en: 'the log has no event here' },
  'link-broken': {
    zh: '该事件所记的前一事件哈希与前一事件不符',
    en: 'the event does not name the hash of the one before it',
  },
  'event-changed': { zh: '该事件的内容与其哈希不符', en: 'the event is not what its hash says' },
  'head-differs': {
    zh: '程序记录所记的日志末端与日志不符',
    en: "the procedure's row names another end of the log",
  },
  'cannot-fold': { zh: '日志中的事件前后不相容', en: 'the events do not follow from one another' },
  'row-differs': {
    zh: '列表和公开栏所用的数据与日志推出的不符',
    en: 'what lists and boards show is not what the log gives',
  },
  'notice-without-event': {
    zh: '该通知所依据的事件不在日志中',
    en: 'the notification names an event that is not in the log',
  },
  'head-of-unknown-key': {
    zh: '签名所用的密钥不在可信之列',
    en: 'it was signed with a key that is not among the trusted ones',
  },
  'head-not-genuine': { zh: '签名与内容不符', en: 'the signature does not fit' },
  'head-not-in-log': {
    zh: '日志与当时签名的不同：已被截短或改写',
    en: 'the log is not the one that was signed: it was cut off or written anew',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
