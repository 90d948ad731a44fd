import type { CivilDate } from '../domain/calendar/civil-date';
import type { Grant } from '../domain/permissions';
import type { Refusal } from '../domain/refusal';
import type { Page, PageRequest } from './page';

/** A grant as it is stored. */
export interface StoredGrant extends Grant {
  readonly id: string;
}

/** Who somebody is at an OpenID provider. */
export interface OidcLink {
  readonly issuer: string;
  readonly subject: string;
}

/** An account without its secrets. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly personId: string;
  readonly personName: string;
  readonly organisationId: string;
  readonly disabled: boolean;
  readonly oidc: OidcLink | null;
  readonly grants: readonly StoredGrant[];
}

/** What a sign-in is checked against. */
export interface Credentials {
  readonly accountId: string;
  readonly username: string;
  /** Null for an account that has no password. */
  readonly passwordHash: string | null;
  readonly disabled: boolean;
}

/** A new account. */
export interface NewAccount {
  readonly id: string;
  readonly username: string;
  readonly personId: string;
  readonly passwordHash: string | null;
  readonly oidc: OidcLink | null;
}

/** A new grant; the path follows from the organisation. */
export interface NewGrant extends Omit<StoredGrant, 'organisationPath'> {
  readonly accountId: string;
}

/** Accounts and their grants. Usernames are compared as they are written, in lower case. */
export interface Accounts {
  credentialsOf(by: { username: string } | { accountId: string }): Promise<Credentials | null>;
  find(id: string): Promise<Account | null>;
  /** The accounts of people of an organisation and all below it, by username. */
  list(subtreePath: string, page: PageRequest): Promise<Page<Account>>;
  /** The account that is linked to somebody at an OpenID provider. */
  linkedTo(link: OidcLink): Promise<{ accountId: string; disabled: boolean } | null>;
  /** Stores it, once; refused with `account.username-taken`, `account.person-has-one` or `account.subject-taken`. */
  create(account: NewAccount): Promise<Account | Refusal>;
  setPassword(id: string, passwordHash: string): Promise<void>;
  /** Links the account or, with null, unlinks it, and ends its sessions; refused with `account.subject-taken`. */
  link(id: string, link: OidcLink | null): Promise<Refusal | null>;
  /** Disables the account and ends its sessions, or enables it. */
  setDisabled(id: string, disabled: boolean): Promise<void>;
  /** Stores it, once; refused with `grant.held-already` when another grant of the account covers it. */
  grant(grant: NewGrant): Promise<Account | Refusal>;
  /** Sets the last day of a grant, which belongs to it. */
  endGrant(grantId: string, lastDay: CivilDate): Promise<void>;
}
