import type { AgendaChange, AgendaEntry } from '../../agenda';
import { voidDuties } from '../../procedure/deadline';
import type { Context, Decision } from '../../procedure/model';
import { isMajor, type MatterCategory } from '../../pwc/matters';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import { evolve } from '../evolve';
import { isCounted, isResolved, itemOf, noticeOf, openItems, participantsOf, uncirculatedItems } from '../reading';
import type { Candidate, MeetingEvent, MeetingItem, MeetingState, PersonnelStep } from '../state';

type Outcome = Decision<MeetingEvent> | Refusal;

export interface ChosenItem {
  readonly agendaItemId: string;
  /** Reading 13: what is major by its category or kind stays so; the secretary may say so of others. */
  readonly major?: boolean | undefined;
  readonly urgent?: boolean | undefined;
  readonly candidates?: readonly { readonly name: string; readonly step: PersonnelStep }[] | undefined;
}

export interface FixAgendaInput {
  readonly items: readonly ChosenItem[];
  /** PWR-3.1.5a: how the members were heard. */
  readonly heard: string;
  readonly orderReason?: string | undefined;
}

/**
 * PWR-3.1.5a, PWR-3.1.6b: the secretary, having heard the members, fixes a suitable number of items and their order, major and urgent ones
 * first. What another meeting put off, and what was reported of an emergency, is on the agenda by itself [PWR-3.1.11h, PWR-3.1.13].
 */
export function fixAgenda(state: MeetingState, input: FixAgendaInput, context: Context): Outcome {
  const returning = returningItems(state, input.items, context);
  const chosen = [...returning, ...input.items];
  const wrongNumber = checkNumber(state, input.items.length);
  if (wrongNumber) return wrongNumber;
  const taken: MeetingItem[] = [];
  for (const [index, one] of chosen.entries()) {
    const item = newItem(state, one, { context, label: `item-${index + 1}`, taken });
    if (isRefusal(item)) return item;
    taken.push(item);
  }
  // What comes by itself stands where its weight puts it.
  const byItself = taken.slice(0, returning.length);
  const items = [...byItself.filter(comesFirst), ...taken.slice(returning.length), ...byItself.filter(comesLater)];
  const wrong = checkOrder(items, input.orderReason);
  if (wrong) return wrong;
  const heard = context.keep(input.heard);
  const orderReason = input.orderReason ? context.keep(input.orderReason) : null;
  return {
    events: [{ type: 'agenda-fixed', data: { items, heard, orderReason, by: context.actor.personId } }],
    agenda: [
      ...state.items
        .filter((old) => !items.some(({ agendaItemId }) => agendaItemId === old.agendaItemId))
        .map((old) => release(old)),
      ...items.map(({ id: itemId, agendaItemId }) => ({ takeUp: { agendaItemId, itemId } })),
    ],
    answer: { items: items.map(({ id, agendaItemId }) => ({ id, agendaItemId })) },
  };
}

/** PWR-3.1.6b: a suitable number, of those that the secretary chooses: what comes by itself nobody can leave out. */
function checkNumber({ rulebook }: MeetingState, items: number): Refusal | null {
  const most = rulebook['pwc.itemsAtMost'];
  return items > most ? refuse('pwc.too-many-items', 'PWR-3.1.6b', { items, most }) : null;
}

/** What came back after the agenda was fixed: at the notice it is added by itself. */
export function returnedSince(state: MeetingState, context: Context): MeetingItem[] | Refusal {
  const taken = [...state.items];
  const added: MeetingItem[] = [];
  for (const [index, chosen] of returningItems(state, state.items, context).entries()) {
    const item = newItem(state, chosen, { context, label: `returned-${index + 1}`, taken });
    if (isRefusal(item)) return item;
    taken.push(item);
    added.push(item);
  }
  return added;
}

/** What comes back by itself and was not put in its place by the secretary; urgent where it was an emergency. */
function returningItems(
  state: MeetingState,
  chosen: readonly Pick<ChosenItem, 'agendaItemId'>[],
  { agenda, today }: Context,
): ChosenItem[] {
  const named = new Set(chosen.map(({ agendaItemId }) => agendaItemId));
  return [...agenda.values()]
    .filter((entry) => !named.has(entry.id) && isReturning(entry) && entry.openFrom <= today && isFree(state, entry))
    .map(({ id, emergency }) => ({ agendaItemId: id, urgent: emergency !== null }));
}

function isReturning({ deferredOn, emergency }: AgendaEntry): boolean {
  return deferredOn !== null || emergency !== null;
}

/** Open, or on this meeting's agenda already. */
function isFree({ items }: MeetingState, { id, status }: AgendaEntry): boolean {
  return status === 'open' || (status === 'taken-up' && items.some(({ agendaItemId }) => agendaItemId === id));
}

const comesFirst = ({ major, urgent }: MeetingItem): boolean => major || urgent;
const comesLater = (item: MeetingItem): boolean => !comesFirst(item);

/** PWR-3.1.6b: major and urgent items come first, or the reason is recorded. */
function checkOrder(items: readonly MeetingItem[], reason: string | undefined): Refusal | null {
  const firstOther = items.findIndex(comesLater);
  const isOrdered = firstOther < 0 || items.slice(firstOther).every(comesLater);
  return isOrdered || reason ? null : refuse('pwc.order-without-reason', 'PWR-3.1.6b');
}

