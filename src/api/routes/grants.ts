import {
  accountSchema,
  grantedSchema,
  grantParams,
  lastDaySchema,
  newGrantSchema,
} from '../../contract/schemas/accounts';
import { idParams } from '../../contract/schemas/common';
import { checkNotOwn, checkRoleLevel, checkTerm } from '../../domain/administration';
import { addDays, type CivilDate } from '../../domain/calendar/civil-date';
import type { Grant } from '../../domain/permissions';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { permittedOrganisation } from '../permit';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';
import { accountView } from './views';

const tag = '授权 / Grants';

/** Roles of accounts. A grant is never deleted: ending it sets its last day, so that it stays known who held what when. */
export function grantRoutes({ accounts, organisations }: Pick<RoutesDeps, 'accounts' | 'organisations'>): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/accounts/{id}/grants',
      tag,
      summary: { zh: '授予角色', en: 'Grant a role' },
      access: 'signed-in',
      params: idParams,
      body: newGrantSchema,
      success: { status: 201, schema: grantedSchema },
      problems: [409],
      async handler({ params, body, newId, ...asker }) {
        const account = await accounts.find(params.id);
        if (!account) return refuse('account.unknown', null);
        const home = await permittedOrganisation(organisations, asker, 'accounts.manage', account.organisationId);
        if (isRefusal(home)) return home;
        const place = await permittedOrganisation(organisations, asker, 'accounts.manage', body.organisationId);
        if (isRefusal(place)) return place;
        const unfit = checkNotOwn(asker.actor, account.id) ?? checkRoleLevel(body.role, place) ?? checkTerm(body);
        if (unfit) return unfit;
        const grantId = newId('grant');
        const granted = await accounts.grant({ ...body, id: grantId, accountId: account.id });
        return isRefusal(granted) ? granted : { body: { ...accountView(granted), grantId } };
      },
    }),
    route({
      method: 'put',
      path: '/api/accounts/{id}/grants/{grantId}/last-day',
      tag,
      summary: { zh: '终止授权', en: 'End a grant' },
      access: 'signed-in',
      params: grantParams,
      body: lastDaySchema,
      success: { status: 200, schema: accountSchema },
      async handler({ params, body, ...asker }) {
        const account = await accounts.find(params.id);
        if (!account) return refuse('account.unknown', null);
        const grant = account.grants.find(({ id }) => id === params.grantId);
        if (!grant) return refuse('grant.unknown', null);
        const place = await permittedOrganisation(organisations, asker, 'accounts.manage', grant.organisationId);
        if (isRefusal(place)) return place;
        const yesterday = addDays(asker.today, -1);
        const unfit =
          checkNotOwn(asker.actor, account.id) ??
          checkTerm({ ...grant, validTo: body.lastDay }) ??
          checkStillRunning(grant, body.lastDay ?? yesterday, yesterday);
        if (unfit) return unfit;
        // The last day belongs to a term, so what ends at once ended yesterday.
        await accounts.endGrant(grant.id, body.lastDay ?? yesterday);
        return { body: accountView((await accounts.find(account.id)) ?? account) };
      },
    }),
  ];
}

/** What somebody did with a role they held is not undone by ending it earlier than now, nor is a term lengthened by ending it. */
function checkStillRunning(
  { validTo }: Pick<Grant, 'validTo'>,
  lastDay: CivilDate,
  yesterday: CivilDate,
): Refusal | null {
  if (lastDay >= yesterday && (validTo === null || lastDay <= validTo)) return null;
  return refuse('grant.not-in-term', null, { lastDay, from: yesterday, to: validTo });
}
