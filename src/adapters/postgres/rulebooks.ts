import type { Rulebooks, RulebookVersion } from '../../ports/rulebooks';
import type { CivilDate } from '../../domain/calendar/civil-date';
import type { Database, Transaction } from './database';
import type { Prisma } from './generated/client';
import type { RulebookModel } from './generated/models';

/** Rulebooks in PostgreSQL. */
export function postgresRulebooks(database: Database): Rulebooks {
  return {
    inEffect: (organisationIds, on) => rulebooksInEffect(database, organisationIds, on),
    async versions(organisationId) {
      return (await database.rulebook.findMany({ where: { organisationId }, orderBy: { version: 'desc' } })).map(
        toVersion,
      );
    },
    add: ({ values, ...rulebook }) =>
      database.$transaction(async (transaction) => {
        const { id, organisationId } = rulebook;
        // Numbers follow one another, so two versions of one organisation are not given theirs at once.
        await transaction.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
        const existing = await transaction.rulebook.findUnique({ where: { id } });
        if (existing) return toVersion(existing);
        const newest = await transaction.rulebook.aggregate({ where: { organisationId }, _max: { version: true } });
        const version = (newest._max.version ?? 0) + 1;
        const data = { ...rulebook, version, values: values as Prisma.InputJsonObject };
        return toVersion(await transaction.rulebook.create({ data }));
      }),
  };
}

/** The newest version in effect of each of the organisations; in the same transaction as whatever else is read. */
export async function rulebooksInEffect(
  client: Transaction,
  organisationIds: readonly string[],
  on: CivilDate,
): Promise<RulebookVersion[]> {
  const rows = await client.rulebook.findMany({
    where: { organisationId: { in: [...organisationIds] }, effectiveOn: { lte: on } },
    distinct: ['organisationId'],
    orderBy: [{ organisationId: 'asc' }, { version: 'desc' }],
  });
  return rows.map(toVersion);
}

function toVersion({ values, createdAt: _createdAt, ...row }: RulebookModel): RulebookVersion {
  return { ...row, values: values as Readonly<Record<string, unknown>> };
}
