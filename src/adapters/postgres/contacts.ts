import { NO_CONTACT, type Contact, type Topic } from '../../domain/contact';
import type { Contacts } from '../../ports/contacts';
import type { Database } from './database';
import type { ContactModel } from './generated/models';

/** Contacts in PostgreSQL. */
export function postgresContacts(database: Database): Contacts {
  return {
    async find(personId) {
      const row = await database.contact.findUnique({ where: { personId } });
      return row && toContact(row);
    },
    async change(personId, changes) {
      const row = await database.contact.upsert({
        where: { personId },
        create: { personId, ...columns({ ...NO_CONTACT, ...changes }) },
        update: columns(changes),
      });
      return toContact(row);
    },
  };
}

/** A row as the contact that it is. */
export function toContact({ email, mobile, mailTopics, smsTopics }: Omit<ContactModel, 'updatedAt'>): Contact {
  return { email, mobile, mailTopics: mailTopics as Topic[], smsTopics: smsTopics as Topic[] };
}

function columns({ mailTopics, smsTopics, ...addresses }: Partial<Contact>) {
  return {
    ...addresses,
    ...(mailTopics && { mailTopics: [...mailTopics] }),
    ...(smsTopics && { smsTopics: [...smsTopics] }),
  };
}
