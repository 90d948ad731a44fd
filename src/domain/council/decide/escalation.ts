import { isFinal, type AgendaChange, type Settlement } from '../../agenda';
import { startOfDay } from '../../calendar/civil-date';
import { fixedDay } from '../../calendar/deadline';
import { meetDuty, replaceDuties, setDuty } from '../../procedure/deadline';
import type { Context, Decision, Message, Unattended } from '../../procedure/model';
import { refuse, type Refusal } from '../../refusal';
import { evolve } from '../evolve';
import { clauseOfEscalation, itemOf, itemsToEscalate, itemsToFile, openTasks, participantsOf } from '../reading';
import type { AgendaItem, CouncilEvent, CouncilState } from '../state';
import { unknownItem } from './attendance';
import { recount } from './clock';
import { promptly } from '../../procedure/prompt-duty';
import { standingStill, withClosing } from './duties';
import { handOver } from './owed';

type Outcome = Decision<CouncilEvent> | Refusal;

/**
 * Puts an item before the body above: from a grid council before the community's [HDA-11.2.2], from there before the Party Working
 * Committee [HDA-11.2.3a]. The council waits for what is decided there.
 */
export function escalate(state: CouncilState, { itemId }: { itemId: string }, context: Context): Outcome {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  const clause = clauseOfEscalation(state);
  if (!itemsToEscalate(state).includes(item)) return refuse('council.nothing-to-escalate', clause);
  const to = state.level === 'grid' ? 'council' : 'pwc';
  const roles = to === 'pwc' ? (['party-affairs-office', 'secretary'] as const) : (['staff', 'secretary'] as const);
  return {
    events: [
      { type: 'item-escalated', data: { itemId, to, on: context.today } },
      ...meetDuty(state.duties, `escalate:${itemId}`, context.now),
    ],
    agenda: [
      {
        put: {
          body: to,
          organisationId: state.above,
          itemId,
          reason: reasonOf(state, item),
          title: item.title,
          category: state.category,
          openFrom: context.today,
        },
      },
    ],
    notices: [{ kind: `council-escalated-to-${to}`, clause, roles, params: {} }],
  };
}

function reasonOf({ level }: CouncilState, { outcome }: AgendaItem) {
  if (level === 'grid') return 'not-passed';
  return outcome === 'referred' ? 'recusal' : 'no-agreement';
}

/** HDA-11.2.2: what a grid council passed is filed with the community council. */
export function filePassed(state: CouncilState, _: object, { now, today }: Context): Outcome {
  const items = itemsToFile(state);
  const agenda = items.map(({ id, title }): AgendaChange => {
    const place = { body: 'council', organisationId: state.above } as const;
    return { put: { ...place, itemId: id, reason: 'filed', title, category: state.category, openFrom: today } };
  });
  const filed: CouncilEvent = { type: 'passed-items-filed', data: { itemIds: items.map(({ id }) => id), on: today } };
  return {
    events: withClosing(state, [filed, ...meetDuty(state.duties, 'file-passed', now)], now),
    agenda,
    notices: [{ kind: 'council-filed', clause: 'HDA-11.2.2', roles: ['staff', 'secretary'], params: {} }],
  };
}

/** PWR-4.2: of a decision that was taken again a council hears also when it is closed. */
export function isReconsidered({ kind, data }: Message): boolean {
  return kind === 'agenda-settled' && (data as { settlement: Settlement }).settlement.reconsidered === true;
}

/** What the body above decided comes back: it replaces the agreement only, the assembly still resolves (reading 7). */
export function receive({ kind, data }: Message, state: CouncilState, context: Unattended): Decision<CouncilEvent> {
  if (kind === 'calendar-changed') return recount(state, context);
  if (kind !== 'agenda-settled') throw new Error(`a council knows no message ${kind}`);
  const { itemId, settlement } = data as { itemId: string; settlement: Settlement };
  const item = itemOf(state, itemId);
  if (!item?.escalation) throw new Error(`item ${itemId} was not put before the body above`);
  const { settlement: earlier } = item.escalation;
  if (earlier && isFinal(earlier) && (!settlement.reconsidered || settlement.outcome === earlier.outcome))
    return { events: [] };
  const received: CouncilEvent = { type: 'settlement-received', data: { itemId, settlement } };
  // A closed council owes nothing any more; those who are named in it, staff and secretary are told.
  const isOver = state.stage === 'closed';
  const owed = isFinal(settlement) && !isOver ? owedFor(evolve(state, received), item, settlement, context) : [];
  const events = standingStill(state, [received, ...noLongerOwed(state, item, settlement, context), ...owed], context);
  return {
    events: withClosing(state, events, context.now),
    agenda: item.origin && isFinal(settlement) ? [{ settle: { agendaItemId: item.origin, settlement } }] : [],
    notices: [
      {
        kind: 'council-settlement',
        clause: clauseOfEscalation(state),
        persons: participantsOf(state),
        roles: ['staff', 'secretary'],
        params: { by: settlement.by, outcome: settlement.outcome, until: settlement.postponedTo },
      },
    ],
  };
}

