import { caseSchema } from '../../contract/schemas/agenda';
import { idParams } from '../../contract/schemas/common';
import { isRefusal } from '../../domain/refusal';
import type { AgendaRow } from '../../ports/agenda';
import type { ProcedureReads } from '../../ports/procedures';
import type { Asker } from '../permit';
import { seen } from '../procedures/access';
import { route, type Route } from '../route';
import { shownItems, type AgendaRoutesDeps } from './agenda';
import { tag } from './procedures/deps';

export interface CaseRoutesDeps extends AgendaRoutesDeps {
  readonly reads: ProcedureReads;
}

/** A case of more procedures than this is shown in part. */
const MOST_PROCEDURES = 50;

/** Grid council, community council and whatever else an item went through, as one case [HDA-11.2.2, HDA-11.2.3a]. */
export function caseRoute(deps: CaseRoutesDeps): Route {
  return route({
    method: 'get',
    path: '/api/procedures/{id}/case',
    tag,
    summary: { zh: '关联的程序和议题', en: 'The case: linked procedures and agenda items' },
    access: 'signed-in',
    params: idParams,
    success: { status: 200, schema: caseSchema },
    problems: [403, 404],
    async handler({ params, ...asker }) {
      const found = await seen(deps, asker, params.id);
      if (isRefusal(found)) return found;
      const { ids, links } = await follow(deps, params.id);
      const procedures = (await Promise.all(ids.map((id) => summary(deps, asker, id)))).filter((one) => one !== null);
      const readable = new Set<string | null>(procedures.map(({ id }) => id));
      // An item between procedures that the asker may not read is not theirs to read either.
      const shown = links.filter((link) => readable.has(link.sourceProcedureId) || readable.has(link.takerId));
      return { body: { procedures, links: await shownItems(deps.ledger, shown) } };
    },
  });
}

/**
 * Every procedure that hangs together with the first by items put up and taken up, nearest first. Elsewhere only those items are followed that
 * led there: a meeting decides on many that have nothing to do with one another.
 */
async function follow({ agendas }: CaseRoutesDeps, first: string): Promise<{ ids: string[]; links: AgendaRow[] }> {
  const ids = [first];
  const places: { readonly id: string; readonly itemId: string | null }[] = [{ id: first, itemId: null }];
  const links = new Map<string, AgendaRow>();
  for (let next = 0; next < places.length && ids.length < MOST_PROCEDURES; next += 1) {
    const { id, itemId } = places[next]!;
    for (const link of await agendas.around(id)) {
      const ends = [
        { id: link.sourceProcedureId, itemId: link.sourceItemId },
        { id: link.takerId, itemId: link.takerItemId },
      ];
      if (links.has(link.id) || (itemId !== null && !ends.some((end) => end.itemId === itemId))) continue;
      links.set(link.id, link);
      for (const end of ends) {
        if (end.id === null || end.id === id) continue;
        places.push({ ...end, id: end.id });
        if (!ids.includes(end.id)) ids.push(end.id);
      }
    }
  }
  return { ids, links: [...links.values()] };
}

/** What is shown of a linked procedure; null when the asker may not see it. */
async function summary(deps: CaseRoutesDeps, asker: Asker, procedureId: string) {
  const found = await seen(deps, asker, procedureId);
  if (isRefusal(found)) return null;
  const { id, title, organisationId, state, status } = found.procedure;
  return { id, title, organisationId, stage: (state as { stage: string }).stage, status };
}
