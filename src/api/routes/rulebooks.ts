import {
  newRulebookSchema,
  rulebookInForceSchema,
  rulebookQuery,
  rulebookVersionsSchema,
  setRulebookSchema,
} from '../../contract/schemas/rulebooks';
import { organisationQuery } from '../../contract/schemas/organisations';
import { refusalWords } from '../../contract/words/refusals';
import { checkRulebook } from '../../domain/rulebook';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import { permittedOrganisation } from '../permit';
import type { Problem } from '../problem';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';
import { describeRulebook } from './rulebook-in-force';

const tag = '制度参数 / Rulebooks';

/** What organisations set where the regulations leave a choice, and what applies to whom. */
export function rulebookRoutes(deps: Pick<RoutesDeps, 'organisations' | 'rulebooks'>): Route[] {
  const { organisations, rulebooks } = deps;
  return [
    route({
      method: 'get',
      path: '/api/rulebooks',
      tag,
      summary: { zh: '某日适用的参数及其来源', en: 'The values in force on a day and where they come from' },
      access: 'signed-in',
      query: rulebookQuery,
      success: { status: 200, schema: rulebookInForceSchema },
      problems: [403, 404],
      async handler({ query, ...asker }) {
        const place = await permittedOrganisation(organisations, asker, 'rulebooks.read', query.organisationId);
        if (isRefusal(place)) return place;
        return { body: await describeRulebook(deps, place.id, query.on ?? asker.today) };
      },
    }),
    route({
      method: 'get',
      path: '/api/rulebooks/versions',
      tag,
      summary: { zh: '本组织历次设定', en: 'Every version that the organisation has set' },
      access: 'signed-in',
      query: organisationQuery,
      success: { status: 200, schema: rulebookVersionsSchema },
      problems: [403, 404],
      async handler({ query, ...asker }) {
        const place = await permittedOrganisation(organisations, asker, 'rulebooks.read', query.organisationId);
        return isRefusal(place) ? place : { body: { items: await rulebooks.versions(place.id) } };
      },
    }),
    route({
      method: 'post',
      path: '/api/rulebooks',
      tag,
      summary: {
        zh: '设定新版本（全文；要撤销的参数须列明）',
        en: 'Set a new version: the whole text, naming what it withdraws',
      },
      access: 'signed-in',
      body: newRulebookSchema,
      success: { status: 201, schema: setRulebookSchema },
      problems: [404, 409],
      async handler({ body, newId, ...asker }) {
        const place = await permittedOrganisation(organisations, asker, 'rulebooks.manage', body.organisationId);
        if (isRefusal(place)) return place;
        const { today, actor } = asker;
        const { effectiveOn, values, withdraws = [] } = body;
        if (effectiveOn < today) return refuse('rulebook.effective-in-the-past', null, { effectiveOn, today });
        const wrong = checkRulebook(values);
        if (wrong.length > 0) return invalidRulebook(wrong);
        const set = await rulebooks.add({
          ...body,
          withdraws,
          id: newId('rulebook'),
          createdById: actor.accountId,
        });
        return isRefusal(set) ? set : { body: set };
      },
    }),
  ];
}

/** One wrong value is the problem itself; several are listed. Either way each names its key and its clause. */
function invalidRulebook(wrong: readonly Refusal[]): Problem {
  const errors = wrong.map((refusal) => {
    const detail = refusalWords(refusal)?.detail;
    const message = detail ? `${detail.zh} ${detail.en}` : refusal.code;
    return { path: `values.${refusal.params.key}`, message, clause: refusal.clause };
  });
  return { ...(wrong.length === 1 ? wrong[0]! : refuse('rulebook.invalid', null)), errors };
}
