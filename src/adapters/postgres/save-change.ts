import { v7 as newId } from 'uuid';
import { civilDateOf } from '../../domain/calendar/civil-date';
import type { Change, Told, Unit } from '../../ports/ledger';
import { saveAgenda } from './agenda-steps';
import { Prisma } from './generated/client';
import { tellHeld } from './held';
import { fillOutbox, type Outlets } from './outbox-rows';
import { writeOne, type Statements } from './statements';

/** Who is to be told, and how else than in this service. */
interface Surroundings {
  readonly holders: Unit['holders'];
  readonly outlets: Outlets;
}

/** Writes everything that a step changes. The procedure's row first: the others refer to it. */
export async function saveChange(
  tx: Statements,
  change: Change,
  { holders, outlets }: Surroundings,
): Promise<readonly Told[]> {
  await saveProcedure(tx, change);
  await saveTexts(tx, change.texts);
  await saveRows(tx, change);
  await saveNotices(tx, change, { holders, outlets });
  return [...(await saveAgenda(tx, change)), ...(await tellHeld(tx, change))];
}

/** Writes the rows that lists and boards show; those that are there already become what the change says. */
export async function saveRows(tx: Statements, change: Change): Promise<void> {
  await saveParticipants(tx, change);
  await saveDuties(tx, change);
  await saveBoxes(tx, change);
  await savePapers(tx, change);
}

async function saveProcedure(tx: Statements, { procedure, isNew, events }: Change): Promise<void> {
  const { id } = procedure;
  const { fixed, moving } = procedureColumns(procedure);
  const { stage, status, version, headHash, nextDueAt: due, wakesAt, closedAt } = moving;
  const state = JSON.stringify(moving.state);
  const { kind, organisationId, startedById, title, startedAt } = fixed;
  const rows = JSON.stringify(events.map((event) => ({ ...event, at: new Date(event.at) })));
  const moved = isNew
    ? Prisma.sql`
      INSERT INTO procedure (id, kind, "organisationId", "startedById", title, "startedAt", stage, status, version, "headHash", state,
                             "nextDueAt", "wakesAt", "closedAt")
      VALUES (${id}::uuid, ${kind}, ${organisationId}::uuid, ${startedById}::uuid, ${title}, ${startedAt}, ${stage}, ${status},
              ${version}, ${headHash}, ${state}::jsonb, ${due}, ${wakesAt}, ${closedAt})`
    : Prisma.sql`
      UPDATE procedure
         SET stage = ${stage}, status = ${status}, version = ${version}, "headHash" = ${headHash}, state = ${state}::jsonb,
             "nextDueAt" = ${due}, "wakesAt" = ${wakesAt}, "closedAt" = ${closedAt}
       WHERE id = ${id}::uuid`;
  // One statement: every step ends with it.
  await tx.$executeRaw`
    WITH moved AS (${moved})
    INSERT INTO event ("procedureId", seq, type, at, "actorId", data, "previousHash", hash)
    SELECT ${id}::uuid, seq, type, at, "actorId", data, "previousHash", hash
      FROM jsonb_to_recordset(${rows}::jsonb)
        AS written(seq int, type text, at timestamptz, "actorId" uuid, data jsonb, "previousHash" text, hash text)`;
}

