import type { RefusalWords } from './refusal-words';

/** Signing in, and what a signed-in person may not do. */
export const signInRefusals = {
  'session.required': {
    title: { zh: '请先登录', en: 'Sign in first' },
    detail: {
      zh: '尚未登录，或登录已过期、已被撤销。请重新登录。',
      en: 'You are not signed in, or the sign-in has expired or was revoked. Sign in again.',
    },
  },
  'session.wrong-credentials': {
    title: { zh: '用户名或密码不正确', en: 'Wrong username or password' },
    detail: {
      zh: '用户名或密码不正确，或账号已停用。忘记密码请联系本单位的系统管理员重置。',
      en: 'The username or the password is wrong, or the account is disabled. Your administrator can reset the password.',
    },
  },
  'session.throttled': {
    title: { zh: '登录尝试过于频繁', en: 'Too many attempts to sign in' },
    detail: {
      zh: '失败次数过多，请在 {retryAfterSeconds} 秒后再试。',
      en: 'There were too many failed attempts. Try again in {retryAfterSeconds} seconds.',
    },
  },
  'password.wrong': {
    title: { zh: '当前密码不正确', en: 'The current password is wrong' },
    detail: {
      zh: '请重新输入当前密码；忘记密码请联系本单位的系统管理员重置。',
      en: 'Enter the current password again; your administrator can reset it.',
    },
  },
  'password.contains-username': {
    title: { zh: '密码过于简单', en: 'The password is too weak' },
    detail: {
      zh: '密码不能包含用户名，请换一个。',
      en: 'A password may not contain the username. Choose another one.',
    },
  },
  'permission.missing': {
    title: { zh: '没有权限', en: 'Not permitted' },
    detail: {
      zh: '您在“{organisation}”没有“{capability}”的权限。请由有权限的人员办理，或联系系统管理员授权。',
      en: 'At {organisationEn} you hold no role with the right: {capabilityEn}. Ask someone who does, or an administrator.',
    },
  },
} as const satisfies Readonly<Record<string, RefusalWords>>;
