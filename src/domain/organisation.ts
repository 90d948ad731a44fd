import { refuse, type Refusal } from './refusal';

/** The levels of the tree, from the top down. */
export const ORGANISATION_KINDS = ['district', 'subdistrict', 'community', 'grid'] as const;

/** A level of the tree. */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Some rules differ between a village turned into a community and an urban one. */
export const COMMUNITY_TYPES = ['village-converted', 'urban'] as const;

/** The type of a community. */
export type CommunityType = (typeof COMMUNITY_TYPES)[number];

/** The committees and assemblies that have a roster. */
export const BODY_KINDS = [
  'pwc',
  'party-organisation',
  'residents-committee',
  'supervision-committee',
  'representatives',
] as const;

/** The kind of a committee or assembly. */
export type BodyKind = (typeof BODY_KINDS)[number];

/** The level directly below, or null below a grid. */
function kindBelow(kind: OrganisationKind): OrganisationKind | null {
  return ORGANISATION_KINDS[ORGANISATION_KINDS.indexOf(kind) + 1] ?? null;
}

/** Whether a new organisation may lie below that parent: one level down, and with a type exactly when it is a community. */
export function checkPlace(
  organisation: { kind: OrganisationKind; communityType: CommunityType | null },
  parent: { kind: OrganisationKind; name: string; nameEn: string },
): Refusal | null {
  if (kindBelow(parent.kind) !== organisation.kind) {
    return refuse('organisation.wrong-level', null, { parent: parent.name, parentEn: parent.nameEn });
  }
  const isCommunity = organisation.kind === 'community';
  return isCommunity === (organisation.communityType !== null) ? null : refuse('organisation.community-type', null);
}