/** Keeps texts as evidence, each under its digest. */
export async function saveTexts(tx: Statements, texts: Change['texts']): Promise<void> {
  if (texts.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO evidence (digest, salt, content)
    SELECT digest, salt, content FROM json_to_recordset(${JSON.stringify(texts)}::json) AS kept(digest text, salt text, content text)`;
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

async function saveParticipants(tx: Statements, { procedure, participants: { joined, left } }: Change): Promise<void> {
  const procedureId = procedure.id;
  if (left.length > 0)
    await tx.$executeRaw`
      DELETE FROM participant WHERE "procedureId" = ${procedureId}::uuid AND "personId" = ANY(${[...left]}::uuid[])`;
  if (joined.length > 0)
    await tx.$executeRaw`
      INSERT INTO participant ("procedureId", "personId")
      SELECT ${procedureId}::uuid, unnest(${[...joined]}::uuid[]) ON CONFLICT DO NOTHING`;
}

async function saveDuties(tx: Statements, { procedure, duties }: Change): Promise<void> {
  const rows = Object.entries(duties).map(([key, { status: state, dueAt, metAt, ...duty }]) => {
    return { ...duty, key, state, dueAt: new Date(dueAt), metAt: toDate(metAt) };
  });
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO deadline ("procedureId", key, kind, clause, "dueOn", "dueAt", state, "metAt", provisional, "calendarVersion",
                          explanation, period, earlier)
    SELECT ${procedure.id}::uuid, key, kind, clause, "dueOn", "dueAt", state, "metAt", provisional, "calendarVersion",
           explanation, period, earlier
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS owed(key text, kind text, clause text, "dueOn" text, "dueAt" timestamptz, state text, "metAt" timestamptz,
                provisional boolean, "calendarVersion" text, explanation jsonb, period jsonb, earlier jsonb)
        ON CONFLICT ("procedureId", key) DO UPDATE
       SET kind = excluded.kind, clause = excluded.clause, "dueOn" = excluded."dueOn", "dueAt" = excluded."dueAt",
           state = excluded.state, "metAt" = excluded."metAt", provisional = excluded.provisional,
           "calendarVersion" = excluded."calendarVersion", explanation = excluded.explanation, period = excluded.period,
           earlier = excluded.earlier`;
}

async function saveBoxes(tx: Statements, { procedure, openedBox, sealedBox }: Change): Promise<void> {
  if (sealedBox) await writeOne(tx.$executeRaw`UPDATE vote SET open = false WHERE id = ${sealedBox}::uuid`);
  if (!openedBox) return;
  const { voteId, electors } = openedBox;
  await tx.$executeRaw`
    WITH box AS (
      INSERT INTO vote (id, "procedureId", open) VALUES (${voteId}::uuid, ${procedure.id}::uuid, true)
      ON CONFLICT (id) DO UPDATE SET "procedureId" = excluded."procedureId", open = true)
    INSERT INTO elector ("voteId", "personId")
    SELECT ${voteId}::uuid, unnest(${[...electors]}::uuid[]) ON CONFLICT DO NOTHING`;
}

async function savePapers(tx: Statements, { procedure, papers, at }: Change): Promise<void> {
  for (const paper of papers) {
    if ('takenDown' in paper) {
      await writeOne(tx.$executeRaw`
        UPDATE publication SET "takenDownAt" = ${new Date(at)} WHERE id = ${paper.takenDown}::uuid`);
      continue;
    }
    const { id, kind, title, content, dueOn, late, takeDownOn } = paper.posted;
    await tx.$executeRaw`
      INSERT INTO publication (id, "procedureId", "organisationId", kind, title, content, "dueOn", late, "takeDownOn", "publishedAt")
      VALUES (${id}::uuid, ${procedure.id}::uuid, ${procedure.organisationId}::uuid, ${kind}, ${title},
              ${JSON.stringify(content)}::jsonb, ${dueOn}, ${late}, ${takeDownOn}, ${new Date(at)})
          ON CONFLICT (id) DO UPDATE
         SET "procedureId" = excluded."procedureId", "organisationId" = excluded."organisationId", kind = excluded.kind,
             title = excluded.title, content = excluded.content, "dueOn" = excluded."dueOn", late = excluded.late,
             "takeDownOn" = excluded."takeDownOn", "publishedAt" = excluded."publishedAt", "takenDownAt" = NULL`;
  }
}

/** One row per person and notice, whoever is reached twice by it. */
async function saveNotices(
  tx: Statements,
  { procedure, notices, at }: Change,
  { holders, outlets }: Surroundings,
): Promise<void> {
  for (const { persons = [], roles = [], kind, clause, params, sourceKey } of notices) {
    const byRole = roles.length > 0 ? await holders(roles, procedure.organisationPath, civilDateOf(at)) : [];
    const reached = [...new Set([...persons, ...byRole])];
    const rows = reached.map((personId) => ({ id: newId(), personId }));
    const written = await tx.$queryRaw<{ id: string; personId: string }[]>`
      INSERT INTO notification (id, "personId", "procedureId", "sourceKey", kind, clause, params, "createdAt")
      SELECT id, "personId", ${procedure.id}::uuid, ${sourceKey}, ${kind}, ${clause}, ${JSON.stringify(params)}::jsonb, ${new Date(at)}
        FROM json_to_recordset(${JSON.stringify(rows)}::json) AS reached(id uuid, "personId" uuid)
          ON CONFLICT DO NOTHING
      RETURNING id, "personId"`;
    await fillOutbox(tx, outlets, kind, written);
  }
}

function toDate(instant: number | null): Date | null {
  return instant === null ? null : new Date(instant);
}
