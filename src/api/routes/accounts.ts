import {
  accountSchema,
  accountsQuery,
  disabledSchema,
  newAccountSchema,
  oidcLinkSchema,
  passwordSchema,
} from '../../contract/schemas/accounts';
import { idParams, pageSchema } from '../../contract/schemas/common';
import { checkPassword } from '../../domain/password';
import { isRefusal, refuse } from '../../domain/refusal';
import { administeredAccount } from '../administered-account';
import { PAGE_SIZE } from '../paging';
import { hashPassword } from '../passwords';
import { permittedOrganisation } from '../permit';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';
import { accountView } from './views';

const tag = '账号 / Accounts';

/** Accounts, as administrators of the part of the tree keep them. */
export function accountRoutes(deps: RoutesDeps): Route[] {
  const { accounts, organisations, people, sessions, identityProvider } = deps;
  const linkTo = (subject: string | null) => {
    if (subject === null) return null;
    return identityProvider ? { issuer: identityProvider.issuer, subject } : refuse('oidc.not-configured', null);
  };
  return [
    route({
      method: 'get',
      path: '/api/accounts',
      tag,
      summary: { zh: '一个组织及其下级的账号', en: 'The accounts of an organisation and all below it' },
      access: 'signed-in',
      query: accountsQuery,
      success: { status: 200, schema: pageSchema(accountSchema) },
      problems: [403, 404],
      async handler({ query, ...asker }) {
        const place = await permittedOrganisation(organisations, asker, 'accounts.manage', query.organisationId);
        if (isRefusal(place)) return place;
        const { items, next } = await accounts.list(place.path, { after: query.cursor, limit: PAGE_SIZE });
        return { body: { items: items.map(accountView), next } };
      },
    }),
    route({
      method: 'post',
      path: '/api/accounts',
      tag,
      summary: { zh: '为人员开设账号', en: 'Open an account for a person' },
      access: 'signed-in',
      body: newAccountSchema,
      secretBody: true,
      success: { status: 201, schema: accountSchema },
      problems: [404],
      async handler({ body: { personId, username, password, oidcSubject }, newId, ...asker }) {
        const person = await people.find(personId);
        if (!person) return refuse('person.unknown', null);
        const place = await permittedOrganisation(organisations, asker, 'accounts.manage', person.organisationId);
        if (isRefusal(place)) return place;
        if (password === undefined && oidcSubject === undefined) return refuse('account.no-way-in', null);
        const oidc = linkTo(oidcSubject ?? null);
        if (isRefusal(oidc)) return oidc;
        const tooWeak = password === undefined ? null : checkPassword(password, username);
        if (tooWeak) return tooWeak;
        const passwordHash = password === undefined ? null : await hashPassword(password);
        const account = await accounts.create({ id: newId('account'), username, personId, passwordHash, oidc });
        return isRefusal(account) ? account : { body: accountView(account) };
      },
    }),
    route({
      method: 'put',
      path: '/api/accounts/{id}/disabled',
      tag,
      summary: {
        zh: '停用（随即退出所有登录）或启用账号',
        en: 'Disable an account, which ends its sign-ins, or enable it',
      },
      access: 'signed-in',
      params: idParams,
      body: disabledSchema,
      success: { status: 200, schema: accountSchema },
      async handler({ params, body: { disabled }, ...asker }) {
        const account = await administeredAccount(deps, asker, params.id);
        if (isRefusal(account)) return account;
        await accounts.setDisabled(account.id, disabled);
        return { body: accountView({ ...account, disabled }) };
      },
    }),
    route({
      method: 'put',
      path: '/api/accounts/{id}/password',
      tag,
      summary: { zh: '重置密码（随即退出所有登录）', en: 'Reset a password, which ends all sign-ins' },
      access: 'signed-in',
      params: idParams,
      body: passwordSchema,
      success: { status: 204 },
      async handler({ params, body: { password }, ...asker }) {
        const account = await administeredAccount(deps, asker, params.id);
        if (isRefusal(account)) return account;
        const tooWeak = checkPassword(password, account.username);
        if (tooWeak) return tooWeak;
        await accounts.setPassword(account.id, await hashPassword(password));
        await sessions.revokeAll(account.id);
        return { body: undefined };
      },
    }),
    route({
      method: 'put',
      path: '/api/accounts/{id}/oidc-subject',
      tag,
      summary: {
        zh: '关联或解除统一身份认证的身份（随即退出所有登录）',
        en: 'Link an account to somebody at the identity provider, or unlink it, which ends all sign-ins',
      },
      access: 'signed-in',
      params: idParams,
      body: oidcLinkSchema,
      success: { status: 200, schema: accountSchema },
      problems: [409],
      async handler({ params, body: { oidcSubject }, ...asker }) {
        const account = await administeredAccount(deps, asker, params.id);
        if (isRefusal(account)) return account;
        const oidc = linkTo(oidcSubject);
        if (isRefusal(oidc)) return oidc;
        const taken = await accounts.link(account.id, oidc);
        return taken ?? { body: accountView({ ...account, oidc }) };
      },
    }),
    route({
      method: 'delete',
      path: '/api/accounts/{id}/sessions',
      tag,
      summary: { zh: '退出账号的所有登录', en: 'End all sign-ins of an account' },
      access: 'signed-in',
      params: idParams,
      success: { status: 204 },
      async handler({ params, ...asker }) {
        const account = await administeredAccount(deps, asker, params.id);
        if (isRefusal(account)) return account;
        await sessions.revokeAll(account.id);
        return { body: undefined };
      },
    }),
  ];
}
