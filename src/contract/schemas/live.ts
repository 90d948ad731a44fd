import { z } from 'zod';
import { idSchema } from './common';

/** What a stream tells of a procedure that moved: `event: moved`. */
export const movedSchema = z
  .object({
    procedureId: idSchema,
    version: z.int(),
    cast: z.int().nullable().meta({ description: '开着的票箱中已投几票 / How many ballots lie in the open box' }),
  })
  .meta({ id: 'Moved' });

/** What it tells every few seconds, so that silence means a broken line: `event: beat`. */
export const beatSchema = z
  .object({
    heard: z.boolean().meta({ description: '本服务此刻能否得知变化 / Whether this service hears of changes now' }),
  })
  .meta({ id: 'Beat' });

/** Why a stream ends although nobody closed it: `event: ended`. Only after `come-again` is there any use in coming back. */
export const endedSchema = z
  .object({ reason: z.enum(['signed-out', 'not-permitted', 'come-again']) })
  .meta({ id: 'Ended' });
