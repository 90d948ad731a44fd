import { idParams, pageSchema } from '../../contract/schemas/common';
import { nameSchema, newPersonSchema, peopleQuery, personSchema } from '../../contract/schemas/organisations';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import type { Person } from '../../ports/organisations';
import { PAGE_SIZE } from '../paging';
import { permittedOrganisation, type Asker } from '../permit';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';

const tag = '人员 / People';

/** People and where they belong. */
export function peopleRoutes({ organisations, people }: Pick<RoutesDeps, 'organisations' | 'people'>): Route[] {
  const managed = async (asker: Asker, id: string): Promise<Person | Refusal> => {
    const person = await people.find(id);
    if (!person) return refuse('person.unknown', null);
    const place = await permittedOrganisation(organisations, asker, 'organisations.manage', person.organisationId);
    return isRefusal(place) ? place : person;
  };
  return [
    route({
      method: 'get',
      path: '/api/people',
      tag,
      summary: { zh: '一个组织及其下级的人员', en: 'The people of an organisation and all below it' },
      access: 'signed-in',
      query: peopleQuery,
      success: { status: 200, schema: pageSchema(personSchema) },
      problems: [403, 404],
      async handler({ query, ...asker }) {
        const place = await permittedOrganisation(organisations, asker, 'people.read', query.organisationId);
        if (isRefusal(place)) return place;
        const page = { after: query.cursor, limit: PAGE_SIZE };
        return { body: await people.list({ path: place.path, q: query.q }, page) };
      },
    }),
    route({
      method: 'post',
      path: '/api/people',
      tag,
      summary: { zh: '登记人员', en: 'Add a person' },
      access: 'signed-in',
      body: newPersonSchema,
      success: { status: 201, schema: personSchema },
      problems: [404],
      async handler({ body, newId, ...asker }) {
        const place = await permittedOrganisation(organisations, asker, 'organisations.manage', body.organisationId);
        if (isRefusal(place)) return place;
        return { body: await people.create({ ...body, id: newId('person') }) };
      },
    }),
    route({
      method: 'put',
      path: '/api/people/{id}/name',
      tag,
      summary: { zh: '更改姓名', en: 'Change a name' },
      access: 'signed-in',
      params: idParams,
      body: nameSchema,
      success: { status: 200, schema: personSchema },
      async handler({ params, body, ...asker }) {
        const person = await managed(asker, params.id);
        if (isRefusal(person)) return person;
        await people.rename(person.id, body.name);
        return { body: { ...person, name: body.name } };
      },
    }),
  ];
}
