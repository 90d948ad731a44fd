import { postgresAccounts } from './accounts';
import { postgresBodies } from './bodies';
import { postgresCalendars } from './calendars';
import { postgresContacts } from './contacts';
import type { Database } from './database';
import { postgresFiles } from './files';
import { guardPort } from './guard-port';
import { postgresIdempotencyKeys } from './idempotency';
import { postgresNotifications } from './notifications';
import { postgresOrganisations } from './organisations';
import { postgresPeople } from './people';
import { postgresRulebooks } from './rulebooks';
import { postgresSessions } from './sessions';
import { postgresSignInAttempts } from './sign-in-attempts';
import { postgresSignInFlows } from './sign-in-flows';

/** Every port that the API has to the database, the procedures' apart. */
export function postgresApiPorts(database: Database) {
  return {
    sessions: guardPort(postgresSessions(database)),
    signInAttempts: guardPort(postgresSignInAttempts(database)),
    signInFlows: guardPort(postgresSignInFlows(database)),
    idempotencyKeys: guardPort(postgresIdempotencyKeys(database)),
    accounts: guardPort(postgresAccounts(database)),
    organisations: guardPort(postgresOrganisations(database)),
    people: guardPort(postgresPeople(database)),
    contacts: guardPort(postgresContacts(database)),
    bodies: guardPort(postgresBodies(database)),
    rulebooks: guardPort(postgresRulebooks(database)),
    calendars: guardPort(postgresCalendars(database)),
    notifications: guardPort(postgresNotifications(database)),
    files: guardPort(postgresFiles(database)),
  };
}
