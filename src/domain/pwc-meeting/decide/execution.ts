import type { CivilDate } from '../../calendar/civil-date';
import { doneOn, meetDuty, voidDuties } from '../../procedure/deadline';
import type { Settlement } from '../../agenda';
import type { Context, Decision, Message, Unattended } from '../../procedure/model';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import { reaches, HALF_OR_MORE } from '../../threshold';
import { evolve } from '../evolve';
import {
  effectiveOn,
  isAdopted,
  isResolved,
  itemOf,
  holderOf,
  openTasks,
  openTasksOf,
  participantsOf,
  referredItems,
  secretaryOf,
  standingItems,
  unassignedItems,
  untoldItems,
} from '../reading';
import type { Dissent, MeetingEvent, MeetingState, Task } from '../state';
import { promptly } from '../../procedure/prompt-duty';
import { release, unknownItem } from './agenda';
import { owedFor, taskDuty, withClosing } from './owed';

type Outcome = Decision<MeetingEvent> | Refusal;

export interface TellInput {
  readonly itemIds: readonly string[];
  readonly on: CivilDate;
  readonly how: 'written' | 'oral';
  readonly audience: string;
}

/** PWW-3.1b: what was decided is told to the subordinate organisations and members. */
export function tellDownward(state: MeetingState, input: TellInput, context: Context): Outcome {
  const itemIds = [...new Set(input.itemIds)];
  const untold = untoldItems(state);
  for (const itemId of itemIds) {
    const item = untold.find(({ id }) => id === itemId);
    if (!item) return refuse('pwc.item-not-to-tell', 'PWW-3.1b', { itemId });
    const from = effectiveOn(item) ?? context.today;
    if (input.on < from || input.on > context.today)
      return refuse('pwc.told-out-of-time', 'PWW-3.1b', { on: input.on, from, to: context.today });
  }
  const { on, how } = input;
  const told: MeetingEvent = {
    type: 'decisions-told',
    data: { itemIds, on, how, audience: context.keep(input.audience) },
  };
  const met = itemIds.flatMap((id) => meetDuty(state.duties, `tell-downward:${id}`, doneOn(on, context.now)));
  return { events: withClosing(state, [told, ...met], context.now), answer: { left: untold.length - itemIds.length } };
}

export interface AssignInput {
  readonly itemId: string;
  readonly what: string;
  readonly responsibleId: string;
  readonly coordinatorId?: string | undefined;
  readonly dueOn: CivilDate;
}

/**
 * PWR-4.1, PWR-4.2, PWW-3.2: a dated task of a member by portfolio, who is directly responsible, while the secretary is first responsible;
 * across portfolios another member coordinates it.
 */
export function assignTask(state: MeetingState, input: AssignInput, context: Context): Outcome {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  if (!isAdopted(item)) return refuse('pwc.nothing-to-carry-out', 'PWR-4.4');
  const { responsibleId, dueOn } = input;
  const coordinatorId = input.coordinatorId ?? null;
  if (!holderOf(state, responsibleId)) return refuse('pwc.not-a-member', 'PWR-4.2', { personId: responsibleId });
  if (coordinatorId !== null && (!holderOf(state, coordinatorId) || coordinatorId === responsibleId))
    return refuse('pwc.coordinator-not-another-member', 'PWR-4.1', { personId: coordinatorId });
  if (dueOn < context.today) return refuse('pwc.task-due-in-the-past', 'PWR-4.4', { dueOn, today: context.today });
  const firstResponsibleId = secretaryOf(state);
  if (firstResponsibleId === null) return refuse('pwc.roster-without-secretary', 'PWR-3.1.2', { secretaries: 0 });
  const task: Task = {
    id: context.id('task'),
    itemId: item.id,
    what: context.keep(input.what),
    firstResponsibleId,
    responsibleId,
    coordinatorId,
    dueOn,
    progress: [],
    doneOn: null,
    withdrawnOn: null,
  };
  const persons = [responsibleId, ...(coordinatorId === null ? [] : [coordinatorId])];
  return {
    events: [
      { type: 'task-assigned', data: { task } },
      ...meetDuty(state.duties, `assign-task:${item.id}`, context.now),
      taskDuty(state, task.id, dueOn, context),
    ],
    notices: [{ kind: 'pwc-task-assigned', clause: 'PWR-4.4', persons, params: { dueOn } }],
    answer: { taskId: task.id },
  };
}

