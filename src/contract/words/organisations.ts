import type { BodyKind, CommunityType, OrganisationKind } from '../../domain/organisation';
import type { Bilingual } from './bilingual';

/** The levels of the tree. */
export const ORGANISATION_KIND_WORDS: Readonly<Record<OrganisationKind, Bilingual>> = {
  district: { zh: '区', en: 'District' },
  subdistrict: { zh: '街道', en: 'Subdistrict' },
  community: { zh: '社区', en: 'Community' },
  grid: { zh: '网格', en: 'Grid' },
};

/** The types of a community. */
export const COMMUNITY_TYPE_WORDS: Readonly<Record<CommunityType, Bilingual>> = {
  'village-converted': { zh: '村改居社区', en: 'Village-converted Community' },
  urban: { zh: '城市社区', en: 'Urban Community' },
};

/** The committees and assemblies. */
export const BODY_KIND_WORDS: Readonly<Record<BodyKind, Bilingual>> = {
  pwc: { zh: '党工委', en: 'Party Working Committee' },
  'party-organisation': { zh: '社区党组织', en: 'Community Party Organisation' },
  'residents-committee': { zh: '居委会', en: "Residents' Committee" },
  'supervision-committee': { zh: '居务监督委员会', en: 'Resident Affairs Supervision Committee' },
  representatives: { zh: '居民代表会议', en: "Resident Representatives' Assembly" },
};
