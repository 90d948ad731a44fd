import {
  credentialsSchema,
  currentSessionSchema,
  meSchema,
  passwordChangeSchema,
} from '../../contract/schemas/accounts';
import { signedOutSchema } from '../../contract/schemas/sign-in';
import { isRefusal, refuse } from '../../domain/refusal';
import type { IdentityProvider } from '../../ports/identity-provider';
import { authenticate, sessionCookie } from '../authentication';
import { checkPassword } from '../../domain/password';
import { openSession } from '../open-session';
import { hashPassword } from '../passwords';
import { route, type Route } from '../route';
import { checkCredentials } from '../sign-in';
import type { RoutesDeps } from './deps';
import { describeMe } from './me';

const tag = '登录 / Sign-in';

/** Signing in and out, and who is signed in. */
export function sessionRoutes(deps: RoutesDeps): Route[] {
  const guarded = { accounts: deps.accounts, attempts: deps.signInAttempts };
  return [
    route({
      method: 'post',
      path: '/api/sessions',
      tag,
      summary: { zh: '登录', en: 'Sign in' },
      about: {
        zh: '答复中的 Cookie 用于此后的请求。15 分钟内同一用户名失败 5 次，或同一地址失败 30 次，之后的登录都被拒绝（429），密码正确也一样；Retry-After 说明还要等多少秒。登录成功后，该用户名重新计数。',
        en: 'The cookie of the answer goes with every request that follows. After 5 failures for a username or 30 from an address within 15 minutes, every sign-in is refused (429), with the right password too; Retry-After says for how many seconds. A success clears the count of the username.',
      },
      access: 'public',
      body: credentialsSchema,
      success: { status: 201, schema: meSchema },
      problems: [401, 429],
      async handler({ body, address, today }) {
        const credentials = await checkCredentials(guarded, { ...body, address });
        if (isRefusal(credentials)) return credentials;
        const { accountId } = credentials;
        const cookie = await openSession(deps, { accountId, oidc: false });
        const me = await describeMe(deps, accountId, today);
        if (isRefusal(me)) return me;
        return { headers: { 'Set-Cookie': cookie }, body: me };
      },
    }),
    route({
      method: 'delete',
      path: '/api/sessions/current',
      tag,
      summary: { zh: '退出登录', en: 'Sign out' },
      access: 'public',
      success: { status: 200, schema: signedOutSchema },
      alternatives: [{ status: 204 }],
      async handler({ sessionTokenHash }) {
        const ended = sessionTokenHash !== null && (await deps.sessions.revoke(sessionTokenHash));
        const headers = { 'Set-Cookie': sessionCookie(null, deps.settings) };
        const signOutUrl = ended && ended.oidc ? await signOutUrlAt(deps.identityProvider) : null;
        return signOutUrl === null
          ? { status: 204, headers, body: undefined as never }
          : { headers, body: { signOutUrl } };
      },
    }),
    route({
      method: 'get',
      path: '/api/sessions/current',
      tag,
      summary: { zh: '当前是否登录、是谁', en: 'Whether anybody is signed in, and who' },
      access: 'public',
      success: { status: 200, schema: currentSessionSchema },
      async handler({ sessionTokenHash, today }) {
        const actor = await authenticate(deps.sessions, sessionTokenHash);
        const me = actor && (await describeMe(deps, actor.accountId, today));
        return { body: { me: isRefusal(me) ? null : me } };
      },
    }),
    route({
      method: 'get',
      path: '/api/me',
      tag,
      summary: { zh: '查看本人账号和权限', en: 'The account that is signed in, and its rights' },
      access: 'signed-in',
      success: { status: 200, schema: meSchema },
      async handler({ actor, today }) {
        const me = await describeMe(deps, actor.accountId, today);
        return isRefusal(me) ? me : { body: me };
      },
    }),
    route({
      method: 'put',
      path: '/api/me/password',
      tag,
      summary: { zh: '修改本人密码（其他登录随即失效）', en: 'Change the password, which ends all other sign-ins' },
      access: 'signed-in',
      body: passwordChangeSchema,
      success: { status: 204 },
      problems: [429],
      async handler({ actor, body, address, sessionTokenHash }) {
        const account = await deps.accounts.find(actor.accountId);
        if (!account) return refuse('account.unknown', null);
        const { username } = account;
        const credentials = await checkCredentials(guarded, { username, password: body.currentPassword, address });
        if (isRefusal(credentials)) {
          return credentials.code === 'session.throttled' ? credentials : refuse('password.wrong', null);
        }
        const tooWeak = checkPassword(body.newPassword, username);
        if (tooWeak) return tooWeak;
        await deps.accounts.setPassword(actor.accountId, await hashPassword(body.newPassword));
        await deps.sessions.revokeAll(actor.accountId, sessionTokenHash ?? undefined);
        return { body: undefined };
      },
    }),
  ];
}

/** Where to sign out of the provider too. Signing out here does not depend on whether it answers. */
async function signOutUrlAt(provider: IdentityProvider | undefined): Promise<string | null> {
  const url = await provider?.signOutUrl().catch(() => null);
  return url === undefined || isRefusal(url) ? null : url;
}
