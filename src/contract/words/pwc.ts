import type { MatterCategory, Preparation, Trait } from '../../domain/pwc/matters';
import type { Bilingual } from './bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** What the Party Working Committee decides [PWR-2]. */
export const MATTER_WORDS: Readonly<Record<MatterCategory, Bilingual>> = {
  'higher-decisions': w('贯彻上级决策部署', 'Carrying out what was decided above'),
  development: w(
    '经济社会发展、居民自治、综合治理和精神文明建设',
    'Economy, society, self-government, public order and culture',
  ),
  'party-building': w('党的建设和反腐倡廉', 'Party-building and integrity'),
  'mass-organisations': w('群众组织', 'Mass organisations'),
  'reports-upward': w('上报的请示报告、计划和总结', 'Requests, plans and reports to the district'),
  'subordinate-reports': w('听取所属党组织工作汇报', 'Hearing the subordinate Party organisations'),
  'work-reports': w('听取单位、部门汇报，部署专项工作', 'Hearing offices and departments, special tasks'),
  'yearly-budget': w('年度经费预算', 'Yearly budget'),
  'major-expenditure': w('重大财政支出和建设项目', 'Major expenditure and construction'),
  personnel: w('干部人事', 'Personnel'),
  'party-membership': w('发展党员和预备党员转正', 'Admissions of Party members and conversions of probationers'),
  other: w('其他应由党工委决定的事项', 'Other matters for the Party Working Committee'),
};

/** What an item is like [PWR-3.1.7, PWR-3.1.8]. */
export const TRAIT_WORDS: Readonly<Record<Trait, Bilingual>> = {
  important: w('重要事项', 'Important'),
  'major-document': w('涉及重大问题的文件、材料', 'A document on a major question'),
  technical: w('专业性、技术性较强的重大事项', 'A major technical matter'),
  'residents-interests': w('与群众利益密切相关', "Close to residents' interests"),
  'several-departments': w('涉及多个部门', 'Of several departments'),
};

/** What has to be there before an item is put [PWR-3.1.7, PWR-3.1.8, PWR-3.1.9, PWW-3.4]. */
export const PREPARATION_WORDS: Readonly<Record<Preparation, Bilingual>> = {
  consultation: w('会前酝酿', 'Prior consultation'),
  recommendation: w('民主推荐', 'Democratic recommendation'),
  inspection: w('考察', 'Inspection'),
  'leader-opinion': w('分管领导意见', "The leader in charge's opinion"),
  'subordinate-opinions': w('征求下级党组织意见', 'Opinions of the subordinate Party organisations'),
  'expert-argument': w('专家论证', 'Expert argument'),
  'technical-advice': w('技术咨询', 'Technical advice'),
  'decision-assessment': w('决策评估', 'Decision assessment'),
  'public-participation': w('公示、听证等', 'Public notice, hearing or the like'),
  coordination: w('部门间协调', 'Coordination between departments'),
  'party-building-line': w('社区党建工作经费列入预算', 'The budget line for Party-building in the communities'),
  'cleared-papers': w('材料经书记或副书记审阅', 'Papers cleared by the secretary or a deputy'),
};

/** How something that has to be there stands. */
export const PREPARATION_STATE_WORDS = {
  missing: w('缺', 'Missing'),
  done: w('已办', 'Done'),
  omitted: w('已说明理由，省略', 'Omitted, with a reason'),
} as const satisfies Readonly<Record<string, Bilingual>>;
