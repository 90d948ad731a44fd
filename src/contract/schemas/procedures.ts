import { z } from 'zod';
import {
  bilingualSchema,
  civilDateSchema,
  cursorSchema,
  idSchema,
  momentSchema,
  pageSchema,
  lineSchema,
} from './common';
import { councilBeginning } from './council';
import { reference } from './field';
import { periodicMeetingBeginning } from './periodic-meeting';
import { pwcMeetingBeginning } from './pwc-meeting';
import { hallSchema } from './hall';
import { sectionSchema, shownValueSchema } from './sheet';

/** What a procedure is started with, by kind. */
export const newProcedureSchema = z.discriminatedUnion('kind', [
  councilBeginning.extend({
    kind: z.literal('council'),
    organisationId: reference(idSchema, 'organisation', '在哪个组织', 'In which organisation'),
  }),
  pwcMeetingBeginning.extend({
    kind: z.literal('pwc-meeting'),
    organisationId: reference(idSchema, 'organisation', '在哪个街道', 'In which subdistrict'),
  }),
  periodicMeetingBeginning.extend({
    kind: z.literal('periodic-meeting'),
    organisationId: reference(idSchema, 'organisation', '在哪个组织', 'In which organisation'),
  }),
]);

export const procedureSummarySchema = z
  .object({
    id: idSchema,
    kind: z.string(),
    organisationId: idSchema,
    title: z.string(),
    stage: z.string(),
    stageName: bilingualSchema,
    status: z.enum(['open', 'closed', 'cancelled']),
    version: z.int(),
    startedAt: momentSchema,
    closedAt: momentSchema.nullable(),
    nextDueAt: momentSchema.nullable(),
  })
  .meta({ id: 'ProcedureSummary' });

/** A day by which something is owed, and why by that day. */
const owedShape = {
  key: z.string(),
  kind: z.string(),
  title: bilingualSchema,
  clause: z.string(),
  dueOn: civilDateSchema,
  dueAt: momentSchema,
  status: z.string(),
  metAt: momentSchema.nullable(),
  late: z.boolean(),
  provisional: z.boolean(),
  calendarVersion: z.string(),
  explanation: z.array(z.record(z.string(), z.unknown())),
  earlier: z
    .array(z.object({ dueOn: civilDateSchema, cause: z.string(), movedAt: momentSchema }))
    .meta({ description: '变更前的期限 / The days on which it was due before it was moved' }),
};

const people = z.record(z.string(), z.string()).meta({ description: '人员姓名 / The names of people, by their ids' });

/**
 * The state of a procedure with its texts; the shape of `details` goes by `kind`, that of `sheet` is the same for every kind. `people` names
 * every person in it.
 */
export const procedureSchema = procedureSummarySchema
  .omit({ nextDueAt: true })
  .extend({
    details: z.record(z.string(), z.unknown()),
    sheet: z.array(sectionSchema).meta({ description: '供阅读的内容 / What it holds, for reading' }),
    hall: hallSchema
      .nullable()
      .meta({ description: '会议，会前为空 / The meeting; null before there is one to be held' }),
    deadlines: z.array(z.object({ ...owedShape, statusName: bilingualSchema })),
    people,
  })
  .meta({ id: 'Procedure' });

/** The kinds of procedure: their words, and what they are begun with. */
export const kindsSchema = z.object({
  items: z.array(
    z
      .object({
        kind: z.string(),
        name: bilingualSchema,
        stages: z.array(z.object({ stage: z.string(), name: bilingualSchema })),
        beginning: z.record(z.string(), z.unknown()).nullable().meta({
          description:
            'POST /api/procedures 的 JSON Schema；为空则由系统自动启动 / JSON Schema of POST /api/procedures; null for what begins by itself',
        }),
      })
      .meta({ id: 'KindOfProcedure' }),
  ),
});

/** The stages of one procedure in order: those it went through, where it stands, and what lies ahead. */
export const courseSchema = z.object({
  items: z.array(
    z
      .object({
        stage: z.string(),
        name: bilingualSchema,
        clause: z.string().nullable(),
        state: z.enum(['past', 'now', 'ahead']),
        since: momentSchema.nullable(),
      })
      .meta({ id: 'StageOfCourse' }),
  ),
});