/** PWR-3.1.6b: items are generally not added after the notice; one that is has its reason. */
export function addLateItem(
  state: MeetingState,
  { reason, ...chosen }: ChosenItem & { readonly reason: string },
  context: Context,
): Outcome {
  const wrongNumber = checkNumber(state, openItems(state).length + 1);
  if (wrongNumber) return wrongNumber;
  const item = newItem(state, chosen, { context, label: 'item', taken: state.items });
  if (isRefusal(item)) return item;
  const late = { ...item, lateReason: context.keep(reason) };
  return {
    events: [{ type: 'item-added', data: { item: late, by: context.actor.personId } }],
    agenda: [{ takeUp: { agendaItemId: item.agendaItemId, itemId: item.id } }],
    notices: [{ kind: 'pwc-item-added', clause: 'PWR-3.1.6b', persons: participantsOf(state), params: {} }],
    answer: { itemId: item.id },
  };
}

/** An item that is not put at this meeting after all stays on the agenda for another one. */
export function withdrawItem(
  state: MeetingState,
  input: { itemId: string; reason: string },
  context: Context,
): Outcome {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  // While the meeting goes on, too, an attempt to take back what it resolved is on record as one.
  if (isResolved(item)) return refuse('pwc.resolution-stands', 'PWR-4.3');
  if (item.outcome) return decidedAlready(item);
  if (isCounted(item)) return refuse('pwc.counted-already', 'PWR-3.1.11g');
  const data = { itemId: item.id, reason: context.keep(input.reason), on: context.today };
  const withdrawn: MeetingEvent = { type: 'item-withdrawn', data };
  const isAllSent = uncirculatedItems(evolve(state, withdrawn)).length === 0;
  const key = `circulate-papers:${noticeOf(state).round}`;
  return {
    events: [withdrawn, ...(isAllSent ? voidDuties(state.duties, (one) => one === key) : [])],
    agenda: [release(item)],
    notices: [{ kind: 'pwc-item-withdrawn', clause: 'PWR-3.1.6b', persons: participantsOf(state), params: {} }],
  };
}

/** Puts an item back on the agenda, for another meeting. */
export function release(
  { agendaItemId, major }: Pick<MeetingItem, 'agendaItemId' | 'major'>,
  deferredOn: string | null = null,
): AgendaChange {
  return { release: { agendaItemId, deferredOn, major } };
}

interface Taking {
  readonly context: Context;
  readonly label: string;
  readonly taken: readonly Pick<MeetingItem, 'agendaItemId'>[];
}

function newItem(state: MeetingState, chosen: ChosenItem, { context, label, taken }: Taking): MeetingItem | Refusal {
  const { agendaItemId } = chosen;
  const entry = context.agenda.get(agendaItemId);
  if (!entry || entry.organisationId !== state.organisationId || entry.body !== 'pwc')
    return refuse('agenda.unknown-item', null, { agendaItemId });
  if (!isFree(state, entry) || taken.some((one) => one.agendaItemId === agendaItemId))
    return refuse('agenda.not-open', null, { agendaItemId });
  if (entry.openFrom > context.today)
    return refuse('agenda.not-yet', 'HDA-11.2.1', { agendaItemId, openFrom: entry.openFrom });
  // What a council could not agree on is a matter of self-government [PWR-2.2]; what was done in an emergency is reported [PWR-3.1.13].
  const { category, traits } = entry.matter ?? { category: entry.emergency ? 'other' : 'development', traits: [] };
  const named = chosen.candidates ?? [];
  if (category === 'personnel' && named.length === 0)
    return refuse('pwc.candidates-missing', 'PWR-3.1.11f', { title: entry.title });
  if (category !== 'personnel' && named.length > 0)
    return refuse('pwc.candidates-not-asked', 'PWR-3.1.11f', { title: entry.title });
  const candidates = named.map(({ name, step }, index): Candidate => {
    return { id: context.id(`${label}/candidate-${index + 1}`), name: context.keep(name), step };
  });
  return {
    id: context.id(label),
    agendaItemId,
    title: context.keep(entry.title),
    category,
    traits,
    major: isMajor(category, traits) || chosen.major === true || entry.major,
    urgent: chosen.urgent === true || entry.emergency !== null,
    forHearing: entry.emergency !== null || (HEARD.includes(category) && entry.reason !== 'reconsideration'),
    candidates,
    lateReason: null,
    circulatedOn: null,
    clearedById: null,
    paperId: null,
    readBy: [],
    recusals: [],
    opinions: [],
    consultation: null,
    statements: [],
    summary: null,
    informed: [],
    votes: [],
    outcome: null,
    outcomeNote: null,
    decidedOn: null,
    absent: [],
    toldOn: null,
    noTask: null,
    dissents: [],
    reopenedOn: null,
    replaced: null,
  };
}

/** PWR-2.1, PWR-2.6: what is passed on and reported may be heard without a vote; what was resolved of it is changed by another one [PWR-4.3]. */
const HEARD: readonly MatterCategory[] = ['higher-decisions', 'subordinate-reports', 'work-reports'];

/** The refusal of an item that the meeting does not have. */
export function unknownItem(itemId: string): Refusal {
  return refuse('pwc.unknown-item', null, { itemId });
}

/** The refusal of an act on an item that has its outcome. */
export function decidedAlready({ outcome }: MeetingItem): Refusal {
  return refuse('pwc.item-decided', 'PWR-4.3', { outcome });
}
