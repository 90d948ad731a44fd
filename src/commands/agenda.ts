import { decideOn, type AgendaDecision } from '../domain/agenda';
import { civilDateOf, type Instant } from '../domain/calendar/civil-date';
import { CAPABILITIES, may, rolesAt, type Capability } from '../domain/permissions';
import { prepare, type MatterCategory, type PrepareInput, type Trait } from '../domain/pwc/matters';
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
  return ledger.transact<AgendaAnswer | Refusal>(stepOf(order), (unit) => decide(unit, order));
}

/** What somebody proposes to the Party Working Committee. `input` has passed its schema. */
export interface ProposalOrder {
  readonly agendaItemId: string;
  readonly organisationId: string;
  readonly step: string;
  readonly actor: CommandActor;
  readonly input: ProposalInput;
  readonly now: Instant;
}

export interface ProposalInput {
  readonly title: string;
  readonly description?: string | undefined;
  readonly category: MatterCategory;
  readonly traits: readonly Trait[];
}

/** Puts an item on the agenda of the Party Working Committee [PWR-3.1.5a]. The same step again gives the first answer. */
export function proposeAgendaItem(ledger: Ledger, order: ProposalOrder): Promise<AgendaAnswer | Refusal> {
  return ledger.transact<AgendaAnswer | Refusal>(stepOf(order), (unit) => propose(unit, order));
}

/** Something that was done for an item beforehand. `input` has passed its schema. */
export interface PrepareOrder {
  readonly agendaItemId: string;
  readonly step: string;
  readonly actor: CommandActor;
  readonly input: PrepareInput;
  readonly now: Instant;
}

/** Records what was prepared for an item [PWR-3.1.7, PWR-3.1.8, PWR-3.1.9, PWW-3.4]. The same step again gives the first answer. */
export function prepareAgendaItem(ledger: Ledger, order: PrepareOrder): Promise<AgendaAnswer | Refusal> {
  return ledger.transact<AgendaAnswer | Refusal>(stepOf(order), (unit) => prepareItem(unit, order));
}

async function propose(unit: Unit, order: ProposalOrder): Promise<AgendaAnswer | Refusal> {
  const { agendaItemId, organisationId, actor, input, now } = order;
  const organisation = await unit.organisation(organisationId);
  // The Party Working Committee is the subdistrict's.
  if (organisation?.lineage.at(-1)?.kind !== 'subdistrict') return refuse('agenda.not-a-subdistrict', 'PWR-2.9');
  const refused = await judgeRight(unit, order, organisation.path, 'agenda.propose');
  if (refused) return refused;
  const keeper = createKeeper();
  const description = input.description === undefined ? null : keeper.keep(input.description);
  await unit.keep(keeper.kept);
  const { title, category } = input;
  const traits = [...new Set(input.traits)];
  const matter = { category, traits };
  await unit.propose({
    id: agendaItemId,
    organisationId,
    proposedById: actor.personId,
    title,
    description,
    matter,
    at: now,
  });
  return { agendaItemId, told: [] };
}

async function prepareItem(unit: Unit, order: PrepareOrder): Promise<AgendaAnswer | Refusal> {
  const { agendaItemId, actor, input, now } = order;
  const [entry] = await unit.agendaItems([agendaItemId]);
  const organisation = entry && (await unit.organisation(entry.organisationId));
  if (!entry || !organisation) return refuse('agenda.unknown-item', null, { agendaItemId });
  const { organisationId, status, matter } = entry;
  const refused = await judgeRight(unit, order, organisation.path, 'agenda.prepare');
  if (refused) return refused;
  if (!matter) return refuse('agenda.not-proposed', 'PWR-3.1.5a', { agendaItemId });
  if (status !== 'open') return refuse('agenda.not-open', null, { agendaItemId });
  const unknown =
    (await checkReferences(unit, input, organisationId)) ??
    (await checkReferences(unit, { personId: input.clearedById }, organisationId));
  if (unknown) return unknown;
  const today = civilDateOf(now);
  const { clearedById } = input;
  const position = clearedById
    ? await unit.position({ personId: clearedById, organisationId, body: 'pwc', on: input.on })
    : null;
  const keeper = createKeeper();
  const prepared = prepare(matter, input, { today, enteredById: actor.personId, position, keep: keeper.keep });
  if (isRefusal(prepared)) return prepared;
  await unit.keep(keeper.kept);
  await unit.addPrepared(agendaItemId, prepared);
  return { agendaItemId, told: [] };
}

function stepOf({ agendaItemId, step }: { agendaItemId: string; step: string }) {
  return { workflowId: `agenda/${agendaItemId}`, step };
}

async function judgeRight(
  unit: Unit,
  { actor, now }: { actor: CommandActor; now: Instant },
  organisationPath: string,
  capability: Capability,
): Promise<Refusal | null> {
  const grants = await unit.grantsOf(actor.accountId);
  if (grants && may(rolesAt(grants, organisationPath, civilDateOf(now)), capability)) return null;
  const entitled = CAPABILITIES[capability].roles.join(', ');
  return refuse('procedure.not-entitled', null, { action: capability, entitled });
}

async function decide(unit: Unit, { agendaItemId, actor, input, now }: AgendaOrder): Promise<AgendaAnswer | Refusal> {
  const [entry] = await unit.agendaItems([agendaItemId]);
  if (!entry) return refuse('agenda.unknown-item', null, { agendaItemId });
  const organisation = await unit.organisation(entry.organisationId);
  const today = civilDateOf(now);
  if (!organisation) return refuse('agenda.unknown-item', null, { agendaItemId });
  const refused = await judgeRight(unit, { actor, now }, organisation.path, 'agenda.decide');
  if (refused) return refused;
  const unknown = await checkReferences(unit, input, entry.organisationId);
  if (unknown) return unknown;
  const keeper = createKeeper();
  const settlement = decideOn(entry, input, { today, keep: keeper.keep });
  if (isRefusal(settlement)) return settlement;
  await unit.keep(keeper.kept);
  const told = await unit.settle(agendaItemId, settlement, now);
  return { agendaItemId, told: told.map(({ kind, id }) => workflowIdOf(kind, id)) };
}
