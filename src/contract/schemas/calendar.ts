import { z } from 'zod';
import { civilDateSchema, momentSchema } from './common';

export const calendarSchema = z
  .object({
    version: z.string(),
    source: z.string(),
    createdAt: momentSchema,
    years: z.array(z.int()).meta({ description: '有放假安排的年份 / The years whose holidays are known' }),
  })
  .meta({ id: 'Calendar' });

export const calendarDaysQuery = z.strictObject({ year: z.string().regex(/^20\d\d$/) });

export const calendarDaysSchema = z
  .object({
    version: z.string(),
    year: z.int(),
    known: z.boolean().meta({ description: '该年放假安排是否已录入 / Whether the holidays of the year are known' }),
    days: z.array(
      z.object({
        day: civilDateSchema,
        kind: z.enum(['holiday', 'make-up working day']),
        name: z.string(),
        notice: z.string(),
      }),
    ),
  })
  .meta({ id: 'CalendarDays' });
