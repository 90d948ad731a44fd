import type { Grant } from '../../domain/permissions';
import type { StoredProcedure } from '../../ports/ledger';
import type { Transaction } from './database';
import { Prisma } from './generated/client';
import { grantsOf } from './grants';

/** A procedure as it stands, without a lock. */
export async function readProcedure(client: Transaction, id: string): Promise<StoredProcedure | null> {
  const [row] = await client.$queryRaw<Row[]>`
    SELECT ${columns} FROM procedure ${itsOrganisation} WHERE procedure.id = ${id}::uuid`;
  return row ? toProcedure(row) : null;
}

/** The same, locked until the transaction ends: whoever appends to one procedure comes one after another. */
export async function lockProcedure(tx: Transaction, id: string): Promise<StoredProcedure | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT ${columns} FROM procedure ${itsOrganisation} WHERE procedure.id = ${id}::uuid FOR UPDATE OF procedure`;
  return row ? toProcedure(row) : null;
}

/** Its lock, and the offices of whoever is at it, in one statement. No grants for an account that is disabled or does not exist. */
export async function lockProcedureFor(
  tx: Transaction,
  id: string,
  accountId: string,
): Promise<{ procedure: StoredProcedure; grants: readonly Grant[] | null } | null> {
  const [row] = await tx.$queryRaw<(Row & { grants: Grant[] | null })[]>`
    SELECT ${columns}, ${grantsOf(accountId)} AS grants
      FROM procedure ${itsOrganisation} WHERE procedure.id = ${id}::uuid FOR UPDATE OF procedure`;
  return row ? { procedure: toProcedure(row), grants: row.grants } : null;
}

/** Named one by one: a migration that adds a column must not change what a prepared statement gives. */
const columns = Prisma.sql`
  procedure.id, procedure.kind, procedure."organisationId", organisation.path AS "organisationPath", procedure.title,
  procedure.version, procedure."headHash", procedure.state, procedure.status, procedure."startedById", procedure."startedAt",
  procedure."closedAt"`;

const itsOrganisation = Prisma.sql`JOIN organisation ON organisation.id = procedure."organisationId"`;

interface Row extends Omit<StoredProcedure, 'startedAt' | 'closedAt'> {
  readonly startedAt: Date;
  readonly closedAt: Date | null;
}

function toProcedure({ startedAt, closedAt, ...row }: Row): StoredProcedure {
  const { id, kind, organisationId, organisationPath, title, version, headHash, state, status, startedById } = row;
  return {
    id,
    kind,
    organisationId,
    organisationPath,
    title,
    version,
    headHash,
    state,
    status,
    startedById,
    startedAt: startedAt.getTime(),
    closedAt: closedAt?.getTime() ?? null,
  };
}
