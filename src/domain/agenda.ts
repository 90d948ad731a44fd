import type { CivilDate } from './calendar/civil-date';
import type { Emergency } from './pwc/emergency';
import type { Matter } from './pwc/matters';
import type { TextRef } from './text-ref';

/** The body on whose agenda an item stands: a council of the organisation, or the Party Working Committee of the subdistrict. */
export type AgendaBody = 'council' | 'pwc';

/**
 * Why an item stands there: a grid council did not pass it or files what it passed [HDA-11.2.2], a community council did not agree
 * [HDA-11.2.3a] or could not vote for recusals (reading 3), its postponement has ended [HDA-11.2.1], a member of the Party Working
 * Committee proposed it [PWR-3.1.5a], somebody acted first in an emergency [PWR-3.1.13], or a resolution is to be reconsidered [PWR-4.2].
 */
export type AgendaReason =
  'not-passed' | 'filed' | 'no-agreement' | 'recusal' | 'postponed' | 'proposed' | 'emergency' | 'reconsideration';

/** Open until a meeting takes it up or decides it; what is filed is for the record only. */
export type AgendaStatus = 'open' | 'taken-up' | 'settled' | 'filed';

/** What the body above decided on an item. A postponement leaves it on that body's agenda until its day. */
export interface Settlement {
  readonly by: AgendaBody;
  readonly outcome: 'adopted' | 'dropped' | 'postponed' | 'noted';
  readonly decidedOn: CivilDate;
  readonly postponedTo: CivilDate | null;
  /** The number of the minutes or decision notice. */
  readonly reference: TextRef | null;
  readonly note: TextRef | null;
  /** PWR-4.2: decided again, in the place of what was decided before. */
  readonly reconsidered?: true;
}

/** An item as it stands on an agenda. */
export interface AgendaEntry {
  readonly id: string;
  readonly body: AgendaBody;
  readonly organisationId: string;
  readonly reason: AgendaReason;
  readonly status: AgendaStatus;
  readonly putOn: CivilDate;
  /** From this day it may be taken up. */
  readonly openFrom: CivilDate;
  /** The procedure that put it there, and which of its items it is; null for what was proposed. */
  readonly sourceProcedureId: string | null;
  readonly sourceItemId: string | null;
  readonly title: string;
  readonly category: string;
  /** What was proposed to the Party Working Committee; null for what a procedure put there. */
  readonly matter: Matter | null;
  /** The meeting that put it off to the next one [PWR-3.1.11h]; null when none did. */
  readonly deferredOn: CivilDate | null;
  /** A meeting treated it as a major matter: it stays one (reading 13). */
  readonly major: boolean;
  /** What was done before anybody could meet [PWR-3.1.13]. */
  readonly emergency: Emergency | null;
}

/** What a step changes on agendas, in the same transaction as its own record. */
export type AgendaChange =
  | {
      readonly put: {
        readonly body: AgendaBody;
        readonly organisationId: string;
        readonly itemId: string;
        readonly reason: AgendaReason;
        readonly title: TextRef;
        readonly category: string;
        readonly openFrom: CivilDate;
        readonly matter?: Pick<Matter, 'category' | 'traits'>;
        readonly major?: boolean;
      };
    }
  | { readonly takeUp: { readonly agendaItemId: string; readonly itemId: string } }
  | {
      readonly release: {
        readonly agendaItemId: string;
        readonly deferredOn: CivilDate | null;
        readonly major?: boolean;
      };
    }
  | { readonly settle: { readonly agendaItemId: string; readonly settlement: Settlement } };

/** Whether the procedure that put the item up waits for its result. */
export function isAwaited(reason: AgendaReason): boolean {
  return ['not-passed', 'no-agreement', 'recusal', 'reconsideration'].includes(reason);
}

/** The body above has decided for good on what was put before it. */
export function isDecidedAbove({ escalation }: { escalation: { settlement: Settlement | null } | null }): boolean {
  return escalation?.settlement != null && isFinal(escalation.settlement);
}

/** A settlement that ends the matter; a postponed item comes up again. */
export function isFinal({ by, outcome }: Pick<Settlement, 'by' | 'outcome'>): boolean {
  return by === 'council' || outcome !== 'postponed';
}
