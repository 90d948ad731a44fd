import { z } from 'zod';
import { CAPABILITIES, ROLES, type Capability, type Role } from '../../domain/permissions';
import { inBoth, type Bilingual } from '../words/bilingual';
import { FIELD_FORMS } from '../words/fields';
import { bilingualSchema, civilDateSchema, cursorSchema, idSchema, lineSchema, termShape } from './common';
import { field, oneOf, reference } from './field';
import { oidcSubjectSchema } from './sign-in';

const roleSchema = z.enum(Object.keys(ROLES) as [Role, ...Role[]]);

const ROLE_WORDS = Object.fromEntries(Object.entries(ROLES).map(([role, { zh, en }]) => [role, { zh, en }])) as Record<
  Role,
  Bilingual
>;

/** Long enough that the limits on guessing hold; nothing else is prescribed, so that people can choose words. */
const newPasswordSchema = z.string().min(10).max(128);

export const usernameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/, inBoth(FIELD_FORMS.username))
  .meta({ description: '小写字母、数字、点、下划线、连字符 / Lower-case letters, digits, dot, underscore, hyphen' });

export const credentialsSchema = z.strictObject({ username: lineSchema(100), password: z.string().min(1).max(128) });

export const passwordChangeSchema = z.strictObject({
  currentPassword: field(z.string().min(1).max(128), '现在的密码', 'Current password'),
  newPassword: field(newPasswordSchema, '新密码（至少 10 个字符）', 'New password (at least 10 characters)'),
});

export const grantSchema = z
  .object({ id: idSchema, role: roleSchema, roleName: bilingualSchema, organisationId: idSchema, ...termShape })
  .meta({ id: 'Grant' });

export const meSchema = z
  .object({
    account: z.object({ id: idSchema, username: z.string() }),
    person: z.object({ id: idSchema, name: z.string(), organisationId: idSchema }),
    today: civilDateSchema,
    training: z.boolean().meta({ description: '是否培训数据 / Whether this is a training database' }),
    grants: z.array(grantSchema),
    organisations: z
      .array(
        z.object({
          id: idSchema,
          path: z.string(),
          name: z.string(),
          nameEn: z.string(),
          roles: z.array(roleSchema),
          capabilities: z.array(z.enum(Object.keys(CAPABILITIES) as [Capability, ...Capability[]])),
        }),
      )
      .meta({
        description:
          '今天有授权的组织；权限及于其下所有组织 / Where a grant is in force today; its rights reach everything below',
      }),
  })
  .meta({ id: 'Me' });

/** Who is signed in, for whoever cannot know whether anybody is. */
export const currentSessionSchema = z
  .object({ me: meSchema.nullable().meta({ description: '为空表示没有登录 / Null for nobody' }) })
  .meta({ id: 'CurrentSession' });

export const accountSchema = z
  .object({
    id: idSchema,
    username: z.string(),
    personId: idSchema,
    personName: z.string(),
    organisationId: idSchema,
    disabled: z.boolean(),
    oidcIssuer: z.string().nullable(),
    oidcSubject: z.string().nullable(),
    grants: z.array(grantSchema),
  })
  .meta({ id: 'Account' });

/** An account after a grant. */
export const grantedSchema = accountSchema
  .extend({ grantId: idSchema.meta({ description: '新授权的编号 / The id of the new grant' }) })
  .meta({ id: 'GrantedAccount' });

export const accountsQuery = z.strictObject({ organisationId: idSchema, cursor: cursorSchema });

export const newAccountSchema = z.strictObject({
  personId: reference(idSchema, 'person', '人员', 'Person'),
  username: field(usernameSchema, '用户名', 'Username'),
  password: newPasswordSchema.optional().meta({
    title: '密码',
    titleEn: 'Password',
    description: '只用统一身份认证的账号可以没有密码 / An account with an oidcSubject may do without',
  }),
  oidcSubject: field(oidcSubjectSchema.optional(), '统一身份认证用户标识', 'Id at the identity provider'),
});

export const oidcLinkSchema = z.strictObject({
  oidcSubject: field(oidcSubjectSchema.nullable(), '统一身份认证用户标识', 'Id at the identity provider').meta({
    description: '为空则解除关联 / Null unlinks it',
  }),
});

export const disabledSchema = z.strictObject({ disabled: field(z.boolean(), '停用', 'Disabled') });

export const passwordSchema = z.strictObject({
  password: field(newPasswordSchema, '新密码（至少 10 个字符）', 'New password (at least 10 characters)'),
});

export const newGrantSchema = z.strictObject({
  role: oneOf(ROLE_WORDS, '角色', 'Role'),
  organisationId: reference(idSchema, 'organisation', '范围（及于其下所有组织）', 'Over (and all below)'),
  ...termShape,
});

export const lastDaySchema = z.strictObject({
  lastDay: field(civilDateSchema.nullable(), '最后一天', 'Last day').meta({
    description: '为空则立即终止 / Null ends it at once',
  }),
});

export const grantParams = z.object({ id: idSchema, grantId: idSchema });
