import type { Role } from '../../domain/permissions';
import type { StoredGrant } from '../../ports/accounts';
import type { RoleGrantModel } from './generated/models';

/** A grant is read with the path of its organisation, which decides how far it reaches. */
export const withPath = { organisation: { select: { path: true } } } as const;

/** A row of the table as the domain knows it. */
export function toGrant(row: RoleGrantModel & { organisation: { path: string } }): StoredGrant {
  const { id, role, organisationId, organisation, validFrom, validTo } = row;
  return { id, role: role as Role, organisationId, organisationPath: organisation.path, validFrom, validTo };
}
