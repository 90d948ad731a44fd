import { z } from 'zod';
import { idParams } from '../../contract/schemas/common';
import {
  bodySchema,
  memberParams,
  membersQuery,
  memberSchema,
  newBodySchema,
  newMemberSchema,
  organisationQuery,
  termSchema,
} from '../../contract/schemas/organisations';
import { checkTerm } from '../../domain/administration';
import type { Capability } from '../../domain/permissions';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import type { Body } from '../../ports/organisations';
import { permittedOrganisation, type Asker } from '../permit';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';
import { bodyView } from './views';

const tag = '机构和名册 / Bodies and rosters';

/** Committees and assemblies, and who sits in them from when to when. */
export function bodyRoutes(deps: Pick<RoutesDeps, 'organisations' | 'people' | 'bodies'>): Route[] {
  const { organisations, people, bodies } = deps;
  const permittedBody = async (asker: Asker, capability: Capability, id: string): Promise<Body | Refusal> => {
    const body = await bodies.find(id);
    if (!body) return refuse('body.unknown', null);
    const place = await permittedOrganisation(organisations, asker, capability, body.organisationId);
    return isRefusal(place) ? place : body;
  };
  return [
    route({
      method: 'get',
      path: '/api/bodies',
      tag,
      summary: { zh: '一个组织的机构', en: 'The bodies of an organisation' },
      access: 'signed-in',
      query: organisationQuery,
      success: { status: 200, schema: z.object({ items: z.array(bodySchema) }) },
      problems: [403, 404],
      async handler({ query, ...asker }) {
        const place = await permittedOrganisation(organisations, asker, 'people.read', query.organisationId);
        if (isRefusal(place)) return place;
        return { body: { items: (await bodies.ofOrganisation(place.id)).map(bodyView) } };
      },
    }),
    route({
      method: 'post',
      path: '/api/bodies',
      tag,
      summary: { zh: '设立机构', en: 'Add a body' },
      access: 'signed-in',
      body: newBodySchema,
      success: { status: 201, schema: bodySchema },
      problems: [404, 409],
      async handler({ body, newId, ...asker }) {
        const place = await permittedOrganisation(organisations, asker, 'organisations.manage', body.organisationId);
        if (isRefusal(place)) return place;
        const created = await bodies.create({ ...body, id: newId('body') });
        return isRefusal(created) ? created : { body: bodyView(created) };
      },
    }),
    route({
      method: 'get',
      path: '/api/bodies/{id}/members',
      tag,
      summary: { zh: '某日的名册', en: 'The roster on a day' },
      access: 'signed-in',
      params: idParams,
      query: membersQuery,
      success: { status: 200, schema: z.object({ items: z.array(memberSchema) }) },
      problems: [403],
      async handler({ params, query, ...asker }) {
        const body = await permittedBody(asker, 'people.read', params.id);
        if (isRefusal(body)) return body;
        return { body: { items: await bodies.membersOn(body.id, query.on ?? asker.today) } };
      },
    }),
    route({
      method: 'post',
      path: '/api/bodies/{id}/members',
      tag,
      summary: { zh: '列入名册', en: 'Put somebody on the roster' },
      access: 'signed-in',
      params: idParams,
      body: newMemberSchema,
      success: { status: 201, schema: memberSchema },
      async handler({ params, body: seat, newId, ...asker }) {
        const body = await permittedBody(asker, 'organisations.manage', params.id);
        if (isRefusal(body)) return body;
        const unfit = checkTerm(seat) ?? ((await people.find(seat.personId)) ? null : refuse('person.unknown', null));
        if (unfit) return unfit;
        const member = await bodies.addMember({ ...seat, id: newId('membership'), bodyId: body.id });
        return isRefusal(member) ? member : { body: member };
      },
    }),
    route({
      method: 'put',
      path: '/api/bodies/{id}/members/{membershipId}/term',
      tag,
      summary: { zh: '更改任期', en: 'Change a term' },
      access: 'signed-in',
      params: memberParams,
      body: termSchema,
      success: { status: 200, schema: memberSchema },
      problems: [409],
      async handler({ params, body: term, ...asker }) {
        const body = await permittedBody(asker, 'organisations.manage', params.id);
        if (isRefusal(body)) return body;
        const backwards = checkTerm(term);
        if (backwards) return backwards;
        const member = await bodies.setTerm({ id: params.membershipId, bodyId: body.id }, term);
        return isRefusal(member) ? member : { body: member };
      },
    }),
  ];
}
