import { word } from './refusal-words';

const startAgain = { zh: '请返回登录页重新登录。', en: 'Go back and sign in again.' };

/** Signing in at an OpenID provider. */
export const oidcRefusals = {
  'oidc.not-configured': word(
    '没有启用统一身份认证',
    'No identity provider',
    '本系统没有启用统一身份认证，请用用户名和密码登录。系统管理员设置 OIDC_ISSUER 等变量后方可使用。',
    'This service uses no identity provider. Sign in with username and password, or have OIDC_ISSUER and its companions set.',
  ),
  'oidc.return-elsewhere': word(
    '返回地址不正确',
    'Not an address of this site',
    '登录后只能返回本系统的页面：returnTo 须是以 / 开头的本站路径。',
    'A sign-in leads back to a page of this site only: returnTo is a path that starts with a slash.',
  ),
  'oidc.stale': word(
    '本次登录已失效',
    'This sign-in is no longer valid',
    `登录步骤已过期、已经用过，或不是从这个浏览器开始的，没有登录。${startAgain.zh}`,
    `It has expired, was used already or began in another browser, so nobody was signed in. ${startAgain.en}`,
  ),
  'oidc.denied': word(
    '未完成身份认证',
    'Not signed in at the identity provider',
    '您取消了登录，或身份认证服务拒绝了登录。如需登录，请返回登录页重新登录，或联系身份认证服务的管理员。',
    'You stopped, or the identity provider did not let you in. Go back and sign in again, or ask those who run the provider.',
  ),
  'oidc.failed': word(
    '身份认证服务的应答有误',
    'The identity provider answered wrongly',
    `身份认证服务的应答不可信或无法识别（{reason}），没有登录。${startAgain.zh}若再次出现，请把括号中的代码告诉系统管理员。`,
    `Its answer cannot be trusted or understood ({reason}), so nobody was signed in. ${startAgain.en} If it happens again, tell the administrator the code in brackets.`,
  ),
  'oidc.unavailable': word(
    '暂时无法登录',
    'Signing in is not possible right now',
    '身份认证服务或本系统暂时没有应答，没有登录。请稍后重新登录。',
    'The identity provider or this service does not answer, so nobody was signed in. Sign in again shortly.',
  ),
  'oidc.subject-unknown': word(
    '您的身份尚未关联账号',
    'Not linked to an account',
    '您已通过身份认证，但没有账号与您关联。请把您的身份标识（oidcSubject）“{subject}”告诉本单位的系统管理员，由其关联到您的账号后重新登录。',
    'The identity provider knows you, but no account is linked to you. Tell your administrator your identifier (oidcSubject) "{subject}", to be linked to your account, and sign in again.',
  ),
  'oidc.account-disabled': word(
    '账号已停用',
    'The account is disabled',
    '您的账号已停用，不能登录。如有疑问，请联系本单位的系统管理员。',
    'Your account is disabled, so you cannot sign in. Ask your administrator.',
  ),
  'account.subject-taken': word(
    '此身份已关联其他账号',
    'The identity is linked already',
    '这个身份标识（oidcSubject）已关联另一个账号。请核对；如需改为关联本账号，先在另一账号上解除关联。',
    'This identifier (oidcSubject) is linked to another account. Check it, or unlink the other account first.',
  ),
  'account.no-way-in': word(
    '没有登录方式',
    'No way to sign in',
    '账号至少要有一种登录方式，请填写密码（password）或身份标识（oidcSubject）。',
    'An account needs a way to sign in. Give a password or an oidcSubject.',
  ),
} as const;
