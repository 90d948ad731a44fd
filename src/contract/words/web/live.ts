import type { Bilingual } from '../bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** Whether what is shown follows by itself. */
export const LIVE_WORDS = {
  connecting: w('正在连接', 'Connecting'),
  live: w('自动更新', 'Follows by itself'),
  stale: w(
    '与服务的连接中断，所显示的可能已过时，正在自动重连',
    'The line to the service is broken: what is shown may be old. It is being brought up again',
  ),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What the meeting page says. */
export const MEETING_WORDS = {
  meeting: w('进入会场', 'To the hall'),
  toProcedure: w('回到程序', 'To the procedure'),
  none: w('还没有会议：先发出会议通知', 'There is no meeting yet: issue the notice first'),
  notOpen: w('会议尚未开启', 'The sitting is not open yet'),
  opened: w('已开启', 'Opened at'),
  announced: w('通知的时间', 'Announced for'),
  people: w('应到会人员', 'Due members'),
  name: w('姓名', 'Name'),
  capacity: w('参会身份', 'Capacity'),
  attendance: w('到会情况', 'Attendance'),
  items: w('议题', 'Items'),
  current: w('正在审议', 'Being taken up'),
  recused: w('回避', 'Stands aside'),
  voting: w('正在表决', 'Voting is open'),
  cast: w('已投票', 'Voted'),
  notCast: w('未投票', 'Not voted'),
  quorum: w('法定人数', 'Quorum'),
  acts: w('办理', 'Actions'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How many have voted. */
export function castWords(cast: number, electors: number): Bilingual {
  return { zh: `已投票 ${cast} / 应投票 ${electors}`, en: `${cast} of ${electors} have voted` };
}
