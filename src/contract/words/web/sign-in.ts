import type { Bilingual } from '../bilingual';

const w = (zh: string, en: string): Bilingual => ({ zh, en });

/** Signing in, and again when a session has ended. */
export const SIGN_IN_WORDS = {
  title: w('登录规程', 'Sign in to Guicheng'),
  username: w('用户名', 'Username'),
  password: w('密码', 'Password'),
  submit: w('登录', 'Sign in'),
  by: w('用以下方式登录', 'Or sign in by'),
  required: w('必须填写', 'This must be given'),
  again: w('登录已过期，请重新登录', 'Your session has ended: sign in again'),
  keptOpen: w(
    '已填写的内容都在。登录后自动继续刚才的操作。',
    'What you typed is still here. What you were doing goes on by itself once you are signed in.',
  ),
  signedInElsewhere: w('已在新窗口登录，继续办理', 'I have signed in in the other window: go on'),
  inNewWindow: w('在新窗口登录', 'Sign in in a new window'),
  stillSignedOut: w('还没有登录', 'Not signed in yet'),
  another: w('换一个账号登录（未提交的内容会丢失）', 'Sign in as somebody else (what you typed is lost)'),
} as const satisfies Readonly<Record<string, Bilingual>>;
