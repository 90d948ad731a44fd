import { setTimeout as pause } from 'node:timers/promises';
import { clockSchema, movedClockSchema, moveClockSchema } from '../../contract/schemas/clock';
import { workflowIdOf } from '../../contract/messages/course';
import type { Instant } from '../../domain/calendar/civil-date';
import { refuse } from '../../domain/refusal';
import type { Timetable, TrainingClock, Waiting } from '../../ports/clock';
import type { Courses } from '../../ports/courses';
import type { Organisations } from '../../ports/organisations';
import { permit } from '../permit';
import { route, type Route } from '../route';

const tag = '培训时钟 / Training clock';

export interface ClockRoutesDeps {
  readonly clock: TrainingClock;
  readonly courses: Courses;
  readonly organisations: Organisations;
  readonly timetable: Timetable;
}

/** The business clock, and in a training database the way to move it on. */
export function clockRoutes(deps: ClockRoutesDeps): Route[] {
  const { clock, organisations } = deps;
  return [
    route({
      method: 'get',
      path: '/api/clock',
      tag,
      summary: { zh: '当前业务时间', en: 'The business clock' },
      access: 'public',
      success: { status: 200, schema: clockSchema },
      async handler() {
        return { body: await shown(clock) };
      },
    }),
    route({
      method: 'post',
      path: '/api/clock',
      tag,
      summary: { zh: '拨快培训时钟', en: 'Move the training clock on' },
      access: 'signed-in',
      body: moveClockSchema,
      success: { status: 200, schema: movedClockSchema },
      problems: [403, 409, 503],
      async handler({ body, ...asker }) {
        if ((await clock.offset()) === null) return refuse('clock.not-training', null);
        const [root] = await organisations.all();
        const refused = root ? permit(asker, 'clock.move', root) : refuse('organisation.unknown', null);
        if (refused) return refused;
        const to = Date.parse(body.to);
        const now = await clock.now();
        if (to < now) return refuse('clock.backward', null, { now: new Date(now).toISOString() });
        if (to > now + FURTHEST_MS) return refuse('clock.too-far', null);
        const reached = await move(deps, to);
        return { body: { ...(await shown(clock)), reached } };
      },
    }),
  ];
}

/** A year and a month at once: enough for every period there is. */
const FURTHEST_MS = 400 * 86_400_000;

/** How long one request goes on moving; whoever asks again goes on from there. */
const MOVES_FOR_MS = 3_500;

async function shown(clock: TrainingClock) {
  return { training: (await clock.offset()) !== null, now: new Date(await clock.now()).toISOString() };
}

/**
 * Moves the clock on from one moment that a procedure waits for to the next, and waits at each until it was dealt with: everything happens
 * when it falls due, as if the days had passed. True when the clock is there.
 */
async function move({ clock, courses, timetable }: ClockRoutesDeps, to: Instant): Promise<boolean> {
  const until = performance.now() + MOVES_FOR_MS;
  const tell = (procedures: readonly Waiting[]) =>
    courses.look(procedures.map(({ kind, id }) => workflowIdOf(kind, id)));
  for (let next = await timetable.next(); next && next.at <= to; next = await timetable.next()) {
    await clock.advanceTo(next.at);
    await tell(next.procedures);
    for (let now = await timetable.next(); now && now.at <= next.at; now = await timetable.next()) {
      if (performance.now() > until) return false;
      await pause(20);
    }
  }
  await clock.advanceTo(to);
  // Those who wait for a later moment sleep by the clock as it was: they look, and sleep less.
  await tell(await timetable.open());
  return true;
}
