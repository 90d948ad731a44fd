import type { ProcedureStatus } from '../../domain/procedure/model';
import type { DeadlineState, ProcedureFilter, ProcedureReads, Reach } from '../../ports/procedures';
import type { Database } from './database';
import type { Prisma } from './generated/client';
import { pageArguments, toPage } from './paging';

/** How long before its end a deadline counts as due soon, in milliseconds. */
const SOON_MS = 3 * 86_400_000;

/** The read model of procedures in PostgreSQL. */
export function postgresProcedures(database: Database): ProcedureReads {
  return {
    async list(reach, filter, page) {
      const rows = await database.procedure.findMany({
        where: { AND: [within(reach), matching(filter)] },
        orderBy: [{ startedAt: 'desc' }, { id: 'asc' }],
        omit: { state: true },
        ...pageArguments(page),
      });
      return toPage(rows, page, ({ status, startedAt, closedAt, nextDueAt, ...row }) => ({
        ...row,
        status: status as ProcedureStatus,
        startedAt: startedAt.getTime(),
        closedAt: closedAt?.getTime() ?? null,
        nextDueAt: nextDueAt?.getTime() ?? null,
      }));
    },
    isParticipant: async (procedureId, personId) =>
      (await database.participant.count({ where: { procedureId, personId } })) > 0,
    timeline: (procedureId, page) => timeline(database, procedureId, page),
    async readers(procedureId) {
      const rows = await database.notification.findMany({
        where: { procedureId },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ personId, kind, createdAt, readAt }) => {
        return { personId, kind, createdAt: createdAt.getTime(), readAt: readAt?.getTime() ?? null };
      });
    },
    async names(personIds) {
      const rows = await database.person.findMany({
        where: { id: { in: [...personIds] } },
        select: { id: true, name: true },
      });
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    ballots: (voteId) =>
      database.ballot.findMany({
        where: { voteId },
        select: { personId: true, choice: true },
        orderBy: { personId: 'asc' },
      }),
    async deadlines(reach, state, now, { after, limit }) {
      const cursor = cursorOf(after);
      const rows = await database.deadline.findMany({
        where: { procedure: within(reach), ...inState(state, now) },
        include: { procedure: { select: { title: true, organisationId: true } } },
        orderBy: [{ dueAt: 'asc' }, { procedureId: 'asc' }, { key: 'asc' }],
        take: limit,
        ...(cursor && { cursor: { procedureId_key: cursor }, skip: 1 }),
      });
      return rows.map(({ procedure, state: status, dueAt, metAt, ...row }) => {
        return {
          ...row,
          procedureTitle: procedure.title,
          organisationId: procedure.organisationId,
          status,
          dueAt: dueAt.getTime(),
          metAt: metAt?.getTime() ?? null,
        };
      });
    },
  };
}

function within({ paths, personId }: Reach): Prisma.ProcedureWhereInput {
  return {
    OR: [
      ...paths.map((path) => ({ organisation: { path: { startsWith: path } } })),
      { participants: { some: { personId } } },
    ],
  };
}

function matching({
  kind,
  stage,
  status,
  organisationPath,
  q,
  overdueAt,
}: ProcedureFilter): Prisma.ProcedureWhereInput {
  return {
    ...(kind && { kind }),
    ...(stage && { stage }),
    ...(status && { status }),
    ...(organisationPath && { organisation: { path: { startsWith: organisationPath } } }),
    ...(q && { title: { contains: q, mode: 'insensitive' as const } }),
    ...(overdueAt !== undefined && { status: 'open', nextDueAt: { lte: new Date(overdueAt) } }),
  };
}

/** A deadline is overdue from the moment it ends, whether or not the timer has said so yet. */
function inState(state: DeadlineState, now: number): Prisma.DeadlineWhereInput {
  if (state === 'met') return { state: 'met' };
  const owed = { state: { in: ['open', 'overdue'] } };
  if (state === 'overdue') return { ...owed, dueAt: { lte: new Date(now) } };
  const ahead = { gt: new Date(now) };
  return { ...owed, dueAt: state === 'open' ? ahead : { ...ahead, lte: new Date(now + SOON_MS) } };
}

function cursorOf(after: string | undefined) {
  if (after === undefined) return null;
  const at = after.indexOf('/');
  return { procedureId: after.slice(0, at), key: after.slice(at + 1) };
}

async function timeline(database: Database, procedureId: string, { after, limit }: { after: number; limit: number }) {
  const rows = await database.event.findMany({
    where: { procedureId, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: limit,
  });
  const actors = [...new Set(rows.flatMap(({ actorId }) => (actorId ? [actorId] : [])))];
  const accounts = await database.account.findMany({
    where: { id: { in: actors } },
    select: { id: true, personId: true },
  });
  const personOf = new Map(accounts.map(({ id, personId }) => [id, personId]));
  return rows.map(({ seq, type, at, actorId, data, hash }) => {
    return { seq, type, at: at.getTime(), actorPersonId: (actorId && personOf.get(actorId)) ?? null, data, hash };
  });
}
