import type { ClauseId } from '../../domain/clause';
import type { Bilingual } from './bilingual';

type DocumentId = ClauseId extends `${infer Id}-${string}` ? Id : never;

/** The regulations, in the order of the catalogue. */
export const DOCUMENTS: Readonly<Record<DocumentId, Bilingual>> = {
  ARC: { zh: '基层民主科学决策机制档案管理办法', en: 'Archives of democratic and scientific decision-making' },
  ACC: { zh: '基层民主科学决策机制责任追究办法', en: 'Accountability for democratic and scientific decision-making' },
  PWW: { zh: '街道办事处党工委工作细则', en: 'Work of the Party Working Committee' },
  PWR: { zh: '街道办事处党工委议事决策规则', en: 'Deliberation and decisions of the Party Working Committee' },
  PAD: { zh: '社区党务公开制度', en: 'Party Affairs Disclosure' },
  CPO: { zh: '社区党组织工作细则', en: 'Work of the Community Party Organisation' },
  RAD: { zh: '社区居务公开制度', en: 'Resident Affairs Disclosure' },
  HDA: { zh: '社区听证会、议事会、评议会制度', en: 'Hearings, Councils and Appraisal Meetings' },
  LAW: { zh: '其他法律', en: 'Other law' },
};

/** Laws by the letters that a clause names them with. */
const LAWS: Readonly<Record<string, Bilingual>> = {
  CC: { zh: '民法典', en: 'Civil Code' },
  PI: { zh: '个人信息保护法', en: 'Personal Information Protection Law' },
  RCL: { zh: '城市居民委员会组织法', en: "Organic Law of Urban Residents' Committees" },
};

/** A clause as a resident can look it up: `《社区听证会、议事会、评议会制度》11.3.3`. */
export function citation(clause: ClauseId): Bilingual {
  const [document, ...rest] = clause.split('-') as [DocumentId, ...string[]];
  const law = document === 'LAW' ? LAWS[rest[0] ?? ''] : undefined;
  if (law) {
    const article = rest.slice(1).join('-');
    return { zh: `《${law.zh}》第${article}条`, en: `${law.en}, article ${article}` };
  }
  if (document === 'LAW') return { zh: clause, en: clause };
  const { zh, en } = DOCUMENTS[document];
  const place = rest.join('-');
  return { zh: `《${zh}》${place}`, en: `${en}, ${place}` };
}