/** PWR-4.2: what was adopted and is not any more, when it was decided again, is neither told nor put to the assembly nor carried out. */
function noLongerOwed(
  { duties, tasks }: CouncilState,
  { id }: AgendaItem,
  { reconsidered, outcome }: Settlement,
  { now }: Unattended,
): CouncilEvent[] {
  if (!reconsidered || outcome === 'adopted') return [];
  const keys = [`publish-result:${id}`, `tell-concerned:${id}`, `hand-to-assembly:${id}`];
  const carried = tasks.filter(({ itemId }) => itemId === id).map((task) => `carry-out-task:${task.id}`);
  // What was overdue by then stays late.
  return replaceDuties(duties, (key) => keys.includes(key) || carried.includes(key), now);
}

/** What had been assigned before it was dropped, and is carried out again. */
function tasksAgain(state: CouncilState, id: string, { calendar, now }: Unattended): CouncilEvent[] {
  const remind = state.rulebook['deadline.remindDaysAhead'];
  return openTasks(state)
    .filter(({ itemId }) => itemId === id)
    .map((task) => {
      const due = fixedDay(task.dueOn, 'HDA-11.3.2', calendar);
      return setDuty(`carry-out-task:${task.id}`, 'carry-out-task', due, remind, now);
    });
}

/** HDA-11.3.1, HDA-11.3.3: residents read the decision; what was adopted is told and goes on to the assembly. */
function owedFor(
  state: CouncilState,
  { id }: AgendaItem,
  { outcome }: Settlement,
  context: Unattended,
): CouncilEvent[] {
  const publish = { kind: 'publish-result', within: 'council.publishWithinDays', clause: 'HDA-11.3.3' } as const;
  const owed: CouncilEvent[] = [promptly(state, { ...publish, subject: id }, context)];
  if (outcome !== 'adopted') return owed;
  const tell = { kind: 'tell-concerned', within: 'council.tellWithinDays', clause: 'HDA-11.3.3' } as const;
  owed.push(promptly(state, { ...tell, subject: id }, context), ...tasksAgain(state, id, context));
  return state.level === 'community' ? [...owed, handOver(state, id, context)] : owed;
}

/** A postponed item goes back on the agenda of its own council on its day [HDA-11.2.1]. */
export function returnPostponed(
  state: CouncilState,
  itemId: string,
  { now, today }: Unattended,
): Decision<CouncilEvent> {
  const item = itemOf(state, itemId);
  if (!item?.postponed || item.postponed.returnedOn !== null) return { events: [] };
  const { until } = item.postponed;
  if (now < startOfDay(until)) return { events: [] };
  const place = { body: 'council', organisationId: state.organisationId } as const;
  const { title } = item;
  return {
    events: withClosing(state, [{ type: 'item-returned', data: { itemId, on: today } }], now),
    agenda: [{ put: { ...place, itemId, reason: 'postponed', title, category: state.category, openFrom: until } }],
    notices: [
      { kind: 'council-item-returned', clause: 'HDA-11.2.1', roles: ['staff', 'secretary'], params: { until } },
    ],
  };
}

/** What became of the items that were taken up from the agenda, for whoever put them there. */
export function settledOrigins(state: CouncilState): AgendaChange[] {
  return state.items.flatMap(({ origin, outcome, decidedOn, postponed }) => {
    if (!origin || !decidedOn) return [];
    if (outcome !== 'adopted' && outcome !== 'dropped' && outcome !== 'postponed') return [];
    const settlement: Settlement = {
      by: 'council',
      outcome,
      decidedOn,
      postponedTo: postponed?.until ?? null,
      reference: null,
      note: null,
    };
    return [{ settle: { agendaItemId: origin, settlement } }];
  });
}
