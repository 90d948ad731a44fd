import { idParams } from '../../contract/schemas/common';
import { contactChangesSchema, contactSchema } from '../../contract/schemas/contact';
import { maskedContact, NO_CONTACT, type Contact } from '../../domain/contact';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal';
import type { Person } from '../../ports/organisations';
import { permittedOrganisation, type Asker } from '../permit';
import { route, type Route } from '../route';
import type { RoutesDeps } from './deps';

const tag = '联系方式 / Contact';

/** Where people want to be reached outside of this service. Whole addresses are shown to nobody but their owner. */
export function contactRoutes(deps: Pick<RoutesDeps, 'contacts' | 'organisations' | 'people'>): Route[] {
  return [...ownRoutes(deps), ...administratorsRoutes(deps)];
}

function ownRoutes({ contacts }: Pick<RoutesDeps, 'contacts'>): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/me/contact',
      tag,
      summary: { zh: '本人的联系方式', en: 'One’s own contact' },
      access: 'signed-in',
      success: { status: 200, schema: contactSchema },
      async handler({ actor }) {
        return { body: shown((await contacts.find(actor.personId)) ?? NO_CONTACT) };
      },
    }),
    route({
      method: 'put',
      path: '/api/me/contact',
      tag,
      summary: {
        zh: '更改本人的邮箱、手机号和要接收的通知',
        en: 'Change one’s own addresses and what to receive there',
      },
      access: 'signed-in',
      body: contactChangesSchema,
      success: { status: 200, schema: contactSchema },
      async handler({ actor, body }) {
        return { body: shown(await contacts.change(actor.personId, given(body))) };
      },
    }),
  ];
}

function administratorsRoutes({
  contacts,
  organisations,
  people,
}: Pick<RoutesDeps, 'contacts' | 'organisations' | 'people'>): Route[] {
  const managed = async (asker: Asker, id: string): Promise<Person | Refusal> => {
    const person = await people.find(id);
    if (!person) return refuse('person.unknown', null);
    const place = await permittedOrganisation(organisations, asker, 'organisations.manage', person.organisationId);
    return isRefusal(place) ? place : person;
  };
  return [
    route({
      method: 'get',
      path: '/api/people/{id}/contact',
      tag,
      summary: { zh: '人员的联系方式（隐去大部分）', en: 'The contact of a person, its addresses masked' },
      access: 'signed-in',
      params: idParams,
      success: { status: 200, schema: contactSchema },
      problems: [403, 404],
      async handler({ params, ...asker }) {
        const person = await managed(asker, params.id);
        if (isRefusal(person)) return person;
        return { body: shown(maskedContact((await contacts.find(person.id)) ?? NO_CONTACT)) };
      },
    }),
    route({
      method: 'put',
      path: '/api/people/{id}/contact',
      tag,
      summary: {
        zh: '更改人员的邮箱、手机号和要接收的通知',
        en: 'Change the addresses of a person and what they receive there',
      },
      access: 'signed-in',
      params: idParams,
      body: contactChangesSchema,
      success: { status: 200, schema: contactSchema },
      async handler({ params, body, ...asker }) {
        const person = await managed(asker, params.id);
        if (isRefusal(person)) return person;
        return { body: shown(maskedContact(await contacts.change(person.id, given(body)))) };
      },
    }),
  ];
}

/** The fields that were sent. */
function given(changes: { readonly [K in keyof Contact]?: Contact[K] | undefined }): Partial<Contact> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Contact>;
}

function shown({ mailTopics, smsTopics, ...addresses }: Contact) {
  return { ...addresses, mailTopics: [...mailTopics], smsTopics: [...smsTopics] };
}
