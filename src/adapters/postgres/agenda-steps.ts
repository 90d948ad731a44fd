import { deriveId } from '../../contract/ids';
import { isAwaited, isFinal, type AgendaEntry, type Settlement } from '../../domain/agenda';
import { civilDateOf, type Instant } from '../../domain/calendar/civil-date';
import type { Emergency } from '../../domain/pwc/emergency';
import type { Matter, Prepared } from '../../domain/pwc/matters';
import type { TextRef } from '../../domain/text-ref';
import type { Change, ProposedItem, PutAgendaChange, Told } from '../../ports/ledger';
import { toEntry, type EntryRow } from './agenda';
import { Prisma } from './generated/client';
import type { AgendaItemModel } from './generated/models';
import { writeOne, type Statements } from './statements';

/** Those of the agenda items that exist, locked until the transaction ends. */
export async function lockAgendaItems(tx: Statements, ids: readonly string[]): Promise<AgendaEntry[]> {
  const rows = await tx.$queryRaw<EntryRow[]>`
    SELECT id, body, "organisationId", reason, status, "putOn", "openFrom", "sourceProcedureId", "sourceItemId", title, category, traits,
           prepared, "deferredOn", major, emergency
      FROM agenda_item WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  return rows.map(toEntry);
}

/** Writes what a step changes on agendas. An item is put up once per procedure, item and reason, however often the step runs. */
export async function saveAgenda(tx: Statements, { procedure, agenda, at }: Change): Promise<Told[]> {
  const told: Told[] = [];
  for (const change of agenda) {
    if ('put' in change) await putUp(tx, { procedureId: procedure.id, at }, change.put);
    else if ('takeUp' in change) {
      const { agendaItemId, itemId } = change.takeUp;
      await writeOne(tx.$executeRaw`
        UPDATE agenda_item SET status = 'taken-up', "takerId" = ${procedure.id}::uuid, "takerItemId" = ${itemId}::uuid
         WHERE id = ${agendaItemId}::uuid`);
    } else if ('release' in change) {
      const { agendaItemId, deferredOn, major = false } = change.release;
      await writeOne(tx.$executeRaw`
        UPDATE agenda_item SET status = 'open', "takerId" = NULL, "takerItemId" = NULL,
               "deferredOn" = coalesce(${deferredOn}, "deferredOn"), major = major OR ${major}
         WHERE id = ${agendaItemId}::uuid`);
    } else {
      told.push(...(await settleAgendaItem(tx, change.settle.agendaItemId, change.settle.settlement, at)));
    }
  }
  return told;
}

/** Puts up what a procedure passes on; an item with what it takes to decide it, where the body is the Party Working Committee. */
async function putUp(
  tx: Statements,
  from: { readonly procedureId: string; readonly at: Instant },
  put: Extract<PutAgendaChange, { readonly put: object }>['put'],
): Promise<void> {
  const { itemId, body, organisationId, reason, title, openFrom, matter, major = false } = put;
  const sourceKey = `${from.procedureId}/${itemId}/${reason}`;
  await insertItem(tx, {
    ...{ id: deriveId('agenda', sourceKey, 'item'), sourceKey, body, organisationId, reason, title, openFrom },
    ...{ sourceProcedureId: from.procedureId, sourceItemId: itemId },
    category: matter?.category ?? put.category,
    major,
    ...(matter && { traits: matter.traits, prepared: [] }),
    status: reason === 'filed' ? 'filed' : 'open',
    ...{ putOn: civilDateOf(from.at), createdAt: new Date(from.at) },
  });
}

/** The open items that come before the next meeting by themselves: put off by one, or reported after an emergency. */
export async function returningItems(tx: Statements, organisationId: string, body: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM agenda_item
     WHERE "organisationId" = ${organisationId}::uuid AND body = ${body} AND status = 'open'
       AND ("deferredOn" IS NOT NULL OR reason = 'emergency')
     ORDER BY "createdAt", id`;
  return rows.map(({ id }) => id);
}

/** Puts what was proposed on the agenda; the id tells proposals apart, however often the step runs. */
export async function proposeItem(tx: Statements, item: ProposedItem): Promise<void> {
  const { id, organisationId, proposedById, title, description, matter, emergency, at } = item;
  const today = civilDateOf(at);
  await insertItem(tx, {
    ...{ id, organisationId, proposedById, title, sourceKey: `proposal/${id}`, body: 'pwc' },
    reason: emergency ? 'emergency' : 'proposed',
    category: matter?.category ?? 'other',
    major: false,
    ...(description && { description }),
    ...(matter && { traits: matter.traits, prepared: [] }),
    ...(emergency && { emergency }),
    ...{ status: 'open', putOn: today, openFrom: today, createdAt: new Date(at) },
  });
}

