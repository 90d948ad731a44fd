import { z } from 'zod';
import { momentSchema } from './common';

export const clockSchema = z
  .object({
    training: z.boolean().meta({ description: '是否培训数据 / Whether this is a training database' }),
    now: momentSchema,
  })
  .meta({ id: 'Clock' });

export const moveClockSchema = z.strictObject({
  to: z.iso.datetime({ offset: true }).meta({ title: '拨到', titleEn: 'Move on to' }),
});

export const movedClockSchema = clockSchema.extend({
  reached: z.boolean().meta({
    description: '是否已到达；未到达时请再次提交 / Whether it is there; ask again when it is not yet',
  }),
});
