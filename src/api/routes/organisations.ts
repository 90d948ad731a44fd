import { z } from 'zod';
import { idParams } from '../../contract/schemas/common';
import { newOrganisationSchema, organisationSchema } from '../../contract/schemas/organisations';
import { checkPlace } from '../../domain/organisation';
import { isRefusal, refuse } from '../../domain/refusal';
import { permittedOrganisation } from '../permit';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';
import { organisationView } from './views';

const tag = '组织 / Organisations';

/** The tree of organisations. Whoever is signed in may see it: its names are on every notice board. */
export function organisationRoutes({ organisations }: Pick<RoutesDeps, 'organisations'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/organisations',
      tag,
      summary: { zh: '组织树，上级在前', en: 'The tree, every organisation after the one above it' },
      access: 'signed-in',
      success: { status: 200, schema: z.object({ items: z.array(organisationSchema) }) },
      async handler() {
        return { body: { items: (await organisations.all()).map(organisationView) } };
      },
    }),
    route({
      method: 'get',
      path: '/api/organisations/{id}',
      tag,
      summary: { zh: '一个组织', en: 'One organisation' },
      access: 'signed-in',
      params: idParams,
      success: { status: 200, schema: organisationSchema },
      async handler({ params }) {
        const organisation = await organisations.find(params.id);
        return organisation ? { body: organisationView(organisation) } : refuse('organisation.unknown', null);
      },
    }),
    route({
      method: 'post',
      path: '/api/organisations',
      tag,
      summary: { zh: '新建下级组织', en: 'Add an organisation below another' },
      access: 'signed-in',
      body: newOrganisationSchema,
      success: { status: 201, schema: organisationSchema },
      problems: [404],
      async handler({ body, newId, ...asker }) {
        const parent = await permittedOrganisation(organisations, asker, 'organisations.manage', body.parentId);
        if (isRefusal(parent)) return parent;
        const misplaced = checkPlace(body, parent);
        if (misplaced) return misplaced;
        const id = newId('organisation');
        const created = await organisations.create({ ...body, id, path: `${parent.path}${id}/` });
        return { headers: { Location: `/api/organisations/${id}` }, body: organisationView(created) };
      },
    }),
  ];
}
