import type { Instant } from '../calendar/civil-date';
import type { Role } from '../permissions';
import { PHASES, type Duties, type DutyEvent, type DutyState, type Phase, type Timer } from './deadline';
import type { Decision, Notice } from './model';

/** The moments at which a duty speaks up by itself, and whom it tells. */

const SEPARATOR = '/';

/** The moments still to come for every duty that is owed. */
export function dutyTimers(duties: Duties): Timer[] {
  return Object.entries(duties).flatMap(([key, duty]) => {
    if (duty.status !== 'open') return [];
    return PHASES.flatMap((phase) => {
      const at = duty.moments[phase];
      return at === null || duty.passed.includes(phase) ? [] : [{ key: `${key}${SEPARATOR}${phase}`, at }];
    });
  });
}

/** Who is told of a duty: those who carry it through at every moment, `supervisors` also once it is overdue. */
export interface Told {
  readonly now: Instant;
  readonly persons: readonly string[];
  readonly roles: readonly Role[];
  readonly supervisors: readonly Role[];
}

/**
 * What becomes of a duty when one of its moments has come: nothing when it is no longer open or was told already. After an outage in
 * which several moments passed, only the last word is told to people.
 */
export function elapseDuty(duties: Duties, timerKey: string, told: Told): Decision<DutyEvent> {
  const timer = readDutyTimer(timerKey);
  const duty = timer && duties[timer.key];
  if (!timer || !duty || duty.status !== 'open' || duty.passed.includes(timer.phase)) return { events: [] };
  const events: DutyEvent[] = [{ type: 'deadline-told', data: timer }];
  return { events, notices: isOutrun(duty, timer.phase, told.now) ? [] : [noticeOf(duty, timer.phase, told)] };
}

function readDutyTimer(timerKey: string): { key: string; phase: Phase } | null {
  const at = timerKey.lastIndexOf(SEPARATOR);
  const phase = PHASES.find((name) => name === timerKey.slice(at + 1));
  return at > 0 && phase ? { key: timerKey.slice(0, at), phase } : null;
}

/** A later moment of the same duty has come as well. */
function isOutrun(duty: DutyState, phase: Phase, now: Instant): boolean {
  return PHASES.slice(PHASES.indexOf(phase) + 1).some((later) => {
    const at = duty.moments[later];
    return at !== null && at <= now;
  });
}

function noticeOf({ kind, clause, dueOn }: DutyState, phase: Phase, { persons, roles, supervisors }: Told): Notice {
  return {
    kind: `deadline-${phase}`,
    clause,
    persons,
    roles: phase === 'overdue' ? [...roles, ...supervisors] : roles,
    params: { duty: kind, dueOn },
  };
}
