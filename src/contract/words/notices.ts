import type { Instant } from '../../domain/calendar/civil-date';
import type { ItemOutcome } from '../../domain/council/state';
import type { MeetingTypeName } from '../../domain/periodic-meeting/types';
import type { DocumentKind } from '../../domain/pwc/documents';
import { DECISION_WORDS } from './agenda';
import type { Bilingual } from './bilingual';
import { OUTCOME_WORDS } from './council';
import { momentWords } from './dates';
import { dutyWords } from './duties';
import { MEETING_TYPE_WORDS } from './periodic-meeting';
import { CONSEQUENCE_WORDS, DOCUMENT_WORDS } from './pwc-meeting';

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
  'council-escalated-to-council': () => ({
    zh: '网格议事会没有通过的议题已提交社区议事会，请安排讨论。',
    en: 'An item that a grid council did not pass is on the agenda of the community council.',
  }),
  'council-escalated-to-pwc': () => ({
    zh: '社区议事会未达成一致意见的议题已提交党工委，请研究决定。',
    en: 'An item on which a community council did not agree is on the agenda of the Party Working Committee.',
  }),
  'council-filed': () => ({
    zh: '网格议事会通过的议题已报社区议事会备案。',
    en: 'What a grid council passed is on file with the community council.',
  }),
  'council-settlement': (params) => settlement(params),
  'council-item-returned': ({ until }) => ({
    zh: `缓办的议题已到期（${until}），重新列入议程，请安排讨论。`,
    en: `A postponed item is due again (${until}) and back on the agenda.`,
  }),
  'council-task-assigned': ({ dueOn }) => ({
    zh: `请在 ${dueOn} 24 时前完成议事会布置给您的任务。`,
    en: `The council gave you a task that is due by the end of ${dueOn}.`,
  }),
  'council-no-hearing': () => ({
    zh: '议事会对涉及广大群众利益的议题登记了“不需要听证”及理由，请监督。',
    en: 'For a matter of broad interest it was recorded, with the reason, that no hearing is needed. Please look into it.',
  }),
  'council-task-withdrawn': () => ({
    zh: '议事会布置的一项任务已撤回，不需要再办理。',
    en: 'A task of the council was withdrawn; nothing more is to be done about it.',
  }),
  'council-task-done': () => ({ zh: '议事会的一项任务已完成。', en: 'A task of the council is done.' }),
  'council-problem-raised': () => ({
    zh: '议事会成员对议案的办理提出了问题或建议，请及时答复。',
    en: 'A member raised a problem or a suggestion about how an item is carried out. Please answer.',
  }),
  'council-problem-answered': () => ({
    zh: '您提出的问题或建议已有答复。',
    en: 'Your problem or suggestion has an answer.',
  }),
  'council-cancelled': () => ({ zh: '议事会已取消。', en: 'The council was cancelled.' }),
  'pwc-recorder-named': () => ({ zh: '请负责本次党工委会议的记录。', en: 'You keep the record of this PWC meeting.' }),
  'pwc-chair-delegated': () => ({
    zh: '书记委托您召集并主持本次党工委会议。',
    en: 'The secretary leaves it to you to convene and chair this PWC meeting.',
  }),
  'pwc-invitation': (params) => ({
    zh: `请于 ${meeting(params)} 参加党工委会议，议题 ${params.items} 个。不能出席的，请会前请假。`,
    en: `PWC meeting on ${meeting(params)}, ${params.items} items. Ask leave beforehand if you cannot come.`,
  }),
  'pwc-meeting-changed': (params) => ({
    zh: `党工委会议通知已更改：${meeting(params)}。`,
    en: `The notice of the PWC meeting was changed: ${meeting(params)}.`,
  }),
  'pwc-papers': ({ items }) => ({
    zh: `${items} 个议题的材料已分送，请阅后确认。`,
    en: `Papers of ${items} items are with you. Please read and confirm.`,
  }),
  'pwc-item-added': () => ({
    zh: '党工委会议临时增加了议题，请查看。',
    en: 'An item was added to the PWC meeting late.',
  }),
  'pwc-item-withdrawn': () => ({ zh: '党工委会议撤下了一个议题。', en: 'An item was taken off the PWC meeting.' }),
  'pwc-seat-taken': () => ({
    zh: '按名册，您已是这次党工委会议的成员。',
    en: 'By the roster you are a member of the committee in this meeting.',
  }),
  'pwc-reconsidered': ({ outcome }) => ({
    zh: `复议已有结果：${DECISION_WORDS[outcome as keyof typeof DECISION_WORDS].zh}。`,
    en: `Reconsidered: ${DECISION_WORDS[outcome as keyof typeof DECISION_WORDS].en}.`,
  }),
  'pwc-adjourned': () => ({
    zh: '党工委会议已改期再议，另行通知。',
    en: 'The PWC meeting was adjourned. A new notice will follow.',
  }),
  'pwc-minutes-due': () => ({
    zh: '党工委会议已结束，请起草纪要并送签。',
    en: 'The PWC meeting is over. Please draft its minutes for signature.',
  }),
  'pwc-document-to-sign': ({ document }) => ({
    zh: `${DOCUMENT_WORDS[document as DocumentKind].zh}待您签发。`,
    en: `For your signature: ${DOCUMENT_WORDS[document as DocumentKind].en}.`,
  }),
  'pwc-document-returned': ({ document }) => ({
    zh: `${DOCUMENT_WORDS[document as DocumentKind].zh}已退回，请按理由修改。`,
    en: `Returned, please revise: ${DOCUMENT_WORDS[document as DocumentKind].en}.`,
  }),
  'pwc-document-signed': ({ document }) => ({
    zh: `${DOCUMENT_WORDS[document as DocumentKind].zh}已签发。`,
    en: `Signed: ${DOCUMENT_WORDS[document as DocumentKind].en}.`,
  }),
  'pwc-task-assigned': ({ dueOn }) => ({
    zh: `党工委布置了由您负责或牵头的任务，请在 ${dueOn} 24 时前完成。`,
    en: `The PWC gave you a task that is due by the end of ${dueOn}.`,
  }),
  'pwc-task-done': () => ({ zh: '党工委决定的一项任务已完成。', en: 'A task that the PWC decided is done.' }),
  'pwc-task-withdrawn': () => ({ zh: '党工委布置的一项任务已撤回。', en: 'A task that the PWC gave was withdrawn.' }),
  'pwc-finding': ({ consequence }) => ({
    zh: `区委认定党工委的一项决定违反议事规则：${CONSEQUENCE_WORDS[consequence as keyof typeof CONSEQUENCE_WORDS].zh}。`,
    en: `The district found a decision of the PWC to be against the rules: ${CONSEQUENCE_WORDS[consequence as keyof typeof CONSEQUENCE_WORDS].en}.`,
  }),
  'pwc-item-reopened': () => ({
    zh: '经书记同意，一项决议将提交会议复议，已列入议程。',
    en: "With the secretary's consent a resolution is to be reconsidered; it is on the agenda.",
  }),
  'pwc-meeting-cancelled': () => ({ zh: '党工委会议已取消。', en: 'The PWC meeting was cancelled.' }),
  'pwc-change-attempted': () => ({
    zh: '有人试图在会议之外变更党工委决议，已拒绝并记为线索，请核查。',
    en: 'Somebody tried to change a resolution of the PWC outside a meeting; it was refused and is a lead. Please look into it.',
  }),
  'periodic-invitation': (params) => ({
    zh: `请于 ${meeting(params)} 参加${meetingType(params).zh}。不能参加的，请事先请假。`,
    en: `${meetingType(params).en} on ${meeting(params)}. Ask leave beforehand if you cannot come.`,
  }),
  'periodic-cancelled': (params) => ({
    zh: `${meetingType(params).zh}已取消。`,
    en: `Cancelled: ${meetingType(params).en}.`,
  }),
  'duties-deviation': (params) => ({
    zh: `${duty(params).zh}：书记说明理由，本期不召开，请监督。`,
    en: `${duty(params).en}: left out this time for a reason that the secretary recorded. Please look into it.`,
  }),
  'deadline-extended': (params) => ({
    zh: `${duty(params).zh}经批准由 ${params.from} 延期到 ${params.to}。`,
    en: `${duty(params).en}: extended by approval from ${params.from} to ${params.to}.`,
  }),
  'deadline-recounted': (params) => ({
    zh: `放假安排已更新，${duty(params).zh}的期限由 ${params.from} 改为 ${params.to}。`,
    en: `${duty(params).en}: counted by the new holiday table it is due on ${params.to}, no longer on ${params.from}.`,
  }),
  'council-held-too-early': ({ postedOn }) => ({
    zh: `张贴日期更正为 ${postedOn}，会议在公告期满前召开，请核查。`,
    en: `By the corrected day of posting, ${postedOn}, the sitting was held within its notice period. Please look into it.`,
  }),
  'council-result-turned': ({ passed }) => ({
    zh: `更正后表决结果改变：${passed ? '通过' : '未通过'}。`,
    en: `A correction has turned a result: it ${passed ? 'passed' : 'did not pass'}.`,
  }),
  'council-taken-over': () => ({
    zh: '一场以纸质开始的议事会已接续到本系统，材料见附件，请监督。',
    en: 'A council that was begun on paper goes on here; its papers are attached.',
  }),
  'council-suspended': () => ({
    zh: '议事会程序已中止，期限停止计算。',
    en: 'The council is suspended; its clock stands still.',
  }),
  'council-resumed': ({ days }) => ({
    zh: `议事会程序已恢复，期限顺延${days}天。`,
    en: `The council goes on; what stood still is due ${days === 1 ? '1 day' : `${days} days`} later.`,
  }),
  'council-paper-removed': () => ({
    zh: '公示未满期限即被撤下，须重新公示。',
    en: 'A paper came off the board before its days were over and is to be published again.',
  }),
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

function settlement({ by, outcome, until }: Params): Bilingual {
  const body =
    by === 'pwc'
      ? { zh: '党工委', en: 'The Party Working Committee' }
      : { zh: '社区议事会', en: 'The community council' };
  const words = OUTCOME_WORDS[outcome as ItemOutcome];
  const day = until ? { zh: `至 ${until}`, en: ` until ${until}` } : { zh: '', en: '' };
  return { zh: `${body.zh}已作出决定：${words.zh}${day.zh}。`, en: `${body.en} has decided: ${words.en}${day.en}.` };
}

function meeting({ meetingAt, place }: Params): string {
  return `${momentWords(meetingAt as Instant)}，${String(place)}`;
}

function meetingType({ type }: Params): Bilingual {
  return MEETING_TYPE_WORDS[type as MeetingTypeName];
}

function duty({ duty: kind }: Params): Bilingual {
  return dutyWords(String(kind));
}
