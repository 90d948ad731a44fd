import { prepareAgendaItem, proposeAgendaItem, reportEmergencyAction, type ProposalOrder } from '../../commands/agenda';
import {
  agendaItemSchema,
  agendaPageSchema,
  agendaQuery,
  emergencySchema,
  prepareSchema,
  proposalSchema,
} from '../../contract/schemas/agenda';
import { idParams } from '../../contract/schemas/common';
import { AGENDA_STATUS_WORDS, BODY_WORDS, REASON_WORDS } from '../../contract/words/agenda';
import { PREPARATION_STATE_WORDS, PREPARATION_WORDS } from '../../contract/words/pwc';
import { isMajor, PREPARATIONS, requiredFor, type Preparation, type Prepared } from '../../domain/pwc/matters';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import type { AgendaRow, Agendas } from '../../ports/agenda';
import type { Ledger } from '../../ports/ledger';
import { PAGE_SIZE } from '../paging';
import { permittedOrganisation, type Asker } from '../permit';
import { readable } from '../procedures/show';
import { route, type Route } from '../route';
import type { ProcedureRoutesDeps } from './procedures/deps';

const tag = '议程 / Agendas';

export interface AgendaRoutesDeps extends Pick<ProcedureRoutesDeps, 'clock' | 'ledger' | 'organisations'> {
  readonly agendas: Agendas;
}

/** What waits for a council or for the Party Working Committee, and what became of it. */
export function agendaRoutes(deps: AgendaRoutesDeps): Route[] {
  return [listRoute(deps), oneRoute(deps), proposalRoute(deps), emergencyRoute(deps), preparationRoute(deps)];
}

function listRoute({ agendas, ledger, organisations }: AgendaRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/agenda',
    tag,
    summary: { zh: '某组织的议程', en: 'The agenda of an organisation' },
    access: 'signed-in',
    query: agendaQuery,
    success: { status: 200, schema: agendaPageSchema },
    problems: [403, 404],
    async handler({ query, ...asker }) {
      const place = await permittedOrganisation(organisations, asker, 'procedures.read', query.organisationId);
      if (isRefusal(place)) return place;
      const { cursor, ...filter } = query;
      const { items, next } = await agendas.list(filter, { after: cursor, limit: PAGE_SIZE });
      return { body: { items: await shownItems(ledger, items), next } };
    },
  });
}

function oneRoute(deps: AgendaRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/agenda/{id}',
    tag,
    summary: { zh: '议程中的一个议题', en: 'One item of an agenda' },
    access: 'signed-in',
    params: idParams,
    success: { status: 200, schema: agendaItemSchema },
    problems: [403, 404],
    async handler({ params, ...asker }) {
      const found = await readableItem(deps, asker, params.id);
      return isRefusal(found) ? found : { body: await shownItem(deps.ledger, found) };
    },
  });
}

/** PWR-3.1.5a: the members propose by portfolio, and the Party affairs office what it gathered. */
function proposalRoute({ agendas, clock, ledger, organisations }: AgendaRoutesDeps): Route {
  return route({
    method: 'post',
    path: '/api/agenda',
    tag,
    summary: { zh: '向党工委提出议题', en: 'Propose an item to the Party Working Committee' },
    access: 'signed-in',
    body: proposalSchema,
    success: { status: 201, schema: agendaItemSchema },
    problems: [403, 404],
    handler: (asked) =>
      putOnAgenda({ agendas, ledger, organisations }, asked, async (input, order) =>
        proposeAgendaItem(ledger, { ...order, input, now: await clock.now() }),
      ),
  });
}

/** What was done for an item beforehand [PWR-3.1.7, PWR-3.1.8, PWR-3.1.9, PWW-3.4]. */
function preparationRoute(deps: AgendaRoutesDeps): Route {
  const { agendas, clock, ledger } = deps;
  return route({
    method: 'post',
    path: '/api/agenda/{id}/preparations',
    tag,
    summary: { zh: '登记议题的会前准备', en: 'Record what was prepared for an item' },
    access: 'signed-in',
    params: idParams,
    body: prepareSchema,
    success: { status: 200, schema: agendaItemSchema },
    problems: [403, 404, 409],
    async handler({ params, body, newId, ...asker }) {
      const found = await readableItem(deps, asker, params.id);
      if (isRefusal(found)) return found;
      const { accountId, personId } = asker.actor;
      const actor = { accountId, personId };
      const order = { agendaItemId: params.id, step: newId('preparation'), actor, input: body, now: await clock.now() };
      const answer = await prepareAgendaItem(ledger, order);
      if (isRefusal(answer)) return answer;
      return { body: await shownItem(ledger, (await agendas.find(params.id))!) };
    },
  });
}

