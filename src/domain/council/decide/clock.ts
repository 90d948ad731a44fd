import { civilDateOf, type CivilDate } from '../../calendar/civil-date';
import { isRunning, meetDuty, moveDuty } from '../../procedure/deadline';
import type { Context, Decision, Unattended } from '../../procedure/model';
import { daysSince, extendedTo, pauseDuties, recountDuties, resumeDuties } from '../../procedure/moved-duties';
import { refuse, type Refusal } from '../../refusal';
import { hangingPapers, isMovable, participantsOf } from '../reading';
import type { CouncilEvent, CouncilState } from '../state';
import { promptly } from '../../procedure/prompt-duty';
import { standingStill } from './duties';

type Outcome = Decision<CouncilEvent> | Refusal;

/** An extension, approved by the secretary for a stated reason before the day has passed; the supervision committee is told. */
export function extendDeadline(
  state: CouncilState,
  input: { key: string; dueOn: CivilDate; reason: string },
  context: Context,
): Outcome {
  const duty = state.duties[input.key];
  if (!duty || !isRunning(duty, context.now) || !isMovable(duty))
    return refuse('deadline.not-extendable', duty?.clause ?? null, { key: input.key });
  if (input.dueOn <= duty.dueOn)
    return refuse('deadline.extended-to-no-later-day', duty.clause, { dueOn: duty.dueOn, asked: input.dueOn });
  const moved = moveDuty(input.key, extendedTo(duty, input.dueOn, context.calendar), {
    cause: 'extended',
    reason: context.keep(input.reason),
    approvedBy: context.actor.personId,
    remindDaysAhead: state.rulebook['deadline.remindDaysAhead'],
    now: context.now,
  });
  const params = { duty: duty.kind, from: duty.dueOn, to: input.dueOn };
  const roles = ['staff', 'supervision-committee'] as const;
  return { events: [moved], notices: [{ kind: 'deadline-extended', clause: duty.clause, roles, params }] };
}

/** Suspends the council for a stated reason: its clock stops until it is resumed. Papers on the board hang on. */
export function suspend(state: CouncilState, input: { reason: string }, context: Context): Outcome {
  const { now: at, actor } = context;
  return {
    events: [
      { type: 'council-suspended', data: { at, reason: context.keep(input.reason), by: actor.personId } },
      ...pauseDuties(state.duties, isMovable, context),
    ],
    notices: [
      {
        kind: 'council-suspended',
        clause: null,
        persons: participantsOf(state),
        roles: ['staff', 'supervision-committee'],
        params: {},
      },
    ],
  };
}

/** Resumes it: what stood still ends as many days later as the suspension lasted. */
export function resume(state: CouncilState, input: { reason: string }, context: Context): Outcome {
  const { suspension } = state;
  if (!suspension) return refuse('council.not-suspended', null);
  const days = daysSince(suspension.at, context.now);
  const remindDaysAhead = state.rulebook['deadline.remindDaysAhead'];
  return {
    events: [
      {
        type: 'council-resumed',
        data: { at: context.now, reason: context.keep(input.reason), by: context.actor.personId, days },
      },
      ...resumeDuties(state.duties, civilDateOf(suspension.at), { ...context, remindDaysAhead }),
    ],
    notices: [
      { kind: 'council-resumed', clause: null, persons: participantsOf(state), roles: ['staff'], params: { days } },
    ],
    answer: { days },
  };
}

/** Reading 6: a new holiday table. Whoever carries the council through is told of each day that moved. */
export function recount(state: CouncilState, context: Unattended): Decision<CouncilEvent> {
  const remindDaysAhead = state.rulebook['deadline.remindDaysAhead'];
  const events = recountDuties(state.duties, { ...context, remindDaysAhead });
  const { chair, recorder } = state.officers;
  const notices = events.flatMap((event) => {
    if (event.type !== 'deadline-moved') return [];
    const { key, deadline } = event.data;
    const before = state.duties[key];
    if (!before || before.dueOn === deadline.dueOn) return [];
    const params = { duty: before.kind, from: before.dueOn, to: deadline.dueOn };
    return [
      {
        kind: 'deadline-recounted',
        clause: 'LAW-CC-203',
        persons: [chair, recorder],
        roles: ['staff'],
        params,
      } as const,
    ];
  });
  return { events: standingStill(state, events, context), notices };
}

export interface RecordRemovalInput {
  readonly publicationId: string;
  readonly reason: string;
}

/**
 * A paper that came off the board before its days were over [LAW-RCL-34]: its result is owed to residents anew, for the full days. The
 * supervision committee is told.
 */
export function recordRemoval(state: CouncilState, input: RecordRemovalInput, context: Context): Outcome {
  const paper = hangingPapers(state, context.now).find(({ id }) => id === input.publicationId);
  if (!paper) return refuse('paper.unknown', null, { publicationId: input.publicationId });
  const publish = { kind: 'publish-result', within: 'council.publishWithinDays', clause: 'LAW-RCL-34' } as const;
  const { now: at, actor } = context;
  // What a later paper shows by now is owed to nobody.
  const isShownByIt = state.items.some(({ published }) => Object.values(published).includes(paper.id));
  return {
    events: [
      {
        type: 'publication-removed-early',
        data: { publicationId: paper.id, at, reason: context.keep(input.reason), by: actor.personId },
      },
      ...meetDuty(state.duties, `publish-result:${paper.id}`, at),
      ...(isShownByIt ? [promptly(state, { ...publish, subject: paper.id }, context)] : []),
    ],
    notices: [
      { kind: 'council-paper-removed', clause: 'LAW-RCL-34', roles: ['staff', 'supervision-committee'], params: {} },
    ],
  };
}
