import { decideOn, type AgendaDecision } from '../domain/agenda';
import { civilDateOf, type Instant } from '../domain/calendar/civil-date';
import { may, rolesAt } from '../domain/permissions';
import { isRefusal, refuse, type Refusal } from '../domain/refusal';
import type { CommandActor } from '../contract/messages/course';
import { workflowIdOf } from '../contract/messages/course';
import type { Ledger, Unit } from '../ports/ledger';
import { createKeeper } from './chain';
import { checkReferences } from './references';

/** A decision of the body above, to be entered on an item of its agenda. `input` has passed its schema. */
export interface AgendaOrder {
  readonly agendaItemId: string;
  readonly step: string;
  readonly actor: CommandActor;
  readonly input: AgendaDecision;
  readonly now: Instant;
}

/** What was entered, and the workflows that wait for it. */
export interface AgendaAnswer {
  readonly agendaItemId: string;
  readonly told: readonly string[];
}

/**
 * Enters what the Party Working Committee decided on an item of its agenda; the council that put it there is told in the same
 * transaction. The same step again gives the first answer.
 */
export function decideAgendaItem(ledger: Ledger, order: AgendaOrder): Promise<AgendaAnswer | Refusal> {
  const step = { workflowId: `agenda/${order.agendaItemId}`, step: order.step };
  return ledger.transact<AgendaAnswer | Refusal>(step, (unit) => decide(unit, order));
}

async function decide(unit: Unit, { agendaItemId, actor, input, now }: AgendaOrder): Promise<AgendaAnswer | Refusal> {
  const [entry] = await unit.agendaItems([agendaItemId]);
  if (!entry) return refuse('agenda.unknown-item', null, { agendaItemId });
  const organisation = await unit.organisation(entry.organisationId);
  const grants = await unit.grantsOf(actor.accountId);
  const today = civilDateOf(now);
  if (!organisation || !grants || !may(rolesAt(grants, organisation.path, today), 'agenda.decide'))
    return refuse('procedure.not-entitled', null, { action: 'decide-agenda-item', entitled: 'party-affairs-office' });
  const unknown = await checkReferences(unit, input, entry.organisationId);
  if (unknown) return unknown;
  const keeper = createKeeper();
  const settlement = decideOn(entry, input, { today, keep: keeper.keep });
  if (isRefusal(settlement)) return settlement;
  await unit.keep(keeper.kept);
  const told = await unit.settle(agendaItemId, settlement, now);
  return { agendaItemId, told: told.map(({ kind, id }) => workflowIdOf(kind, id)) };
}
