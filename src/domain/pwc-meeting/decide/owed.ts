import { setDuty } from '../../procedure/deadline';
import type { Unattended } from '../../procedure/model';
import { promptly } from '../../procedure/prompt-duty';
import { fixedDay } from '../../calendar/deadline';
import type { CivilDate } from '../../calendar/civil-date';
import { evolve } from '../evolve';
import { isAdopted, isFinished, itemOf, uninformed } from '../reading';
import type { MeetingEvent, MeetingState } from '../state';

/** What is owed once an item is decided: told downward [PWW-3.1b], assigned [PWR-4.4], and told to who was absent [PWR-3.1.10b]. */
export function owedFor(state: MeetingState, itemId: string, context: Unattended): MeetingEvent[] {
  const item = itemOf(state, itemId);
  if (!item) return [];
  const tell = { kind: 'tell-downward', within: 'pwc.tellWithinDays', clause: 'PWW-3.1b' } as const;
  const assign = { kind: 'assign-task', within: 'pwc.assignWithinDays', clause: 'PWR-4.4' } as const;
  const inform = { kind: 'inform-absent', within: 'pwc.tellAbsentWithinDays', clause: 'PWR-3.1.10b' } as const;
  const subject = itemId;
  return [
    promptly(state, { ...tell, subject }, context),
    ...(isAdopted(item) ? [promptly(state, { ...assign, subject }, context)] : []),
    ...(uninformed(item).length > 0 ? [promptly(state, { ...inform, subject }, context)] : []),
  ];
}

/** PWR-4.4: a task is due on the day that was set with it. */
export function taskDuty(
  { rulebook }: MeetingState,
  taskId: string,
  dueOn: CivilDate,
  { now, calendar }: Unattended,
): MeetingEvent {
  const deadline = fixedDay(dueOn, 'PWR-4.4', calendar);
  return setDuty(`carry-out-task:${taskId}`, 'carry-out-task', deadline, rulebook['deadline.remindDaysAhead'], now);
}

/** The events, and after them the end they bring about: the minutes are signed, nothing is owed and no document waits. */
export function withClosing(state: MeetingState, events: readonly MeetingEvent[], now: number): MeetingEvent[] {
  const after = events.reduce<MeetingState>(evolve, state);
  return isFinished(after) ? [...events, { type: 'pwc-meeting-closed', data: { at: now } }] : [...events];
}
