import { z } from 'zod';
import { CHANNELS, OUTBOX_REASONS, OUTBOX_STATES } from '../../domain/outbox';
import { bilingualSchema, cursorSchema, idSchema, momentSchema, pageSchema } from './common';

export const outboxQuery = z.strictObject({
  state: z.enum(OUTBOX_STATES).optional(),
  channel: z.enum(CHANNELS).optional(),
  cursor: cursorSchema,
});

export const outboxMessageSchema = z
  .object({
    id: idSchema,
    channel: z.enum(CHANNELS),
    channelName: bilingualSchema,
    state: z.enum(OUTBOX_STATES),
    stateName: bilingualSchema,
    reason: z.enum(OUTBOX_REASONS).nullable(),
    reasonName: bilingualSchema.nullable(),
    status: z
      .int()
      .nullable()
      .meta({ description: '对方答复的 SMTP 或 HTTP 代码 / The SMTP or HTTP code of the answer' }),
    attempts: z.int(),
    procedureId: idSchema,
    kind: z.string().meta({ description: '通知的种类 / The kind of notice', example: 'council-invitation' }),
    person: z
      .object({ id: idSchema, name: z.string() })
      .nullable()
      .meta({ description: '收件人；通知其他系统的没有 / Whom it is for; null for a call to another system' }),
    to: z
      .string()
      .nullable()
      .meta({ description: '隐去大部分的地址 / The address, masked', example: 'w***@example.cn' }),
    createdAt: momentSchema,
    nextAttemptAt: momentSchema.nullable(),
    sentAt: momentSchema.nullable(),
  })
  .meta({ id: 'OutboxMessage' });

export const outboxPageSchema = pageSchema(outboxMessageSchema);
