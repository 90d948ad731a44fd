import { z } from 'zod';
import { MOST_DAYS_AT_ONCE } from '../../domain/training';
import { momentSchema } from './common';
import { field } from './field';

export const clockSchema = z
  .object({
    training: z.boolean().meta({ description: '是否培训数据 / Whether this is a training database' }),
    now: momentSchema,
    offset: z.int().meta({
      description: '业务时间与实际时间之差，毫秒 / Business time less real time, in milliseconds',
      example: 0,
    }),
    moving: z
      .object({
        to: momentSchema,
        left: z
          .int()
          .meta({ description: '尚未办完到期事项的程序数 / Procedures that have not done what is due by then' }),
      })
      .nullable()
      .meta({
        description: '正在拨快；为空表示已完成 / Being moved on; null once everything that was due has happened',
      }),
  })
  .meta({ id: 'Clock' });

export const moveClockSchema = z.strictObject({
  to: field(z.iso.datetime({ offset: true }).optional(), '拨到', 'Move on to'),
  advanceDays: field(z.int().min(1).max(MOST_DAYS_AT_ONCE).optional(), '拨快天数', 'Days to move on'),
});
