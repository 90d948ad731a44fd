import { decideAgendaItem, prepareAgendaItem, proposeAgendaItem } from '../../commands/agenda';
import {
  agendaDecisionSchema,
  agendaItemSchema,
  agendaPageSchema,
  agendaQuery,
  prepareSchema,
  proposalSchema,
} from '../../contract/schemas/agenda';
import { idParams } from '../../contract/schemas/common';
import { AGENDA_STATUS_WORDS, BODY_WORDS, REASON_WORDS } from '../../contract/words/agenda';
import { PREPARATION_STATE_WORDS, PREPARATION_WORDS } from '../../contract/words/pwc';
import { PREPARATIONS, requiredFor, type Preparation, type Prepared } from '../../domain/pwc/matters';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import type { AgendaRow, Agendas } from '../../ports/agenda';
import type { Ledger } from '../../ports/ledger';
import { PAGE_SIZE } from '../paging';
import { permittedOrganisation, type Asker } from '../permit';
import { readable } from '../procedures/show';
import { route, type Route } from '../route';
import type { ProcedureRoutesDeps } from './procedures/deps';

const tag = '议程 / Agendas';

export interface AgendaRoutesDeps extends Pick<ProcedureRoutesDeps, 'clock' | 'courses' | 'ledger' | 'organisations'> {
  readonly agendas: Agendas;
}

/** What waits for a council or for the Party Working Committee, and what became of it. */
export function agendaRoutes(deps: AgendaRoutesDeps): Route[] {
  return [listRoute(deps), oneRoute(deps), proposalRoute(deps), preparationRoute(deps), decisionRoute(deps)];
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
      return { body: { items: await Promise.all(items.map((item) => shownItem(ledger, item))), next } };
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
    async handler({ body, newId, ...asker }) {
      const { organisationId, ...input } = body;
      const place = await permittedOrganisation(organisations, asker, 'agenda.propose', organisationId);
      if (isRefusal(place)) return place;
      const agendaItemId = newId('agenda-item');
      const { accountId, personId } = asker.actor;
      const actor = { accountId, personId };
      const order = { agendaItemId, organisationId, step: 'proposal', actor, input, now: await clock.now() };
      const answer = await proposeAgendaItem(ledger, order);
      if (isRefusal(answer)) return answer;
      const headers = { Location: `/api/agenda/${agendaItemId}` };
      return { body: await shownItem(ledger, (await agendas.find(agendaItemId))!), headers };
    },
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

/** HDA-11.2.3a: the decision is entered here until the meeting of the Party Working Committee is run by this service too. */
function decisionRoute(deps: AgendaRoutesDeps): Route {
  const { agendas, clock, courses, ledger } = deps;
  return route({
    method: 'post',
    path: '/api/agenda/{id}/decision',
    tag,
    summary: { zh: '登记党工委的决定', en: 'Enter what the Party Working Committee decided' },
    access: 'signed-in',
    params: idParams,
    body: agendaDecisionSchema,
    success: { status: 200, schema: agendaItemSchema },
    problems: [403, 404, 409],
    async handler({ params, body, newId, ...asker }) {
      const found = await readableItem(deps, asker, params.id);
      if (isRefusal(found)) return found;
      const { accountId, personId } = asker.actor;
      const answer = await decideAgendaItem(ledger, {
        agendaItemId: params.id,
        step: newId('decision'),
        actor: { accountId, personId },
        input: body,
        now: await clock.now(),
      });
      if (isRefusal(answer)) return answer;
      await courses.look(answer.told);
      const decided = await agendas.find(params.id);
      return decided ? { body: await shownItem(ledger, decided) } : refuse('agenda.unknown-item', null);
    },
  });
}

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
export async function shownItem(ledger: Ledger, { createdAt, settlement, matter, description, ...row }: AgendaRow) {
  const texts = (await readable(ledger, {
    settlement,
    description,
    prepared: matter?.prepared ?? [],
  })) as unknown as Texts;
  return {
    ...row,
    bodyName: BODY_WORDS[row.body],
    reasonName: REASON_WORDS[row.reason],
    statusName: AGENDA_STATUS_WORDS[row.status],
    settlement: texts.settlement,
    description: texts.description,
    preparations: matter && requiredFor(matter).map((what) => shownPreparation(what, texts.prepared)),
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
