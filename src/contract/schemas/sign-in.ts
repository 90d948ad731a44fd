import { z } from 'zod';
import { inBoth } from '../words/bilingual';
import { FIELD_FORMS } from '../words/fields';

/** What a person's id at an OpenID provider looks like: at most 255 ASCII characters [OpenID Connect Core, 2]. */
export const oidcSubjectSchema = z
  .string()
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/, inBoth(FIELD_FORMS.oidcSubject))
  .meta({
    description: '身份认证服务中的用户标识（sub） / The person at the identity provider (sub)',
    example: '248289761001',
  });

export const signInMethodsSchema = z
  .object({
    password: z.boolean().meta({ description: 'POST /api/sessions' }),
    oidc: z
      .object({
        name: z.string().meta({ description: '按钮上的文字 / The words on the button' }),
        start: z.string().meta({ description: '浏览器转到此地址 / Send the browser here' }),
      })
      .nullable(),
  })
  .meta({ id: 'SignInMethods' });

export const oidcStartQuery = z.strictObject({
  returnTo: z
    .string()
    .optional()
    .meta({ description: '登录后返回的本站路径 / The path on this site to go on at', example: '/board' }),
});

/** What a provider adds beside these is left out; what is not one text is as good as missing. */
const answered = z.string().max(4096).optional().catch(undefined);

export const oidcReturnQuery = z.object({ code: answered, state: answered, iss: answered, error: answered });

export const signedOutSchema = z.object({
  signOutUrl: z.url().meta({
    description: '身份认证服务的退出页面，可能仍保持登录 / Where to sign out of the identity provider too',
  }),
});
