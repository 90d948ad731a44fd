import type { AgendaEntry, Settlement } from '../../domain/agenda';
import type { Emergency } from '../../domain/pwc/emergency';
import type { Matter } from '../../domain/pwc/matters';
import type { TextRef } from '../../domain/text-ref';
import type { Agendas, AgendaRow } from '../../ports/agenda';
import type { Database } from './database';
import type { AgendaItemModel } from './generated/models';
import { pageArguments, toPage } from './paging';

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

/** The columns of which an entry is made. */
export type EntryRow = Omit<
  AgendaItemModel,
  'sourceKey' | 'proposedById' | 'description' | 'takerId' | 'takerItemId' | 'settlement' | 'createdAt'
>;

/** A row as the entry that it is. */
export function toEntry(row: EntryRow): AgendaEntry {
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

function toMatter({ category, traits, prepared }: EntryRow): Matter | null {
  if (traits === null) return null;
  return {
    category: category as Matter['category'],
    traits: traits as unknown as Matter['traits'],
    prepared: prepared as unknown as Matter['prepared'],
  };
}
