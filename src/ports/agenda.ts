import type { AgendaEntry, Settlement } from '../domain/agenda';
import type { Instant } from '../domain/calendar/civil-date';
import type { TextRef } from '../domain/text-ref';
import type { Page, PageRequest } from './page';

/** An item of an agenda as it is listed. */
export interface AgendaRow extends AgendaEntry {
  /** The council that took it up. */
  readonly takerId: string | null;
  readonly takerItemId: string | null;
  readonly settlement: Settlement | null;
  readonly proposedById: string | null;
  readonly description: TextRef | null;
  readonly createdAt: Instant;
}

export interface AgendaFilter {
  readonly organisationId: string;
  readonly body?: string | undefined;
  readonly status?: string | undefined;
}

/** What stands on the agendas of bodies. */
export interface Agendas {
  /** The newest first. */
  list(filter: AgendaFilter, page: PageRequest): Promise<Page<AgendaRow>>;
  find(id: string): Promise<AgendaRow | null>;
  /** Everything that the procedure put on an agenda or took up from one, the oldest first. */
  around(procedureId: string): Promise<readonly AgendaRow[]>;
}
