import type { Bilingual } from '../../../contract/words/bilingual';
import type { Role } from '../../../domain/permissions';
import { EXAMPLE } from './example';
import { PEOPLE, type AccountKey } from './people';
import { ORGANISATIONS } from './tree';

/** An account of the example, for a table of who can sign in. */
export interface ExampleAccount {
  readonly id: string;
  readonly username: AccountKey;
  readonly name: string;
  readonly title: Bilingual;
  readonly roles: readonly { readonly role: Role; readonly organisationId: string; readonly organisation: Bilingual }[];
}

const namesOfOrganisations = new Map(ORGANISATIONS.map(({ key, name }) => [key, name]));

/** Every account of the example, from the district down. */
export const ACCOUNTS: readonly ExampleAccount[] = PEOPLE.flatMap(({ key, name, title, organisation, roles }) => {
  if (!roles) return [];
  const username = key as AccountKey;
  const place = {
    organisationId: EXAMPLE.organisations[organisation],
    organisation: namesOfOrganisations.get(organisation)!,
  };
  return { id: EXAMPLE.accounts[username], username, name, title, roles: roles.map((role) => ({ role, ...place })) };
});
