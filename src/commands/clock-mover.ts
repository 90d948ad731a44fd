import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../domain/calendar/civil-date';
import type { ClockMoves, OpenCourse, PendingMove, TrainingClock } from '../ports/clock';
import type { Courses } from '../ports/courses';

/** A move of the training clock that has not settled. */
export interface Moving {
  readonly to: Instant;
  /** How many procedures have not done what is due by then. */
  readonly left: number;
}

/** Carries the moves of the training clock out. Any process may, several at once as well: what they do is in the database. */
export interface ClockMover {
  /** Goes on in the background with what is pending, also with what another process left undone. */
  start(): void;
  /** Waits until a move has settled, but no longer than that; whether it has. */
  hasSettled(moveId: string, withinMs: number): Promise<boolean>;
  /** What is pending; null when everything has settled. */
  moving(): Promise<Moving | null>;
}

export interface ClockMoverDeps {
  readonly clock: TrainingClock;
  readonly moves: ClockMoves;
  readonly courses: Pick<Courses, 'wake'>;
  /** Ends the work in the background. */
  readonly closing?: AbortSignal | undefined;
  readonly log: { warn(details: object, words: string): void };
}

/** The pauses of whoever waits, in milliseconds: from the first to the longest. */
const PAUSES = { first: 20, longest: 1_000 };

/** What was told and is still not done is told again after that, and then ever less often, in milliseconds. */
const TELL_AGAIN_MS = 10_000;

/**
 * Days that are skipped leave the same record as days that pass: the clock goes to the next moment for which a procedure waits, stays there
 * until everything that is due has happened, and only then goes on to the next one. A move has settled when it is there and every open
 * procedure's workflow knows how far the clock now is.
 */
export function createClockMover(deps: ClockMoverDeps): ClockMover {
  const { clock, moves, closing, log } = deps;
  const teller = createTeller(deps);
  const openCourses = async (offset: number) =>
    (await moves.openCourses()).filter(({ workflowId }) => !teller.hasEnded(workflowId, offset));

  async function step({ id, to }: PendingMove): Promise<'waits' | 'goes on'> {
    const offset = (await clock.offset())!;
    const now = Date.now() + offset;
    const open = await openCourses(offset);
    const behind = open.filter((course) => isDue(course, now) || (now >= to && !hasHeard(course, offset)));
    if (behind.length > 0) {
      await teller.tell(behind, offset);
      return 'waits';
    }
    if (now >= to) await moves.settle(id);
    else await clock.advanceTo(Math.min(to, ...open.flatMap(({ timers }) => timers.map(({ at }) => at))));
    return 'goes on';
  }

  async function work(): Promise<void> {
    let wait = PAUSES.first;
    while (!closing?.aborted) {
      try {
        if ((await clock.offset()) === null) return;
        const [next] = await moves.pending();
        if (!next) return;
        if ((await step(next)) === 'goes on') {
          wait = PAUSES.first;
          continue;
        }
        wait = longer(wait);
      } catch (error) {
        if (closing?.aborted) return;
        log.warn({ err: error }, 'the training clock cannot be moved now');
        wait = PAUSES.longest;
      }
      await pause(wait, undefined, { signal: closing, ref: false }).catch(() => undefined);
    }
  }

  let working: Promise<void> | undefined;
  let again = false;
  const start = () => {
    again = true;
    working ??= (async () => {
      while (again) {
        again = false;
        await work();
      }
      working = undefined;
    })();
  };

  return {
    start,
    async hasSettled(moveId, withinMs) {
      const until = performance.now() + withinMs;
      for (;;) {
        if (!(await moves.pending()).some(({ id }) => id === moveId)) return true;
        if (performance.now() > until) return false;
        await pause(PAUSES.first);
      }
    },
    async moving() {
      const offset = await clock.offset();
      const to = offset === null ? undefined : (await moves.pending()).at(-1)?.to;
      if (offset === null || to === undefined) return null;
      const now = Date.now() + offset;
      const open = await openCourses(offset);
      const left = open.filter((course) => now < to || isDue(course, now) || !hasHeard(course, offset));
      return { to, left: left.length };
    },
  };
}

function isDue({ timers, isTold }: OpenCourse, now: Instant): boolean {
  return isTold || timers.some(({ at }) => at <= now);
}

function hasHeard({ heard }: OpenCourse, offset: number): boolean {
  return heard !== null && heard >= offset;
}

function longer(wait: number): number {
  return Math.min(wait * 1.3, PAUSES.longest);
}

/** Tells workflows that the clock was moved: each once, and again when nothing comes of it for long. */
function createTeller({ courses, log }: Pick<ClockMoverDeps, 'courses' | 'log'>) {
  const told = new Map<string, { readonly offset: number; readonly again: number; readonly wait: number }>();
  const ended = new Map<string, number>();
  return {
    /** Whether it was not there when it was told of this offset; by the next it may have been started anew. */
    hasEnded: (workflowId: string, offset: number) => ended.get(workflowId) === offset,
    async tell(open: readonly OpenCourse[], offset: number): Promise<void> {
      const now = performance.now();
      const untold = open.filter(({ workflowId }) => {
        const last = told.get(workflowId);
        return !last || last.offset !== offset || last.again <= now;
      });
      if (untold.length === 0) return;
      const outcome = await courses.wake(untold);
      for (const id of outcome.told) {
        const last = told.get(id);
        const wait = last?.offset === offset ? last.wait * 2 : TELL_AGAIN_MS;
        told.set(id, { offset, again: now + wait, wait });
      }
      for (const workflowId of outcome.ended) {
        if (!ended.has(workflowId))
          log.warn(
            { workflowId },
            'the workflow of an open procedure has ended: the training clock does not wait for it',
          );
        ended.set(workflowId, offset);
      }
    },
  };
}
