import type { CivilDate } from '../../domain/calendar/civil-date';
import { refuse } from '../../domain/refusal';
import { withdrawnBy } from '../../domain/rulebook-inheritance';
import type { Rulebooks, RulebookVersion, SetRulebook } from '../../ports/rulebooks';
import type { Database, Transaction } from './database';
import type { Prisma } from './generated/client';
import type { RulebookModel } from './generated/models';
import type { Statements } from './statements';

/** Rulebooks in PostgreSQL. */
export function postgresRulebooks(database: Database): Rulebooks {
  return {
    inEffect: (organisationIds, on) => rulebooksInEffect(database, organisationIds, on),
    async versions(organisationId) {
      return (await database.rulebook.findMany({ where: { organisationId }, orderBy: { version: 'desc' } })).map(
        toVersion,
      );
    },
    add: ({ values, withdraws, ...rulebook }) =>
      database.$transaction(async (transaction) => {
        const { id, organisationId } = rulebook;
        // Numbers follow one another, so two versions of one organisation are not given theirs at once.
        await transaction.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
        const existing = await transaction.rulebook.findUnique({ where: { id } });
        if (existing) return withWithdrawn(toVersion(existing), await before(transaction, existing));
        const newest = await transaction.rulebook.aggregate({ where: { organisationId }, _max: { version: true } });
        const next: RulebookVersion = { ...rulebook, values, version: (newest._max.version ?? 0) + 1 };
        const replaced = await before(transaction, next);
        const set = withWithdrawn(next, replaced);
        const unsaid = set.withdrawn.filter((key) => !withdraws.includes(key));
        if (replaced && unsaid.length > 0) {
          const { version, effectiveOn } = replaced;
          return refuse('rulebook.withdraws-unsaid', null, { keys: unsaid.join(', '), version, effectiveOn });
        }
        await transaction.rulebook.create({ data: { ...next, values: values as Prisma.InputJsonObject } });
        return set;
      }),
  };
}

/** Of versions that are in effect, the one that counts comes first: the one dated last, and of several of one day the newest. */
const IN_EFFECT_FIRST = [{ effectiveOn: 'desc' }, { version: 'desc' }] as const;

/** The version in effect of each of the organisations; in the same transaction as whatever else is read. */
export async function rulebooksInEffect(
  client: Statements,
  organisationIds: readonly string[],
  on: CivilDate,
): Promise<RulebookVersion[]> {
  return client.$queryRaw<RulebookVersion[]>`
    SELECT DISTINCT ON ("organisationId") id, "organisationId", version, "effectiveOn", "values", note, "createdById"
      FROM rulebook WHERE "organisationId" = ANY(${[...organisationIds]}::uuid[]) AND "effectiveOn" <= ${on}
     ORDER BY "organisationId", "effectiveOn" DESC, version DESC`;
}

/** What was in effect on the day from which a version counts, before it was set. */
async function before(
  transaction: Transaction,
  { organisationId, effectiveOn, version }: Pick<RulebookVersion, 'organisationId' | 'effectiveOn' | 'version'>,
): Promise<RulebookVersion | null> {
  const row = await transaction.rulebook.findFirst({
    where: { organisationId, effectiveOn: { lte: effectiveOn }, version: { lt: version } },
    orderBy: [...IN_EFFECT_FIRST],
  });
  return row && toVersion(row);
}

function withWithdrawn(set: RulebookVersion, replaced: RulebookVersion | null): SetRulebook {
  return { ...set, withdrawn: withdrawnBy(set.values, replaced?.values ?? {}) };
}

function toVersion({ values, createdAt: _createdAt, ...row }: RulebookModel): RulebookVersion {
  return { ...row, values: values as Readonly<Record<string, unknown>> };
}
