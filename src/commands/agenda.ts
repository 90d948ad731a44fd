import { civilDateOf, type CivilDate, type Instant } from '../domain/calendar/civil-date';
import { CAPABILITIES, may, rolesAt, type Capability } from '../domain/permissions';
import { reportEmergency } from '../domain/pwc/emergency';
import { prepare, type MatterCategory, type PrepareInput, type Trait } from '../domain/pwc/matters';
import { isRefusal, refuse, type Refusal } from '../domain/refusal';
import type { CommandActor } from '../contract/messages/course';
import type { Ledger, Unit } from '../ports/ledger';
import { createKeeper } from './chain';
import { checkReferences } from './references';

/** The item that was entered. */
export interface AgendaAnswer {
  readonly agendaItemId: string;
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

/** What somebody did before anybody could meet. `input` has passed its schema. */
export interface EmergencyOrder extends Omit<ProposalOrder, 'input'> {
  readonly input: EmergencyInput;
}

export interface EmergencyInput {
  readonly title: string;
  readonly description: string;
  readonly actedOn: CivilDate;
  readonly actedById: string;
}

/** Reports an emergency action: the report is on the next meeting's agenda by itself [PWR-3.1.13]. The same step again gives the first answer. */
export function reportEmergencyAction(ledger: Ledger, order: EmergencyOrder): Promise<AgendaAnswer | Refusal> {
  return ledger.transact<AgendaAnswer | Refusal>(stepOf(order), (unit) => report(unit, order));
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

/** The subdistrict whose Party Working Committee it is, if the actor may put something on its agenda. */
async function subdistrict(unit: Unit, order: Omit<ProposalOrder, 'input'>): Promise<{ path: string } | Refusal> {
  const organisation = await unit.organisation(order.organisationId);
  if (organisation?.lineage.at(-1)?.kind !== 'subdistrict') return refuse('agenda.not-a-subdistrict', 'PWR-2.9');
  return (await judgeRight(unit, order, organisation.path, 'agenda.propose')) ?? organisation;
}

async function report(unit: Unit, order: EmergencyOrder): Promise<AgendaAnswer | Refusal> {
  const { agendaItemId: id, organisationId, actor, input, now } = order;
  const place = await subdistrict(unit, order);
  if (isRefusal(place)) return place;
  const unknown = await checkReferences(unit, input, organisationId);
  if (unknown) return unknown;
  const today = civilDateOf(now);
  const { title, actedOn, actedById: personId } = input;
  const emergency = reportEmergency(input, {
    today,
    days: (await unit.rulebook(place.path, today))['pwc.reportEmergencyWithinDays'],
    calendar: await unit.calendar(),
    position: await unit.position({ personId, organisationId, body: 'pwc', on: actedOn }),
  });
  if (isRefusal(emergency)) return emergency;
  const keeper = createKeeper();
  const description = keeper.keep(input.description);
  await unit.keep(keeper.kept);
  const proposedById = actor.personId;
  await unit.propose({ id, organisationId, proposedById, title, description, matter: null, emergency, at: now });
  return { agendaItemId: id };
}

async function propose(unit: Unit, order: ProposalOrder): Promise<AgendaAnswer | Refusal> {
  const { agendaItemId, organisationId, actor, input, now } = order;
  const place = await subdistrict(unit, order);
  if (isRefusal(place)) return place;
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
    emergency: null,
    at: now,
  });
  return { agendaItemId };
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
  if (status !== 'open' && status !== 'taken-up') return refuse('agenda.not-open', null, { agendaItemId });
  const unknown = await checkReferences(unit, input, organisationId);
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
  return { agendaItemId };
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