/** PWR-4.4: what was adopted needs nobody to carry it out, for a reason. */
export function noteNoTask(
  state: MeetingState,
  { itemId, reason }: { itemId: string; reason: string },
  context: Context,
): Outcome {
  if (!itemOf(state, itemId)) return unknownItem(itemId);
  if (!unassignedItems(state).some(({ id }) => id === itemId)) return refuse('pwc.nothing-to-assign', 'PWR-4.4');
  const noted: MeetingEvent = { type: 'no-task-needed', data: { itemId, reason: context.keep(reason) } };
  const met = meetDuty(state.duties, `assign-task:${itemId}`, context.now);
  return { events: withClosing(state, [noted, ...met], context.now) };
}

/** PWR-4.4: how far a task has come. */
export function reportProgress(
  state: MeetingState,
  input: { taskId: string; text: string },
  context: Context,
): Outcome {
  const task = openTask(state, input.taskId, context);
  if (isRefusal(task)) return task;
  const { now: at, actor } = context;
  const data = { taskId: task.id, text: context.keep(input.text), by: actor.personId, at };
  return { events: [{ type: 'progress-reported', data }] };
}

/** PWR-4.4: a task is done, in time or late. */
export function completeTask(
  state: MeetingState,
  input: { taskId: string; text: string; doneOn: CivilDate },
  context: Context,
): Outcome {
  const task = openTask(state, input.taskId, context);
  if (isRefusal(task)) return task;
  const { now: at, today, actor } = context;
  const item = itemOf(state, task.itemId);
  const from = (item && effectiveOn(item)) ?? today;
  if (input.doneOn < from || input.doneOn > today)
    return refuse('pwc.done-out-of-time', 'PWR-4.4', { on: input.doneOn, from, to: today });
  const data = { taskId: task.id, text: context.keep(input.text), by: actor.personId, at, on: input.doneOn };
  const done: MeetingEvent = { type: 'task-completed', data };
  const met = meetDuty(state.duties, `carry-out-task:${task.id}`, doneOn(input.doneOn, at));
  return {
    events: withClosing(state, [done, ...met], at),
    notices: [{ kind: 'pwc-task-done', clause: 'PWR-4.4', persons: [task.firstResponsibleId], params: {} }],
  };
}

/** A task that was a mistake, or is to be another member's. When it was the item's only one, another is owed. */
export function withdrawTask(
  state: MeetingState,
  input: { taskId: string; reason: string },
  context: Context,
): Outcome {
  const task = openTasks(state).find(({ id }) => id === input.taskId);
  if (!task) return unknownTask(input.taskId);
  const { now: at, today: on, actor } = context;
  const data = { taskId: task.id, reason: context.keep(input.reason), by: actor.personId, at, on };
  const withdrawn: MeetingEvent = { type: 'task-withdrawn', data };
  const key = `carry-out-task:${task.id}`;
  const isLate = (state.duties[key]?.dueAt ?? Infinity) <= at;
  const over = isLate ? meetDuty(state.duties, key, at) : voidDuties(state.duties, (one) => one === key);
  const isOnly = unassignedItems(evolve(state, withdrawn)).some(({ id }) => id === task.itemId);
  const assign = { kind: 'assign-task', within: 'pwc.assignWithinDays', clause: 'PWR-4.4' } as const;
  const owed = isOnly ? [promptly(state, { ...assign, subject: task.itemId }, context)] : [];
  return {
    events: withClosing(state, [withdrawn, ...over, ...owed], at),
    notices: [{ kind: 'pwc-task-withdrawn', clause: 'PWR-4.4', persons: [task.responsibleId], params: {} }],
  };
}

function openTask(state: MeetingState, taskId: string, { actor }: Context): Task | Refusal {
  return openTasksOf(state, actor).find(({ id }) => id === taskId) ?? unknownTask(taskId);
}

function unknownTask(taskId: string): Refusal {
  return refuse('pwc.unknown-task', null, { taskId });
}

/** PWR-4.3: a member disagrees with what was resolved: kept inside or sent upward, it suspends nothing. */
export function recordDissent(
  state: MeetingState,
  input: { itemId: string; text: string; route: Dissent['route'] },
  context: Context,
): Outcome {
  const item = itemOf(state, input.itemId);
  if (!item) return unknownItem(input.itemId);
  if (!isResolved(item)) return refuse('pwc.nothing-resolved', 'PWR-4.3');
  const { personId } = context.actor;
  const dissent = { personId, text: context.keep(input.text), route: input.route, at: context.now };
  return { events: [{ type: 'dissent-recorded', data: { itemId: item.id, dissent } }] };
}

export interface ReopenInput {
  readonly itemId: string;
  /** The new circumstance. */
  readonly reason: string;
  readonly supporters?: readonly { readonly personId: string }[] | undefined;
}

/**
 * PWR-4.2: a new circumstance: with the secretary's consent the matter comes before a meeting again; nothing else changes what was
 * resolved [PWR-4.3]. A rulebook may also ask that half or more of the members want it.
 */
