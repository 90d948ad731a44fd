import type { CivilDate } from './calendar/civil-date';
import type { OrganisationKind } from './organisation';
import { isInForce, may, ROLES, rolesAt, type Actor, type Grant, type Role } from './permissions';
import { refuse, type Refusal } from './refusal';

/** Nobody disables their own account, changes their own grants or resets their own password. */
export function checkNotOwn(actor: Actor, accountId: string): Refusal | null {
  return actor.accountId === accountId ? refuse('account.own', null) : null;
}

/**
 * Whoever resets a password could sign in with it, so an administrator may only touch an account whose roles, now or later,
 * all lie inside their own part of the tree.
 */
export function checkReach(actor: Actor, grants: readonly Grant[], today: CivilDate): Refusal | null {
  const live = grants.filter((grant) => isInForce(grant, today) || grant.validFrom > today);
  const inside = live.every(({ organisationPath }) =>
    may(rolesAt(actor.grants, organisationPath, today), 'accounts.manage'),
  );
  return inside ? null : refuse('account.reaches-further', null);
}

/** A role is granted only at a level where it exists. */
export function checkRoleLevel(
  role: Role,
  organisation: { kind: OrganisationKind; name: string; nameEn: string },
): Refusal | null {
  const { at, zh, en }: { at: readonly OrganisationKind[]; zh: string; en: string } = ROLES[role];
  if (at.includes(organisation.kind)) return null;
  const params = { role: zh, roleEn: en, organisation: organisation.name, organisationEn: organisation.nameEn };
  return refuse('grant.role-not-at-level', null, params);
}

/** A role that the account holds at the organisation for the whole of the new term is not granted a second time. */
export function checkNotHeld(
  held: readonly Grant[],
  wanted: Pick<Grant, 'role' | 'organisationId' | 'validFrom' | 'validTo'>,
): Refusal | null {
  const { role, organisationId, validFrom, validTo } = wanted;
  const covering = held.find(
    (grant) =>
      grant.role === role &&
      grant.organisationId === organisationId &&
      grant.validFrom <= validFrom &&
      (grant.validTo === null || (validTo !== null && validTo <= grant.validTo)),
  );
  if (!covering) return null;
  const { zh, en } = ROLES[role];
  const term = { validFrom: covering.validFrom, validTo: covering.validTo };
  return refuse('grant.held-already', null, { role: zh, roleEn: en, ...term });
}

/** A term ends on its first day at the earliest; without a last day it goes on. */
export function checkTerm({ validFrom, validTo }: Pick<Grant, 'validFrom' | 'validTo'>): Refusal | null {
  if (validTo === null || validFrom <= validTo) return null;
  return refuse('term.ends-before-start', null, { validFrom, validTo });
}
