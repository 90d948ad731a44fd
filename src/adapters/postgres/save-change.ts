import { civilDateOf } from '../../domain/calendar/civil-date';
import type { Change, Told, Unit } from '../../ports/ledger';
import { saveAgenda } from './agenda';
import type { Transaction } from './database';
import { Prisma } from './generated/client';
import { tellHeld } from './held';
import { fillOutbox, type Outlets } from './outbox-rows';

/** Who is to be told, and how else than in this service. */
interface Surroundings {
  readonly holders: Unit['holders'];
  readonly outlets: Outlets;
}

/** Writes everything that a step changes. The procedure's row first: the others refer to it. */
export async function saveChange(
  tx: Transaction,
  change: Change,
  { holders, outlets }: Surroundings,
): Promise<readonly Told[]> {
  await saveProcedure(tx, change);
  if (change.texts.length > 0) await tx.evidence.createMany({ data: [...change.texts] });
  await saveRows(tx, change);
  await saveNotices(tx, change, { holders, outlets });
  return [...(await saveAgenda(tx, change)), ...(await tellHeld(tx, change))];
}

/** Writes the rows that lists and boards show; those that are there already become what the change says. */
export async function saveRows(tx: Transaction, change: Change): Promise<void> {
  await saveParticipants(tx, change);
  await saveDuties(tx, change);
  await saveBoxes(tx, change);
  await savePapers(tx, change);
}

async function saveProcedure(tx: Transaction, { procedure, isNew, events }: Change): Promise<void> {
  const { id } = procedure;
  const { fixed, moving } = procedureColumns(procedure);
  if (isNew) await tx.procedure.create({ data: { id, ...fixed, ...moving }, select: { id: true } });
  const { stage, status, version, headHash, state, nextDueAt: due, wakesAt, closedAt } = moving;
  const rows = events.map((event) => ({ ...event, at: new Date(event.at) }));
  // One statement: every step ends with it.
  await tx.$executeRaw`
    WITH moved AS (
      UPDATE procedure
         SET stage = ${stage}, status = ${status}, version = ${version}, "headHash" = ${headHash},
             state = ${JSON.stringify(state)}::jsonb, "nextDueAt" = ${due}, "wakesAt" = ${wakesAt},
             "closedAt" = ${closedAt}
       WHERE id = ${id}::uuid)
    INSERT INTO event ("procedureId", seq, type, at, "actorId", data, "previousHash", hash)
    SELECT ${id}::uuid, seq, type, at, "actorId", data, "previousHash", hash
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS written(seq int, type text, at timestamptz, "actorId" uuid, data jsonb, "previousHash" text, hash text)`;
}

/** The columns of a procedure's row: those set at its beginning, and those that every step sets. */
export function procedureColumns(procedure: Change['procedure']) {
  const { kind, organisationId, startedById, title, stage, status, version, headHash, state } = procedure;
  return {
    fixed: { kind, organisationId, startedById, title, startedAt: new Date(procedure.startedAt) },
    moving: {
      stage,
      status,
      version,
      headHash,
      state: state as Prisma.InputJsonObject,
      nextDueAt: toDate(procedure.nextDueAt),
      wakesAt: toDate(procedure.wakesAt),
      closedAt: toDate(procedure.closedAt),
    },
  };
}

async function saveParticipants(tx: Transaction, { procedure, participants: { joined, left } }: Change): Promise<void> {
  const procedureId = procedure.id;
  if (left.length > 0) await tx.participant.deleteMany({ where: { procedureId, personId: { in: [...left] } } });
  if (joined.length > 0)
    await tx.participant.createMany({
      data: joined.map((personId) => ({ procedureId, personId })),
      skipDuplicates: true,
    });
}

async function saveDuties(tx: Transaction, { procedure, duties }: Change): Promise<void> {
  const procedureId = procedure.id;
  for (const [key, duty] of Object.entries(duties)) {
    const { kind, clause, dueOn, dueAt, status, metAt, provisional, calendarVersion, explanation, period, earlier } =
      duty;
    const row = {
      kind,
      clause,
      dueOn,
      dueAt: new Date(dueAt),
      state: status,
      metAt: toDate(metAt),
      provisional,
      calendarVersion,
      explanation: explanation as unknown as Prisma.InputJsonArray,
      period: period === null ? Prisma.DbNull : (period as unknown as Prisma.InputJsonObject),
      earlier: earlier as unknown as Prisma.InputJsonArray,
    };
    await tx.deadline.upsert({
      where: { procedureId_key: { procedureId, key } },
      create: { procedureId, key, ...row },
      update: row,
      select: { key: true },
    });
  }
}

async function saveBoxes(tx: Transaction, { procedure, openedBox, sealedBox }: Change): Promise<void> {
  if (sealedBox) await tx.vote.update({ where: { id: sealedBox }, data: { open: false }, select: { id: true } });
  if (!openedBox) return;
  const { voteId, electors } = openedBox;
  await tx.vote.upsert({
    where: { id: voteId },
    create: { id: voteId, procedureId: procedure.id, open: true },
    update: { procedureId: procedure.id, open: true },
    select: { id: true },
  });
  await tx.elector.createMany({ data: electors.map((personId) => ({ voteId, personId })), skipDuplicates: true });
}

async function savePapers(tx: Transaction, { procedure, papers, at }: Change): Promise<void> {
  for (const paper of papers) {
    if ('takenDown' in paper) {
      await tx.publication.update({
        where: { id: paper.takenDown },
        data: { takenDownAt: new Date(at) },
        select: { id: true },
      });
      continue;
    }
    const { id, content, ...posted } = paper.posted;
    const owner = { procedureId: procedure.id, organisationId: procedure.organisationId };
    const row = {
      ...posted,
      ...owner,
      content: content as Prisma.InputJsonObject,
      publishedAt: new Date(at),
      takenDownAt: null,
    };
    await tx.publication.upsert({ where: { id }, create: { id, ...row }, update: row, select: { id: true } });
  }
}

/** One row per person and notice, whoever is reached twice by it. */
async function saveNotices(
  tx: Transaction,
  { procedure, notices, at }: Change,
  { holders, outlets }: Surroundings,
): Promise<void> {
  for (const { persons = [], roles = [], kind, clause, params, sourceKey } of notices) {
    const byRole = roles.length > 0 ? await holders(roles, procedure.organisationPath, civilDateOf(at)) : [];
    const reached = [...new Set([...persons, ...byRole])];
    const row = { procedureId: procedure.id, sourceKey, kind, clause, params, createdAt: new Date(at) };
    const written = await tx.notification.createManyAndReturn({
      data: reached.map((personId) => ({ ...row, personId })),
      skipDuplicates: true,
      select: { id: true, personId: true },
    });
    await fillOutbox(tx, outlets, kind, written);
  }
}

function toDate(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}
