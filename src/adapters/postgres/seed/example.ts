import { v5 as uuidV5 } from 'uuid';
import { PEOPLE, type AccountKey, type PersonKey } from './people';
import { BODIES, ORGANISATIONS, type BodyKey, type OrganisationKey } from './tree';

/** Fixed for ever: with another value the example would be added a second time. */
const NAMESPACE = '79f0d66d-489c-4b16-8168-f559d0001b82';

/** The ids of the example, the same in every database. */
export interface ExampleIds {
  readonly organisations: Readonly<Record<OrganisationKey, string>>;
  readonly bodies: Readonly<Record<BodyKey, string>>;
  readonly people: Readonly<Record<PersonKey, string>>;
  readonly accounts: Readonly<Record<AccountKey, string>>;
}

/** The id of one row of the example, from what it is and the name that it has for ever. */
export function exampleId(
  kind: 'organisation' | 'body' | 'person' | 'account' | 'membership' | 'grant',
  name: string,
): string {
  return uuidV5(`${kind}\n${name}`, NAMESPACE);
}

/** Where everything of the example is found, by name: `EXAMPLE.accounts['chunhe.staff']`. */
export const EXAMPLE: ExampleIds = {
  organisations: byKey('organisation', ORGANISATIONS),
  bodies: byKey('body', BODIES),
  people: byKey('person', PEOPLE),
  accounts: byKey(
    'account',
    PEOPLE.filter(({ roles }) => roles).map(({ key }) => ({ key: key as AccountKey })),
  ),
};

function byKey<Key extends string>(
  kind: Parameters<typeof exampleId>[0],
  all: readonly { readonly key: Key }[],
): Record<Key, string> {
  return Object.fromEntries(all.map(({ key }) => [key, exampleId(kind, key)])) as Record<Key, string>;
}
