import type { CivilDate } from '../domain/calendar/civil-date';
import type { BodyKind, CommunityType, OrganisationKind } from '../domain/organisation';
import type { Refusal } from '../domain/refusal';
import type { Page, PageRequest } from './page';

/** One node of the tree. `path` holds the ids from the root, `/a/b/`, so that a subtree is a prefix. */
export interface Organisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly communityType: CommunityType | null;
  readonly name: string;
  readonly nameEn: string;
  readonly path: string;
  readonly parentId: string | null;
}

/** The tree of organisations. */
export interface Organisations {
  /** The whole tree, every organisation after the one above it. */
  all(): Promise<Organisation[]>;
  find(id: string): Promise<Organisation | null>;
  /** The organisation and those above it, from the root down; empty when unknown. */
  chain(id: string): Promise<Organisation[]>;
  /** Stores it, once: with an id that is taken, what is stored under it is returned. */
  create(organisation: Organisation): Promise<Organisation>;
}

/** Somebody who belongs to an organisation. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly organisationId: string;
}

/** People, by the organisation they belong to. */
export interface People {
  /** Those of an organisation and all below it, by name; `q` is a part of the name. */
  list(subtree: { path: string; q?: string | undefined }, page: PageRequest): Promise<Page<Person>>;
  find(id: string): Promise<Person | null>;
  /** Stores the person, once: with an id that is taken, who is stored under it is returned. */
  create(person: Person): Promise<Person>;
  rename(id: string, name: string): Promise<void>;
}

/** A committee or assembly that has a roster. */
export interface Body {
  readonly id: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly organisationId: string;
}

/** A seat in a body, from a day to a day, both included. */
export interface Membership {
  readonly id: string;
  readonly bodyId: string;
  readonly personId: string;
  readonly position: string;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** A seat with the name of whoever holds it. */
export interface Member extends Membership {
  readonly name: string;
}

/** Bodies and their rosters. */
export interface Bodies {
  ofOrganisation(organisationId: string): Promise<Body[]>;
  find(id: string): Promise<Body | null>;
  /** Stores it, once; refused with `body.exists` when the organisation has one of the kind. */
  create(body: Body): Promise<Body | Refusal>;
  /** Whose term includes the day, by name. */
  membersOn(bodyId: string, on: CivilDate): Promise<Member[]>;
  /** Stores a seat, once; refused with `membership.overlaps` when the person has one in the body at the time. */
  addMember(membership: Membership): Promise<Member | Refusal>;
  /** Changes a term; refused with `membership.unknown`, or `membership.overlaps` as above. */
  setTerm(
    seat: { id: string; bodyId: string },
    term: Pick<Membership, 'validFrom' | 'validTo'>,
  ): Promise<Member | Refusal>;
}
