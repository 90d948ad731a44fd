import { civilDateOf } from '../../domain/calendar/civil-date';
import type { Change, Told, Unit } from '../../ports/ledger';
import { saveAgenda } from './agenda';
import type { Transaction } from './database';
import { Prisma } from './generated/client';

/** Writes everything that a step changes. The procedure's row first: the others refer to it. */
export async function saveChange(tx: Transaction, change: Change, holders: Unit['holders']): Promise<readonly Told[]> {
  await saveProcedure(tx, change);
  const procedureId = change.procedure.id;
  if (change.texts.length > 0) await tx.evidence.createMany({ data: [...change.texts] });
  await tx.event.createMany({
    data: change.events.map(({ at, data, ...event }) => ({
      ...event,
      procedureId,
      at: new Date(at),
      data: data as Prisma.InputJsonObject,
    })),
  });
  const { joined, left } = change.participants;
  if (left.length > 0) await tx.participant.deleteMany({ where: { procedureId, personId: { in: [...left] } } });
  if (joined.length > 0)
    await tx.participant.createMany({ data: joined.map((personId) => ({ procedureId, personId })) });
  await saveDuties(tx, change);
  await saveBoxes(tx, change);
  await savePapers(tx, change);
  await saveNotices(tx, change, holders);
  return saveAgenda(tx, change);
}

async function saveProcedure(tx: Transaction, { procedure, isNew }: Change): Promise<void> {
  const { id, kind, organisationId, startedById, title, stage, status, version, headHash, state } = procedure;
  const moving = {
    stage,
    status,
    version,
    headHash,
    state: state as Prisma.InputJsonObject,
    nextDueAt: toDate(procedure.nextDueAt),
    closedAt: toDate(procedure.closedAt),
  };
  if (!isNew) {
    await tx.procedure.update({ where: { id }, data: moving, select: { id: true } });
    return;
  }
  const fixed = { id, kind, organisationId, startedById, title, startedAt: new Date(procedure.startedAt) };
  await tx.procedure.create({ data: { ...fixed, ...moving }, select: { id: true } });
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
  await tx.vote.create({ data: { id: voteId, procedureId: procedure.id, open: true }, select: { id: true } });
  await tx.elector.createMany({ data: electors.map((personId) => ({ voteId, personId })) });
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
    const { content, ...posted } = paper.posted;
    const owner = { procedureId: procedure.id, organisationId: procedure.organisationId };
    await tx.publication.create({
      data: { ...posted, ...owner, content: content as Prisma.InputJsonObject, publishedAt: new Date(at) },
      select: { id: true },
    });
  }
}

/** One row per person and notice, whoever is reached twice by it. */
async function saveNotices(
  tx: Transaction,
  { procedure, notices, at }: Change,
  holders: Unit['holders'],
): Promise<void> {
  for (const { persons = [], roles = [], kind, clause, params, sourceKey } of notices) {
    const byRole = roles.length > 0 ? await holders(roles, procedure.organisationPath, civilDateOf(at)) : [];
    const reached = [...new Set([...persons, ...byRole])];
    const row = { procedureId: procedure.id, sourceKey, kind, clause, params, createdAt: new Date(at) };
    await tx.notification.createMany({ data: reached.map((personId) => ({ ...row, personId })), skipDuplicates: true });
  }
}

function toDate(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}
