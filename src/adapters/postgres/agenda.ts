import { deriveId } from '../../contract/ids';
import { isAwaited, isFinal, type AgendaEntry, type Settlement } from '../../domain/agenda';
import { civilDateOf } from '../../domain/calendar/civil-date';
import type { Emergency } from '../../domain/pwc/emergency';
import type { Matter, Prepared } from '../../domain/pwc/matters';
import type { TextRef } from '../../domain/text-ref';
import type { Change, ProposedItem, Told } from '../../ports/ledger';
import type { Agendas, AgendaRow } from '../../ports/agenda';
import type { Database, Transaction } from './database';
import type { Prisma } from './generated/client';
import type { AgendaItemModel } from './generated/models';
import { pageArguments, toPage } from './paging';

/** Those of the agenda items that exist, locked until the transaction ends. */
export async function lockAgendaItems(tx: Transaction, ids: readonly string[]): Promise<AgendaEntry[]> {
  const rows = await tx.$queryRaw<AgendaItemModel[]>`
    SELECT * FROM agenda_item WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
  return rows.map(toEntry);
}

/** Writes what a step changes on agendas. An item is put up once per procedure, item and reason, however often the step runs. */
export async function saveAgenda(tx: Transaction, { procedure, agenda, at }: Change): Promise<Told[]> {
  const told: Told[] = [];
  for (const change of agenda) {
    if ('put' in change) {
      const { itemId, openFrom, matter, ...put } = change.put;
      const sourceKey = `${procedure.id}/${itemId}/${put.reason}`;
      const source = { sourceKey, sourceProcedureId: procedure.id, sourceItemId: itemId };
      const status = put.reason === 'filed' ? 'filed' : 'open';
      const asked = matter && { category: matter.category, traits: [...matter.traits], prepared: [] };
      const row = { ...put, ...asked, ...source, openFrom, status, putOn: civilDateOf(at), createdAt: new Date(at) };
      await tx.agendaItem.createMany({
        data: { id: deriveId('agenda', sourceKey, 'item'), ...row },
        skipDuplicates: true,
      });
    } else if ('takeUp' in change) {
      const { agendaItemId: id, itemId } = change.takeUp;
      await tx.agendaItem.update({
        where: { id },
        data: { status: 'taken-up', takerId: procedure.id, takerItemId: itemId },
        select: { id: true },
      });
    } else if ('release' in change) {
      const { agendaItemId: id, deferredOn, major } = change.release;
      const free = {
        ...{ status: 'open', takerId: null, takerItemId: null },
        ...(deferredOn && { deferredOn }),
        ...(major && { major }),
      };
      await tx.agendaItem.update({ where: { id }, data: free, select: { id: true } });
    } else {
      told.push(...(await settleAgendaItem(tx, change.settle.agendaItemId, change.settle.settlement, at)));
    }
  }
  return told;
}

/** The open items that come before the next meeting by themselves: put off by one, or reported after an emergency. */
export async function returningItems(tx: Transaction, organisationId: string, body: string): Promise<string[]> {
  const rows = await tx.agendaItem.findMany({
    where: { organisationId, body, status: 'open', OR: [{ deferredOn: { not: null } }, { reason: 'emergency' }] },
    select: { id: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id }) => id);
}

/** Puts what was proposed on the agenda; the id tells proposals apart, however often the step runs. */
export async function proposeItem(tx: Transaction, item: ProposedItem): Promise<void> {
  const { id, organisationId, proposedById, title, description, matter, emergency, at } = item;
  const today = civilDateOf(at);
  await tx.agendaItem.createMany({
    data: {
      ...{ id, organisationId, proposedById, title, sourceKey: `proposal/${id}`, body: 'pwc' },
      reason: emergency ? 'emergency' : 'proposed',
      ...(description && { description: { ...description } }),
      category: matter?.category ?? 'other',
      ...(matter && { traits: [...matter.traits], prepared: [] }),
      ...(emergency && { emergency: { ...emergency } }),
      ...{ status: 'open', putOn: today, openFrom: today, createdAt: new Date(at) },
    },
    skipDuplicates: true,
  });
}

/** Adds to what was prepared; the item is locked. */
export async function addPrepared(tx: Transaction, id: string, prepared: Prepared): Promise<void> {
  await tx.$executeRaw`
    UPDATE agenda_item SET prepared = prepared || ${JSON.stringify([prepared])}::jsonb WHERE id = ${id}::uuid`;
}

/**
 * Records what became of an item and tells the procedure that waits for it, in the same transaction. What was decided again counts for the
 * item of the first decision as well [PWR-4.2]: whoever put that one up hears of it, also when the first meeting is closed.
 */
async function settleAgendaItem(tx: Transaction, id: string, settlement: Settlement, at: number): Promise<Told[]> {
  const moving = isFinal(settlement) ? { status: 'settled' } : { openFrom: settlement.postponedTo ?? civilDateOf(at) };
  const row = await tx.agendaItem.update({
    where: { id },
    data: { ...moving, settlement: settlement as unknown as Prisma.InputJsonObject },
    include: { source: { select: { kind: true } } },
  });
  const { reason, sourceProcedureId: procedureId, sourceItemId: itemId } = toEntry(row);
  if (!isAwaited(reason) || procedureId === null || !row.source) return [];
  const data = { itemId, settlement } as unknown as Prisma.InputJsonObject;
  await tx.message.create({
    data: {
      id: deriveId('agenda', id, String(at)),
      procedureId,
      kind: 'agenda-settled',
      data,
      createdAt: new Date(at),
    },
    select: { id: true },
  });
  const told = [{ kind: row.source.kind, id: procedureId }];
  if (reason !== 'reconsideration' || !isFinal(settlement)) return told;
  const first = await tx.agendaItem.findFirst({
    where: { takerId: procedureId, takerItemId: itemId },
    select: { id: true },
  });
  const again = { ...settlement, reconsidered: true } as const;
  return first ? [...told, ...(await settleAgendaItem(tx, first.id, again, at))] : told;
}

/** Agendas in PostgreSQL. */
export function postgresAgendas(database: Database): Agendas {
  return {
    async list({ organisationId, body, status }, page) {
      const rows = await database.agendaItem.findMany({
        where: { organisationId, ...(body && { body }), ...(status && { status }) },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        ...pageArguments(page),
      });
      return toPage(rows, page, toRow);
    },
    async find(id) {
      const row = await database.agendaItem.findUnique({ where: { id } });
      return row && toRow(row);
    },
    async around(procedureId) {
      const rows = await database.agendaItem.findMany({
        where: { OR: [{ sourceProcedureId: procedureId }, { takerId: procedureId }] },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toRow);
    },
  };
}

function toRow(row: AgendaItemModel): AgendaRow {
  const { takerId, takerItemId, proposedById, createdAt } = row;
  const settlement = row.settlement as unknown as Settlement | null;
  const description = row.description as TextRef | null;
  const shown = { takerId, takerItemId, proposedById, description, settlement };
  return { ...toEntry(row), ...shown, createdAt: createdAt.getTime() };
}

function toEntry(row: AgendaItemModel): AgendaEntry {
  const { id, organisationId, title, category, putOn, openFrom, sourceProcedureId, sourceItemId, deferredOn } = row;
  return {
    id,
    organisationId,
    title,
    category,
    deferredOn,
    major: row.major,
    emergency: row.emergency as unknown as Emergency | null,
    putOn,
    openFrom,
    sourceProcedureId,
    sourceItemId,
    body: row.body as AgendaEntry['body'],
    reason: row.reason as AgendaEntry['reason'],
    status: row.status as AgendaEntry['status'],
    matter: toMatter(row),
  };
}

function toMatter({ category, traits, prepared }: AgendaItemModel): Matter | null {
  if (traits === null) return null;
  return {
    category: category as Matter['category'],
    traits: traits as unknown as Matter['traits'],
    prepared: prepared as unknown as Matter['prepared'],
  };
}
