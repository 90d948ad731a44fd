import { z } from 'zod';
import { civilDateSchema, lineSchema, momentSchema } from './common';

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

/** A whole table, as a file or as it is typed: it replaces the one in force. */
export const newCalendarSchema = z.strictObject({
  version: lineSchema(40),
  source: lineSchema(200),
  years: z.array(z.int().min(2000).max(2100)).min(1).max(50),
  days: z
    .array(
      z.strictObject({
        day: civilDateSchema,
        kind: z.enum(['holiday', 'make-up working day']),
        name: lineSchema(40),
        notice: lineSchema(200),
      }),
    )
    .max(3000),
});

export const calendarChangeSchema = z.object({
  version: z.string(),
  procedures: z.int().meta({ description: '期限因此变更的程序数 / Procedures whose dates it changes' }),
});
