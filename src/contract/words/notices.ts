import type { Instant } from '../../domain/calendar/civil-date';
import type { Bilingual } from './bilingual';
import { momentWords } from './dates';
import { dutyWords } from './duties';

type Params = Readonly<Record<string, string | number | boolean | null>>;

/** What people read when they are told of something: what happened, and what they can do about it. */
const NOTICE_WORDS: Readonly<Record<string, (params: Params) => Bilingual>> = {
  'council-officer-named': () => ({
    zh: '您已被指定主持或记录本次议事会。',
    en: 'You were named to chair or record this council.',
  }),
  'council-interest-lowered': () => ({
    zh: '本议事会被定为不涉及社区广大群众利益，不公告。理由见程序内容，请监督。',
    en: 'This council was called one of narrow interest and is not announced. The reason is in the procedure.',
  }),
  'council-invitation': (params) => ({
    zh: `请于 ${meeting(params)} 参加议事会。不能参加的，请事先请假。`,
    en: `Please attend the council on ${meeting(params)}. Ask leave beforehand if you cannot.`,
  }),
  'council-changed': (params) => ({
    zh: `会议通知已更改，请于 ${meeting(params)} 参加议事会。`,
    en: `The notice has changed: the council meets on ${meeting(params)}.`,
  }),
  'council-adjourned': () => ({
    zh: '会议已改期再议，新的会议时间另行通知。',
    en: 'The sitting was adjourned. A new notice will follow.',
  }),
  'council-result-published': () => ({ zh: '议事会结果已公示。', en: 'The result of the council is on the board.' }),
  'council-cancelled': () => ({ zh: '议事会已取消。', en: 'The council was cancelled.' }),
  'deadline-remind': (params) => ({
    zh: `请在 ${params.dueOn} 24 时前${duty(params).zh}。`,
    en: `${duty(params).en}: due by the end of ${params.dueOn}.`,
  }),
  'deadline-due': (params) => ({
    zh: `今天是${duty(params).zh}的最后一天（${params.dueOn}）。`,
    en: `${duty(params).en}: today, ${params.dueOn}, is the last day.`,
  }),
  'deadline-overdue': (params) => ({
    zh: `${duty(params).zh}已逾期（应于 ${params.dueOn} 前完成）。`,
    en: `${duty(params).en}: overdue since the end of ${params.dueOn}.`,
  }),
};

/** The words of a notice, or its own name where none are known. */
export function noticeWords({ kind, params }: { kind: string; params: Params }): Bilingual {
  return NOTICE_WORDS[kind]?.(params) ?? { zh: kind, en: kind };
}

function meeting({ meetingAt, place }: Params): string {
  return `${momentWords(meetingAt as Instant)}，${String(place)}`;
}

function duty({ duty: kind }: Params): Bilingual {
  return dutyWords(String(kind));
}
