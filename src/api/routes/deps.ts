import type { Accounts } from '../../ports/accounts';
import type { Calendars } from '../../ports/calendar';
import type { Contacts } from '../../ports/contacts';
import type { Clock } from '../../ports/clock';
import type { Files } from '../../ports/files';
import type { IdentityProvider } from '../../ports/identity-provider';
import type { Notifications } from '../../ports/notifications';
import type { Bodies, Organisations, People } from '../../ports/organisations';
import type { Rulebooks } from '../../ports/rulebooks';
import type { Sessions, SignInAttempts } from '../../ports/sessions';
import type { SignInFlows } from '../../ports/sign-in-flows';
import type { CookieSettings } from '../authentication';

/** What the routes of this folder reach the world through. */
export interface RoutesDeps {
  readonly settings: CookieSettings;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly signInAttempts: SignInAttempts;
  readonly signInFlows: SignInFlows;
  /** Without one, people sign in with passwords only. */
  readonly identityProvider?: IdentityProvider | undefined;
  readonly accounts: Accounts;
  readonly organisations: Organisations;
  readonly people: People;
  readonly contacts: Contacts;
  readonly bodies: Bodies;
  readonly rulebooks: Rulebooks;
  readonly calendars: Calendars;
  readonly notifications: Notifications;
  readonly files: Files;
}
