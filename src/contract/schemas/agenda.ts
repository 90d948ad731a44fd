import { z } from 'zod';
import type { PrepareInput } from '../../domain/pwc/matters';
import { MATTER_WORDS, PREPARATION_WORDS, TRAIT_WORDS } from '../words/pwc';
import {
  bilingualSchema,
  civilDateSchema,
  cursorSchema,
  idSchema,
  momentSchema,
  pageSchema,
  lineSchema,
  organisationIdShape,
  textSchema,
} from './common';
import { field, oneOf, reference } from './field';

const bodySchema = z.enum(['council', 'pwc']);
const statusSchema = z.enum(['open', 'taken-up', 'settled', 'filed']);

export const agendaQuery = z.strictObject({
  organisationId: idSchema,
  body: bodySchema.optional(),
  status: statusSchema.optional(),
  cursor: cursorSchema,
});

const preparationSchema = z.object({
  what: z.string(),
  name: bilingualSchema,
  clause: z.string(),
  state: z.enum(['missing', 'done', 'omitted']),
  stateName: bilingualSchema,
  on: civilDateSchema.nullable(),
  text: z.string().nullable(),
  clearedById: idSchema.nullable(),
  fileId: idSchema.nullable(),
});

export const agendaItemSchema = z
  .object({
    id: idSchema,
    body: bodySchema,
    bodyName: bilingualSchema,
    organisationId: idSchema,
    title: z.string(),
    category: z.string(),
    traits: z.array(z.string()),
    /** By its category or traits, or because a meeting treated it so: it stands first and is put by ballot on paper. */
    major: z.boolean(),
    reason: z.string(),
    reasonName: bilingualSchema,
    status: statusSchema,
    statusName: bilingualSchema,
    putOn: civilDateSchema,
    openFrom: civilDateSchema,
    sourceProcedureId: idSchema.nullable(),
    sourceItemId: idSchema.nullable(),
    proposedById: idSchema.nullable(),
    deferredOn: civilDateSchema.nullable(),
    emergency: z
      .object({
        actedOn: civilDateSchema,
        actedById: idSchema,
        reportedOn: civilDateSchema,
        reportDueOn: civilDateSchema,
        late: z.boolean(),
      })
      .nullable(),
    description: z.string().nullable(),
    /** What has to be there before it can be put, and what there is of it; null for what a procedure put there. */
    preparations: z.array(preparationSchema).nullable(),
    takerId: idSchema.nullable(),
    settlement: z.record(z.string(), z.unknown()).nullable(),
    createdAt: momentSchema,
  })
  .meta({ id: 'AgendaItem' });

export const agendaPageSchema = pageSchema(agendaItemSchema);

/** An item that is proposed to the Party Working Committee of a subdistrict [PWR-3.1.5a]. */
export const proposalSchema = z.strictObject({
  ...organisationIdShape,
  title: field(lineSchema(120), '议题名称', 'Title'),
  description: field(textSchema(2000).optional(), '议题说明', 'Description'),
  category: oneOf(MATTER_WORDS, '议题类别', 'Subject'),
  traits: field(
    z.array(oneOf(TRAIT_WORDS, '议题情况', 'What it is like')).max(5),
    '议题情况（决定会前要做什么）',
    'What it is like (it decides what has to be done beforehand)',
  ),
});

/** What the secretary, a deputy or a member did before anybody could meet [PWR-3.1.13]. */
export const emergencySchema = z.strictObject({
  ...organisationIdShape,
  title: field(lineSchema(120), '事项名称', 'Title'),
  description: field(textSchema(4000), '紧急情况和处置经过', 'What happened and what was done'),
  actedOn: field(civilDateSchema, '处置日期', 'Acted on'),
  actedById: reference(
    idSchema,
    'person',
    '处置人（书记、副书记或委员）',
    'Who acted: the secretary, a deputy or a member',
  ),
});

/** What was done for an item beforehand [PWR-3.1.7, PWR-3.1.8, PWR-3.1.9, PWW-3.4]. */
export const prepareSchema = z.strictObject({
  what: oneOf(PREPARATION_WORDS, '会前准备', 'What was done'),
  on: field(civilDateSchema, '日期', 'Day'),
  text: field(textSchema(2000), '情况或者省略的理由', 'What came of it, or why it was omitted'),
  omitted: field(z.boolean().optional(), '省略', 'Omitted'),
  clearedById: reference(idSchema.optional(), 'person', '审阅人（材料审阅时填写）', 'Who cleared the papers'),
  fileId: reference(idSchema.optional(), 'file', '附件', 'File'),
}) satisfies z.ZodType<PrepareInput>;

export const caseSchema = z.object({
  procedures: z.array(
    z.object({ id: idSchema, title: z.string(), organisationId: idSchema, stage: z.string(), status: z.string() }),
  ),
  links: z.array(agendaItemSchema),
});
