import { civilDateOf, startOfDay } from '../calendar/civil-date';
import type { Context } from '../procedure/model';
import type { DocumentKind } from '../pwc/documents';
import type { TextRef } from '../text-ref';
import type { Attendance, ItemOutcome, MeetingItem, MeetingState, PastSitting, VoteMethod, VoteRecord } from './state';

/**
 * PWR-3.1.14: minutes and decision notices as they follow from the record, for people to put right. They are documents of the committee and
 * so in its language alone. Null for what is not drafted from a meeting.
 */
export function draftOf(
  state: MeetingState,
  { kind, itemIds }: { kind: DocumentKind; itemIds: readonly string[] },
  context: Pick<Context, 'read' | 'nameOf'>,
): string | null {
  if (kind === 'minutes') return minutes(state, context);
  if (kind !== 'decision-notice') return null;
  const items = state.items.filter(({ id }) => itemIds.includes(id));
  const days = [...new Set(items.map(({ decidedOn }) => decidedOn))].join('、');
  const lines = items.map((item, index) => {
    const title = textOf(item.title, context);
    return `${index + 1}. ${title}：${[resultOf(item), ...personsOf(item, context)].join('；')}。`;
  });
  return [`经${days}党工委会议研究，决定如下：`, ...lines].join('\n');
}

/** PWR-3.1.11f: what was decided of each person. */
function personsOf({ candidates, votes }: MeetingItem, context: Pick<Context, 'read'>): string[] {
  return candidates.map(({ id, name }) => {
    const passed = votes.find(({ candidateId }) => candidateId === id)?.verdict?.passed;
    return `${textOf(name, context)}${passed ? '通过' : '未通过'}`;
  });
}

const METHODS: Readonly<Record<VoteMethod, string>> = {
  oral: '口头',
  'show-of-hands': '举手',
  'paper-ballot': '无记名票决',
};

const RESULTS: Readonly<Record<ItemOutcome, string>> = {
  adopted: '通过',
  'partly-adopted': '部分通过',
  'not-adopted': '未通过',
  noted: '已听取',
  referred: '回避后不足法定人数，提请区委决定',
  deferred: '分歧较大，缓议，提交下一次会议',
  withdrawn: '本次会议不讨论',
};

function resultOf({ outcome }: MeetingItem): string {
  return outcome ? RESULTS[outcome] : '未讨论';
}

function minutes(state: MeetingState, context: Pick<Context, 'read' | 'nameOf'>): string {
  const name = (personId: string) => context.nameOf(personId) ?? '（姓名缺）';
  return [
    textOf(state.title, context),
    ...state.pastSittings.flatMap((sitting) => sittingLines(sitting, name)),
    ...state.guests.map((guest) => `列席：${textOf(guest.name, context)}（${guest.capacity}）`),
    `记录：${name(state.recorder)}`,
    ...state.items.flatMap((item, index) => itemLines(item, index + 1, { context, name })),
  ].join('\n');
}

/** Who was there; an adjourned meeting has several sittings. */
function sittingLines({ members, attendance, openedAt, openedBy, place }: PastSitting, name: (id: string) => string) {
  const ids = members.map(({ personId }) => personId);
  const came = ids.filter((personId) => attendance[personId]?.checkedInAt != null);
  const away = ids.filter((personId) => !came.includes(personId));
  const leave = away.filter((personId) => attendance[personId]?.leave);
  const list = (label: string, people: readonly string[]) =>
    people.length > 0 ? [`${label}：${people.map(name).join('、')}`] : [];
  const chair = members.find(({ personId }) => personId === openedBy);
  return [
    `时间：${openedAt === null ? '' : clock(openedAt)}`,
    `地点：${place}`,
    ...list(chair?.position === 'secretary' ? '主持' : '主持（受书记委托）', openedBy === null ? [] : [openedBy]),
    `应到 ${members.length} 人，到会 ${came.length} 人`,
    ...list('到会', came),
    ...came.flatMap((personId) => movements(attendance[personId], openedAt).map((said) => `${name(personId)}${said}`)),
    ...list('请假', leave),
    ...list(
      '缺席',
      away.filter((personId) => !leave.includes(personId)),
    ),
  ];
}

/** Who came after it had begun, or went before it was over: the quorum of each item goes by them. */
function movements(one: Attendance | undefined, openedAt: number | null): string[] {
  const { checkedInAt = null, leftAt = null } = one ?? {};
  const isLate = checkedInAt !== null && openedAt !== null && checkedInAt > openedAt;
  return [
    ...(isLate ? [` ${clock(checkedInAt).slice(-5)} 到会`] : []),
    ...(leftAt === null ? [] : [` ${clock(leftAt).slice(-5)} 离会`]),
  ];
}

interface Writing {
  readonly context: Pick<Context, 'read'>;
  name(personId: string): string;
}

function itemLines(item: MeetingItem, number: number, { context, name }: Writing): string[] {
  const text = (ref: TextRef) => textOf(ref, context);
  return [
    `议题${number}：${text(item.title)}`,
    ...(item.consultation ? [`酝酿情况：${text(item.consultation)}`] : []),
    ...item.recusals.map(({ personId }) => `回避：${name(personId)}`),
    ...item.statements.map((one) => `${name(one.personId)}：${text(one.text)}`),
    ...item.opinions.map((one) => `${name(one.personId)}书面意见（不计票）：${text(one.text)}`),
    ...(item.summary ? [`汇总：${text(item.summary)}`] : []),
    ...item.votes.map((vote) => voteLine(item, vote, { text, name })),
    `结果：${resultOf(item)}${item.decidedOn === null ? '' : `，${item.decidedOn}`}${item.outcomeNote ? `（${text(item.outcomeNote)}）` : ''}`,
  ];
}

interface Naming {
  text(ref: TextRef): string;
  name(personId: string): string;
}

function voteLine({ candidates }: MeetingItem, vote: VoteRecord, { text, name }: Naming): string {
  const { verdict, method, scrutineerId, tellerId } = vote;
  const counted = scrutineerId && tellerId ? `（监票 ${name(scrutineerId)}，计票 ${name(tellerId)}）` : '';
  const candidate = candidates.find(({ id }) => id === vote.candidateId);
  const whom = candidate ? `${text(candidate.name)}，` : '';
  if (!verdict) return `${whom}${METHODS[method]}${counted}，未宣布`;
  const { base, inFavour, against, abstained, passed } = verdict;
  const counts = `应到 ${base}，赞成 ${inFavour}，反对 ${against}，弃权 ${abstained}`;
  const otherwise = vote.passedWithoutRecused === passed ? '' : '（回避成员不计入应到会人数时结果相反）';
  return `${whom}${METHODS[method]}${counted}：${counts}，${passed ? '通过' : '未通过'}${otherwise}`;
}

function textOf(ref: TextRef, { read }: Pick<Context, 'read'>): string {
  return read(ref) ?? '（内容已删除）';
}

function clock(at: number): string {
  const day = civilDateOf(at);
  const minute = Math.floor((at - startOfDay(day)) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
