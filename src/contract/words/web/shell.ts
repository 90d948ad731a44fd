import type { Bilingual } from '../bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** What the browser application says on every page. */
export const SHELL_WORDS = {
  product: w('规程', 'Guicheng'),
  toContent: w('跳到正文', 'Skip to the content'),
  menu: w('打开菜单', 'Open the menu'),
  otherLanguage: w('English', '中文'),
  signOut: w('退出登录', 'Sign out'),
  account: w('本人账号', 'My account'),
  today: w('业务日期', 'Business date'),
  training: w('培训数据，不是真实程序', 'Training data, not real procedures'),
  moving: w('培训时钟正在拨快', 'The training clock is being moved on'),
  loading: w('正在读取', 'Loading'),
  retry: w('重新读取', 'Try again'),
  more: w('显示更多', 'Show more'),
  nothing: w('没有内容', 'Nothing here'),
  clause: w('依据', 'By'),
  earliest: w('最早可在', 'Possible from'),
  notFound: w('没有这个页面', 'There is no such page'),
  toWorkbench: w('回到工作台', 'Back to the workbench'),
  board: w('查看公开栏', 'See the notice boards'),
  copyright: w('街道和社区议事规则的执行服务', 'Rules of procedure of subdistrict offices and communities'),
} as const satisfies Readonly<Record<string, Bilingual>>;

/** The entries of the menu. */
export const MENU_WORDS = {
  workbench: w('工作台', 'Workbench'),
  procedures: w('全部程序', 'Procedures'),
  notifications: w('通知', 'Notifications'),
  agenda: w('议程', 'Agendas'),
  organisations: w('组织和名册', 'Organisations and rosters'),
  people: w('人员', 'People'),
  accounts: w('账号和授权', 'Accounts and grants'),
  rulebooks: w('制度参数', 'Rulebooks'),
  calendar: w('节假日表', 'Calendar'),
  outbox: w('发出的通知', 'Messages sent out'),
  clock: w('培训时钟', 'Training clock'),
} as const satisfies Readonly<Record<string, Bilingual>>;