/** PWR-3.1.13: what the secretary, a deputy or a member did before anybody could meet. */
function emergencyRoute({ agendas, clock, ledger, organisations }: AgendaRoutesDeps): Route {
  return route({
    method: 'post',
    path: '/api/agenda/emergencies',
    tag,
    summary: { zh: '报告紧急处置', en: 'Report an emergency action' },
    access: 'signed-in',
    body: emergencySchema,
    success: { status: 201, schema: agendaItemSchema },
    problems: [403, 404],
    handler: (asked) =>
      putOnAgenda({ agendas, ledger, organisations }, asked, async (input, order) =>
        reportEmergencyAction(ledger, { ...order, input, now: await clock.now() }),
      ),
  });
}

interface Asked<I> extends Asker {
  readonly body: I & { readonly organisationId: string };
  newId(label: string): string;
}

/** Puts something on the agenda of the Party Working Committee, for whoever may propose there, and shows it. */
async function putOnAgenda<I extends object>(
  { agendas, ledger, organisations }: Pick<AgendaRoutesDeps, 'agendas' | 'ledger' | 'organisations'>,
  { body, newId, ...asker }: Asked<I>,
  put: (input: Omit<I, 'organisationId'>, order: NewItemOrder) => Promise<object | Refusal>,
) {
  const { organisationId, ...input } = body;
  const place = await permittedOrganisation(organisations, asker, 'agenda.propose', organisationId);
  if (isRefusal(place)) return place;
  const agendaItemId = newId('agenda-item');
  const { accountId, personId } = asker.actor;
  const actor = { accountId, personId };
  const answer = await put(input, { agendaItemId, organisationId, step: 'proposal', actor });
  if (isRefusal(answer)) return answer;
  const headers = { Location: `/api/agenda/${agendaItemId}` };
  return { body: await shownItem(ledger, (await agendas.find(agendaItemId))!), headers };
}

type NewItemOrder = Omit<ProposalOrder, 'input' | 'now'>;

async function readableItem(
  { agendas, organisations }: AgendaRoutesDeps,
  asker: Asker,
  id: string,
): Promise<AgendaRow | Refusal> {
  const found = await agendas.find(id);
  if (!found) return refuse('agenda.unknown-item', null, { agendaItemId: id });
  const place = await permittedOrganisation(organisations, asker, 'procedures.read', found.organisationId);
  return isRefusal(place) ? place : found;
}

/** An item with its words, and with its texts in place. */
export async function shownItem(ledger: Ledger, row: AgendaRow) {
  const [item] = await shownItems(ledger, [row]);
  return item!;
}

/** The texts of all of them are read at once. */
export async function shownItems(ledger: Ledger, rows: readonly AgendaRow[]) {
  const written = rows.map(({ settlement, description, matter }) => {
    return { settlement, description, prepared: matter?.prepared ?? [] };
  });
  const { texts } = (await readable(ledger, { texts: written })) as unknown as { texts: readonly Texts[] };
  return rows.map((row, index) => shown(row, texts[index]!));
}

function shown({ createdAt, matter, ...row }: AgendaRow, { settlement, description, prepared }: Texts) {
  return {
    ...row,
    // What its kind makes major is so before any meeting says it [reading 13].
    major: row.major || (matter !== null && isMajor(matter.category, matter.traits)),
    traits: [...(matter?.traits ?? [])],
    bodyName: BODY_WORDS[row.body],
    reasonName: REASON_WORDS[row.reason],
    statusName: AGENDA_STATUS_WORDS[row.status],
    settlement,
    description,
    preparations: matter && requiredFor(matter).map((what) => shownPreparation(what, prepared)),
    createdAt: new Date(createdAt).toISOString(),
  };
}

interface Texts {
  readonly settlement: Record<string, unknown> | null;
  readonly description: string | null;
  readonly prepared: readonly (Omit<Prepared, 'text'> & { readonly text: string | null })[];
}

function shownPreparation(what: Preparation, all: Texts['prepared']) {
  const prepared = all.find((one) => one.what === what);
  const state = prepared ? (prepared.omitted ? ('omitted' as const) : ('done' as const)) : ('missing' as const);
  const { on = null, text = null, clearedById = null, fileId = null } = prepared ?? {};
  const { clause } = PREPARATIONS[what];
  const names = { name: PREPARATION_WORDS[what], stateName: PREPARATION_STATE_WORDS[state] };
  return { what, clause, state, ...names, on, text, clearedById, fileId };
}
