import type { Board, BoardPaper } from '../../ports/procedures';
import type { Database } from './database';
import type { PublicationModel } from './generated/models';

/** The public boards in PostgreSQL: what has been posted and not taken down. */
export function postgresBoard(database: Database): Board {
  const hanging = { takenDownAt: null };
  const withName = { organisation: { select: { name: true } } } as const;
  return {
    async organisations() {
      const rows = await database.organisation.findMany({
        where: { kind: 'community' },
        select: { id: true, name: true, nameEn: true, _count: { select: { publications: { where: hanging } } } },
        orderBy: { name: 'asc' },
      });
      return rows.map(({ _count, ...organisation }) => ({ ...organisation, papers: _count.publications }));
    },
    organisation: (id) =>
      database.organisation.findUnique({ where: { id }, select: { id: true, name: true, nameEn: true } }),
    async papers(organisationId) {
      const rows = await database.publication.findMany({
        where: { organisationId, ...hanging },
        include: withName,
        orderBy: { publishedAt: 'desc' },
        take: 200,
      });
      return rows.map(toPaper);
    },
    async paper(id) {
      const row = await database.publication.findFirst({ where: { id, ...hanging }, include: withName });
      return row && toPaper(row);
    },
  };
}

function toPaper({
  organisation,
  publishedAt,
  ...row
}: PublicationModel & { organisation: { name: string } }): BoardPaper {
  const { id, organisationId, kind, title, content, dueOn, late, takeDownOn } = row;
  const owner = { organisationId, organisationName: organisation.name };
  return { id, ...owner, kind, title, content, publishedAt: publishedAt.getTime(), dueOn, late, takeDownOn };
}