export const proceduresQuery = z.strictObject({
  kind: z.enum(['council', 'pwc-meeting', 'periodic-meeting', 'duty-year']).optional(),
  stage: lineSchema(40).optional(),
  status: z.enum(['open', 'closed', 'cancelled']).optional(),
  organisation: idSchema.optional(),
  overdue: z.enum(['true']).optional(),
  q: lineSchema(100).optional(),
  cursor: cursorSchema,
});

export const procedurePageSchema = pageSchema(procedureSummarySchema);

/** Where a procedure stands after a step. */
export const progressSchema = z
  .object({
    id: idSchema,
    stage: z.string(),
    status: z.enum(['open', 'closed', 'cancelled']),
    version: z.int(),
    answer: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Progress' });

export const liveStateSchema = z
  .object({
    procedureId: idSchema,
    kind: z.string(),
    stage: z.string(),
    status: z.enum(['open', 'closed', 'cancelled']),
    version: z.int(),
    timers: z.array(z.object({ key: z.string(), at: momentSchema })),
  })
  .meta({ id: 'LiveState' });

export const actionsSchema = z.object({
  items: z.array(
    z
      .object({
        name: z.string(),
        title: bilingualSchema,
        possible: z.boolean(),
        follows: bilingualSchema.nullable().meta({
          description:
            '办理后的结果，办理前须确认；为空则不必确认 / What follows; null where nothing needs to be confirmed',
        }),
        schema: z.record(z.string(), z.unknown()).meta({ description: 'JSON Schema of the body' }),
        reason: z
          .object({
            code: z.string(),
            clause: z.string().nullable(),
            detail: bilingualSchema,
            earliest: momentSchema.nullable(),
          })
          .nullable(),
      })
      .meta({ id: 'Action' }),
  ),
  choices: z
    .record(z.string(), z.array(z.object({ value: z.string(), label: z.array(shownValueSchema) })))
    .meta({ description: '各表单中 entity 的可选项 / What fields with that `entity` choose among' }),
  people,
});

export const actionParams = z.object({
  id: idSchema,
  name: z
    .string()
    .max(60)
    .regex(/^[a-z][a-z-]*$/),
});

/** The body of an action: its own schema is in the list of actions. */
export const actionBody = z.record(z.string(), z.unknown());

export const timelineQuery = z.strictObject({ after: z.coerce.number().int().min(0).max(2_147_483_647).optional() });

export const timelineSchema = z.object({
  items: z.array(
    z.object({
      seq: z.int(),
      type: z.string(),
      title: bilingualSchema,
      at: momentSchema,
      actorPersonId: idSchema.nullable(),
      data: z.record(z.string(), z.unknown()),
      hash: z.string(),
    }),
  ),
  next: z.int().nullable(),
  people: z.record(z.string(), z.string()),
});

export const readersSchema = z.object({
  items: z.array(
    z.object({
      personId: idSchema,
      name: z.string(),
      kind: z.string(),
      createdAt: momentSchema,
      readAt: momentSchema.nullable(),
    }),
  ),
});

export const deadlinesQuery = z.strictObject({
  state: z.enum(['open', 'due-soon', 'overdue', 'met']).optional(),
  cursor: z
    .string()
    .max(120)
    .regex(/^[0-9a-f-]{36}\/[a-z0-9:-]+$/)
    .optional(),
});

export const deadlinesSchema = z.object({
  items: z.array(
    z
      .object({ procedureId: idSchema, procedureTitle: z.string(), organisationId: idSchema, ...owedShape })
      .meta({ id: 'Deadline' }),
  ),
  next: z.string().nullable(),
});

export const voteParams = z.object({ id: idSchema, voteId: idSchema });

export const ballotsSchema = z.object({
  items: z.array(z.object({ personId: idSchema, name: z.string(), choice: z.string(), choiceName: bilingualSchema })),
  digest: z.string().meta({ description: '与经过中登记的摘要一致 / The digest that the log holds' }),
});