export function reopenItem(state: MeetingState, input: ReopenInput, context: Context): Outcome {
  const item = standingItems(state).find(({ id }) => id === input.itemId);
  if (!item) return unknownItem(input.itemId);
  const supporters = [...new Set((input.supporters ?? []).map(({ personId }) => personId))];
  const stranger = supporters.find((personId) => !holderOf(state, personId));
  if (stranger) return refuse('pwc.not-a-member', 'PWR-4.2', { personId: stranger });
  const due = state.holders.length;
  const isGated = state.rulebook['pwc.reconsiderationByHalf'] === 1;
  if (isGated && !reaches(HALF_OR_MORE, supporters.length, due))
    return refuse('pwc.too-few-for-reconsideration', 'PWR-4.2', { supporters: supporters.length, due });
  const { today: on, actor } = context;
  const { category, traits } = item;
  return {
    events: [
      {
        type: 'item-reopened',
        data: { itemId: item.id, reason: context.keep(input.reason), supporters, on, by: actor.personId },
      },
    ],
    agenda: [
      {
        put: {
          body: 'pwc',
          organisationId: state.organisationId,
          itemId: item.id,
          reason: 'reconsideration',
          title: item.title,
          category,
          openFrom: on,
          matter: { category, traits },
          major: item.major,
        },
      },
    ],
    notices: [{ kind: 'pwc-item-reopened', clause: 'PWR-4.2', roles: ['party-affairs-office'], params: {} }],
  };
}

export interface DistrictDecisionInput {
  readonly itemId: string;
  readonly outcome: 'adopted' | 'dropped';
  readonly on: CivilDate;
  readonly reference: string;
}

/** Reading 3: what the district committee decided on an item that recusals kept from a vote; it is told and carried out like any other. */
export function enterDistrictDecision(state: MeetingState, input: DistrictDecisionInput, context: Context): Outcome {
  const item = referredItems(state).find(({ id }) => id === input.itemId);
  if (!item) return unknownItem(input.itemId);
  const { outcome, on } = input;
  const from = item.decidedOn ?? context.today;
  if (on < from || on > context.today)
    return refuse('pwc.decided-out-of-time', 'PWR-3.1.12', { on, from, to: context.today });
  const reference = context.keep(input.reference);
  const replaced: MeetingEvent = {
    type: 'decision-replaced',
    data: { itemId: item.id, replacement: { outcome, on, reference } },
  };
  const settlement: Settlement = { by: 'pwc', outcome, decidedOn: on, postponedTo: null, reference, note: null };
  return {
    events: [replaced, ...owedFor(evolve(state, replaced), item.id, context)],
    agenda: [{ settle: { agendaItemId: item.agendaItemId, settlement } }],
  };
}

/** PWR-4.2: what a later meeting made of an item that was reopened; where it did not stand by it, nothing of it is carried out any more. */
export function receiveReconsideration(
  state: MeetingState,
  { data }: Message,
  context: Unattended,
): Decision<MeetingEvent> {
  const { itemId, settlement } = data as { itemId: string; settlement: Settlement };
  const item = itemOf(state, itemId);
  if (!item) throw new Error(`a PWC meeting has no item ${itemId}`);
  const { outcome, decidedOn: on } = settlement;
  if ((item.replaced && !settlement.reconsidered) || outcome === 'postponed') return { events: [] };
  const events: MeetingEvent[] = [
    { type: 'decision-replaced', data: { itemId, replacement: { outcome, on, reference: null } } },
  ];
  if (outcome !== 'adopted') {
    const tasks = state.tasks.filter((task) => task.itemId === itemId).map(({ id }) => `carry-out-task:${id}`);
    events.push(...voidDuties(state.duties, (key) => key === `assign-task:${itemId}` || tasks.includes(key)));
  }
  return {
    events: withClosing(state, events, context.now),
    notices: [{ kind: 'pwc-reconsidered', clause: 'PWR-4.2', persons: participantsOf(state), params: { outcome } }],
  };
}

/** Whatever was not decided goes back on the agenda. */
export function cancel(state: MeetingState, { reason }: { reason: string }, context: Context): Outcome {
  const open = state.items.filter(({ outcome }) => outcome === null);
  return {
    events: [
      { type: 'pwc-meeting-cancelled', data: { at: context.now, reason: context.keep(reason) } },
      ...voidDuties(state.duties, () => true),
    ],
    agenda: open.map((item) => release(item)),
    notices: state.notice
      ? [
          {
            kind: 'pwc-meeting-cancelled',
            clause: 'PWR-3.1.6a',
            persons: state.members.map(({ personId }) => personId),
            params: {},
          },
        ]
      : [],
  };
}
