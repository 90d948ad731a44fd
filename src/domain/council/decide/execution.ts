import type { CivilDate } from '../../calendar/civil-date';
import { fixedDay } from '../../calendar/deadline';
import { doneOn, isOwed, meetDuty, setDuty } from '../../procedure/deadline';
import type { Context, Decision } from '../../procedure/model';
import { isRefusal, refuse, type Refusal } from '../../refusal';
import { isPassed, itemOf, itemsToFile, itemsToHandOver, openTasks, openTasksOf } from '../reading';
import type { AgendaItem, CouncilEvent, CouncilState, Hearing, Task } from '../state';
import { unknownItem } from './attendance';
import { promptly } from '../../procedure/prompt-duty';
import { withClosing } from './duties';

type Outcome = Decision<CouncilEvent> | Refusal;

/** HDA-11.3.1: Party organisation and residents' committee put what passed to the assembly; recorded until that step is run here. */
export function handToAssembly(
  state: CouncilState,
  input: { itemIds: readonly string[]; note?: string | undefined },
  context: Context,
): Outcome {
  const open = itemsToHandOver(state).map(({ id }) => id);
  const other = input.itemIds.find((id) => !open.includes(id));
  if (other) return refuse('council.item-not-to-hand-over', 'HDA-11.3.1', { itemId: other });
  const itemIds = [...new Set(input.itemIds)];
  const note = input.note ? context.keep(input.note) : null;
  const handed: CouncilEvent = { type: 'handed-to-assembly', data: { itemIds, on: context.today, note } };
  const met = itemIds.flatMap((id) => meetDuty(state.duties, `hand-to-assembly:${id}`, context.now));
  return { events: withClosing(state, [handed, ...met], context.now), answer: { left: open.length - itemIds.length } };
}

export interface AssignTaskInput {
  readonly itemId: string;
  readonly what: string;
  readonly responsibleId: string;
  readonly dueOn: CivilDate;
  /** HDA-4: the hearing on a matter of broad interest, told with its first task. */
  readonly hearing?: { readonly heldOn: CivilDate; readonly result: string } | undefined;
  readonly noHearingReason?: string | undefined;
}

/**
 * HDA-11.3.2: a dated task to carry out a passed item; not before the item went on to the assembly, or into the file, and not before a
 * hearing was held where one is needed [HDA-4].
 */
export function assignTask(state: CouncilState, input: AssignTaskInput, context: Context): Outcome {
  const item = passedItem(state, input.itemId);
  if (isRefusal(item)) return item;
  if (state.level === 'community' && item.handedOverOn === null)
    return refuse('council.not-handed-over', 'HDA-11.3.1', { itemId: item.id });
  if (itemsToFile(state).includes(item)) return refuse('council.not-filed', 'HDA-11.2.2', { itemId: item.id });
  const hearing = hearingFor(state, item, { input, context });
  if (isRefusal(hearing)) return hearing;
  if (input.dueOn < context.today)
    return refuse('council.task-due-in-the-past', 'HDA-11.3.2', { dueOn: input.dueOn, today: context.today });
  const id = context.id('task');
  const { responsibleId, dueOn } = input;
  const what = context.keep(input.what);
  const task: Task = {
    id,
    itemId: item.id,
    what,
    responsibleId,
    dueOn,
    assignedOn: context.today,
    progress: [],
    doneOn: null,
    withdrawnOn: null,
  };
  const remind = state.rulebook['deadline.remindDaysAhead'];
  return {
    events: [
      ...hearing.events,
      { type: 'task-assigned', data: { task } },
      setDuty(
        `carry-out-task:${id}`,
        'carry-out-task',
        fixedDay(dueOn, 'HDA-11.3.2', context.calendar),
        remind,
        context.now,
      ),
    ],
    notices: [
      { kind: 'council-task-assigned', clause: 'HDA-11.3.2', persons: [responsibleId], params: { dueOn } },
      ...(hearing.notices ?? []),
    ],
    answer: { taskId: id },
  };
}

/**
 * HDA-4: a matter of broad interest is not carried out before its hearing. One that came from a hearing has had it; for others the hearing is
 * noted once, or why none was needed, which the supervision committee is told (reading 13).
 */
function hearingFor(
  state: CouncilState,
  item: AgendaItem,
  { input, context }: { input: AssignTaskInput; context: Context },
): Decision<CouncilEvent> | Refusal {
  const { hearing: held, noHearingReason } = input;
  const isTold = held !== undefined || noHearingReason !== undefined;
  if (!state.broadInterest || state.source === 'hearing' || item.hearing) {
    // What somebody wrote is kept or refused, never passed over.
    return isTold ? refuse('council.hearing-not-asked', 'HDA-4', { itemId: item.id }) : { events: [] };
  }
  if (held && noHearingReason !== undefined) return refuse('council.hearing-and-reason', 'HDA-4', { itemId: item.id });
  if (!isTold) return refuse('council.hearing-first', 'HDA-4', { itemId: item.id });
  if (held && held.heldOn > context.today)
    return refuse('council.hearing-in-the-future', 'HDA-4', { heldOn: held.heldOn, today: context.today });
  const hearing: Hearing = held
    ? { heldOn: held.heldOn, result: context.keep(held.result) }
    : { heldOn: null, notNeeded: context.keep(noHearingReason ?? '') };
  const { personId: by } = context.actor;
  return {
    events: [{ type: 'hearing-noted', data: { itemId: item.id, hearing, by, at: context.now } }],
    notices: held
      ? []
      : [{ kind: 'council-no-hearing', clause: 'HDA-4', roles: ['supervision-committee'], params: {} }],
  };
}

