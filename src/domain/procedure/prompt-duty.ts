import { dueWithin } from '../calendar/deadline';
import type { ClauseId } from '../clause';
import type { RulebookKey, RulebookValues } from '../rulebook';
import { setDuty, type DutyEvent } from './deadline';
import type { Unattended } from './model';

/** Parameters that are a number of days. */
type DaysKey = Extract<RulebookKey, `${string}WithinDays`>;

/** "Promptly" (及时): a duty within the rulebook's days from today, reading 10. Its key is its kind, and its subject where there are several. */
export function promptly(
  { rulebook }: { readonly rulebook: RulebookValues },
  duty: { kind: string; subject?: string; within: DaysKey; clause: ClauseId },
  { now, today, calendar }: Unattended,
): Extract<DutyEvent, { type: 'deadline-set' }> {
  const { kind, subject, within, clause } = duty;
  const deadline = dueWithin({ eventOn: today, days: rulebook[within], unit: 'natural', clause }, calendar);
  const key = subject === undefined ? kind : `${kind}:${subject}`;
  return setDuty(key, kind, deadline, rulebook['deadline.remindDaysAhead'], now);
}
