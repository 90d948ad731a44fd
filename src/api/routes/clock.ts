import { clockSchema, moveClockSchema } from '../../contract/schemas/clock';
import type { ClockMover } from '../../commands/clock-mover';
import { isRefusal, refuse } from '../../domain/refusal';
import { destination } from '../../domain/training';
import type { Clock, ClockMoves } from '../../ports/clock';
import type { Organisations } from '../../ports/organisations';
import { permit } from '../permit';
import { route, type Route } from '../route';

const tag = '培训时钟 / Training clock';

/** How long a request waits until everything that is due has happened, in milliseconds; it goes on without it. */
const WAITS_MS = 3_500;

export interface ClockRoutesDeps {
  readonly clock: Clock;
  readonly moves: ClockMoves;
  readonly mover: ClockMover;
  readonly organisations: Organisations;
}

/** The business clock, and in a training database the way to move it on. */
export function clockRoutes(deps: ClockRoutesDeps): Route[] {
  const { clock, moves, mover, organisations } = deps;
  return [
    route({
      method: 'get',
      path: '/api/clock',
      tag,
      summary: { zh: '当前业务时间', en: 'The business clock' },
      access: 'public',
      success: { status: 200, schema: clockSchema },
      handler: async () => ({ body: await shown(deps) }),
    }),
    route({
      method: 'post',
      path: '/api/clock',
      tag,
      summary: { zh: '拨快培训时钟', en: 'Move the training clock on' },
      about: {
        zh: '只用于培训数据，填 to 或 advanceDays 之一。其间到期的事项按各自的时间逐一办理。3.5 秒内没有办完的，答复 202，随后继续办理：用同一 Idempotency-Key 重新提交，或查询 GET /api/clock，直到 moving 为空。',
        en: 'For training only; send either to or advanceDays. What falls due on the way happens one after another, each at its own moment. What takes longer than 3.5 seconds is answered with 202 and goes on: repeat it with the same Idempotency-Key, or ask GET /api/clock, until moving is null.',
      },
      access: 'signed-in',
      body: moveClockSchema,
      success: { status: 200, schema: clockSchema },
      alternatives: [{ status: 202, schema: clockSchema }],
      problems: [403, 404, 409],
      async handler({ body, newId, log, ...asker }) {
        const [root] = await organisations.all();
        const refused = root ? permit(asker, 'clock.move', root) : refuse('organisation.unknown', null);
        if (refused) return refused;
        if ((await clock.offset()) === null) return refuse('clock.not-training', null);
        const id = newId('clock-move');
        const wish = { advanceDays: body.advanceDays, to: body.to === undefined ? undefined : Date.parse(body.to) };
        const to = await moves.ask({ id, askedById: asker.actor.accountId }, (from) => destination(from, wish));
        if (isRefusal(to)) return to;
        log.info({ to: new Date(to).toISOString() }, 'the training clock is moved on');
        mover.start();
        const status = (await mover.hasSettled(id, WAITS_MS)) ? 200 : 202;
        return { status, body: await shown(deps) };
      },
    }),
  ];
}

async function shown({ clock, mover }: ClockRoutesDeps) {
  const offset = await clock.offset();
  const moving = await mover.moving();
  return {
    training: offset !== null,
    now: new Date(offset === null ? await clock.now() : Date.now() + offset).toISOString(),
    offset: offset ?? 0,
    moving: moving && { to: new Date(moving.to).toISOString(), left: moving.left },
  };
}
