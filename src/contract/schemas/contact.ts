import { z } from 'zod';
import { TOPICS, type Contact } from '../../domain/contact';
import { inBoth } from '../words/bilingual';
import { TOPIC_WORDS } from '../words/contact';
import { FIELD_FORMS } from '../words/fields';

/** Plain ASCII, as every mail server takes it, and at most 254 characters long [RFC 5321, 4.5.3.1]. */
const emailSchema = z
  .string()
  .max(254)
  .regex(
    /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/,
    inBoth(FIELD_FORMS.email),
  )
  .meta({ example: 'name@example.cn' });

const mobileSchema = z
  .string()
  .regex(/^(?:1[3-9]\d{9}|\+[1-9]\d{6,14})$/, inBoth(FIELD_FORMS.mobile))
  .meta({ example: '13800138000' });

const topicsSchema = z.array(z.enum(TOPICS).meta({ labels: TOPIC_WORDS })).max(TOPICS.length);

/** What is left out stays as it is; null takes the address away. */
export const contactChangesSchema = z.strictObject({
  email: emailSchema.nullable().optional().meta({
    title: '邮箱',
    titleEn: 'E-mail',
    description: '未填写则不变，清空（null）则删除 / Left out it stays, emptied (null) it is removed',
  }),
  mobile: mobileSchema.nullable().optional().meta({
    title: '手机号',
    titleEn: 'Mobile number',
    description: '未填写则不变，清空（null）则删除 / Left out it stays, emptied (null) it is removed',
  }),
  mailTopics: topicsSchema
    .optional()
    .meta({ title: '以邮件接收', titleEn: 'By mail', description: '以邮件接收的通知 / What to receive by mail' }),
  smsTopics: topicsSchema.optional().meta({
    title: '以短信接收',
    titleEn: 'By text message',
    description: '以短信接收的通知 / What to receive by text message',
  }),
});

/** As it is given to oneself; to others with its addresses masked. */
export const contactSchema = z
  .object({
    email: z.string().nullable(),
    mobile: z.string().nullable(),
    mailTopics: topicsSchema,
    smsTopics: topicsSchema,
  })
  .meta({ id: 'Contact' }) satisfies z.ZodType<Contact>;
