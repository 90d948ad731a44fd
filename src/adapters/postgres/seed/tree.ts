import type { Bilingual } from '../../../contract/words/bilingual';
import type { BodyKind, CommunityType, OrganisationKind } from '../../../domain/organisation';

/** The two communities of the example, one of each type. */
export type CommunityKey = 'chunhe' | 'xinhe';

/** By what name code and tests call an organisation of the example. */
export type OrganisationKey = 'district' | 'office' | CommunityKey | `${CommunityKey}.grid${1 | 2}`;

/** By what name code and tests call a body of the example: its organisation's, then its kind. */
export type BodyKey = 'office.pwc' | `${CommunityKey}.${Exclude<BodyKind, 'pwc'>}`;

interface ExampleOrganisation {
  readonly key: OrganisationKey;
  readonly kind: OrganisationKind;
  readonly communityType: CommunityType | null;
  readonly name: Bilingual;
  readonly parent: OrganisationKey | null;
}

interface ExampleBody {
  readonly key: BodyKey;
  readonly kind: BodyKind;
  readonly name: string;
  readonly organisation: OrganisationKey;
}

const COMMUNITIES: readonly { key: CommunityKey; type: CommunityType; name: Bilingual }[] = [
  { key: 'chunhe', type: 'urban', name: { zh: '春和', en: 'Chunhe' } },
  { key: 'xinhe', type: 'village-converted', name: { zh: '新禾', en: 'Xinhe' } },
];

/** An invented district, from the root down. */
export const ORGANISATIONS: readonly ExampleOrganisation[] = [
  {
    key: 'district',
    kind: 'district',
    communityType: null,
    name: { zh: '示范区', en: 'Example District' },
    parent: null,
  },
  {
    key: 'office',
    kind: 'subdistrict',
    communityType: null,
    name: { zh: '和畅街道', en: 'Hechang Subdistrict' },
    parent: 'district',
  },
  ...COMMUNITIES.map(({ key, type, name }) => ({
    key,
    kind: 'community' as const,
    communityType: type,
    name: { zh: `${name.zh}社区`, en: `${name.en} Community` },
    parent: 'office' as const,
  })),
  ...COMMUNITIES.flatMap(({ key, name }) => [grid(key, name, 1), grid(key, name, 2)]),
];

/** The Party Working Committee, and the committees and assembly of each community. */
export const BODIES: readonly ExampleBody[] = [
  { key: 'office.pwc', kind: 'pwc', name: '和畅街道党工委', organisation: 'office' },
  ...COMMUNITIES.flatMap(({ key, name }) => [
    communityBody(key, 'party-organisation', `${name.zh}社区党组织`),
    communityBody(key, 'residents-committee', `${name.zh}社区居民委员会`),
    communityBody(key, 'supervision-committee', `${name.zh}社区居务监督委员会`),
    communityBody(key, 'representatives', `${name.zh}社区居民代表会议`),
  ]),
];

function grid(community: CommunityKey, name: Bilingual, number: 1 | 2): ExampleOrganisation {
  return {
    key: `${community}.grid${number}`,
    kind: 'grid',
    communityType: null,
    name: { zh: `${name.zh}社区第${number === 1 ? '一' : '二'}网格`, en: `${name.en} Grid ${number}` },
    parent: community,
  };
}

function communityBody(community: CommunityKey, kind: Exclude<BodyKind, 'pwc'>, name: string): ExampleBody {
  return { key: `${community}.${kind}`, kind, name, organisation: community };
}
