import type { CivilDate } from './calendar/civil-date';
import { judgeCompleteness, type Matter } from './pwc/matters';
import { refuse, type Refusal } from './refusal';
import type { TextRef } from './text-ref';

/** The body on whose agenda an item stands: a council of the organisation, or the Party Working Committee of the subdistrict. */
export type AgendaBody = 'council' | 'pwc';

/**
 * Why an item stands there: a grid council did not pass it or files what it passed [HDA-11.2.2], a community council did not agree
 * [HDA-11.2.3a] or could not vote for recusals (reading 3), its postponement has ended [HDA-11.2.1], or a member of the Party Working
 * Committee proposed it [PWR-3.1.5a].
 */
export type AgendaReason = 'not-passed' | 'filed' | 'no-agreement' | 'recusal' | 'postponed' | 'proposed';

/** Open until a meeting takes it up or decides it; what is filed is for the record only. */
export type AgendaStatus = 'open' | 'taken-up' | 'settled' | 'filed';

/** What the body above decided on an item. A postponement leaves it on that body's agenda until its day. */
export interface Settlement {
  readonly by: AgendaBody;
  readonly outcome: 'adopted' | 'dropped' | 'postponed';
  readonly decidedOn: CivilDate;
  readonly postponedTo: CivilDate | null;
  /** The number of the minutes or decision notice. */
  readonly reference: TextRef | null;
  readonly note: TextRef | null;
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
  /** What was proposed to the Party Working Committee; null for what a procedure put there. */
  readonly matter: Matter | null;
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
      };
    }
  | { readonly takeUp: { readonly agendaItemId: string; readonly itemId: string } }
  | { readonly release: { readonly agendaItemId: string } }
  | { readonly settle: { readonly agendaItemId: string; readonly settlement: Settlement } };

/** Whether the procedure that put the item up waits for its result. */
export function isAwaited(reason: AgendaReason): boolean {
  return reason === 'not-passed' || reason === 'no-agreement' || reason === 'recusal';
}

/** The body above has decided for good on what was put before it. */
export function isDecidedAbove({ escalation }: { escalation: { settlement: Settlement | null } | null }): boolean {
  return escalation?.settlement != null && isFinal(escalation.settlement);
}

/** A settlement that ends the matter; a postponed item comes up again. */
export function isFinal({ by, outcome }: Pick<Settlement, 'by' | 'outcome'>): boolean {
  return by === 'council' || outcome !== 'postponed';
}

/** What the Party affairs office enters: the decision, its day and the number under which it stands in the minutes. */
export interface AgendaDecision {
  readonly outcome: Settlement['outcome'];
  readonly decidedOn: CivilDate;
  readonly postponeTo?: CivilDate | undefined;
  readonly reference: string;
  readonly note?: string | undefined;
}

/**
 * HDA-11.2.3a, PWR-3.1.7 … PWR-3.1.9: the decision of the Party Working Committee on an open item of its agenda for which everything is there, taken
 * between the day it was put there, or to which it was postponed, and today. A postponement names a day after the decision.
 */
export function decideOn(
  entry: AgendaEntry,
  decision: AgendaDecision,
  { today, keep }: { today: CivilDate; keep: (text: string) => TextRef },
): Settlement | Refusal {
  if (entry.body !== 'pwc') return refuse('agenda.unknown-item', null, { agendaItemId: entry.id });
  if (entry.status !== 'open') return refuse('agenda.not-open', null, { agendaItemId: entry.id });
  const { outcome, decidedOn, postponeTo, reference, note } = decision;
  const from = entry.openFrom;
  if (from > today) return refuse('agenda.not-yet', 'HDA-11.2.1', { agendaItemId: entry.id, openFrom: from });
  const incomplete = entry.matter && judgeCompleteness(entry.matter);
  if (incomplete) return incomplete;
  if (decidedOn < from || decidedOn > today)
    return refuse('agenda.decided-out-of-time', 'HDA-11.2.3a', { decidedOn, from, to: today });
  if (outcome === 'postponed' && !(postponeTo && postponeTo > decidedOn))
    return refuse('vote.postponed-to-no-future-day', 'HDA-11.2.1', { until: postponeTo ?? '', today: decidedOn });
  return {
    by: 'pwc',
    outcome,
    decidedOn,
    postponedTo: outcome === 'postponed' ? (postponeTo ?? null) : null,
    reference: keep(reference),
    note: note ? keep(note) : null,
  };
}
