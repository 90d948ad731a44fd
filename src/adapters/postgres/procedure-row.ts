import type { Grant } from '../../domain/permissions';
import type { StoredProcedure } from '../../ports/ledger';
import type { Database } from './database';
import { Prisma } from './generated/client';
import { grantsOf } from './grants';
import type { Statements } from './statements';

/** How many states are remembered; the one that was not asked for longest goes first. */
const REMEMBERED = 200;

/** A procedure and the mark of the row that it was read from. */
export interface MarkedProcedure {
  readonly procedure: StoredProcedure;
  readonly mark: string;
}

/**
 * Reads procedures as they stand, without a lock. The state of one that has not been written since it was last read is neither sent nor
 * parsed again: PostgreSQL names the transaction that wrote a row, and rows of that mark are the same. Nobody changes a state in place.
 */
export class ProcedureReader {
  readonly #remembered = new Map<string, MarkedProcedure>();

  constructor(readonly database: Pick<Database, 'straight'>) {}

  async find(id: string): Promise<StoredProcedure | null> {
    const known = this.#remembered.get(id);
    const { rows } = await this.database.straight.direct<Row & { mark: string; isKnown: boolean }>(Prisma.sql`
      SELECT ${columns}, procedure.xmin::text AS mark, procedure.xmin::text = ${known?.mark ?? ''} AS "isKnown",
             CASE WHEN procedure.xmin::text = ${known?.mark ?? ''} THEN NULL ELSE procedure.state END AS state
        FROM procedure ${itsOrganisation} WHERE procedure.id = ${id}::uuid`);
    const [row] = rows;
    this.#remembered.delete(id);
    if (!row) return null;
    const state = known && row.isKnown ? known.procedure.state : row.state;
    const procedure = toProcedure({ ...row, state });
    this.#remembered.set(id, { procedure, mark: row.mark });
    if (this.#remembered.size > REMEMBERED) this.#remembered.delete(this.#remembered.keys().next().value as string);
    return procedure;
  }

  /** As it was when it was last read; whoever goes by it makes sure in their own statement that the row's mark is still the same. */
  remembered(id: string): MarkedProcedure | null {
    return this.#remembered.get(id) ?? null;
  }
}

/**
 * A procedure, locked until the transaction ends: whoever appends to one procedure comes one after another. Its key is not locked, so that
 * what is told to it does not wait: an import of holidays tells many, and steps wait for the import.
 */
export async function lockProcedure(tx: Statements, id: string): Promise<StoredProcedure | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT ${columns}, procedure.state FROM procedure ${itsOrganisation} WHERE procedure.id = ${id}::uuid FOR NO KEY UPDATE OF procedure`;
  return row ? toProcedure(row) : null;
}

/** Its lock, and the offices of whoever is at it, in one statement. No grants for an account that is disabled or does not exist. */
export async function lockProcedureFor(
  tx: Statements,
  id: string,
  accountId: string,
): Promise<{ procedure: StoredProcedure; grants: readonly Grant[] | null } | null> {
  const [row] = await tx.$queryRaw<(Row & { grants: Grant[] | null })[]>`
    SELECT ${columns}, procedure.state, ${grantsOf(accountId)} AS grants
      FROM procedure ${itsOrganisation} WHERE procedure.id = ${id}::uuid FOR NO KEY UPDATE OF procedure`;
  return row ? { procedure: toProcedure(row), grants: row.grants } : null;
}

/** Named one by one: a migration that adds a column must not change what a prepared statement gives. */
const columns = Prisma.sql`
  procedure.id, procedure.kind, procedure."organisationId", organisation.path AS "organisationPath", procedure.title,
  procedure.version, procedure."headHash", procedure.status, procedure."startedById", procedure."startedAt",
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
