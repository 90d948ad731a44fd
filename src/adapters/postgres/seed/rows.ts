import { HOLIDAYS_2026 } from '../../../domain/calendar/data/holidays-2026';
import type { Prisma } from '../generated/client';
import { ACCOUNTS } from './accounts';
import { EXAMPLE, exampleId } from './example';
import { PEOPLE } from './people';
import { BODIES, ORGANISATIONS, type BodyKey, type OrganisationKey } from './tree';

/** Every term of the example begins here and has no end. */
const TERM = { validFrom: '2026-01-01', validTo: null } as const;

/** The tree, each organisation after the one above it. */
export function organisationRows(): Prisma.OrganisationCreateManyInput[] {
  return ORGANISATIONS.map(({ key, kind, communityType, name, parent }) => ({
    id: EXAMPLE.organisations[key],
    kind,
    communityType,
    name: name.zh,
    nameEn: name.en,
    path: pathOf(key),
    parentId: parent && EXAMPLE.organisations[parent],
  }));
}

function pathOf(key: OrganisationKey | null): string {
  if (key === null) return '/';
  const { parent } = ORGANISATIONS.find((organisation) => organisation.key === key)!;
  return `${pathOf(parent)}${EXAMPLE.organisations[key]}/`;
}

/** The committees and assemblies. */
export function bodyRows(): Prisma.BodyCreateManyInput[] {
  return BODIES.map(({ key, kind, name, organisation }) => ({
    id: EXAMPLE.bodies[key],
    kind,
    name,
    organisationId: EXAMPLE.organisations[organisation],
  }));
}

/** Everybody. */
export function personRows(): Prisma.PersonCreateManyInput[] {
  return PEOPLE.map(({ key, name, organisation }) => ({
    id: EXAMPLE.people[key],
    name,
    organisationId: EXAMPLE.organisations[organisation],
  }));
}

/** The seats in the bodies. */
export function membershipRows(): Prisma.MembershipCreateManyInput[] {
  return PEOPLE.flatMap(({ key, organisation, seats = {} }) =>
    Object.entries(seats).map(([kind, position]) => ({
      id: exampleId('membership', `${kind}\n${key}`),
      bodyId: EXAMPLE.bodies[`${organisation}.${kind}` as BodyKey],
      personId: EXAMPLE.people[key],
      position,
      ...TERM,
    })),
  );
}

/** The accounts, all with the same password. */
export function accountRows(passwordHash: string): Prisma.AccountCreateManyInput[] {
  return ACCOUNTS.map(({ id, username }) => ({
    id,
    username,
    passwordHash,
    personId: EXAMPLE.people[username],
  }));
}

/** What the accounts may do, and where. */
export function grantRows(): Prisma.RoleGrantCreateManyInput[] {
  return ACCOUNTS.flatMap(({ id, username, roles }) =>
    roles.map(({ role, organisationId }) => ({
      id: exampleId('grant', `${role}\n${username}`),
      accountId: id,
      role,
      organisationId,
      ...TERM,
    })),
  );
}

/** The holiday table of 2026, with the notice it comes from. */
export function calendarRow(): Prisma.CalendarVersionCreateManyInput {
  const { version, years, days } = HOLIDAYS_2026;
  const notices = new Set(Object.values(days).map(({ notice }) => notice));
  return { version, data: { years, days } as unknown as Prisma.InputJsonObject, source: [...notices].join('；') };
}
