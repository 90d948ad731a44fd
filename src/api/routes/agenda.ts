import { decideAgendaItem } from '../../commands/agenda';
import { agendaDecisionSchema, agendaItemSchema, agendaPageSchema, agendaQuery } from '../../contract/schemas/agenda';
import { idParams } from '../../contract/schemas/common';
import { AGENDA_STATUS_WORDS, BODY_WORDS, REASON_WORDS } from '../../contract/words/agenda';
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
  return [listRoute(deps), oneRoute(deps), decisionRoute(deps)];
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

/** An item with its words, and the texts of what was decided in place. */
export async function shownItem(ledger: Ledger, { createdAt, settlement, ...row }: AgendaRow) {
  return {
    ...row,
    bodyName: BODY_WORDS[row.body],
    reasonName: REASON_WORDS[row.reason],
    statusName: AGENDA_STATUS_WORDS[row.status],
    settlement: settlement && (await readable(ledger, settlement)),
    createdAt: new Date(createdAt).toISOString(),
  };
}
