import { z } from 'zod';
import { bilingualSchema, cursorSchema, idSchema, momentSchema, pageSchema } from './common';

export const notificationSchema = z
  .object({
    id: idSchema,
    procedureId: idSchema,
    procedureTitle: z.string(),
    kind: z.string(),
    text: bilingualSchema,
    clause: z.string().nullable(),
    params: z.record(z.string(), z.unknown()),
    createdAt: momentSchema,
    readAt: momentSchema.nullable(),
  })
  .meta({ id: 'Notification' });

export const notificationsQuery = z.strictObject({
  unread: z.enum(['true', 'false']).optional(),
  cursor: cursorSchema,
});

export const notificationsSchema = pageSchema(notificationSchema).extend({ unread: z.int() });
