import type { Contact } from '../domain/contact';

/** Where people can be reached. Addresses are personal data: nothing here goes into a log or a workflow. */
export interface Contacts {
  /** Null for somebody who never gave one. */
  find(personId: string): Promise<Contact | null>;
  /** What is left out of the changes stays as it is. */
  change(personId: string, changes: Partial<Contact>): Promise<Contact>;
}
