import type { z } from 'zod';
import type { meSchema } from '../../contract/schemas/accounts';
import type { CivilDate } from '../../domain/calendar/civil-date';
import { capabilitiesOf, isInForce, rolesAt } from '../../domain/permissions';
import { refuse, type Refusal } from '../../domain/refusal';
import type { RoutesDeps } from './deps';
import { grantView } from './views';

/** The account, its person, and what it may do where. */
export async function describeMe(
  { accounts, clock, organisations }: Pick<RoutesDeps, 'accounts' | 'clock' | 'organisations'>,
  accountId: string,
  today: CivilDate,
): Promise<z.output<typeof meSchema> | Refusal> {
  const account = await accounts.find(accountId);
  if (!account) return refuse('account.unknown', null);
  const inForce = new Set(
    account.grants.filter((grant) => isInForce(grant, today)).map((grant) => grant.organisationId),
  );
  const places = (await organisations.all()).filter(({ id }) => inForce.has(id));
  return {
    account: { id: account.id, username: account.username },
    person: { id: account.personId, name: account.personName, organisationId: account.organisationId },
    today,
    training: (await clock.offset()) !== null,
    grants: account.grants.map(grantView),
    organisations: places.map(({ id, path, name, nameEn }) => {
      const roles = rolesAt(account.grants, path, today);
      return { id, path, name, nameEn, roles, capabilities: capabilitiesOf(roles) };
    }),
  };
}
