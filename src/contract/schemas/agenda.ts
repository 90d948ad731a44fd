import { z } from 'zod';
import type { AgendaDecision } from '../../domain/agenda';
import { DECISION_WORDS } from '../words/agenda';
import {
  bilingualSchema,
  civilDateSchema,
  cursorSchema,
  idSchema,
  momentSchema,
  pageSchema,
  lineSchema,
} from './common';
import { field, oneOf } from './field';

const bodySchema = z.enum(['council', 'pwc']);
const statusSchema = z.enum(['open', 'taken-up', 'settled', 'filed']);

export const agendaQuery = z.strictObject({
  organisationId: idSchema,
  body: bodySchema.optional(),
  status: statusSchema.optional(),
  cursor: cursorSchema,
});

export const agendaItemSchema = z
  .object({
    id: idSchema,
    body: bodySchema,
    bodyName: bilingualSchema,
    organisationId: idSchema,
    title: z.string(),
    category: z.string(),
    reason: z.string(),
    reasonName: bilingualSchema,
    status: statusSchema,
    statusName: bilingualSchema,
    putOn: civilDateSchema,
    openFrom: civilDateSchema,
    sourceProcedureId: idSchema,
    sourceItemId: idSchema,
    takerId: idSchema.nullable(),
    settlement: z.record(z.string(), z.unknown()).nullable(),
    createdAt: momentSchema,
  })
  .meta({ id: 'AgendaItem' });

export const agendaPageSchema = pageSchema(agendaItemSchema);

/** What the Party Working Committee decided [HDA-11.2.3a], entered by the Party affairs office. */
export const agendaDecisionSchema = z.strictObject({
  outcome: oneOf(DECISION_WORDS, '决定', 'Decision'),
  decidedOn: field(civilDateSchema, '决定日期', 'Decided on'),
  postponeTo: field(civilDateSchema.optional(), '缓办至', 'Postponed to'),
  reference: field(lineSchema(120), '会议纪要或决定事项通知文号', 'Number of the minutes or decision notice'),
  note: field(lineSchema(500).optional(), '说明', 'Note'),
}) satisfies z.ZodType<AgendaDecision>;

export const caseSchema = z.object({
  procedures: z.array(
    z.object({ id: idSchema, title: z.string(), organisationId: idSchema, stage: z.string(), status: z.string() }),
  ),
  links: z.array(agendaItemSchema),
});
