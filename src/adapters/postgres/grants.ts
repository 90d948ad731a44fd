import type { Role } from '../../domain/permissions';
import type { StoredGrant } from '../../ports/accounts';
import { Prisma } from './generated/client';
import type { RoleGrantModel } from './generated/models';

/** A grant is read with the path of its organisation, which decides how far it reaches. */
export const withPath = { organisation: { select: { path: true } } } as const;

/** A row of the table as the domain knows it. */
export function toGrant(row: RoleGrantModel & { organisation: { path: string } }): StoredGrant {
  const { id, role, organisationId, organisation, validFrom, validTo } = row;
  return { id, role: role as Role, organisationId, organisationPath: organisation.path, validFrom, validTo };
}

/** The grants of the account in the same statement as whatever else is read of it, as a column of JSON in the shape of `StoredGrant`. */
export const grantsColumn = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object(
            'id', role_grant.id, 'role', role_grant.role, 'organisationId', role_grant."organisationId",
            'organisationPath', organisation.path, 'validFrom', role_grant."validFrom", 'validTo', role_grant."validTo")), '[]')
     FROM role_grant JOIN organisation ON organisation.id = role_grant."organisationId"
    WHERE role_grant."accountId" = account.id)`;

/** The same of an account that must not be disabled; null where there is none. */
export const grantsOf = (accountId: string) => Prisma.sql`
  (SELECT ${grantsColumn} FROM account WHERE account.id = ${accountId}::uuid AND account."disabledAt" IS NULL)`;