/** Writes an item that is not there yet; one of the same source stays as it is. What is not given stays empty. */
async function insertItem(tx: Statements, item: NewItem): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO agenda_item (id, body, "organisationId", "sourceKey", "sourceProcedureId", "sourceItemId", "proposedById", description,
                             traits, prepared, emergency, reason, title, category, major, "putOn", "openFrom", status, "createdAt")
    SELECT id, body, "organisationId", "sourceKey", "sourceProcedureId", "sourceItemId", "proposedById", description,
           traits, prepared, emergency, reason, title, category, major, "putOn", "openFrom", status, "createdAt"
      FROM jsonb_to_record(${JSON.stringify(item)}::jsonb)
        AS item(id uuid, body text, "organisationId" uuid, "sourceKey" text, "sourceProcedureId" uuid, "sourceItemId" uuid,
                "proposedById" uuid, description jsonb, traits jsonb, prepared jsonb, emergency jsonb, reason text, title text,
                category text, major boolean, "putOn" text, "openFrom" text, status text, "createdAt" timestamptz)
        ON CONFLICT DO NOTHING`;
}

/** An item as it is when it comes on an agenda. */
type NewItem = Pick<
  AgendaItemModel,
  | 'id'
  | 'body'
  | 'organisationId'
  | 'sourceKey'
  | 'reason'
  | 'title'
  | 'category'
  | 'putOn'
  | 'openFrom'
  | 'status'
  | 'createdAt'
  | 'major'
> &
  Partial<Pick<AgendaItemModel, 'sourceProcedureId' | 'sourceItemId' | 'proposedById'>> & {
    readonly description?: TextRef;
    readonly traits?: Matter['traits'];
    readonly prepared?: Matter['prepared'];
    readonly emergency?: Emergency;
  };

/** Adds to what was prepared; the item is locked. */
export async function addPrepared(tx: Statements, id: string, prepared: Prepared): Promise<void> {
  await tx.$executeRaw`
    UPDATE agenda_item SET prepared = prepared || ${JSON.stringify([prepared])}::jsonb WHERE id = ${id}::uuid`;
}

/**
 * Records what became of an item and tells the procedure that waits for it, in the same transaction. What was decided again counts for the
 * item of the first decision as well [PWR-4.2]: whoever put that one up hears of it, also when the first meeting is closed.
 */
async function settleAgendaItem(tx: Statements, id: string, settlement: Settlement, at: number): Promise<Told[]> {
  const moving = isFinal(settlement)
    ? Prisma.sql`status = 'settled'`
    : Prisma.sql`"openFrom" = ${settlement.postponedTo ?? civilDateOf(at)}`;
  const [row] = await tx.$queryRaw<(Awaiting & { reason: AgendaEntry['reason'] })[]>`
    UPDATE agenda_item SET ${moving}, settlement = ${JSON.stringify(settlement)}::jsonb
     WHERE id = ${id}::uuid
    RETURNING reason, "sourceProcedureId" AS "procedureId", "sourceItemId" AS "itemId",
              (SELECT kind FROM procedure WHERE procedure.id = "sourceProcedureId") AS kind`;
  if (!row) throw new Error(`no agenda item ${id} to settle`);
  if (!isAwaited(row.reason) || row.procedureId === null || row.kind === null) return [];
  const { procedureId, itemId, kind } = row;
  await tx.$executeRaw`
    INSERT INTO message (id, "procedureId", kind, data, "createdAt")
    VALUES (${deriveId('agenda', id, String(at))}::uuid, ${procedureId}::uuid, 'agenda-settled',
            ${JSON.stringify({ itemId, settlement })}::jsonb, ${new Date(at)})`;
  const told = [{ kind, id: procedureId }];
  if (row.reason !== 'reconsideration' || !isFinal(settlement)) return told;
  const [first] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM agenda_item WHERE "takerId" = ${procedureId}::uuid AND "takerItemId" = ${itemId}::uuid`;
  const again = { ...settlement, reconsidered: true } as const;
  return first ? [...told, ...(await settleAgendaItem(tx, first.id, again, at))] : told;
}

/** The procedure that put an item up and waits for what becomes of it. */
interface Awaiting {
  readonly procedureId: string | null;
  readonly itemId: string | null;
  readonly kind: string | null;
}
