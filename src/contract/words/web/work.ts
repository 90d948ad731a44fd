import type { Bilingual } from '../bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** The workbench, the list of procedures, and starting one. */
export const WORK_WORDS = {
  start: w('启动程序', 'Start a procedure'),
  startNow: w('启动', 'Start'),
  doNow: w('现在可办', 'To do now'),
  doNowHint: w(
    '您参与的、正在进行的程序，最近要到期的在前',
    'Procedures under way that concern you, the most pressing first',
  ),
  canDo: w('可办：', 'You may: '),
  mustWait: w('暂时没有您要办的事项', 'Nothing for you to do just now'),
  noneOpen: w('没有正在进行的程序', 'No procedure is under way'),
  deadlines: w('期限', 'Deadlines'),
  overdue: w('已逾期', 'Overdue'),
  dueSoon: w('即将到期', 'Due soon'),
  open: w('全部未办', 'All open'),
  noDeadlines: w('没有', 'None'),
  dueOn: w('截止', 'Due'),
  provisional: w('暂定', 'Provisional'),
  unread: w('未读通知', 'Unread notifications'),
  noUnread: w('没有未读通知', 'No unread notifications'),
  all: w('查看全部', 'See all'),
  find: w('查找程序', 'Find a procedure'),
  search: w('按标题查找', 'Search by title'),
  kind: w('种类', 'Kind'),
  stage: w('阶段', 'Stage'),
  organisation: w('组织', 'Organisation'),
  status: w('状态', 'Status'),
  onlyOverdue: w('只看逾期', 'Only overdue'),
  any: w('不限', 'Any'),
  title: w('标题', 'Title'),
  startedAt: w('启动时间', 'Started'),
  nextDueAt: w('最近期限', 'Next deadline'),
  nothingFound: w('没有符合条件的程序', 'No procedure fits'),
  chooseKind: w('先选择程序种类和组织', 'Choose the kind of procedure and the organisation first'),
  markRead: w('标为已读', 'Mark as read'),
  onlyUnread: w('只看未读', 'Only unread'),
  noNotifications: w('没有通知', 'No notifications'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How a procedure stands. */
export const STATUS_WORDS: Readonly<Record<'open' | 'closed' | 'cancelled', Bilingual>> = {
  open: w('进行中', 'Under way'),
  closed: w('已结束', 'Closed'),
  cancelled: w('已取消', 'Cancelled'),
};
