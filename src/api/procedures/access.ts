import { may, rolesAt, CAPABILITIES, isInForce, type Role } from '../../domain/permissions';
import type { Standing } from '../../domain/procedure/model';
import { refuse, type Refusal } from '../../domain/refusal';
import type { Ledger, StoredProcedure } from '../../ports/ledger';
import type { ProcedureReads, Reach } from '../../ports/procedures';
import type { Asker } from '../permit';

/** A procedure that the asker may see, with the roles they hold over it. */
export interface Seen {
  readonly procedure: StoredProcedure;
  readonly standing: Standing;
  /** By a role, and not only because the procedure names them: they also read who was told, and why somebody was absent or recused. */
  readonly readsAll: boolean;
}

/** The procedure, when it exists and the asker's role or name in it lets them see it. */
export async function seen(
  { ledger, reads }: { ledger: Ledger; reads: ProcedureReads },
  { actor, today }: Asker,
  procedureId: string,
): Promise<Seen | Refusal> {
  const procedure = await ledger.find(procedureId);
  if (!procedure) return refuse('procedure.unknown', null);
  const standing = standingOf({ actor, today }, procedure);
  const readsAll = may(standing.roles, 'procedures.read');
  if (!readsAll && !(await reads.isParticipant(procedureId, actor.personId)))
    return refuse('procedure.not-yours', null);
  return { procedure, standing, readsAll };
}

/** Who somebody is in a procedure. Whether they may see it is another question: only who is entitled to an action by it may do so unasked. */
export function standingOf({ actor, today }: Asker, { organisationPath }: StoredProcedure): Standing {
  const { accountId, personId, grants } = actor;
  return { accountId, personId, roles: rolesAt(grants, organisationPath, today) };
}

/** Everything the asker may see: the parts of the tree where a role lets them read, and what names them. */
export function reachOf({ actor, today }: Asker): Reach {
  const readers: readonly Role[] = CAPABILITIES['procedures.read'].roles;
  const paths = actor.grants
    .filter((grant) => isInForce(grant, today) && readers.includes(grant.role))
    .map(({ organisationPath }) => organisationPath);
  return { paths: [...new Set(paths)], personId: actor.personId };
}
