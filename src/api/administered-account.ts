import { checkNotOwn, checkReach } from '../domain/administration';
import { isRefusal, refuse, type Refusal } from '../domain/refusal';
import type { Account, Accounts } from '../ports/accounts';
import type { Organisations } from '../ports/organisations';
import { permittedOrganisation, type Asker } from './permit';

/** The account, when the asker may act on it: another's, of a person and with roles all inside the asker's own subtree. */
export async function administeredAccount(
  { accounts, organisations }: { accounts: Accounts; organisations: Organisations },
  asker: Asker,
  accountId: string,
): Promise<Account | Refusal> {
  const account = await accounts.find(accountId);
  if (!account) return refuse('account.unknown', null);
  const place = await permittedOrganisation(organisations, asker, 'accounts.manage', account.organisationId);
  if (isRefusal(place)) return place;
  const refused = checkNotOwn(asker.actor, account.id) ?? checkReach(asker.actor, account.grants, asker.today);
  return refused ?? account;
}