/** HDA-11.3.2: how far a task has come, by whoever is responsible for it or by staff. */
export function reportProgress(
  state: CouncilState,
  input: { taskId: string; text: string },
  context: Context,
): Outcome {
  const task = openTask(state, input.taskId, context);
  if (isRefusal(task)) return task;
  const text = context.keep(input.text);
  const by = context.actor.personId;
  return { events: [{ type: 'progress-reported', data: { taskId: task.id, text, by, at: context.now } }] };
}

/** A task that was a mistake, or that somebody else is to do, is withdrawn for a reason; whoever had it is told. Nothing of it is owed any more. */
export function withdrawTask(
  state: CouncilState,
  input: { taskId: string; reason: string },
  context: Context,
): Outcome {
  const task = openTasks(state).find(({ id }) => id === input.taskId);
  if (!task) return refuse('council.no-open-task', 'HDA-11.3.2');
  const { now: at, today: on, actor } = context;
  const reason = context.keep(input.reason);
  const withdrawn: CouncilEvent = {
    type: 'task-withdrawn',
    data: { taskId: task.id, reason, by: actor.personId, at, on },
  };
  const key = `carry-out-task:${task.id}`;
  const voided: CouncilEvent[] = isOwed(state.duties[key]) ? [{ type: 'deadline-voided', data: { key } }] : [];
  const persons = [task.responsibleId];
  const roles = ['supervision-committee'] as const;
  return {
    events: withClosing(state, [withdrawn, ...voided], at),
    notices: [{ kind: 'council-task-withdrawn', clause: 'HDA-11.3.2', persons, roles, params: {} }],
  };
}

export interface CompleteTaskInput {
  readonly taskId: string;
  readonly text: string;
  readonly doneOn: CivilDate;
  readonly fileId?: string | undefined;
}

/** A task is done on the day it was done, whenever that is entered. */
export function completeTask(state: CouncilState, input: CompleteTaskInput, context: Context): Outcome {
  const task = openTask(state, input.taskId, context);
  if (isRefusal(task)) return task;
  if (input.doneOn > context.today)
    return refuse('council.done-in-the-future', 'HDA-11.3.2', { doneOn: input.doneOn, today: context.today });
  if (input.doneOn < task.assignedOn)
    return refuse('council.done-before-assigned', 'HDA-11.3.2', { doneOn: input.doneOn, assignedOn: task.assignedOn });
  const done: CouncilEvent = {
    type: 'task-completed',
    data: {
      taskId: task.id,
      text: context.keep(input.text),
      by: context.actor.personId,
      at: context.now,
      on: input.doneOn,
      fileId: input.fileId ?? null,
    },
  };
  const met = meetDuty(state.duties, `carry-out-task:${task.id}`, doneOn(input.doneOn, context.now));
  return {
    events: withClosing(state, [done, ...met], context.now),
    notices: [{ kind: 'council-task-done', clause: 'HDA-11.3.2', roles: ['staff', 'secretary'], params: {} }],
  };
}

/** HDA-11.3.2: a member who watches how a passed item is carried out raises a problem or a suggestion; it is answered promptly. */
export function raiseProblem(state: CouncilState, input: { itemId: string; text: string }, context: Context): Outcome {
  const item = passedItem(state, input.itemId);
  if (isRefusal(item)) return item;
  const id = context.id('problem');
  const { now: at, actor } = context;
  const problem = { id, itemId: item.id, text: context.keep(input.text), by: actor.personId, at, answer: null };
  const responsible = state.tasks.filter(({ itemId }) => itemId === item.id).map((task) => task.responsibleId);
  const answer = { kind: 'answer-problem', within: 'council.answerProblemWithinDays', clause: 'HDA-11.3.2' } as const;
  return {
    events: [{ type: 'problem-raised', data: { problem } }, promptly(state, { ...answer, subject: id }, context)],
    notices: [
      {
        kind: 'council-problem-raised',
        clause: 'HDA-11.3.2',
        persons: responsible,
        roles: ['staff', 'secretary'],
        params: {},
      },
    ],
    answer: { problemId: id },
  };
}

/** The answer to a problem goes to whoever raised it. */
export function answerProblem(
  state: CouncilState,
  input: { problemId: string; text: string },
  context: Context,
): Outcome {
  const problem = state.problems.find(({ id }) => id === input.problemId);
  if (!problem || problem.answer) return refuse('council.no-open-problem', 'HDA-11.3.2');
  const text = context.keep(input.text);
  const { now: at, actor } = context;
  const answered: CouncilEvent = {
    type: 'problem-answered',
    data: { problemId: problem.id, text, by: actor.personId, at },
  };
  const met = meetDuty(state.duties, `answer-problem:${problem.id}`, at);
  return {
    events: withClosing(state, [answered, ...met], at),
    notices: [{ kind: 'council-problem-answered', clause: 'HDA-11.3.2', persons: [problem.by], params: {} }],
  };
}

function passedItem(state: CouncilState, itemId: string): AgendaItem | Refusal {
  const item = itemOf(state, itemId);
  if (!item) return unknownItem(itemId);
  return isPassed(item) ? item : refuse('council.nothing-to-carry-out', 'HDA-11.3.2');
}

function openTask(state: CouncilState, taskId: string, { actor }: Context): Task | Refusal {
  return openTasksOf(state, actor).find(({ id }) => id === taskId) ?? refuse('council.no-open-task', 'HDA-11.3.2');
}
