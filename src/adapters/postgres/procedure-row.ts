import type { ProcedureStatus } from '../../domain/procedure/model';
import type { StoredProcedure } from '../../ports/ledger';
import type { Transaction } from './database';

/** A procedure as it stands, without a lock. */
export async function readProcedure(client: Transaction, id: string): Promise<StoredProcedure | null> {
  const row = await client.procedure.findUnique({
    where: { id },
    include: { organisation: { select: { path: true } } },
  });
  return row && { ...row, ...shared(row), organisationPath: row.organisation.path };
}

/** The same, locked until the transaction ends: whoever appends to one procedure comes one after another. */
export async function lockProcedure(tx: Transaction, id: string): Promise<StoredProcedure | null> {
  const [row] = await tx.$queryRaw<LockedRow[]>`
    SELECT procedure.*, organisation.path AS "organisationPath"
      FROM procedure JOIN organisation ON organisation.id = procedure."organisationId"
     WHERE procedure.id = ${id}::uuid FOR UPDATE OF procedure`;
  return row ? { ...row, ...shared(row) } : null;
}

interface Columns {
  readonly id: string;
  readonly kind: string;
  readonly organisationId: string;
  readonly title: string;
  readonly version: number;
  readonly headHash: string;
  readonly state: unknown;
  readonly status: string;
  readonly startedById: string;
  readonly startedAt: Date;
  readonly closedAt: Date | null;
}

interface LockedRow extends Columns {
  readonly organisationPath: string;
}

function shared({ id, kind, organisationId, title, version, headHash, state, startedById, ...row }: Columns) {
  return {
    id,
    kind,
    organisationId,
    title,
    version,
    headHash,
    state,
    startedById,
    status: row.status as ProcedureStatus,
    startedAt: row.startedAt.getTime(),
    closedAt: row.closedAt?.getTime() ?? null,
  };
}
