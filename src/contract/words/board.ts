import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** What stands on the public boards besides the papers. */
export const BOARD_WORDS = {
  board: w('公开栏', 'Notice board'),
  boards: w('社区公开栏', 'Notice boards of the communities'),
  all: w('全部公开栏', 'All notice boards'),
  toContent: w('跳到正文', 'Skip to content'),
  notices: w('会议公告', 'Meetings to come'),
  results: w('结果公示', 'Results'),
  decided: w('议题与表决结果', 'Items and how they were decided'),
  noNotices: w('目前没有会议公告。', 'No meeting is announced now.'),
  noResults: w('目前没有结果公示。', 'No result is posted now.'),
  noBoards: w('目前没有社区公开栏。', 'There are no boards yet.'),
  meetingAt: w('开会时间', 'When'),
  place: w('开会地点', 'Where'),
  items: w('议题', 'Items'),
  issuedOn: w('公告日期', 'Announced on'),
  postedAt: w('张贴地点', 'Posted at'),
  notYetPosted: w('待张贴', 'not yet posted'),
  basis: w('依据', 'By'),
  publishedOn: w('公示日期', 'Posted on'),
  until: w('公示截止', 'Hangs until'),
  dueOn: w('应公示日期', 'Due by'),
  late: w('逾期公示', 'Posted late'),
  heldOn: w('开会日期', 'Held on'),
  statement: w('说明', 'Statement'),
  older: w('更早的公示', 'Older results'),
  newest: w('最新的公示', 'Newest results'),
  inFavour: w('赞成', 'In favour'),
  against: w('反对', 'Against'),
  abstained: w('弃权', 'Abstained'),
  notVoting: w('未表决', 'Not voting'),
  present: w('到会', 'Present'),
  needed: w('需达到', 'Needed'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How much hangs on a board. */
export function papersWords(count: number): Bilingual {
  return { zh: `结果公示 ${count} 件`, en: count === 1 ? '1 result posted' : `${count} results posted` };
}
