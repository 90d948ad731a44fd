import type { Deadline } from '../calendar/deadline';
import type { TextRef } from '../text-ref';
import { addDays, atTime, endOfDay, type CivilDate, type Instant } from '../calendar/civil-date';

/** What happens to an open deadline as time passes, in this order. */
export const PHASES = ['remind', 'due', 'overdue'] as const;
export type Phase = (typeof PHASES)[number];

/** A dated duty of a procedure: what is owed, until when, and how far its reminders have gone. */
export interface DutyState extends Deadline {
  readonly kind: string;
  readonly status: 'open' | 'overdue' | 'paused' | 'met' | 'void';
  readonly moments: Readonly<Record<Phase, Instant | null>>;
  readonly passed: readonly Phase[];
  readonly metAt: Instant | null;
  /** While its clock stands still: since which day; missing in older records, where it stands still since the suspension. */
  readonly pausedOn: CivilDate | null;
  /** The days on which it was due before it was moved, the oldest first: an old date stays readable. */
  readonly earlier: readonly EarlierDay[];
}

/** Why a duty was moved to another day. */
export type MoveCause = 'extended' | 'suspended' | 'calendar';

export interface EarlierDay {
  readonly dueOn: CivilDate;
  readonly cause: MoveCause;
  readonly movedAt: Instant;
}

export type Duties = Readonly<Record<string, DutyState>>;

/** Events that every kind of procedure shares: a duty is set, told of, met, or falls away. */
export type DutyEvent =
  | {
      readonly type: 'deadline-set';
      readonly data: { key: string; kind: string; deadline: Deadline; moments: DutyState['moments'] };
    }
  | {
      readonly type: 'deadline-moved';
      readonly data: {
        key: string;
        deadline: Deadline;
        moments: DutyState['moments'];
        cause: MoveCause;
        at: Instant;
        reason: TextRef | null;
        approvedBy: string | null;
      };
    }
  | { readonly type: 'deadline-paused'; readonly data: { key: string; on: CivilDate } }
  | { readonly type: 'deadline-told'; readonly data: { key: string; phase: Phase } }
  | { readonly type: 'deadline-met'; readonly data: { key: string; at: Instant } }
  | { readonly type: 'deadline-voided'; readonly data: { key: string } };

/** The hour (Asia/Shanghai) at which people are reminded. */
const OFFICE_OPENS = '09:00';

/**
 * Sets a duty: people are reminded `remindDaysAhead` days before the due day and again on its morning, and it is overdue when the
 * due day has ended. A reminder whose moment has already gone by is left out.
 */
export function setDuty(
  key: string,
  kind: string,
  deadline: Deadline,
  remindDaysAhead: number,
  now: Instant,
): Extract<DutyEvent, { type: 'deadline-set' }> {
  return { type: 'deadline-set', data: { key, kind, deadline, moments: momentsOf(deadline, remindDaysAhead, now) } };
}

/** Moves a duty to another day: it is told of anew, and it is overdue no longer when the new day is still to come. */
export function moveDuty(
  key: string,
  deadline: Deadline,
  move: { cause: MoveCause; reason?: TextRef; approvedBy?: string; remindDaysAhead: number; now: Instant },
): DutyEvent {
  const { cause, reason = null, approvedBy = null, remindDaysAhead, now } = move;
  const moments = momentsOf(deadline, remindDaysAhead, now);
  return { type: 'deadline-moved', data: { key, deadline, moments, cause, at: now, reason, approvedBy } };
}

function momentsOf({ dueOn, dueAt }: Deadline, remindDaysAhead: number, now: Instant): DutyState['moments'] {
  const later = (moment: Instant) => (moment > now ? moment : null);
  return {
    remind: remindDaysAhead > 0 ? later(atTime(addDays(dueOn, -remindDaysAhead), OFFICE_OPENS)) : null,
    due: later(atTime(dueOn, OFFICE_OPENS)),
    overdue: dueAt,
  };
}

/** Meets a duty if it is still owed; a duty met after its day stays visible as late (`metAt` ≥ `dueAt`). */
export function meetDuty(duties: Duties, key: string, at: Instant): DutyEvent[] {
  return isOwed(duties[key]) ? [{ type: 'deadline-met', data: { key, at } }] : [];
}

/** The moment that counts for something done on a day and entered later: the last of that day, or now when the day still lasts. */
export function doneOn(day: CivilDate, now: Instant): Instant {
  return Math.min(now, endOfDay(day) - 1);
}

/** Lets every duty that is still owed and that `which` selects fall away. */
export function voidDuties(duties: Duties, which: (key: string, duty: DutyState) => boolean): DutyEvent[] {
  return Object.entries(duties)
    .filter(([key, duty]) => isOwed(duty) && which(key, duty))
    .map(([key]) => ({ type: 'deadline-voided', data: { key } }));
}

/** Lets duties go that something new replaces: what was overdue by then stays on record as made up late. */
export function replaceDuties(duties: Duties, which: (key: string) => boolean, now: Instant): DutyEvent[] {
  const late = Object.entries(duties).filter(([key, duty]) => which(key) && isOwed(duty) && duty.dueAt <= now);
  return [
    ...late.flatMap(([key]) => meetDuty(duties, key, now)),
    ...voidDuties(duties, (key, { dueAt }) => which(key) && dueAt > now),
  ];
}

/** Open, and its day is not over: at 24:00 it is, whether or not its timer has said so yet. */
export function isRunning({ status, dueAt }: DutyState, now: Instant): boolean {
  return status === 'open' && now < dueAt;
}

/** A duty that still has to be done, in time or late, or once the procedure goes on. */
export function isOwed(duty: DutyState | undefined): boolean {
  return duty !== undefined && ['open', 'overdue', 'paused'].includes(duty.status);
}

export function isDutyEvent(event: { readonly type: string }): event is DutyEvent {
  return event.type.startsWith('deadline-');
}

/** The duties after an event. */
export function evolveDuties(duties: Duties, event: DutyEvent): Duties {
  const { key } = event.data;
  if (event.type === 'deadline-set') {
    const { kind, deadline, moments } = event.data;
    return {
      ...duties,
      [key]: { ...deadline, kind, moments, status: 'open', passed: [], metAt: null, pausedOn: null, earlier: [] },
    };
  }
  const duty = duties[key];
  if (!duty) throw new Error(`no duty ${key}`);
  return { ...duties, [key]: evolveDuty(duty, event) };
}

function evolveDuty(duty: DutyState, event: Exclude<DutyEvent, { type: 'deadline-set' }>): DutyState {
  switch (event.type) {
    case 'deadline-moved': {
      const { deadline, moments, cause, at } = event.data;
      const earlier = [...duty.earlier, { dueOn: duty.dueOn, cause, movedAt: at }];
      return { ...duty, ...deadline, moments, status: 'open', passed: [], pausedOn: null, earlier };
    }
    case 'deadline-paused':
      return { ...duty, status: 'paused', pausedOn: event.data.on };
    case 'deadline-told':
      return {
        ...duty,
        passed: [...duty.passed, event.data.phase],
        status: event.data.phase === 'overdue' ? 'overdue' : duty.status,
      };
    case 'deadline-met':
      return { ...duty, status: 'met', metAt: event.data.at };
    case 'deadline-voided':
      return { ...duty, status: 'void' };
  }
}

/** A moment at which the procedure acts by itself: `key` names what is then to be done. */
export interface Timer {
  readonly key: string;
  readonly at: Instant;
}
