import { z } from 'zod';
import { isGuarded, missingBeside } from './config-rules';

/** An address that names one provider: https, or plain http on this machine; the description lies below it. */
const issuer = z
  .url({ protocol: /^https?$/ })
  .refine((value) => URL.canParse(value) && !/[?#]|\/\.well-known\//.test(value) && isGuarded(new URL(value)));

const text = { zh: '文字', en: 'text' };

/** Signing in at an OpenID provider: with the first two, or not at all. */
export const oidcVariables = {
  OIDC_ISSUER: {
    schema: issuer.optional(),
    expected: {
      zh: 'https:// 开头的地址（本机可用 http://），不含 /.well-known/',
      en: 'an address that starts with https:// (http:// on this machine), without /.well-known/',
    },
    about: {
      zh: '统一身份认证（OpenID Connect）服务的地址；须同时设置 OIDC_CLIENT_ID 和 PUBLIC_URL，并在该服务登记返回地址 PUBLIC_URL/api/sessions/oidc/callback',
      en: 'The OpenID provider at which people may sign in; set OIDC_CLIENT_ID and PUBLIC_URL with it, and register PUBLIC_URL/api/sessions/oidc/callback there as the redirect URI',
    },
  },
  OIDC_CLIENT_ID: {
    schema: z.string().optional(),
    expected: text,
    about: { zh: '本系统在该服务的客户端标识', en: 'The client id of this service at the provider' },
  },
  OIDC_CLIENT_SECRET: {
    schema: z.string().optional(),
    expected: text,
    about: {
      zh: '本系统在该服务的客户端密钥；公开客户端不设',
      en: 'The client secret of this service at the provider; a public client has none',
    },
    secret: true,
  },
  OIDC_SCOPES: {
    schema: z
      .string()
      .regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/)
      .refine((value) => value.split(' ').includes('openid'))
      .default('openid profile'),
    expected: { zh: '以空格分隔，含 openid', en: 'words with spaces between, openid among them' },
    about: { zh: '向该服务请求的范围', en: 'The scopes that the provider is asked for' },
    fallback: { zh: 'openid profile', en: 'openid profile' },
  },
  OIDC_NAME: {
    schema: z.string().default('统一身份认证 / Single sign-on'),
    expected: text,
    about: { zh: '登录按钮上的文字', en: 'The words on the button' },
    fallback: { zh: '统一身份认证 / Single sign-on', en: '统一身份认证 / Single sign-on' },
  },
} as const;

/** What is missing to sign in at a provider, once one of its variables is set. */
export function oidcProblems(env: NodeJS.ProcessEnv): string[] {
  return missingBeside(env, Object.keys(oidcVariables), ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'PUBLIC_URL']);
}
