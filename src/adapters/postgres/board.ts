import { announcingStages, definitionOf } from '../../commands/registry';
import { digestsIn, withTexts } from '../../commands/texts';
import { personalNumbersIn } from '../../domain/personal-numbers';
import type { ProcedureState } from '../../domain/procedure/model';
import type { Board, BoardNotice, BoardPaper } from '../../ports/procedures';
import type { Database } from './database';
import type { PublicationModel } from './generated/models';
import { pageArguments, toPage } from './paging';
import { readTexts } from './unit';

/** The most notices that one board shows. */
const MOST_NOTICES = 50;

/** The public boards in PostgreSQL: what has been posted and not taken down, and the meetings that are announced. */
export function postgresBoard(database: Database): Board {
  const hanging = { takenDownAt: null };
  const withName = { organisation: { select: { name: true, nameEn: true } } } as const;
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
    async papers(organisationId, page) {
      const rows = await database.publication.findMany({
        where: { organisationId, ...hanging },
        include: withName,
        orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
        ...pageArguments(page),
      });
      return toPage(rows, page, toPaper);
    },
    notices: (organisationId) => readNotices(database, organisationId),
    async paper(id) {
      const row = await database.publication.findFirst({ where: { id, ...hanging }, include: withName });
      return row && toPaper(row);
    },
  };
}

async function readNotices(database: Database, organisationId: string): Promise<BoardNotice[]> {
  const rows = await database.procedure.findMany({
    where: {
      organisationId,
      status: 'open',
      OR: announcingStages().map(({ kind, stages }) => ({ kind, stage: { in: [...stages] } })),
    },
    select: { id: true, kind: true, state: true },
    orderBy: { startedAt: 'desc' },
    take: MOST_NOTICES,
  });
  const announced = rows.flatMap(({ id, kind, state }) => {
    const notice = definitionOf(kind).announcement(state as unknown as ProcedureState);
    return notice ? [{ id, kind, ...notice }] : [];
  });
  const texts = await readTexts(database, digestsIn(announced));
  const notices = withTexts(announced, texts) as BoardNotice[];
  return notices.filter(isFitToShow).sort((a, b) => a.meetingAt - b.meetingAt);
}

/** LAW-PI-6: a notice in which an identity, phone or bank number stands is not shown to everybody; nor one whose title was erased. */
function isFitToShow({ title, place, items, postings }: BoardNotice): boolean {
  const texts = [title, place, ...items, ...postings.map(({ location }) => location)];
  return title !== null && texts.every((text) => personalNumbersIn(text ?? '').length === 0);
}

function toPaper({
  organisation,
  publishedAt,
  ...row
}: PublicationModel & { organisation: { name: string; nameEn: string } }): BoardPaper {
  const { id, organisationId, kind, title, content, dueOn, late, takeDownOn } = row;
  const owner = { organisationId, organisationName: organisation.name, organisationNameEn: organisation.nameEn };
  return { id, ...owner, kind, title, content, publishedAt: publishedAt.getTime(), dueOn, late, takeDownOn };
}
