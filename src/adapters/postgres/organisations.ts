import type { CommunityType, OrganisationKind } from '../../domain/organisation';
import type { Organisation, Organisations } from '../../ports/organisations';
import type { Database } from './database';
import type { OrganisationModel } from './generated/models';

/** The tree of organisations in PostgreSQL. */
export function postgresOrganisations(database: Database): Organisations {
  const find = async (id: string) => {
    const row = await database.organisation.findUnique({ where: { id } });
    return row && toOrganisation(row);
  };
  return {
    find,
    async all() {
      // A path begins with the path of the organisation above, so its order puts parents first.
      return (await database.organisation.findMany({ orderBy: { path: 'asc' } })).map(toOrganisation);
    },
    async chain(id) {
      const ids = (await find(id))?.path.split('/').filter((part) => part !== '') ?? [];
      const rows = await database.organisation.findMany({ where: { id: { in: ids } } });
      return rows.map(toOrganisation).sort((a, b) => a.path.length - b.path.length);
    },
    async create(organisation) {
      await database.organisation.createMany({ data: organisation, skipDuplicates: true });
      return toOrganisation(await database.organisation.findUniqueOrThrow({ where: { id: organisation.id } }));
    },
  };
}

function toOrganisation({ id, kind, communityType, name, nameEn, path, parentId }: OrganisationModel): Organisation {
  return {
    id,
    kind: kind as OrganisationKind,
    communityType: communityType as CommunityType | null,
    name,
    nameEn,
    path,
    parentId,
  };
}
